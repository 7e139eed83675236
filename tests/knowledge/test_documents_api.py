"""Documents from upload to search, replacement, deletion and undoing, through the API."""

import io
import zipfile

from starlette.testclient import TestClient

from tests.factories import World, make_world
from tests.jobs import run_jobs

VPN = "# Accès VPN\n\nPour installer le VPN, ouvrez le portail et téléchargez FortiClient.\n"


def upload(
    client: TestClient, world: World, text: str | bytes, path: str, audience: str | None = "public"
) -> dict[str, object]:
    """Uploads as the agent and returns the response's body."""
    content = text if isinstance(text, bytes) else text.encode()
    data = {"path": path} | ({"audience": audience} if audience else {})
    response = client.post(
        "/api/v2/documents",
        files={"file": (path.rsplit("/", 1)[-1], content)},
        data=data,
        headers=world.agent.headers,
    )
    assert response.status_code == 202, response.text
    return dict(response.json())


def search(client: TestClient, headers: dict[str, str], query: str) -> list[dict[str, object]]:
    """Results of a search."""
    response = client.post("/api/v2/search", json={"query": query}, headers=headers)
    assert response.status_code == 200, response.text
    return list(response.json()["results"])


def test_an_upload_is_read_and_found(client: TestClient) -> None:
    world = make_world()
    taken = upload(client, world, VPN, "Réseau/vpn.md")
    assert taken["status"] == "queued"
    assert search(client, world.guest.headers, "installer vpn") == []
    run_jobs()
    document = client.get(f"/api/v2/documents/{taken['id']}", headers=world.agent.headers).json()
    assert document["status"] == "ready"
    assert document["title"] == "Accès VPN"
    assert document["language"] == "fr"
    found = search(client, world.guest.headers, "comment installer le vpn ?")
    assert found[0]["document_id"] == taken["id"]
    view = client.get(f"/api/v2/documents/{taken['id']}/view", headers=world.guest.headers).json()
    assert "FortiClient" in view["html"]


def test_new_content_replaces_the_old_when_it_is_ready(client: TestClient) -> None:
    world = make_world()
    first = upload(client, world, VPN, "vpn.md")
    run_jobs()
    second = upload(client, world, VPN.replace("FortiClient", "WireGuard"), "vpn.md")
    assert second["id"] == first["id"]
    assert "FortiClient" in str(search(client, world.agent.headers, "installer vpn")[0]["text"])
    run_jobs()
    texts = [str(hit["text"]) for hit in search(client, world.agent.headers, "installer vpn")]
    assert len(texts) == 1
    assert "WireGuard" in texts[0]


def test_the_same_content_again_changes_nothing(client: TestClient) -> None:
    world = make_world()
    upload(client, world, VPN, "vpn.md")
    run_jobs()
    again = upload(client, world, VPN, "vpn.md")
    assert again["unchanged"] is True
    elsewhere = upload(client, world, VPN, "copie.md")
    assert elsewhere["same_as"] == again["id"]


def test_deleting_works_at_once_and_can_be_undone(client: TestClient) -> None:
    world = make_world()
    taken = upload(client, world, VPN, "vpn.md")
    run_jobs()
    address = f"/api/v2/documents/{taken['id']}"
    assert client.delete(address, headers=world.agent.headers).status_code == 204
    assert search(client, world.agent.headers, "installer vpn") == []
    assert client.get(address, headers=world.agent.headers).status_code == 404
    restored = client.post(f"{address}/restoration", headers=world.agent.headers)
    assert restored.status_code == 200, restored.text
    assert search(client, world.agent.headers, "installer vpn")


def test_a_guest_finds_only_what_the_audience_allows(client: TestClient) -> None:
    world = make_world()
    ours = upload(client, world, VPN, "a.md", f"companies:{world.company.id}")
    upload(client, world, VPN.replace("portail", "coffre"), "b.md", "workspace")
    run_jobs()
    assert [hit["document_id"] for hit in search(client, world.guest.headers, "vpn")] == [
        ours["id"]
    ]
    assert search(client, world.other_guest.headers, "vpn") == []
    assert len(search(client, world.agent.headers, "vpn")) == 2
    for hidden in (ours["id"],):
        for tail in ("", "/view", "/content", "/original"):
            response = client.get(
                f"/api/v2/documents/{hidden}{tail}", headers=world.other_guest.headers
            )
            assert response.status_code == 404
    listed = client.get("/api/v2/documents", headers=world.other_guest.headers).json()
    assert listed["items"] == []
    changed = client.patch(
        f"/api/v2/documents/{ours['id']}",
        json={"audience": {"kind": "workspace"}},
        headers=world.agent.headers,
    )
    assert changed.status_code == 200, changed.text
    assert search(client, world.guest.headers, "vpn") == []


def test_a_folder_rule_is_inherited(client: TestClient) -> None:
    world = make_world()
    upload(client, world, VPN, "Clients/vpn.md", audience=None)
    run_jobs()
    assert search(client, world.guest.headers, "vpn") == []
    rule = {"path": "Clients", "audience": {"kind": "public"}}
    response = client.put("/api/v2/folders/audience", json=rule, headers=world.agent.headers)
    assert response.status_code == 204, response.text
    assert len(search(client, world.guest.headers, "vpn")) == 1


def test_one_bad_file_fails_with_advice_and_stops_nobody(client: TestClient) -> None:
    world = make_world()
    bad = upload(client, world, b"%PDF-1.7 not really", "cassé.pdf")
    good = upload(client, world, VPN, "vpn.md")
    run_jobs()
    failed = client.get(f"/api/v2/documents/{bad['id']}", headers=world.agent.headers).json()
    assert failed["status"] == "failed"
    assert failed["error"]["code"] == "corrupt"
    assert failed["error"]["hint"]
    ready = client.get(f"/api/v2/documents/{good['id']}", headers=world.agent.headers).json()
    assert ready["status"] == "ready"


def zipped(files: dict[str, str]) -> bytes:
    """An archive of text files."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return memory.getvalue()


def test_an_archive_becomes_documents_that_follow_its_folder(client: TestClient) -> None:
    world = make_world()
    wifi = "# Wi-Fi\n\nLe Wi-Fi invités s'appelle Iroise.\n"
    archive = zipped({"vpn.md": VPN, "a/wifi.md": wifi})
    rule = {"path": "Clients", "audience": {"kind": "public"}}
    client.put("/api/v2/folders/audience", json=rule, headers=world.agent.headers)
    taken = upload(client, world, archive, "Clients/pack.zip", audience=None)
    run_jobs()
    paths = [hit["path"] for hit in search(client, world.guest.headers, "wi-fi invités")]
    assert paths == ["Clients/pack/a/wifi.md"]
    rule["audience"] = {"kind": "workspace"}
    client.put("/api/v2/folders/audience", json=rule, headers=world.agent.headers)
    assert search(client, world.guest.headers, "wi-fi invités") == []
    smaller = zipped({"vpn.md": VPN})
    upload(client, world, smaller, "Clients/pack.zip", audience=None)
    run_jobs()
    assert search(client, world.agent.headers, "wi-fi invités") == []
    client.delete(f"/api/v2/documents/{taken['id']}", headers=world.agent.headers)
    assert search(client, world.agent.headers, "installer vpn") == []
