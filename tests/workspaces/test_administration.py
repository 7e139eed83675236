"""Companies with domains, the workspace's looks, and the overview."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.colors import AA, DARK, LIGHT, contrast, readable_on
from netz.workspaces.models import Invitation, Member
from netz.workspaces.pictures import picture_of
from netz.workspaces.services import invite
from tests.factories import World, make_world, sign_in
from tests.security.examples import LOGO
from tests.workspaces.ways import slug_of


@pytest.fixture
def world() -> World:
    return make_world()


def company(
    client: TestClient, world: World, path: str = "", method: str = "PATCH", **kw: Any
) -> Any:
    address = f"/api/v2/companies/{world.company.id}{path}"
    return client.request(method, address, headers=world.admin.headers, **kw)


def test_a_company_has_a_name_and_domains_in_lower_case(client: TestClient, world: World) -> None:
    done = company(client, world, json={"name": "Brun & fils", "domains": ["@BRUN.example"]})
    assert done.json()["domains"] == ["brun.example"]
    listed = client.get("/api/v2/companies/details", headers=world.admin.headers).json()["items"]
    named = {row["name"]: row for row in listed}
    assert named["Brun & fils"]["members"] == 2
    with tenant(world.id):
        row = Entry.objects.get(action="company.change")
    assert (row.before["name"], row.after["name"]) == ("Atelier Brun", "Brun & fils")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"name": "Cabinet Noir"}, 409, "company.exists"),
        ({"domains": ["noir.example"]}, 422, "company.domain_taken"),
        ({"domains": ["gmail.com"]}, 422, "domain.public"),
        ({"domains": ["localhost"]}, 422, "domain.malformed"),
    ],
)
def test_what_two_companies_cannot_share_is_refused(
    client: TestClient, world: World, body: dict[str, Any], status: int, code: str
) -> None:
    other = f"/api/v2/companies/{world.other_company.id}"
    client.patch(other, json={"domains": ["noir.example"]}, headers=world.admin.headers)
    refused = company(client, world, json=body)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_company_goes_when_its_people_have_another(client: TestClient, world: World) -> None:
    with tenant(world.id):
        invite(
            "neuf@example.com",
            role=world.guest.member.role,
            company_id=world.company.id,
            language="fr",
            actor=world.actor,
        )
    stuck = company(client, world, method="DELETE")
    assert (stuck.status_code, stuck.json()["code"]) == (409, "company.in_use")
    same = company(client, world, method="DELETE", params={"move_to": str(world.company.id)})
    assert same.status_code == 409
    moved = {"move_to": str(world.other_company.id)}
    assert company(client, world, method="DELETE", params=moved).status_code == 204
    with tenant(world.id):
        assert Member.objects.get(pk=world.guest.member.pk).company_id == world.other_company.id
        assert not Invitation.objects.exists()


def test_a_company_with_documents_of_its_own_stays(client: TestClient, world: World) -> None:
    audience = {"kind": "companies", "company_ids": [str(world.company.id)]}
    body = {"path": "Brun", "audience": audience}
    client.put("/api/v2/folders/audience", json=body, headers=world.admin.headers)
    moved = {"move_to": str(world.other_company.id)}
    stuck = company(client, world, method="DELETE", params=moved)
    assert stuck.status_code == 409
    assert "1" in stuck.json()["hint"]


def brand(client: TestClient, world: World, **fields: Any) -> Any:
    body = {"name": "Korvelin", **fields}
    return client.put("/api/v2/branding", json=body, headers=world.admin.headers)


def test_the_sign_in_page_shows_the_workspace_s_name_and_colour(
    client: TestClient, world: World
) -> None:
    assert brand(client, world, primary="#0B6A6F", title="Bienvenue").status_code == 200
    query = {"workspace": slug_of(world)}
    shown = client.get("/api/v2/sign-in/options", params=query).json()["branding"]
    said = (shown["name"], shown["logo_url"], shown["title"], shown["text"])
    assert said == ("Korvelin", None, "Bienvenue", None)
    assert shown["tones"]["fill_light"] == "#0b6a6f"


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(
    client: TestClient, world: World
) -> None:
    refused = brand(client, world, primary="#ffd400")
    assert (refused.status_code, refused.json()["code"]) == (422, "branding.contrast")
    shade = readable_on("#ffd400", LIGHT)
    assert shade in refused.json()["hint"]
    assert brand(client, world, primary=shade).status_code == 200
    assert brand(client, world, primary="red").status_code == 422


@pytest.mark.parametrize(
    "color", ["#ffd400", "#00ff00", "#808080", "#ff0000", "#0000ff", "#000000"]
)
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_the_suggested_shade_passes_on_light_and_dark(color: str, ground: str) -> None:
    assert contrast(readable_on(color, ground), ground) >= AA


def test_contrast_is_what_wcag_says() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def put_logo(client: TestClient, world: World, content: bytes) -> Any:
    files = {"file": ("logo.png", content, "image/png")}
    return client.put("/api/v2/branding/logo", files=files, headers=world.admin.headers)


def test_a_logo_is_served_as_the_picture_that_it_is(client: TestClient, world: World) -> None:
    address = put_logo(client, world, LOGO).json()["logo_url"]
    shown = client.get(address)
    assert (shown.status_code, shown.content) == (200, LOGO)
    assert shown.headers["content-type"] == "image/png"
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in shown.headers["content-security-policy"]
    client.delete("/api/v2/branding/logo", headers=world.admin.headers)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a\x01\x00\x01\x00",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBPVP8 ",
        LOGO + b"\0" * 256 * 1024,
        LOGO.replace(b"\0\0\0\1\0\0\0\1", b"\0\0\x0f\xff\0\0\0\1"),
    ],
)
def test_what_is_no_small_picture_is_refused_and_the_old_logo_stays(
    client: TestClient, world: World, content: bytes
) -> None:
    address = put_logo(client, world, LOGO).json()["logo_url"]
    refused = put_logo(client, world, content)
    assert refused.status_code == 422
    assert client.get(address).content == LOGO


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x0b\x08\0\x10\0\x20", ("image/jpeg", 32, 16)),
        (b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x1f\0\0\x0f\0\0", ("image/webp", 32, 16)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x1f\xc0\x03\0", ("image/webp", 32, 16)),
        (
            b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 7 + b"\x9d\x01\x2a\x20\0\x10\0",
            ("image/webp", 32, 16),
        ),
    ],
)
def test_pictures_say_their_kind_and_size(content: bytes, found: tuple[str, int, int]) -> None:
    assert picture_of(content) == found


def test_the_overview_says_who_is_here_what_needs_attention_and_what_changed(
    client: TestClient, world: World
) -> None:
    client.get("/api/v2/me", headers=sign_in(client, world.agent))
    with tenant(world.id):
        invitation, _ = invite(
            "vieux@example.com",
            role=world.agent.member.role,
            company_id=None,
            language="fr",
            actor=world.actor,
        )
        Invitation.objects.filter(pk=invitation.pk).update(
            expires_at=timezone.now() - timedelta(days=1)
        )
    shown = client.get("/api/v2/overview", headers=world.admin.headers).json()
    people = shown["people"]
    assert people["by_role"] == {"admin": 1, "agent": 1, "manager": 1, "guest": 2}
    assert people["active_now"] == 1
    assert people["invitations_expired"] == 1
    kinds = [one["kind"] for one in shown["concerns"]]
    assert {"mail_not_set_up", "admins_without_factor", "one_admin", "invitations_expired"} <= {
        *kinds
    }
    severities = [one["severity"] for one in shown["concerns"]]
    assert severities == sorted(severities, key=["high", "medium", "low"].index)
    assert len(shown["days"]) == 14
    assert shown["changes"][0]["action"] == "invitation.create"
