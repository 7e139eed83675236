"""Uploads and jobs at the same moment: one document, indexed once."""

from functools import partial
from typing import Any

from django.db import connection
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.knowledge.models import Document, Passage, Version
from tests.factories import make_world
from tests.jobs import run_jobs
from tests.security.scene import upload
from tests.security.ways_in import in_parallel


def test_uploads_of_one_path_at_once_make_one_document_indexed_once(client: TestClient) -> None:
    world = make_world()

    def send(number: int) -> dict[str, Any]:
        text = f"# Note\n\nLa consigne numéro {number} dit chouette{number}."
        return upload(client, world, text, "Dossier/note.md")

    taken = in_parallel(*[partial(send, number) for number in range(8)])
    assert len({one["id"] for one in taken}) == 1
    run_jobs()
    document = taken[0]["id"]
    with tenant(world.id):
        row = Document.objects.get()
        versions = list(Version.objects.order_by("number"))
        assert [version.number for version in versions] == list(range(1, 9))
        assert row.status == "ready"
        assert row.current_id == row.latest_id == versions[-1].id
        last = Passage.objects.get(version=versions[-1]).text
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_passage")
            assert cursor.fetchone()[0] == 1
    found = client.post(
        "/api/v2/search", json={"query": "consigne"}, headers=world.guest.headers
    ).json()["results"]
    assert [(hit["document_id"], hit["text"]) for hit in found] == [(document, last)]


def test_the_same_content_at_once_is_read_once(client: TestClient) -> None:
    world = make_world()
    text = "# Note\n\nUne seule consigne."
    taken = in_parallel(*[partial(upload, client, world, text, "note.md")] * 6)
    assert sorted(one["unchanged"] for one in taken) == [False] + [True] * 5
    run_jobs()
    with tenant(world.id):
        assert Version.objects.count() == 1
        assert Passage.objects.count() == 1


def test_a_job_that_runs_twice_at_once_indexes_once(client: TestClient) -> None:
    from netz.knowledge.services import ingest_version

    world = make_world()
    upload(client, world, "# Note\n\nUne seule consigne.", "note.md")
    with tenant(world.id):
        version = Version.objects.get().id

    def work() -> None:
        try:
            ingest_version(world.id, version)
        finally:
            connection.close()

    in_parallel(*[work] * 3)
    run_jobs()
    with tenant(world.id):
        assert Passage.objects.count() == 1
    found = client.post(
        "/api/v2/search", json={"query": "consigne"}, headers=world.guest.headers
    ).json()["results"]
    assert len(found) == 1
