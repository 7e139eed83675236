"""`netz apikey`: credentials for machines."""

from datetime import timedelta
from typing import Annotated

import typer

from netz.cli.session import JsonFlag, WorkspaceOption, acting, open_installation, print_json

app = typer.Typer(help="API keys.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """API keys."""


@app.command()
def create(
    name: Annotated[str, typer.Option(help="what the key is for")] = "command line",
    scope: Annotated[list[str] | None, typer.Option(help="a permission; repeat for more")] = None,
    days: Annotated[int | None, typer.Option(min=1, help="days until it expires")] = None,
    json_output: JsonFlag = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Make an API key of the workspace's first admin and print it, this once."""
    open_installation()
    from django.utils import timezone

    from netz.core.permissions import Permission
    from netz.workspaces.services import create_api_key

    known = {permission.value for permission in Permission}
    for wanted in scope or ():
        if wanted not in known:
            raise typer.BadParameter(f"unknown scope {wanted}; known: {', '.join(sorted(known))}")
    with acting(workspace) as actor:
        key, secret = create_api_key(
            name,
            scopes=[Permission(value) for value in scope] if scope else None,
            expires_at=timezone.now() + timedelta(days=days) if days else None,
            actor=actor,
        )
    if json_output:
        print_json({"key": secret, "id": str(key.id), "scopes": key.scopes})
    else:
        typer.echo(secret)
