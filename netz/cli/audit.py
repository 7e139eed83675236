"""`netz audit`: the trail."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from netz.cli.session import JsonFlag, WorkspaceOption, acting, open_installation, print_json

if TYPE_CHECKING:
    from netz.audit.chain import Bad

app = typer.Typer(help="The trail.", no_args_is_help=True)

_FAULTS = {
    "changed": "was changed, or is not in its place",
    "removed": "was removed",
    "gap": "and its place in the chain were removed",
    "unchained": "was added beside the chain",
    "tail": "and those after it were removed or replaced",
    "pruned": "and those before it were removed without a pruning",
}


@app.callback()
def _group() -> None:
    """The trail."""


@app.command()
def verify(
    head: Annotated[
        Path | None, typer.Option(help="a signed head that was kept elsewhere", exists=True)
    ] = None,
    json_output: JsonFlag = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Find any edit, gap, reorder or removal, in all workspaces or one. Exit code 1: found."""
    open_installation()
    found = [_against(head)] if head else [_check(one) for one in _wanted(workspace)]
    for report in found:
        print_json(report) if json_output else typer.echo(_sentence(report))
    if not all(report["ok"] for report in found):
        raise typer.Exit(1)


def _wanted(workspace: str | None) -> list[UUID]:
    from netz.audit.queries import every_workspace

    if workspace is None:
        return every_workspace()
    with acting(workspace) as actor:
        return [actor.workspace_id]


def _check(workspace_id: UUID) -> dict[str, Any]:
    from netz.audit.chain import verify as check
    from netz.core.db import tenant

    with tenant(workspace_id):
        report = check(workspace_id)
    return _as_json(workspace_id, report.bad) | {"checked": report.checked, "seq": report.seq}


def _against(path: Path) -> dict[str, Any]:
    from netz.audit.heads import compare, read_head
    from netz.core.db import tenant

    kept = read_head(path.read_text())
    with tenant(kept.workspace_id):
        bad = compare(kept)
    return _as_json(kept.workspace_id, bad) | {"head": kept.seq, "head_at": kept.at}


def _as_json(workspace_id: UUID, bad: "Bad | None") -> dict[str, Any]:
    from netz.audit.queries import slug_of

    found: dict[str, Any] = {"workspace": slug_of(workspace_id), "ok": bad is None}
    if bad is not None:
        found |= {
            "fault": bad.fault,
            "row": bad.seq,
            "entry": bad.entry_id,
            "at": bad.created_at,
            "action": bad.action,
        }
    return found


def _sentence(report: dict[str, Any]) -> str:
    name = report["workspace"]
    if report["ok"]:
        if "head" in report:
            return f"{name}: the trail is what it was at {report['head_at']} (row {report['head']})"
        return f"{name}: {report['checked']} rows, all as they were written"
    row = f"row {report['row']}" if report["row"] is not None else "a row"
    entry = f" (entry {report['entry']} {report['action']})".rstrip() if report["entry"] else ""
    return f"{name}: BROKEN: {row}{entry} {_FAULTS[report['fault']]}"
