"""Finds or starts the database before Django is set up, and tells child processes where it is."""

import os
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from netz.config.env import Environment, environment
from netz.core.embedded import Dsns, EmbeddedPostgres, make_role
from netz.core.failures import ExpectedFailure
from netz.core.schema_roles import APP_ROLE
from netz.core.secrets_file import load_secrets

CONNECT_SECONDS = 5

_embedded: EmbeddedPostgres | None = None


class BootstrapError(ExpectedFailure):
    """The installation cannot start; the text is one sentence for the person at the keyboard."""


def bootstrap() -> EmbeddedPostgres | None:
    """Makes the data directory, secrets and connections ready, then sets Django up.

    Returns the embedded cluster when this process holds it. Raises `BootstrapError`.
    """
    global _embedded
    env = environment()
    if not env.app_dsn:
        prepare_data_dir(env.data_dir)
        if env.database_url:
            dsns = external_dsns(env)
        else:
            _embedded = _embedded or EmbeddedPostgres(env.data_dir)
            dsns = _embedded.start()
        os.environ["NETZ_APP_DSN"] = with_patience(dsns.app)
        os.environ["NETZ_OWNER_DSN"] = with_patience(dsns.owner)
        environment.cache_clear()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netz.config.settings")
    import django

    django.setup()
    from netz.config.events import wire

    wire()
    return _embedded


def with_patience(dsn: str) -> str:
    """The address with an end to waiting for a connection, unless it says one itself.

    A database host that does not answer would hold a thread for minutes.
    """
    params: dict[str, Any] = {"connect_timeout": CONNECT_SECONDS, **conninfo_to_dict(dsn)}
    return make_conninfo(**params)


def prepare_data_dir(data_dir: Path) -> None:
    """Creates the directory and proves that it can be written. Raises `BootstrapError`."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        probe = data_dir / ".probe"
        probe.write_bytes(b"\0" * 65536)
        probe.unlink()
    except OSError as error:
        raise BootstrapError(
            f"DATA_DIR {data_dir.resolve()} cannot be written: {error.strerror}."
        ) from error


def external_dsns(env: Environment) -> Dsns:
    """Connections to the PostgreSQL of `DATABASE_URL`.

    When that role could bypass isolation (it owns the database or is a superuser), it migrates,
    and the program itself runs as `netz_app`, made with a password kept in the data directory.
    """
    try:
        with psycopg.connect(env.database_url, autocommit=True, connect_timeout=10) as connection:
            row = connection.execute(
                "SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole"
                " OR pg_has_role(d.datdba, 'MEMBER')"
                " FROM pg_roles r, pg_database d"
                " WHERE r.rolname = current_user AND d.datname = current_database()"
            ).fetchone()
            if not (row and row[0]):
                return Dsns(owner=env.owner_database_url or env.database_url, app=env.database_url)
            password = load_secrets(env.data_dir)["app_password"]
            try:
                make_role(connection, APP_ROLE, password)
            except psycopg.errors.InsufficientPrivilege as error:
                raise BootstrapError(
                    f"DATABASE_URL's role may not create the role {APP_ROLE}: create it"
                    " (LOGIN, no other right) and give its address as DATABASE_URL and the owner's"
                    " as NETZ_OWNER_DATABASE_URL."
                ) from error
            connection.execute(
                sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                    sql.Identifier(connection.info.dbname), sql.Identifier(APP_ROLE)
                )
            )
            params: dict[str, Any] = dict(conninfo_to_dict(env.database_url))
            return Dsns(
                owner=env.database_url,
                app=make_conninfo(**{**params, "user": APP_ROLE, "password": password}),
            )
    except psycopg.ProgrammingError as error:
        raise BootstrapError("DATABASE_URL is not the address of a PostgreSQL database.") from error
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        raise BootstrapError(f"DATABASE_URL cannot be reached: {reason}.") from error
