"""`netz account`: what only who operates the installation may do to somebody's account."""

from typing import Annotated

import typer

from netz.cli.session import open_installation

app = typer.Typer(help="Accounts.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Accounts."""


@app.command()
def reset_factors(
    address: Annotated[str, typer.Argument(help="the account's e-mail address")],
) -> None:
    """Take away the second factors of a person who lost them; their workspaces' trails tell."""
    open_installation()
    from netz.workspaces.services.signing_out import reset_account_factors

    kinds = reset_account_factors(address)
    typer.echo(f"Removed: {', '.join(kinds) or 'nothing was set up'}. Signed out everywhere.")
