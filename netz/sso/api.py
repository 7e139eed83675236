"""Endpoints of single sign-on's settings."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.sso import queries
from netz.sso.refusals import words
from netz.sso.schemas import (
    ConnectionChange,
    ConnectionIn,
    ConnectionOut,
    DiscoveryOut,
    DomainChange,
    DomainIn,
    DomainOut,
    EnforcementIn,
    EnforcementOut,
    IssuerIn,
    LinkOut,
    MetadataIn,
    SignOutOut,
    TestOut,
)
from netz.sso.services import connections, domains, enforcing, leaving, reading, testing

router = Router(tags=["single sign-on"])
MANAGE = Permission.SECURITY_MANAGE
Search = Annotated[str, Query(max_length=200)]


@router.get("/sso/connections", permission=MANAGE)
def list_connections(actor: Actor) -> Page[ConnectionOut]:
    """The workspace's identity providers."""
    return Page(items=[ConnectionOut.of(row) for row in queries.connections(actor)])


@router.post("/sso/connections", permission=MANAGE, step_up=True, status_code=201)
def add_connection(actor: Actor, body: ConnectionIn) -> ConnectionOut:
    """Begins a connection; the answer holds what the identity provider must be told."""
    return ConnectionOut.of(connections.add_connection(body.kind, body.name, actor=actor))


@router.get("/sso/connections/{connection_id}", permission=MANAGE)
def get_connection(actor: Actor, connection_id: UUID) -> ConnectionOut:
    """One identity provider."""
    return ConnectionOut.of(queries.connection(actor, connection_id))


@router.patch("/sso/connections/{connection_id}", permission=MANAGE, step_up=True)
def change_connection(actor: Actor, connection_id: UUID, body: ConnectionChange) -> ConnectionOut:
    """Changes a connection. It is switched on after a test with the same settings succeeded."""
    sso = connections.change_connection(
        queries.connection(actor, connection_id),
        body.changes(),
        secret=body.client_secret,
        actor=actor,
    )
    return ConnectionOut.of(sso)


@router.delete("/sso/connections/{connection_id}", permission=MANAGE, step_up=True, status_code=204)
def remove_connection(actor: Actor, connection_id: UUID) -> Response:
    """Removes a connection; members that it linked stay, and the sessions it opened end."""
    connections.remove_connection(queries.connection(actor, connection_id), actor=actor)
    return Response(status_code=204)


@router.post("/sso/connections/{connection_id}/metadata", permission=MANAGE, step_up=True)
def import_metadata(actor: Actor, connection_id: UUID, body: MetadataIn) -> ConnectionOut:
    """Takes a SAML provider's settings from its metadata."""
    sso = queries.connection(actor, connection_id)
    document = body.xml.encode() if body.xml else reading.fetch_metadata(body.url or "")
    fields = reading.read_metadata(document)
    return ConnectionOut.of(connections.change_connection(sso, fields, secret=None, actor=actor))


@router.get("/sso/connections/{connection_id}/links", permission=MANAGE)
def list_links(actor: Actor, connection_id: UUID, search: Search = "") -> Page[LinkOut]:
    """The first members, by address, who sign in by this connection and whom the words fit."""
    found = queries.links(actor, queries.connection(actor, connection_id), search.strip())
    return Page(
        items=[
            LinkOut(
                member_id=member.id,
                name=member.user.name,
                email=member.user.email,
                subject=link.uid,
                last_sign_in_at=link.last_login,
            )
            for member, link in found
        ]
    )


@router.delete(
    "/sso/connections/{connection_id}/links/{member_id}",
    permission=MANAGE,
    step_up=True,
    status_code=204,
)
def release_link(actor: Actor, connection_id: UUID, member_id: UUID) -> Response:
    """Releases a member's link, so that the address can be linked to another subject."""
    sso = queries.connection(actor, connection_id)
    connections.release_link(sso, member_id, actor=actor)
    return Response(status_code=204)


@router.post("/sso/discovery", permission=MANAGE)
def discover(actor: Actor, body: IssuerIn) -> DiscoveryOut:
    """Reads what an OpenID provider says of itself."""
    return DiscoveryOut(**reading.discover(body.issuer))


@router.post("/sso/connections/{connection_id}/tests", permission=MANAGE, status_code=201)
def begin_test(actor: Actor, connection_id: UUID) -> TestOut:
    """Begins a test sign-in: the browser navigates to `start_url`; nobody is signed in by it."""
    return TestOut.of(testing.begin_test(queries.connection(actor, connection_id), actor=actor))


@router.get("/sso/tests/{test_id}", permission=MANAGE)
def get_test(actor: Actor, test_id: UUID) -> TestOut:
    """What a test sign-in found, and what a sign-in would have done."""
    row = queries.test_sign_in(actor, test_id)
    code = (row.result or {}).get("code")
    told = words(code, actor.language) if code else None
    return TestOut.of(row, told.title if told else "", told.hint if told else "")


@router.get("/sso/domains", permission=MANAGE)
def list_domains(actor: Actor) -> Page[DomainOut]:
    """The workspace's e-mail domains."""
    return Page(items=[DomainOut.of(row) for row in queries.domains(actor)])


@router.post("/sso/domains", permission=MANAGE, step_up=True, status_code=201)
def add_domain(actor: Actor, body: DomainIn) -> DomainOut:
    """Lists a domain; the answer holds the TXT record that proves it."""
    bound = domains.connection_for(actor, body.connection_id)
    return DomainOut.of(domains.add_domain(body.name, bound, actor=actor))


@router.patch("/sso/domains/{domain_id}", permission=MANAGE, step_up=True)
def bind_domain(actor: Actor, domain_id: UUID, body: DomainChange) -> DomainOut:
    """Binds a domain to one connection, or to none."""
    domain = queries.domain(actor, domain_id)
    bound = domains.connection_for(actor, body.connection_id)
    return DomainOut.of(domains.bind_domain(domain, bound, actor=actor))


@router.post("/sso/domains/{domain_id}/check", permission=MANAGE)
def check_domain(actor: Actor, domain_id: UUID) -> DomainOut:
    """Looks for the TXT record now."""
    return DomainOut.of(domains.check_domain(queries.domain(actor, domain_id), actor=actor))


@router.delete("/sso/domains/{domain_id}", permission=MANAGE, step_up=True, status_code=204)
def remove_domain(actor: Actor, domain_id: UUID) -> Response:
    """Takes a domain off the list."""
    domains.remove_domain(queries.domain(actor, domain_id), actor=actor)
    return Response(status_code=204)


@router.get("/sso/enforcement", permission=MANAGE)
def get_enforcement(actor: Actor) -> EnforcementOut:
    """Whether single sign-on is enforced, and who is exempt."""
    return EnforcementOut(**enforcing.enforcement(actor))


@router.put("/sso/enforcement", permission=MANAGE, step_up=True)
def set_enforcement(actor: Actor, body: EnforcementIn) -> EnforcementOut:
    """Enforces single sign-on, but for the emergency admins, or lifts that."""
    enforcing.set_enforcement(body.enforced, body.break_glass, actor=actor)
    return EnforcementOut(**enforcing.enforcement(actor))


@router.get("/sso/sign-out", permission=Permission.PROFILE_READ)
def provider_sign_out(actor: Actor, request: Request) -> SignOutOut:
    """Where to go after signing out, so that the identity provider's session ends too."""
    key = request.cookies.get(leaving.cookie_name()) if actor.credential == "session" else None
    return SignOutOut(url=leaving.provider_sign_out(key, actor=actor))
