"""Endpoints of the signed-in member."""

from fastapi import Request, Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.queries.policy import own_due_at
from netz.workspaces.schemas.looks import LooksOut
from netz.workspaces.schemas.me import (
    Me,
    MeMember,
    PreviewIn,
    PreviewOut,
    ProfileIn,
    WorkspaceChoice,
    WorkspaceOut,
    WorkspaceRefOut,
)
from netz.workspaces.schemas.people import UserOut
from netz.workspaces.schemas.preferences import PreferencesOut
from netz.workspaces.sessions import (
    choices_of,
    choose_workspace,
    leave_preview,
    look_as,
)

router = Router(tags=["workspace"])


@router.get("/me", permission=Permission.PROFILE_READ)
def read_me(actor: Actor) -> Me:
    """Who this credential is, in which workspace, and what it may do."""
    member = queries.member(actor, actor.member_id)
    preferences = PreferencesOut.of(queries.at_the_screen(actor, member))
    return Me(
        user=UserOut.model_validate(member.user),
        member=MeMember.model_validate(member),
        workspace=WorkspaceOut.model_validate(member.workspace),
        looks=LooksOut.of(member.workspace),
        workspaces=[WorkspaceRefOut.model_validate(ref) for ref in queries.workspaces_of(actor)],
        permissions=sorted(actor.permissions),
        language=actor.language,
        theme=preferences.theme,
        preferences=preferences,
        credential=actor.credential,
        preview=_preview(actor),
        mfa_due_at=own_due_at(member, actor),
    )


def _preview(actor: Actor) -> PreviewOut | None:
    found = queries.running_preview(actor)
    return PreviewOut.of(found) if found else None


@router.patch("/me", permission=Permission.PROFILE_WRITE)
def change_me(actor: Actor, body: ProfileIn) -> UserOut:
    """Changes one's own name, language or theme."""
    chosen = {"language": body.language, "theme": body.theme}
    user = services.change_profile(
        name=body.name,
        preferences={name: value for name, value in chosen.items() if value is not None},
        actor=actor,
    )
    return UserOut.model_validate(user)


@router.get("/me/workspaces", signed_in=True)
def list_workspaces(request: Request) -> Page[WorkspaceRefOut]:
    """Where the signed-in person is a member, with what each workspace still asks for: also while
    none of them is open to this sign-in."""
    return Page(items=[WorkspaceRefOut.model_validate(ref) for ref in choices_of(request)])


@router.put("/me/workspace", signed_in=True, status_code=204)
def switch_workspace(request: Request, body: WorkspaceChoice) -> Response:
    """Lets this sign-in open another of the person's workspaces, from the next request on.

    An API key opens its own for good, and so does a sign-in by a workspace's identity provider.
    """
    choose_workspace(request, body.workspace_id)
    return Response(status_code=204)


@router.put("/me/preview", permission=Permission.MEMBERS_MANAGE)
def start_preview(actor: Actor, request: Request, body: PreviewIn) -> PreviewOut:
    """Shows this sign-in what a client's person sees, for 30 minutes and for reading only."""
    return PreviewOut.of(look_as(request, body.member_id, actor=actor))


@router.delete("/me/preview", permission=Permission.PROFILE_READ, reads=True, status_code=204)
def end_preview(actor: Actor, request: Request) -> Response:
    """Ends the preview, if one runs."""
    leave_preview(request, actor=actor)
    return Response(status_code=204)
