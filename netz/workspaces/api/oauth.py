"""Endpoints of applications: registering them, allowing them, and taking that back."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces.oauth import clients, connections, consent
from netz.workspaces.oauth.brakes import braked
from netz.workspaces.schemas.oauth import (
    ApplicationChangeIn,
    ApplicationOut,
    AuthorizationIn,
    AuthorizationOut,
    ConnectedOut,
    ConnectionIn,
    LocationOut,
    NewApplicationIn,
    SecretOut,
)

router = Router(tags=["applications"], prefix="/oauth")
MANAGE = Permission.SECURITY_MANAGE


@router.get("/applications", permission=MANAGE)
def list_applications(actor: Actor) -> Page[ApplicationOut]:
    """The workspace's applications."""
    return Page(items=[ApplicationOut.of(row) for row in clients.applications(actor)])


@router.post("/applications", permission=MANAGE, status_code=201, step_up=True)
def register_application(actor: Actor, body: NewApplicationIn) -> ApplicationOut:
    """Registers an application; the answer holds its secret, this once."""
    row, secret = clients.register(
        body.spec(), confidential=body.confidential, machine=body.machine, actor=actor
    )
    return ApplicationOut.of(row, secret)


@router.put("/applications/{application_id}", permission=MANAGE, step_up=True)
def change_application(
    actor: Actor, application_id: UUID, body: ApplicationChangeIn
) -> ApplicationOut:
    """Changes an application. Switched off, or with fewer scopes, it must ask people again."""
    row = clients.application(actor, application_id)
    clients.change(row, body.spec(), enabled=body.enabled, actor=actor)
    return ApplicationOut.of(row)


@router.post("/applications/{application_id}/secret", permission=MANAGE, step_up=True)
def rotate_secret(actor: Actor, application_id: UUID) -> SecretOut:
    """A new secret, this once; the old one stops working."""
    row = clients.application(actor, application_id)
    return SecretOut(client_secret=clients.rotate_secret(row, actor=actor))


@router.delete("/applications/{application_id}", permission=MANAGE, status_code=204, step_up=True)
def delete_application(actor: Actor, application_id: UUID) -> Response:
    """Takes an application away; all its tokens stop working at once."""
    clients.remove(clients.application(actor, application_id), actor=actor)
    return Response(status_code=204)


@router.get("/authorization", permission=Permission.PROFILE_READ, around=braked)
def read_authorization(
    actor: Actor, query: Annotated[str, Query(max_length=8000)]
) -> AuthorizationOut:
    """What an application asks of the person; `query` is its request as it was sent."""
    return AuthorizationOut.of(consent.asked(query, actor=actor), actor.workspace_name)


@router.post("/authorization", permission=Permission.PROFILE_WRITE, around=braked)
def answer_authorization(actor: Actor, body: AuthorizationIn) -> LocationOut:
    """Allows what an application asks, or not; says where the browser goes with the answer."""
    return LocationOut(location=consent.answer(body.query, allow=body.allow, actor=actor))


@router.get("/connections", permission=Permission.PROFILE_READ)
def list_connections(actor: Actor, *, everyone: bool = False) -> Page[ConnectedOut]:
    """What one allowed applications; with `everyone`, an admin sees the whole workspace's."""
    rows = connections.connections(actor, everyone=everyone)
    return Page(items=[ConnectedOut.of(row) for row in rows])


@router.patch("/connections/{connection_id}", permission=Permission.PROFILE_WRITE)
def narrow_connection(actor: Actor, connection_id: UUID, body: ConnectionIn) -> ConnectedOut:
    """Leaves the application only these scopes of what was allowed; its tokens obey at once."""
    row = connections.connection(actor, connection_id)
    return ConnectedOut.of(connections.narrow(row, body.scopes, actor=actor))


@router.delete("/connections/{connection_id}", permission=Permission.PROFILE_WRITE, status_code=204)
def withdraw_connection(actor: Actor, connection_id: UUID) -> Response:
    """Takes back what was allowed; the application stops working at once."""
    connections.withdraw(connections.connection(actor, connection_id), actor=actor)
    return Response(status_code=204)
