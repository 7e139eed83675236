"""Every setting in one place: value, default, who changed it, and back to the default."""

from typing import Any

import pytest
from django.apps import apps
from starlette.testclient import TestClient

from netz.administration.configuration.registry import SETTINGS, UNSHOWN
from netz.core.db import tenant
from netz.workspaces.models import CustomRole, Member
from tests.factories import Person, World, make_world, sign_in
from tests.security.examples import LOGO

BOOKS = {"id", "workspace_id", "created_at", "updated_at"}


@pytest.fixture
def world() -> World:
    return make_world()


def settings(
    client: TestClient, person: Person, headers: dict[str, str] | None = None
) -> dict[str, dict[str, Any]]:
    answer = client.get("/api/v2/configuration", headers=headers or person.headers)
    return {one["key"]: one for one in answer.json()["items"]}


def brand(client: TestClient, person: Person, **fields: str) -> None:
    body = {"name": "Espace", **fields}
    assert client.put("/api/v2/branding", json=body, headers=person.headers).status_code == 200


@pytest.mark.parametrize(
    "model", ["workspaces.SecurityPolicy", "workspaces.Branding", "audit.TrailSettings"]
)
def test_every_stored_setting_is_in_the_list(model: str) -> None:
    columns = {column.attname for column in apps.get_model(model)._meta.concrete_fields}
    listed = {one.field for one in SETTINGS}
    assert columns - BOOKS - listed - UNSHOWN.keys() == set()


def test_each_setting_has_words_in_both_languages_and_a_key_of_its_own() -> None:
    assert len({one.key for one in SETTINGS}) == len(SETTINGS)
    assert all(all(one.name) and all(one.text) for one in SETTINGS)


def test_a_setting_tells_its_value_its_default_and_who_changed_it(
    client: TestClient, world: World
) -> None:
    before = settings(client, world.admin)["branding.title"]
    assert (before["differs"], before["changed"], before["resettable"]) == (False, None, False)
    brand(client, world.admin, title="Bienvenue")
    brand(client, world.admin, title="Bienvenue", sender="Le support")
    shown = settings(client, world.admin)
    title, sender = shown["branding.title"], shown["branding.sender"]
    assert (title["value"], title["said"]["fr"], title["default"]["fr"]) == (
        "Bienvenue",
        "Bienvenue",
        "Aucun",
    )
    assert title["differs"]
    assert title["resettable"]
    assert title["screen"] == "branding"
    # Each by its own change, though both were saved with the same form.
    assert title["changed"]["at"] < sender["changed"]["at"]
    assert title["changed"]["actor"] == sender["changed"]["actor"] != ""


def test_values_are_said_in_both_languages(client: TestClient, world: World) -> None:
    body = {"registration": "open", "registration_company_id": str(world.company.id)}
    body |= {"methods": ["password", "code"], "session_hours": 12}
    client.put("/api/v2/security-policy", json=body, headers=world.admin.headers)
    shown = settings(client, world.admin)
    assert shown["policy.registration"]["said"] == {"fr": "Ouverte", "en": "Open"}
    assert shown["policy.registration_company"]["said"]["fr"] == world.company.name
    assert shown["policy.methods"]["said"]["en"] == "password, mailed code"
    assert shown["policy.session_hours"]["said"] == {"fr": "12 heures", "en": "12 hours"}
    assert shown["policy.session_hours"]["default"]["en"] == "The installation’s"
    assert shown["trail.retention_days"]["said"]["fr"] == "365 jours"


RESETS: dict[str, Any] = {
    "policy.session_hours": None,
    "policy.methods": [],
    "policy.key_max_days": None,
    "trail.retention_days": 365,
    "trail.webhook_url": "",
    "branding.title": "",
    "branding.logo": False,
}


@pytest.mark.parametrize("key", RESETS)
def test_a_setting_goes_back_to_its_default_alone(
    client: TestClient, world: World, key: str
) -> None:
    _change_everything(client, world)
    before = settings(client, world.admin)
    assert before[key]["differs"]
    done = client.delete(f"/api/v2/configuration/{key}", headers=world.admin.headers)
    assert (done.status_code, done.json()["value"]) == (200, RESETS[key])
    after = settings(client, world.admin)
    assert {name for name in after if after[name]["value"] != before[name]["value"]} == {key}
    assert after[key]["changed"]["at"] > before[key]["changed"]["at"]


def _change_everything(client: TestClient, world: World) -> None:
    headers = world.admin.headers
    policy = {"registration": "invitation", "methods": ["password"], "session_hours": 12}
    trail = {"retention_days": 400, "mail_to": [], "webhook_url": "https://hook.example/in"}
    client.put("/api/v2/security-policy", json=policy, headers=headers)
    keys = {"max_days": 30, "by_admins_only": True}
    client.put("/api/v2/api-key-policy", json=keys, headers=headers)
    client.put("/api/v2/trail/settings", json=trail, headers=headers)
    client.put("/api/v2/branding/logo", files={"file": LOGO}, headers=headers)
    brand(client, world.admin, title="Bienvenue", sender="Le support")


def test_a_reset_by_the_rules_of_its_own_screen(client: TestClient, world: World) -> None:
    company = f"/api/v2/companies/{world.company.id}"
    client.patch(company, json={"domains": ["brun.example"]}, headers=world.admin.headers)
    policy = {"registration": "domain", "registration_domains": ["brun.example"]}
    client.put("/api/v2/security-policy", json=policy, headers=world.admin.headers)
    address = "/api/v2/configuration/policy.registration_domains"
    refused = client.delete(address, headers=world.admin.headers)
    assert refused.json()["code"] == "policy.domain_needed"
    assert settings(client, world.admin)["policy.registration_domains"]["value"] == ["brun.example"]


@pytest.mark.parametrize(
    ("key", "code"),
    [("policy.nothing", "setting.not_found"), ("models.chain", "setting.not_resettable")],
)
def test_what_cannot_be_reset_is_said(
    client: TestClient, world: World, key: str, code: str
) -> None:
    refused = client.delete(f"/api/v2/configuration/{key}", headers=world.admin.headers)
    assert refused.json()["code"] == code


def test_no_secret_is_shown(client: TestClient, world: World) -> None:
    trail = {"retention_days": 400, "mail_to": [], "webhook_url": "https://hook.example/in"}
    secret = client.put("/api/v2/trail/settings", json=trail, headers=world.admin.headers).json()[
        "webhook_secret"
    ]
    shown = client.get("/api/v2/configuration", headers=world.admin.headers).text
    assert "hook.example" in shown
    assert secret not in shown
    assert "whsec_" not in shown


def test_a_custom_role_sees_what_its_permissions_show(client: TestClient, world: World) -> None:
    brand(client, world.admin, title="Bienvenue")
    with tenant(world.id):
        role = CustomRole.objects.create(
            workspace_id=world.id, name="Accueil", base="agent", permissions=["settings.manage"]
        )
        Member.objects.filter(pk=world.agent.member.pk).update(custom_role=role)
    # A key made before keeps what it was given: the person signs in.
    headers = sign_in(client, world.agent)
    shown = settings(client, world.agent, headers)
    assert {one["section"] for one in shown.values()} == {
        "branding",
        "assistant",
        "preferences",
    }
    # Who did what is in the trail, which this role may not read.
    assert shown["branding.title"]["differs"]
    assert shown["branding.title"]["changed"] is None
    address = "/api/v2/configuration/policy.session_hours"
    refused = client.delete(address, headers=headers)
    assert refused.json()["code"] == "setting.not_found"
