"""What the lines of the bench share: the running product, its database, workspaces of their own."""

import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from bench import reference as bare
from bench.machine import load
from bench.server import Product, Program, free_port, reference
from bench.table import Figure, Line, Target
from netz.core.embedded import Dsns, EmbeddedPostgres
from netz.core.schema_roles import APP_ROLE

if TYPE_CHECKING:
    from netz.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Space:
    """A workspace: its admin as an actor, and an API key of that admin."""

    actor: "Actor"
    key: str


@dataclass(slots=True)
class Setting:
    """A run of the bench."""

    product: Product
    data: Path | None = None
    small: bool = False
    full: bool = False
    dsns: Dsns = field(default_factory=lambda: Dsns("", ""))
    demo_key: str = ""
    lines: list[Line] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    spaces: dict[str, Space] = field(default_factory=dict)

    @property
    def embeddings(self) -> str:
        """The model that the product was told to use, as an installation's setting names it."""
        return self.product.own["NETZ_EMBEDDINGS"]

    def count(self, wanted: int, least: int = 3) -> int:
        """How often to measure: a tenth of it in a trial run of the bench itself."""
        return max(least, wanted // 10) if self.small else wanted

    def add(
        self,
        title: str,
        product: Figure,
        *references: Figure,
        target: Target | None = None,
        note: str = "",
        loaded: float = 0.0,
    ) -> None:
        """Keeps a line and says that it is done."""
        line = Line(title, product, references, target or Target(), note, loaded or load())
        self.lines.append(line)
        print(f"  {title}: {product.median:.4g} {product.unit}", flush=True)

    def open(self) -> None:
        """Reads how to connect, and sets Django up in this process without holding the cluster."""
        cluster = EmbeddedPostgres(self.product.data_dir)
        self.dsns = cluster.start()
        cluster.stop()
        os.environ.update(
            self.product.own,
            NETZ_APP_DSN=self.dsns.app,
            NETZ_OWNER_DSN=self.dsns.owner,
        )
        from netz.config.bootstrap import bootstrap
        from netz.config.env import environment
        from netz.core.logs import configure_logs

        environment.cache_clear()
        bootstrap()
        configure_logs("WARNING")
        logging.getLogger("bm25s").setLevel(logging.WARNING)
        bare.prepare(self.dsns.owner, APP_ROLE)

    def postgresql(self) -> str:
        """The version of the database."""
        with psycopg.connect(self.dsns.app) as connection:
            return str(connection.info.parameter_status("server_version"))

    @contextmanager
    def bare_endpoint(self) -> Iterator[Program]:
        """The reference on the same database while the block runs."""
        program = reference(free_port(), dsn=self.dsns.app)
        program.start("/me", bare.KEY)
        try:
            yield program
        finally:
            program.stop()

    def space(self, name: str) -> Space:
        """The workspace of that name, made when it is first asked for."""
        if name not in self.spaces:
            self.spaces[name] = _new_space(name)
        return self.spaces[name]


def _new_space(name: str) -> Space:
    from django.db import transaction

    from netz.accounts.models import User
    from netz.workspaces.services import create_api_key, found_workspace

    with transaction.atomic():
        address = f"bench.{secrets.token_hex(6)}@example.com"
        user = User.objects.create_user(address, secrets.token_urlsafe(16), name="Bench")
        slug = f"bench-{name}-{secrets.token_hex(3)}"
        _, actor = found_workspace(name=f"Bench {name}", slug=slug, admin=user)
        _, key = create_api_key("bench", scopes=None, expires_at=None, actor=actor)
    return Space(actor, key)
