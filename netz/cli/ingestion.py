"""`netz ingest`: uploads files through the product's own services and follows them to the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from netz.cli.session import acting
from netz.core.errors import Problem
from netz.knowledge import queries
from netz.knowledge.audiences import parse_audience
from netz.knowledge.errors import extraction_words
from netz.knowledge.services import ingest_version, upload_document
from netz.knowledge.services.ingestion import close_pool


@dataclass(slots=True)
class Report:
    """What became of each file."""

    ready: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    queued: list[str] = field(default_factory=list)
    failed: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """For machines."""
        return {
            "ready": self.ready,
            "unchanged": self.unchanged,
            "queued": self.queued,
            "failed": self.failed,
        }

    def show(self) -> None:
        """For a person."""
        typer.echo(
            f"{len(self.ready)} ready, {len(self.unchanged)} unchanged,"
            f" {len(self.queued)} queued, {len(self.failed)} failed"
        )
        for failure in self.failed:
            typer.secho(f"  {failure['path']}: {failure['message']} {failure['hint']}", fg="red")


def ingest_files(
    files: Sequence[tuple[Path, str]],
    *,
    audience: str | None,
    wait: bool,
    workspace: str | None,
    quiet: bool,
) -> Report:
    """Uploads each file in a transaction of its own; one bad file never stops the others.

    With `wait` each is read here and now; a worker that is quicker does no harm.
    """
    report = Report()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, disable=quiet) as progress:
        bar = progress.add_task("documents", total=len(files))
        for path, name in files:
            progress.update(bar, description=name[-40:])
            _ingest_one(path, name, audience, wait, workspace, report)
            progress.advance(bar)
    close_pool()
    return report


def _ingest_one(
    path: Path, name: str, audience: str | None, wait: bool, workspace: str | None, report: Report
) -> None:
    try:
        with acting(workspace) as actor, path.open("rb") as file:
            taken = upload_document(
                file,
                filename=path.name,
                path=name,
                audience=parse_audience(audience) if audience else None,
                actor=actor,
            )
    except Problem as problem:
        words = problem.words("en")
        report.failed.append({"path": name, "message": words.title, "hint": words.hint})
        return
    version = taken.document.latest_id
    if taken.unchanged:
        report.unchanged.append(name)
    elif not wait or version is None:
        report.queued.append(name)
    else:
        ingest_version(actor.workspace_id, version)
        _note_outcome(workspace, taken.document.id, name, report)


def _note_outcome(workspace: str | None, document_id: UUID, name: str, report: Report) -> None:
    with acting(workspace) as actor:
        document = queries.document(actor, document_id)
    if document.status == "failed":
        words = extraction_words(document.error_code, "en")
        report.failed.append({"path": name, "message": words.title, "hint": words.hint})
    else:
        report.ready.append(name)
