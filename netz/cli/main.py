"""`netz`: the command line. Each command says what it needs, and exits with 0, 1 (failed) or 2 (usage)."""

import sys

import typer

from netz.cli import content, keys, operations

app = typer.Typer(
    name="netz",
    help="NETZ AI: answers from the company's own documents.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
operations.register(app)
content.register(app)
app.add_typer(keys.app, name="apikey")


def main() -> None:
    """Entry point of the `netz` script: expected failures are one sentence, not a traceback."""
    from netz.cli.failures import EXPECTED, sentence

    try:
        app()
    except EXPECTED as error:
        sys.stderr.write(f"netz: {sentence(error)}\n")
        sys.exit(1)
