"""Setting up a workspace's identity providers."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from allauth.socialaccount.models import SocialAccount
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from django.db import transaction

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.errors import FieldError, InvalidInput
from netz.core.outbound import clean_host
from netz.sso import keys, queries
from netz.sso.errors import Incomplete, LinkNotFound, NotTested, StillEnforced, TooManyConnections
from netz.sso.models import SECRET, SP_KEY, Connection, SignIn
from netz.sso.outgoing import policy
from netz.sso.signing_in import end_rows
from netz.workspaces import queries as workspaces
from netz.workspaces.errors import CompanyNotFound
from netz.workspaces.services.directory import find_company, find_custom_role
from netz.workspaces.services.enforcement import sso_enforced

MOST_CONNECTIONS = 20
# With these a sign-in may fail or mean somebody else: a new test is due after a change.
PROTOCOL = ("issuer", "client_id", "entity_id", "sso_url", "certificates", "attributes")
NEEDED = {"oidc": ("issuer", "client_id"), "saml": ("entity_id", "sso_url", "certificates")}
SHOWN = (
    *PROTOCOL,
    *("kind", "name", "enabled", "slo_url", "allow_idp_initiated", "single_logout", "jit"),
    *("default_role", "default_custom_role_id", "default_company_id", "mapping"),
)


def add_connection(kind: str, name: str, *, actor: Actor) -> Connection:
    """A connection that is still to be set up, with our keys for it. Raises `TooManyConnections`.

    It has its id from the start, which the provider must be told.
    """
    if len(queries.connections(actor)) >= MOST_CONNECTIONS:
        raise TooManyConnections(limit=MOST_CONNECTIONS)
    sso = Connection(workspace_id=actor.workspace_id, kind=kind, name=name)
    if kind == "saml":
        key, sso.sp_certificate = keys.make_key_pair(f"NETZ AI {sso.id}")
        sso.sp_key_sealed = sso.sealed(key, purpose=SP_KEY)
    sso.save(force_insert=True)
    record(actor, "sso.create", sso, after={"kind": kind, "name": name})
    return sso


def change_connection(
    sso: Connection, changes: dict[str, Any], *, secret: str | None, actor: Actor
) -> Connection:
    """Applies the form's changes; None for `secret` keeps it.

    Raises `Incomplete`, `NotTested` where it is to be switched on too early, and `StillEnforced`
    where nobody could come in any more.
    """
    before = {field: getattr(sso, field) for field in SHOWN}
    _check(changes, actor)
    for field, value in changes.items():
        setattr(sso, field, value)
    if secret is not None:
        sso.secret_sealed = sso.sealed(secret, purpose=SECRET)
    if secret is not None or any(getattr(sso, field) != before[field] for field in PROTOCOL):
        sso.tested_at = None
    if sso.enabled and not before["enabled"]:
        check_complete(sso)
        if sso.tested_at is None:
            raise NotTested
    if before["enabled"] and not sso.enabled:
        _check_not_needed(sso, actor)
        end_rows(SignIn.objects.filter(connection=sso))
    sso.save()
    after = {f: getattr(sso, f) for f in SHOWN if getattr(sso, f) != before[f]}
    if secret is not None:
        after["secret"] = sso.has_secret
    record(
        actor, "sso.change", sso, before={f: before[f] for f in after if f in before}, after=after
    )
    return sso


def remove_connection(sso: Connection, *, actor: Actor) -> None:
    """Removes it with its links; sessions that it opened end. Raises `StillEnforced`."""
    if sso.enabled:
        _check_not_needed(sso, actor)
    end_rows(SignIn.objects.filter(connection=sso))
    SocialAccount.objects.filter(provider=str(sso.id)).delete()
    record(actor, "sso.delete", sso, before={"kind": sso.kind, "name": sso.name})
    sso.delete()


def release_link(sso: Connection, member_id: Any, *, actor: Actor) -> None:
    """Unlinks a member, who is linked anew at the next sign-in. Raises `LinkNotFound`."""
    member = workspaces.member(actor, member_id)
    with transaction.atomic():
        links = SocialAccount.objects.filter(provider=str(sso.id), user=member.user)
        if not links.delete()[0]:
            raise LinkNotFound
        end_rows(SignIn.objects.filter(connection=sso, user_id=member.user_id))
    record(actor, "sso.unlink", sso, before={"member_id": member.id, "email": member.user.email})


def check_complete(sso: Connection) -> None:
    """Raises `Incomplete`, which names the fields that a sign-in can't do without."""
    missing = [field for field in NEEDED[sso.kind] if not getattr(sso, field)]
    if sso.kind == "oidc" and not sso.has_secret:
        missing.append("client_secret")
    if missing:
        words = [FieldError(field, en="Required", fr="Obligatoire") for field in missing]
        raise Incomplete(fields=words)


def read_certificate(text: str) -> tuple[str, datetime]:
    """A certificate in one line of base64, and when it ends. Raises `ValueError`."""
    body = "".join(line for line in text.strip().splitlines() if not line.startswith("-----"))
    pem = f"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"
    found = x509.load_pem_x509_certificate(pem.encode())
    line = found.public_bytes(serialization.Encoding.PEM).decode().splitlines()
    return "".join(line[1:-1]), found.not_valid_after_utc


def _check(changes: dict[str, Any], actor: Actor) -> None:
    for field in ("issuer", "sso_url", "slo_url"):
        if changes.get(field):
            check_address(field, changes[field])
    try:
        if "certificates" in changes:
            changes["certificates"] = [read_certificate(t)[0] for t in changes["certificates"]]
    except ValueError as error:
        refused = FieldError(
            "certificates", en="Not a certificate (PEM)", fr="Pas un certificat (PEM)"
        )
        raise InvalidInput(fields=[refused]) from error
    company = changes.get("default_company_id")
    if company and find_company(actor.workspace_id, company) is None:
        raise CompanyNotFound
    roles = {changes.get("default_custom_role_id")}
    for rule in changes.get("mapping", []):
        roles.add(rule.get("custom_role_id"))
        if rule.get("company_id") and not find_company(actor.workspace_id, rule["company_id"]):
            raise CompanyNotFound
    for role in filter(None, roles):
        if find_custom_role(actor.workspace_id, role) is None:
            unknown = FieldError("custom_role_id", en="Unknown role", fr="Rôle inconnu")
            raise InvalidInput(fields=[unknown])


def check_address(field: str, address: str) -> None:
    """Browsers and we are sent there: https, but for hosts that the operator calls local."""
    parts = urlsplit(address)
    host = clean_host(parts.hostname or "")
    plain = parts.scheme == "http" and host in policy().local_hosts
    odd = any(sign in address for sign in "\"'<> ") or parts.username is not None
    if not host or odd or not (parts.scheme == "https" or plain):
        refused = FieldError(field, en="An https address is needed", fr="Adresse https attendue")
        raise InvalidInput(fields=[refused])


def _check_not_needed(sso: Connection, actor: Actor) -> None:
    others = [row for row in queries.connections(actor) if row.enabled and row.pk != sso.pk]
    if not others and sso_enforced(actor.workspace_id):
        raise StillEnforced
