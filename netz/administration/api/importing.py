"""Endpoints of many members at once: table in, table out."""

from typing import Annotated

from fastapi import File, Form, Response, UploadFile

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Output
from netz.core.permissions import Permission
from netz.workspaces.importing import Plan, apply_table, members_table, preview_table
from netz.workspaces.importing.planning import Action
from netz.workspaces.importing.reading import MAX_BYTES

router = Router(tags=["members"])

Table = Annotated[UploadFile, File(description="CSV with a first line that names the columns")]


class ImportRowOut(Output):
    """What becomes of one row; `before` and `after` are role and company."""

    line: int
    email: str
    action: Action
    before: str
    after: str
    reason: str


class PlanOut(Output):
    """What the table does; `digest` is to be given back to have exactly this done."""

    rows: list[ImportRowOut]
    digest: str

    @classmethod
    def of(cls, plan: Plan) -> "PlanOut":
        """From the domain's value."""
        return cls(rows=[ImportRowOut.model_validate(row) for row in plan.rows], digest=plan.digest)


@router.post("/members/import/preview", permission=Permission.MEMBERS_MANAGE, reads=True)
def preview_import(actor: Actor, file: Table) -> PlanOut:
    """What a table of members would do, row by row; nothing is changed."""
    return PlanOut.of(preview_table(file.file.read(MAX_BYTES + 1), actor=actor))


@router.post("/members/import", permission=Permission.MEMBERS_MANAGE)
def import_members(
    actor: Actor, file: Table, digest: Annotated[str, Form(max_length=64)]
) -> PlanOut:
    """Does what the preview with this digest showed; 409 when it would be anything else now."""
    return PlanOut.of(apply_table(file.file.read(MAX_BYTES + 1), digest, actor=actor))


@router.get("/members/export", permission=Permission.MEMBERS_MANAGE)
def export_members(actor: Actor) -> Response:
    """All members as CSV; the trail says who took them along."""
    return Response(
        members_table(actor),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="members.csv"'},
    )
