"""Loading the demo workspace: once, whole, and never over somebody's own workspace."""

import json
import os
import subprocess
import sys
from pathlib import Path

from netz.demo.loader import demo_accounts, load_demo
from netz.demo.manifest import read_demo
from tests.factories import make_world

DEMO = read_demo()
FRESH_INSTALLATION = """
import json
from netz.config.bootstrap import bootstrap
postgres = bootstrap()
from netz.config.migrate import migrate
migrate()
from netz.demo.loader import demo_accounts, load_demo
from netz.accounts.models import User
from netz.core.db import tenant
from netz.knowledge.models import Document
from netz.workspaces.credentials import system_actor
from django.db import connection

def state():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM netz_workspace_by_slug(NULL)")
        (workspace,) = cursor.fetchone()
    with tenant(workspace):
        rows = Document.objects.select_related("audience").order_by("path")
        return [[row.path, row.title, row.audience.kind, row.status] for row in rows]

before, said = demo_accounts(), []
load_demo(said.append)
once, spoken = state(), len(said)
load_demo(said.append)
print(json.dumps({
    "accounts_before": len(before),
    "spoken": spoken,
    "spoken_twice": len(said),
    "once": once,
    "twice": state(),
    "users": User.objects.count(),
    "accounts": [[each.email, each.role, each.company] for each in demo_accounts()],
}))
postgres.stop()
"""


def run_fresh(data_dir: Path) -> dict:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("NETZ_") and name not in ("DATABASE_URL", "XDG_RUNTIME_DIR")
    }
    environment |= {"DATA_DIR": str(data_dir), "NETZ_LOG_LEVEL": "WARNING"}
    done = subprocess.run(
        [sys.executable, "-c", FRESH_INSTALLATION],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_fresh_installation_gets_the_demo_once(tmp_path):
    tmp_path.chmod(0o755)
    found = run_fresh(tmp_path / "var")
    assert found["accounts_before"] == 0
    assert found["spoken"] > 0
    assert found["spoken_twice"] == found["spoken"]
    assert found["twice"] == found["once"]
    assert found["users"] == len(DEMO.people)
    kinds = {
        document.path: audience if isinstance(audience, str) else "companies"
        for document in DEMO.documents
        for audience in [DEMO.audience_of(document)]
    }
    expected = [
        [document.path, document.title, kinds[document.path], "queued"]
        for document in sorted(DEMO.documents, key=lambda document: document.path)
    ]
    assert sorted(found["once"]) == sorted(expected)
    companies = {company.key: company.name for company in DEMO.companies}
    assert found["accounts"] == [
        [person.email, person.role, companies.get(person.company, "")] for person in DEMO.people
    ]


def test_an_installation_with_a_workspace_is_left_alone():
    make_world()
    said: list[str] = []
    load_demo(said.append)
    assert said == []
    assert demo_accounts() == ()
