"""Commands on the workspace's content: ingest, search, ask."""

import typer


def register(app: typer.Typer) -> None:
    """Adds the commands to the root."""
