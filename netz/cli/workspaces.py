"""`netz workspace`: the first step of an installation without the demo."""

from typing import Annotated

import typer

from netz.cli.failures import CommandError
from netz.cli.session import JsonFlag, open_installation, print_json

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
