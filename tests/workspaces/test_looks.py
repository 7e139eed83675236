"""A workspace's looks where people see them: in the frame, on an invitation, in mails."""

import pytest
from starlette.testclient import TestClient

from netz.accounts.mail import Sender, write
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.workspaces.colors import AA, contrast, tones
from netz.workspaces.queries.branding import sender_of
from netz.workspaces.services import invite
from tests.factories import World, make_world
from tests.security.examples import LOGO


@pytest.fixture
def world(client: TestClient) -> World:
    made = make_world()
    body = {"name": "Korvelin", "primary": "#7a2e1f", "sender": "Korvelin assistance"}
    client.put("/api/v2/branding", json=body, headers=made.admin.headers)
    client.put("/api/v2/branding/logo", files={"file": LOGO}, headers=made.admin.headers)
    return made


@pytest.mark.parametrize("color", ["#000000", "#0b6a6f", "#7a2e1f", "#767676", "#1f3fbf"])
def test_a_colour_can_be_read_in_both_themes(color: str) -> None:
    shades = tones(color, "")
    assert contrast(shades.fill_light, "#ffffff") >= AA
    assert contrast(shades.fill_dark, "#061516") >= AA
    assert all(contrast(shades.ink_light, one) >= AA for one in ("#ffffff", "#eeeeea", "#e5e5e5"))
    assert all(contrast(shades.ink_dark, one) >= AA for one in ("#151819", "#23282b", "#1b1f21"))


def test_the_accent_colours_words_and_the_main_colour_buttons() -> None:
    shades = tones("#123456", "#5a1a1a")
    assert (shades.fill_light, shades.ink_light) == ("#123456", "#5a1a1a")
    assert tones("", "#5a1a1a").fill_light == ""


@pytest.mark.parametrize("person", ["admin", "guest"])
def test_every_member_s_frame_wears_the_looks(
    client: TestClient, world: World, person: str
) -> None:
    looks = client.get("/api/v2/me", headers=getattr(world, person).headers).json()["looks"]
    assert (looks["name"], looks["tones"]["fill_light"]) == ("Korvelin", "#7a2e1f")
    assert client.get(looks["logo_url"]).headers["content-type"] == "image/png"


def test_an_invitation_wears_the_looks(client: TestClient, world: World) -> None:
    with tenant(world.id):
        _, token = invite(
            "neuf@example.com", role=Role.AGENT, company_id=None, language="fr", actor=world.actor
        )
    shown = client.get("/api/v2/invitations/lookup", params={"token": token}).json()
    assert shown["looks"]["tones"]["fill_light"] == "#7a2e1f"
    assert shown["looks"]["logo_url"] is not None


def test_mails_wear_the_sender_s_name_colour_and_logo(world: World) -> None:
    with tenant(world.id):
        sender = sender_of(world.id)
    assert sender.name == "Korvelin assistance"
    values = {"code": "AB12"}
    page = write("accounts/mail/login_code", "fr", values, sender).html
    assert sender.color in page
    assert f'src="{sender.logo}"' in page
    assert "Korvelin</p>" in page
    plain = write("accounts/mail/login_code", "fr", values).html
    assert Sender().color in plain
    assert "<img" not in plain
