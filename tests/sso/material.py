"""What tests of single sign-on are made of: connections, domains and providers' documents."""

import base64
import secrets
from functools import lru_cache
from typing import Any

from django.utils import timezone

from netz.core.db import tenant
from netz.sso.keys import make_key_pair
from netz.sso.models import (
    Connection,
    Domain,
    ScimFailure,
    ScimGroup,
    ScimMembership,
    ScimUser,
    SignIn,
    TestSignIn,
    UsedAssertion,
)
from netz.sso.resolver import KnownRecords, use_resolver
from netz.sso.services.connections import add_connection
from netz.sso.services.domains import record_name, record_value
from tests.factories import World


@lru_cache
def provider_keys(name: str) -> tuple[str, str]:
    """A provider's private key and certificate, as PEM; made once a name."""
    return make_key_pair(name)


def certificate_line(name: str = "provider") -> str:
    """The certificate as metadata holds it."""
    return "".join(provider_keys(name)[1].splitlines()[1:-1])


def metadata(entity_id: str = "https://idp.example/metadata") -> str:
    """The metadata of a SAML provider."""
    return (
        '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"'
        f' entityID="{entity_id}"><md:IDPSSODescriptor'
        ' protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
        '<md:KeyDescriptor use="signing"><ds:KeyInfo'
        ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>'
        f"{certificate_line()}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
        '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"'
        ' Location="https://idp.example/slo"/>'
        '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"'
        ' Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>'
    )


def make_connection(world: World, kind: str = "saml", **fields: Any) -> Connection:
    """A connection of the world, switched on as if it had been tested."""
    with tenant(world.id):
        sso = add_connection(kind, f"Annuaire {secrets.token_hex(3)}", actor=world.actor)
        usual: dict[str, Any] = {"enabled": True, "tested_at": timezone.now()}
        if kind == "saml":
            usual |= {"entity_id": "https://idp.example/metadata"}
            usual |= {"sso_url": "https://idp.example/sso", "slo_url": "https://idp.example/slo"}
            usual |= {"certificates": [certificate_line()]}
        for name, value in (usual | fields).items():
            setattr(sso, name, value)
        sso.save()
    return sso


def make_domain(world: World, name: str | None = None, **fields: Any) -> Domain:
    """A domain that the world has proved its own."""
    with tenant(world.id):
        return Domain.objects.create(
            workspace_id=world.id,
            name=name or f"d-{secrets.token_hex(6)}.example",
            token=secrets.token_urlsafe(8),
            **{"verified_at": timezone.now(), **fields},
        )


def publish(*domains: Domain) -> None:
    """Lets the DNS hold the domains' records, and no others."""
    use_resolver(KnownRecords({record_name(d): [record_value(d)] for d in domains}))


def fill_tables(world: World) -> None:
    """A row in each table."""
    sso = make_connection(world)
    make_domain(world, connection=sso)
    own = {"workspace_id": world.id, "connection": sso}
    with tenant(world.id):
        UsedAssertion.objects.create(**own, assertion_id="_1", expires_at=timezone.now())
        TestSignIn.objects.create(**own, member_id=world.admin.member.id)
        SignIn.objects.create(
            **own,
            user_id=world.admin.user.id,
            session_key=secrets.token_hex(16),
            subject="un",
        )
        member = {"workspace_id": world.id, "member": world.agent.member}
        ScimUser.objects.create(**member)
        ScimFailure.objects.create(workspace_id=world.id, method="POST", path="/Users", status=400)
        group = ScimGroup.objects.create(workspace_id=world.id, display_name="Support")
        ScimMembership.objects.create(**member, group=group)


def encoded(document: str | bytes) -> str:
    """A message as a form carries it."""
    raw = document.encode() if isinstance(document, str) else document
    return base64.b64encode(raw).decode()
