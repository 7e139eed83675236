"""Whom the command line acts as: the first admin of the chosen workspace."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from pydantic import BaseModel

from netz.cli.failures import CommandError
from netz.core.actor import Actor

JsonFlag = Annotated[bool, typer.Option("--json", help="print JSON for machines")]
WorkspaceOption = Annotated[
    str | None, typer.Option("--workspace", "-w", help="slug of the workspace; default: the first")
]


def open_installation() -> None:
    """Starts or joins the database and sets the program up, quietly."""
    from netz.config.bootstrap import bootstrap
    from netz.config.env import environment
    from netz.core.logs import configure_logs

    bootstrap()
    configure_logs("WARNING" if environment().log_level == "INFO" else environment().log_level)


@contextmanager
def acting(workspace: str | None) -> Iterator[Actor]:
    """A transaction as the workspace's first admin. Raises `CommandError` without one."""
    from django.db import connection, transaction

    from netz.core.db import enter_workspace
    from netz.workspaces.credentials import system_actor

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id, member_id, user_id FROM netz_workspace_by_slug(%s)", [workspace]
            )
            row = cursor.fetchone()
        if row is None:
            raise CommandError(
                f"There is no workspace “{workspace}”."
                if workspace
                else "There is no workspace yet: run netz serve once."
            )
        enter_workspace(row[0])
        yield system_actor(*row)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    if isinstance(value, BaseModel):
        sys.stdout.write(value.model_dump_json() + "\n")
    else:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
