"""Commands on the workspace's content: ingest, search, ask."""

import time
from pathlib import Path
from typing import Annotated

import typer

from netz.cli.failures import CommandError
from netz.cli.session import JsonFlag, WorkspaceOption, acting, open_installation, print_json

AudienceOption = Annotated[
    str | None,
    typer.Option(help="public, workspace or companies:<id>,<id>; default: the folder's rule"),
]


def register(app: typer.Typer) -> None:
    """Adds the commands to the root."""
    app.command()(ingest)
    app.command()(search)
    app.command()(ask)


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="files or folders")],
    audience: AudienceOption = None,
    wait: Annotated[bool, typer.Option(help="read the files now; else a worker does")] = True,
    json_output: JsonFlag = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Add files and folders to the workspace's documents."""
    files = _files(paths)
    open_installation()
    from netz.cli.ingestion import ingest_files

    report = ingest_files(
        files, audience=audience, wait=wait, workspace=workspace, quiet=json_output
    )
    if json_output:
        print_json(report.as_json())
    else:
        report.show()
    raise typer.Exit(1 if report.failed else 0)


def search(
    text: Annotated[str, typer.Argument(help="what to look for")],
    limit: Annotated[int, typer.Option(min=1, max=50)] = 10,
    json_output: JsonFlag = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Find passages."""
    open_installation()
    from netz.knowledge.queries import search as find
    from netz.knowledge.schemas import SearchOut, SearchResult

    with acting(workspace) as actor:
        started = time.perf_counter()
        hits = find(actor, text, limit=limit)
        took = round((time.perf_counter() - started) * 1000, 2)
    found = SearchOut(results=[SearchResult.of(hit) for hit in hits], took_ms=took)
    if json_output:
        print_json(found)
        return
    for number, result in enumerate(found.results, 1):
        typer.secho(f"{number}. {result.title}  ({result.path})", bold=True)
        typer.echo("   " + result.text[:300].replace("\n", "\n   "))
    if not found.results:
        typer.echo("Nothing found.")


def ask(
    text: Annotated[str, typer.Argument(help="the question")],
    json_output: JsonFlag = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Ask a question; the answer names its sources."""
    open_installation()
    from netz.assistant.services.writing import answer_now

    with acting(workspace) as actor:
        pass
    answer = answer_now(text, actor=actor)
    if json_output:
        print_json(answer)
        return
    typer.echo(answer.text)
    for citation in answer.citations:
        place = f", p. {citation.page}" if citation.page else ""
        typer.secho(f"[{citation.index}] {citation.title} ({citation.path}{place})", dim=True)
    typer.secho(answer.ai_notice, dim=True)


def _files(paths: list[Path]) -> list[tuple[Path, str]]:
    """Every file below the paths, with its path in the workspace."""
    found: list[tuple[Path, str]] = []
    for path in paths:
        if not path.exists():
            raise CommandError(f"{path} does not exist.")
        if path.is_file():
            found.append((path, path.name))
            continue
        root = path.resolve()
        inner = sorted(one for one in root.rglob("*") if one.is_file())
        found += [(one, str(Path(root.name) / one.relative_to(root))) for one in inner]
    visible = [(path, name) for path, name in found if not path.name.startswith(".")]
    if not visible:
        raise CommandError("There is no file to ingest.")
    return visible
