"""The page on who may read and write which field is the API's, and its rules hold."""

import re
import runpy
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from starlette.testclient import TestClient

from tests.factories import make_world, sign_in
from tests.jobs import run_jobs
from tests.security.named_tests import ROOT, missing
from tests.security.scene import model_body, upload
from tests.workspaces.oauth.material import application_body

PAGE = ROOT / "docs" / "security" / "access-rules.md"
_WRITER = runpy.run_path(str(ROOT / "scripts" / "field_rules.py"))
page, rules = _WRITER["page"], _WRITER["rules"]
# What has a secret's name and is none, and what is shown in the one answer that makes it.
NO_SECRETS = {
    "PushKeyOut.key",  # a public key
    "SettingOut.key",
    "TrailSettingsOut.public_key",
    "HeadOut.public_key",
    "DemoAccountOut.password",  # of a demonstration, for whoever tries it out
}
SHOWN_ONCE = {"ApiKeyOut.key", "ApplicationOut.client_secret", "SecretOut.client_secret"}
# The receiver's to check our signatures by, and renewed with the address that it goes to.
SHOWN = {"TrailSettingsOut.webhook_secret"}


@lru_cache
def document() -> dict[str, Any]:
    from netz.config.asgi import build_api

    found: dict[str, Any] = build_api().openapi()
    return found


def schemas() -> dict[str, Any]:
    found: dict[str, Any] = document()["components"]["schemas"]
    return found


def within(found: Any, seen: set[str]) -> set[str]:
    """The names of all objects that a body consists of, at any depth."""
    for name in _names(found):
        if name not in seen:
            seen.add(name)
            within(schemas()[name], seen)
    return seen


def _names(found: Any) -> Iterator[str]:
    if isinstance(found, list):
        for one in found:
            yield from _names(one)
    elif isinstance(found, dict):
        if "$ref" in found:
            yield found["$ref"].rpartition("/")[2]
        for value in found.values():
            yield from _names(value)


def test_the_page_is_the_api_s() -> None:
    text = PAGE.read_text()
    assert page(document(), text) == text, "run `make client`"


def test_every_rule_names_a_field_and_a_test_that_exist() -> None:
    text = PAGE.read_text()
    assert missing(text) == []
    own = text.partition("## Fields with a rule of their own")[2].partition("\n## ")[0]
    named = re.findall(r"`([A-Z]\w+)\.(\w+)`", own)
    assert len(named) > 8
    for name, field in named:
        assert field in schemas()[name]["properties"], f"{name}.{field}"


def test_no_object_that_is_written_takes_a_field_that_it_does_not_name() -> None:
    bodies = {
        name
        for methods in document()["paths"].values()
        for operation in methods.values()
        for name in within(
            operation.get("requestBody", {}).get("content", {}).get("application/json"), set()
        )
    }
    assert len(bodies) > 30
    objects = {name for name in bodies if schemas()[name].get("type") == "object"}
    assert {n for n in objects if schemas()[n].get("additionalProperties") is not False} == set()


def test_secrets_are_written_and_never_read(client: TestClient) -> None:
    read, _ = rules(document())
    told = {name for top, _ in read for name in within({"$ref": f"/{top}"}, set())}
    secret = {
        f"{name}.{field}"
        for name in told
        for field, kind in schemas()[name].get("properties", {}).items()
        if re.search(r"(^|_)(key|secret|password|token)$", field) and kind.get("type") != "boolean"
    }
    assert secret == NO_SECRETS | SHOWN_ONCE | SHOWN
    world = make_world()
    admin = sign_in(client, world.admin)
    for path, body, hidden in (
        ("ai/models", model_body() | {"api_key": "sk-of-the-model"}, "sk-of-the-model"),
        ("oauth/applications", application_body(), "client_secret"),
    ):
        made = client.post(f"/api/v2/{path}", json=body, headers=admin)
        assert made.status_code == 201, made.text
        value = made.json().get(hidden, hidden)
        assert value
        assert value not in client.get(f"/api/v2/{path}", headers=admin).text


def test_readers_learn_of_no_other_company_that_reads_a_document(client: TestClient) -> None:
    world = make_world()
    both = f"companies:{world.company.id},{world.other_company.id}"
    made = upload(client, world, "# Badge\n\nLe badge ouvre le parking.\n", "Guides/b.md", both)
    run_jobs()
    place = f"/api/v2/documents/{made['id']}"
    upload(client, world, "# Badge\n\nUne autre version.\n", "Guides/b.md", both)  # not read yet
    shown = {
        name: client.get(place, headers=world.people[name].headers).json()
        for name in ("agent", "guest", "manager", "other_guest")
    }
    companies = {
        name: {one["name"] for one in seen["audience"]["companies"]} for name, seen in shown.items()
    }
    assert companies["agent"] == {"Atelier Brun", "Cabinet Noir"}
    assert companies["guest"] <= {"Atelier Brun"}
    assert companies["manager"] <= {"Atelier Brun"}
    assert companies["other_guest"] <= {"Cabinet Noir"}
    assert [shown[name]["status"] for name in ("agent", "guest")] == ["queued", "ready"]
    assert shown["agent"]["version"] == shown["guest"]["version"] + 1
