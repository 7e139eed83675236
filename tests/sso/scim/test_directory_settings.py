"""What an admin sees of the directory: its address, where people came from, what went wrong."""

from starlette.testclient import TestClient

from tests.sso.case import Case
from tests.sso.scim.directory import Directory, make_directory

PATH = "/api/v2/sso/directory"


def overview(directory: Directory) -> dict[str, object]:
    answer = directory.client.get(PATH, headers=directory.world.admin.headers)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_members_are_counted_by_where_they_came_from(client: TestClient) -> None:
    directory = make_directory(client)
    directory.user()
    directory.user(active=False)
    found = overview(directory)
    assert str(found["base_url"]).endswith("/scim/v2")
    assert {"source": "scim", "active": 1, "inactive": 1} in found["sources"]  # type: ignore[operator]  # a list
    assert {"source": "invited", "active": 5, "inactive": 0} in found["sources"]  # type: ignore[operator]  # a list


def test_the_last_refused_calls_are_told_in_words_and_only_the_last(client: TestClient) -> None:
    directory = make_directory(client)
    assert overview(directory)["failures"] == []
    taken = directory.user()["userName"]
    directory.call("POST", "/Users", {"userName": taken})
    directory.call("GET", "/Users", params={"filter": "title pr"})
    directory.call("GET", "/Users/unknown")
    first, second = overview(directory)["failures"]  # type: ignore[misc]  # a list of two
    assert (first["method"], first["path"], first["status"]) == ("GET", "/scim/v2/Users", 400)
    assert "title" in first["detail"]
    assert (second["status"], second["detail"][:15]) == (409, "Cet utilisateur")
    for _ in range(55):
        directory.call("GET", "/Users", params={"filter": "title pr"})
    assert len(overview(directory)["failures"]) == 50  # type: ignore[arg-type]  # a list
    other = make_directory(client)
    assert overview(other)["failures"] == []


def test_a_refused_call_with_an_idempotency_key_can_be_made_again(client: TestClient) -> None:
    directory = make_directory(client)
    headers = {"Idempotency-Key": "k-1"}
    for _ in range(2):
        answer = directory.call("POST", "/Users", {"userName": "no address"}, headers=headers)
        assert answer.status_code == 400, answer.text


def test_links_of_a_provider_are_found_and_released(client: TestClient) -> None:
    case = Case(client)
    assert case.post(case.answer.signed()) == {"next": "/"}
    path = f"/api/v2/sso/connections/{case.sso.id}/links"
    admin = case.world.admin.headers
    (link,) = client.get(path, headers=admin).json()["items"]
    assert (link["email"], link["subject"]) == (case.answer.email, "u-1")
    assert client.get(path, params={"search": "nobody"}, headers=admin).json()["items"] == []
    part = {"search": case.answer.email[:6].upper()}
    assert client.get(path, params=part, headers=admin).json()["items"] == [link]
    released = client.delete(f"{path}/{link['member_id']}", headers=admin)
    assert released.status_code == 204
    assert client.get(path, headers=admin).json()["items"] == []
