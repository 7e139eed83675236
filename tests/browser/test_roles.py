"""Roles in a browser: made, given, limited, explained, looked through; many members at once."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES, Watched, axe_violations, fits, sign_in
from tests.browser.people import call, give_password, is_in, new_member


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    """Light and dark."""
    return str(request.param)


@pytest.fixture
def desk(browser: Browser, server: str, size: str) -> Iterator[Page]:
    """The admin's own screen, of each size."""
    context = browser.new_context(viewport=SIZES[size], locale="fr-FR")
    context.set_default_timeout(15_000)
    page = context.new_page()
    watched = Watched(page, server)
    page.goto(server)
    sign_in(page)
    yield page
    context.close()
    assert watched.problems == []


def open_members(page: Page, server: str, name: str) -> None:
    """The list of members, searched for somebody."""
    page.goto(f"{server}/members")
    page.get_by_role("textbox", name="Rechercher une personne").fill(name)


def open_member(page: Page, server: str, name: str) -> Any:
    """The panel of one member."""
    open_members(page, server, name)
    page.get_by_role("button", name=f"Détails de {name}").click()
    page.get_by_role("heading", name=name).wait_for()


def unique(name: str) -> str:
    return f"{name} {secrets.token_hex(3)}"


def company(admin: Page, name: str) -> str:
    return str(call(admin, "POST", "/companies", {"name": name})["id"])


def settled(page: Page) -> list[str]:
    """What axe finds once everything has faded in; nothing may be wider than the display."""
    page.wait_for_timeout(500)
    assert fits(page)
    return axe_violations(page)


def sees(page: Page, path: str, server: str) -> bool:
    """Whether the page is opened to the person."""
    page.goto(server + path)
    reserved = page.get_by_text("Cette page est réservée")
    expect(page.get_by_role("heading", level=1).or_(reserved).first).to_be_visible()
    return not reserved.is_visible()


def test_a_custom_role_is_made_and_given_and_allows_exactly_what_it_says(
    admin: Page, desk: Page, visitor: Page, server: str
) -> None:
    role, person = unique("Lecture"), unique("Nour Belkacem")
    email = new_member(admin, person)
    desk.goto(f"{server}/settings/roles")
    desk.get_by_role("button", name="Créer un rôle").click()
    dialog = desk.get_by_role("dialog", name="Nouveau rôle")
    dialog.get_by_label("Nom").fill(role)
    # What is always granted can't be taken away, and stays out of this.
    taken = dialog.get_by_role("checkbox", checked=True, disabled=False)
    while taken.count():
        taken.first.uncheck(force=True)
    dialog.get_by_label("Lire les documents", exact=True).check(force=True)
    dialog.get_by_label("Poser des questions", exact=True).check(force=True)
    assert settled(desk) == []
    dialog.get_by_role("button", name="Enregistrer le rôle").click()
    expect(dialog).to_be_hidden()

    open_member(desk, server, person)
    choice = desk.get_by_role("combobox", name=f"Rôle de {person}")
    choice.select_option(label=role)
    expect(desk.get_by_text("Modification enregistrée.")).to_be_visible()
    assert settled(desk) == []

    give_password(visitor, email)
    is_in(visitor)
    assert set(call(visitor, "GET", "/me")["permissions"]) == {
        "answers.ask",
        "documents.read",
        "events.stream",
        "profile.read",
        "profile.write",
    }
    navigation = visitor.get_by_role("navigation").first
    expect(navigation.get_by_role("link", name="Documents")).to_be_visible()
    expect(navigation.get_by_role("link", name="Membres")).to_be_hidden()
    visitor.goto(f"{server}/documents")
    visitor.get_by_role("list", name="Liste des documents").wait_for()
    expect(visitor.get_by_role("button", name="Ajouter")).to_be_hidden()
    assert not sees(visitor, "/members", server)


def test_a_manager_sees_their_own_company_and_nothing_else(
    admin: Page, browser: Browser, server: str, size: str, theme: str
) -> None:
    own, other = unique("Verrerie"), unique("Fonderie")
    ids = company(admin, own), company(admin, other)
    colleague, stranger = unique("Iris Vannier"), unique("Hugo Tarral")
    new_member(admin, colleague, role="guest", company_id=ids[0])
    new_member(admin, stranger, role="guest", company_id=ids[1])
    email = new_member(admin, unique("Paul Mersan"), role="manager", company_id=ids[0])
    context = browser.new_context(viewport=SIZES[size], locale="fr-FR", color_scheme=theme)
    page = context.new_page()
    watched = Watched(page, server)
    page.goto(f"{server}/sign-in")
    give_password(page, email)
    is_in(page)
    page.goto(f"{server}/members")
    expect(page.get_by_text(colleague)).to_be_visible()
    expect(page.get_by_text("2 sur 2")).to_be_visible()
    expect(page.get_by_text(stranger)).to_be_hidden()
    expect(page.get_by_role("button", name="Inviter")).to_be_hidden()
    expect(page.get_by_role("checkbox")).to_have_count(0)
    assert settled(page) == []
    assert not sees(page, "/settings/companies", server)
    context.close()
    assert watched.problems == []


def test_an_agent_is_limited_to_a_company_and_knows_no_other(
    admin: Page, desk: Page, visitor: Page, server: str
) -> None:
    own, other, person = unique("Brasserie"), unique("Scierie"), unique("Léna Quellec")
    company(admin, own)
    company(admin, other)
    email = new_member(admin, person)
    open_member(desk, server, person)
    desk.get_by_role("button", name="Limiter à des entreprises…").click()
    dialog = desk.get_by_role("dialog", name=f"Entreprises de {person}")
    dialog.get_by_role("switch", name="Limiter à certaines entreprises").check(force=True)
    dialog.get_by_role("checkbox", name=own).check(force=True)
    assert settled(desk) == []
    dialog.get_by_role("button", name="Enregistrer les limites").click()
    expect(dialog).to_be_hidden()
    expect(desk.get_by_text("Limité à 1 entreprise").first).to_be_visible()
    give_password(visitor, email)
    is_in(visitor)
    visitor.goto(f"{server}/members")
    visitor.get_by_role("tab", name="Entreprises clientes").click()
    expect(visitor.get_by_text(own)).to_be_visible()
    expect(visitor.get_by_text(other)).to_be_hidden()
    assert [row["name"] for row in call(visitor, "GET", "/companies")["items"]] == [own]


def test_the_access_view_says_why_a_document_is_seen_or_not(
    admin: Page, desk: Page, server: str
) -> None:
    person = unique("Rosa Delmas")
    home = company(admin, unique("Tannerie"))
    new_member(admin, person, role="guest", company_id=home)
    documents = call(admin, "GET", "/documents?limit=1&audience=workspace")["items"]
    open_member(desk, server, person)
    desk.get_by_role("button", name="Que voit cette personne ?").click()
    panel = desk.get_by_label(f"Ce que voit {person}")
    panel.get_by_label("Choisir un document").first.fill(documents[0]["title"])
    desk.get_by_role("option", name=documents[0]["title"]).first.click()
    expect(panel.get_by_text(f"{person} ne voit pas")).to_be_visible()
    expect(panel.get_by_text("Pourquoi")).to_be_visible()
    expect(panel.get_by_text("Empêche").first).to_be_visible()
    expect(panel.get_by_text("Pour changer cela").first).to_be_visible()
    assert settled(desk) == []


def test_a_preview_as_a_guest_shows_their_view_refuses_writes_and_ends(
    admin: Page, desk: Page, server: str
) -> None:
    person, where = unique("Gaël Ferrand"), unique("Papeterie")
    new_member(admin, person, role="guest", company_id=company(admin, where))
    open_member(desk, server, person)
    desk.get_by_role("button", name="Voir comme cette personne").click()
    banner = desk.get_by_text(f"Vous voyez l’espace comme {person} ({where})")
    expect(banner).to_be_visible()
    assert settled(desk) == []
    assert not sees(desk, "/members", server)
    refused = desk.evaluate(
        "async () => { const r = await fetch('/api/v2/me', {method: 'PATCH', headers:"
        " {'Content-Type': 'application/json'}, body: JSON.stringify({name: 'Autre'})});"
        " return [r.status, (await r.json()).code] }"
    )
    assert refused[0] == 403
    desk.get_by_role("button", name="Quitter l’aperçu").click()
    expect(banner).to_be_hidden()
    assert call(desk, "GET", "/me")["preview"] is None


def test_another_workspace_opens_without_a_new_sign_in(
    admin: Page, visitor: Page, server: str, folder: str
) -> None:
    email, other = new_member(admin), unique("Atelier du Phare")
    found_other(folder, email, other)
    give_password(visitor, email)
    is_in(visitor)
    first = call(visitor, "GET", "/me")["workspace"]["name"]
    choices = {one["name"]: one["role"] for one in call(visitor, "GET", "/me")["workspaces"]}
    assert len(choices) == 2
    there = next(name for name in choices if name != first)
    visitor.get_by_role("button", name="Votre compte").click()
    with visitor.expect_navigation():
        visitor.get_by_role("menuitem", name=there).click()
    is_in(visitor)
    opened = call(visitor, "GET", "/me")
    assert (opened["workspace"]["name"], opened["member"]["role"]) == (there, choices[there])


def found_other(folder: str, email: str, name: str) -> None:
    """Makes a workspace of which the person is the admin, in the product's own database."""
    script = (
        "from netz.cli.session import open_installation; open_installation()\n"
        "from django.db import transaction\n"
        "from netz.accounts.models import User\n"
        "from netz.workspaces.services import found_workspace\n"
        "with transaction.atomic():\n"
        f"    found_workspace(name={name!r}, slug={'w-' + secrets.token_hex(4)!r},"
        f" admin=User.objects.get(email={email!r}))\n"
    )
    env = {k: v for k, v in os.environ.items() if not k.startswith(("NETZ_", "DATABASE"))}
    subprocess.run(
        [sys.executable, "-c", script], env={**env, "DATA_DIR": folder}, check=True, timeout=120
    )


def test_many_members_are_changed_after_a_preview_and_put_back_by_keyboard_alone(
    admin: Page, browser: Browser, server: str
) -> None:
    family = f"Zabrel{secrets.token_hex(3)}"
    for first in ("Ana", "Bruno"):
        new_member(admin, f"{first} {family}")
    context = browser.new_context(viewport=SIZES["desktop"], locale="fr-FR")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(server)
    sign_in(page)
    page.goto(f"{server}/members")
    page.get_by_role("textbox", name="Rechercher une personne").focus()
    page.keyboard.type(family)
    expect(page.get_by_text("2 sur 2")).to_be_visible()

    def reach(name: str, role: Any = "button") -> None:
        """Presses Tab until the control has the focus."""
        wanted = page.get_by_role(role, name=name).first
        wanted.wait_for()
        for _ in range(60):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{name} is out of the keyboard's reach")

    reach("Sélectionner tout ce qui est affiché", "checkbox")
    page.keyboard.press("Space")
    expect(page.get_by_text("2 sélectionnés")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    for _ in range(12):
        if page.get_by_role("button", name="Désactiver…").evaluate(
            "one => one === document.activeElement"
        ):
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Désactiver des membres")
    expect(dialog.get_by_text("2 seront modifiés")).to_be_visible()
    assert settled(page) == []
    reach("Modifier 2 membres")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="C’est fait")).to_be_visible()
    reach("Annuler ce changement")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 membres remis comme avant.")).to_be_visible()
    rows = call(page, "GET", f"/members?search={family}")["items"]
    assert [row["active"] for row in rows] == [True, True]
    context.close()


def test_lists_of_people_are_accessible_and_fit_in_every_light(
    browser: Browser, server: str, size: str, theme: str, admin: Page
) -> None:
    address = f"i.{secrets.token_hex(4)}@korvelin.example"
    call(admin, "POST", "/invitations", {"email": address, "role": "agent", "language": "fr"})
    context = browser.new_context(viewport=SIZES[size], locale="fr-FR", color_scheme=theme)
    context.set_default_timeout(15_000)
    page = context.new_page()
    watched = Watched(page, server)
    page.goto(server)
    sign_in(page)
    page.goto(f"{server}/members")
    page.get_by_role("checkbox").nth(1).check(force=True)
    page.get_by_role("region", name="Actions sur la sélection").wait_for()
    found = {"people": settled(page)}
    page.get_by_role("button", name="Changer le rôle…").click()
    page.get_by_role("dialog").get_by_label("Rôle").select_option("guest")
    found["many"] = settled(page)
    page.get_by_role("dialog").get_by_role("button", name="Annuler").click()
    page.get_by_role("tab", name="Invitations").click()
    page.get_by_role("textbox", name="Rechercher une adresse").fill(address)
    page.get_by_role("button", name=f"Renvoyer l’invitation à {address}").click()
    expect(page.get_by_text("Invitation renvoyée. L’ancien lien").first).to_be_visible()
    found["invitations"] = settled(page)
    page.get_by_role("button", name=f"Annuler l’invitation de {address}").click()
    expect(page.get_by_text("Aucun résultat")).to_be_visible()
    page.get_by_role("tab", name="Entreprises clientes").click()
    found["companies"] = settled(page)
    page.goto(f"{server}/settings/companies")
    found["settings"] = settled(page)
    context.close()
    assert {name: bad for name, bad in found.items() if bad} == {}
    assert watched.problems == []
