"""Endpoints of the signed-in member."""

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.schemas.me import Me, MeMember, ProfileIn, WorkspaceOut, WorkspaceRefOut
from netz.workspaces.schemas.people import UserOut

router = Router(tags=["workspace"])


@router.get("/me", permission=Permission.PROFILE_READ)
def read_me(actor: Actor) -> Me:
    """Who this credential is, in which workspace, and what it may do."""
    member = queries.member(actor, actor.member_id)
    return Me(
        user=UserOut.model_validate(member.user),
        member=MeMember.model_validate(member),
        workspace=WorkspaceOut.model_validate(member.workspace),
        workspaces=[WorkspaceRefOut.model_validate(ref) for ref in queries.workspaces_of(actor)],
        permissions=sorted(actor.permissions),
        language=actor.language,
        theme=member.user.theme,
        credential=actor.credential,
    )


@router.patch("/me", permission=Permission.PROFILE_WRITE)
def change_me(actor: Actor, body: ProfileIn) -> UserOut:
    """Changes one's own name, language or theme."""
    user = services.change_profile(
        name=body.name, language=body.language, theme=body.theme, actor=actor
    )
    return UserOut.model_validate(user)
