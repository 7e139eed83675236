"""`netz workspace`: making one, taking its data along, and ending it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netz.cli.failures import CommandError
from netz.cli.session import JsonFlag, acting, open_installation, print_json

if TYPE_CHECKING:
    from netz.administration.models import DeletionRecord

app = typer.Typer(help="Workspaces.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Workspaces."""


@app.command()
def create(
    name: Annotated[str, typer.Option(prompt="Name of your company")],
    email: Annotated[str, typer.Option(prompt="E-mail address of the first admin")],
    admin_name: Annotated[str, typer.Option(prompt="Name of the first admin")],
    password: Annotated[
        str, typer.Option(prompt="Password", hide_input=True, confirmation_prompt=True)
    ],
    slug: Annotated[str | None, typer.Option(help="short name; default: made of the name")] = None,
    json_output: JsonFlag = False,
) -> None:
    """Make a workspace with its first admin, who then invites the others."""
    open_installation()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import IntegrityError, transaction
    from django.utils.text import slugify

    from netz.accounts.models import User
    from netz.workspaces.services import found_workspace

    try:
        validate_email(email)
        validate_password(password, User(email=email, name=admin_name))
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    try:
        with transaction.atomic():
            admin = User.objects.filter(email=email.strip().lower()).first()
            admin = admin or User.objects.create_user(email, password, name=admin_name)
            workspace, _ = found_workspace(
                name=name, slug=slug or slugify(name)[:80] or "workspace", admin=admin
            )
    except IntegrityError as error:
        raise CommandError("A workspace with this short name exists: choose a --slug.") from error
    if json_output:
        print_json({"id": str(workspace.id), "slug": workspace.slug})
    else:
        typer.echo(f"Workspace “{workspace.name}” ({workspace.slug}) is ready: sign in as {email}.")


SlugArgument = Annotated[str, typer.Argument(help="the workspace's short name")]


@app.command()
def export(
    slug: SlugArgument,
    to: Annotated[Path, typer.Option(help="the ZIP file to write")],
    passages: Annotated[bool, typer.Option(help="also what was read from documents")] = False,
    language: Annotated[str, typer.Option(help="of the README: fr or en")] = "fr",
    json_output: JsonFlag = False,
) -> None:
    """Write all data of a workspace into one ZIP file."""
    if to.exists():
        raise CommandError(f"{to} exists already: choose another file, nothing was written.")
    open_installation()
    from netz.administration.export.direct import export_to

    with acting(slug) as actor:
        pass
    written = export_to(to.resolve(), passages=passages, language=language, actor=actor)
    if json_output:
        print_json(
            {
                "file": str(to),
                "size": written.size,
                "sha256": written.sha256,
                "rows": written.rows,
                "files": written.files,
            }
        )
    else:
        typer.echo(f"{to}: {written.rows} rows, {written.files} files, {written.size} bytes")
        typer.echo(f"SHA-256 {written.sha256}")


@app.command()
def delete(
    slug: SlugArgument,
    name: Annotated[
        str | None, typer.Option(help="the workspace's name, as a confirmation")
    ] = None,
    days: Annotated[int, typer.Option(min=1, max=90, help="until it is deleted")] = 14,
    now: Annotated[bool, typer.Option("--now", help="at once; nothing brings it back")] = False,
    json_output: JsonFlag = False,
) -> None:
    """Plan the deletion of a workspace, or with --now delete it at once."""
    open_installation()
    from netz.administration.deletion.running import delete_workspace
    from netz.workspaces.services.closing import close_workspace

    with acting(slug) as actor:
        pass
    typed = name if name is not None else typer.prompt("Type the workspace's name to confirm")
    with acting(slug) as actor:
        day = close_workspace(typed, days=0 if now else days, again=now, actor=actor)
    record = delete_workspace(actor.workspace_id) if now else None
    if record is not None:
        _show_record(record, json_output)
    elif json_output:
        print_json({"workspace": str(actor.workspace_id), "closes_at": day.isoformat()})
    else:
        typer.echo(f"It will be deleted on {day:%Y-%m-%d %H:%M} UTC; everybody is told by mail.")
        typer.echo(f"To keep it: netz workspace keep {slug}")


@app.command()
def keep(slug: SlugArgument) -> None:
    """Take a planned deletion back."""
    open_installation()
    from netz.workspaces.services.closing import keep_workspace

    with acting(slug) as actor:
        kept = keep_workspace(actor=actor)
    typer.echo("The workspace is kept." if kept else "No deletion was planned.")


@app.command()
def deletions(json_output: JsonFlag = False) -> None:
    """List the workspaces that were deleted: who asked, when, how much, and the signed record."""
    open_installation()
    from netz.administration.deletion.queries import records

    found = records()
    if json_output:
        print_json([_told(record) for record in found])
        return
    for record in found:
        _show_record(record, json_output=False)
    if not found:
        typer.echo("No workspace was deleted.")


def _told(record: DeletionRecord) -> dict[str, object]:
    from netz.audit.heads import holds

    return {
        "workspace": str(record.former_id),
        "slug": record.slug,
        "asked_by": record.asked_by,
        "finished_at": record.finished_at and record.finished_at.isoformat(),
        "statement": record.statement,
        "signature_holds": record.statement is not None and holds(record.statement),
    }


def _show_record(record: DeletionRecord, json_output: bool) -> None:
    told = _told(record)
    if json_output:
        print_json(told)
        return
    if record.statement is None:
        typer.echo(f"{record.slug}: interrupted; the worker goes on with it within minutes.")
        return
    typer.echo(
        f"{record.slug} ({record.name}): deleted on {record.finished_at:%Y-%m-%d %H:%M} UTC,"
        f" asked for by {record.asked_by}; {sum(record.rows.values())} rows,"
        f" {record.statement['users']} accounts, {record.statement['files']} files;"
        f" trail {record.head_seq} {record.head_hash[:16]}…;"
        f" signature {'holds' if told['signature_holds'] else 'BROKEN'}"
    )
