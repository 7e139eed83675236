"""`netz`: the command line. Exit codes: 0 done, 1 failed, 2 wrong usage."""

import sys

import typer

from netz.cli import account, audit, content, keys, operations, workspaces

app = typer.Typer(
    name="netz",
    help="NETZ AI: answers from the company's own documents.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
operations.register(app)
content.register(app)
app.add_typer(account.app, name="account")
app.add_typer(audit.app, name="audit")
app.add_typer(keys.app, name="apikey")
app.add_typer(workspaces.app, name="workspace")


def main() -> None:
    """Entry point of the `netz` script: expected failures are one sentence, not a traceback."""
    from netz.cli.failures import EXPECTED, sentence

    try:
        app()
    except EXPECTED as error:
        sys.stderr.write(f"netz: {sentence(error)}\n")
        sys.exit(1)
