"""Commands that run and look after the installation: serve, web, worker, migrate, doctor."""

from typing import Annotated

import typer

JsonFlag = Annotated[bool, typer.Option("--json", help="print JSON for machines")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the root."""
    app.command()(serve)
    app.command()(web)
    app.command()(worker)
    app.command()(migrate)
    app.command()(doctor)


def serve() -> None:
    """Run everything: database, migrations, web and worker. Ctrl-C stops it."""
    from netz.config.supervisor import serve as run

    raise typer.Exit(run())


def web() -> None:
    """Run one web process (API, pages, live streams)."""
    from netz.config.bootstrap import bootstrap

    bootstrap()
    from netz.config.processes import run_web

    run_web()


def worker() -> None:
    """Run one worker process (jobs and periodic jobs)."""
    from netz.config.bootstrap import bootstrap

    bootstrap()
    from netz.config.processes import run_worker

    run_worker()


def migrate() -> None:
    """Bring the database to this version's schema and apply isolation."""
    from netz.config.bootstrap import bootstrap

    bootstrap()
    from netz.config.migrate import migrate as run

    run(typer.echo)
    typer.echo("The database is up to date.")


def doctor(json_output: JsonFlag = False) -> None:
    """Check every dependency and setting, and say what to do."""
    from netz.config.doctor import examine, show

    checks = examine()
    show(checks, as_json=json_output)
    raise typer.Exit(0 if all(check.ok for check in checks) else 1)
