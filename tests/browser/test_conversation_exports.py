"""A whole list as a file: begun, followed, left and found again, fetched, deleted."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import axe_violations, fits
from tests.browser.people import call, give_password, is_in


@pytest.fixture
def screen(page: Page, member: str, server: str) -> Page:
    """A new member's list, with one conversation."""
    give_password(page, member)
    is_in(page)
    call(page, "POST", "/answers", {"question": "Comment réinitialiser mon mot de passe ?"})
    page.goto(f"{server}/conversations")
    return page


def found_again(page: Page) -> Locator:
    page.get_by_role("main").get_by_role("button", name="Vos exports").click()
    dialog = page.get_by_role("dialog", name="Vos exports")
    expect(dialog).to_be_visible()
    return dialog


def test_a_list_is_exported_in_the_background_and_found_again(screen: Page, size: str) -> None:
    page = screen
    page.get_by_role("button", name="Exporter toute la liste…").click()
    asking = page.get_by_role("dialog", name="Exporter toute la liste")
    asking.get_by_label("Markdown").check()
    expect(asking.get_by_text("se prépare en arrière-plan")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    asking.get_by_role("button", name="Lancer l’export").click()
    dialog = page.get_by_role("dialog", name="Vos exports")
    expect(dialog.get_by_text("Prêt : 1 conversation,")).to_be_visible(timeout=30_000)
    assert axe_violations(page) == []
    assert fits(page)
    page.reload()
    dialog = found_again(page)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Télécharger l’export du").click()
    assert download.value.suggested_filename.endswith(".md")
    assert "mot de passe" in Path(download.value.path()).read_text()
    dialog.get_by_role("button", name="Supprimer l’export du").click()
    expect(dialog.get_by_text("Aucun export pour l’instant.")).to_be_visible()
    assert axe_violations(page) == []


def test_what_runs_and_what_failed_is_shown_with_what_to_do(screen: Page, size: str) -> None:
    page = screen
    running = {
        "id": "018f0000-0000-7000-8000-000000000001",
        "created_at": "2026-11-23T10:00:00Z",
        "format": "pdf",
        "state": "running",
        "done": 450,
        "total": 900,
        "left_out": 0,
        "file_name": "",
        "size": 0,
        "error_code": "",
        "ended_at": None,
        "expires_at": None,
    }
    failed = running | {"id": running["id"][:-1] + "2", "state": "failed", "error_code": "no_room"}
    told = {"items": [running, failed], "next_cursor": None}
    page.route("**/api/v2/conversation-exports?*", lambda route: route.fulfill(json=told))
    dialog = found_again(page)
    expect(dialog.get_by_text("En cours : 450 sur 900")).to_be_visible()
    expect(dialog.get_by_role("progressbar", name="Avancement de l’export")).to_be_visible()
    expect(dialog.get_by_role("button", name="Annuler l’export")).to_be_visible()
    expect(dialog.get_by_text("plus assez de place")).to_be_visible()
    expect(dialog.get_by_role("button", name="Recommencer l’export du")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
