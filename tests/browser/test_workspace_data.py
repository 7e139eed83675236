"""All data of the workspace in a browser: exported, downloaded, a deletion planned, kept."""

import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_violations, fits, sign_in


def test_everything_is_exported_downloaded_and_the_workspace_kept(
    page: Page, server: str, tmp_path: Path
) -> None:
    sign_in(page)
    page.goto(f"{server}/settings/workspace")
    page.get_by_role("heading", name="Exporter toutes les données").wait_for()
    assert axe_violations(page) == []
    assert fits(page)
    page.get_by_role("button", name="Lancer l’export").press("Enter")
    download = page.get_by_role("button", name="Télécharger l’export du").first
    expect(page.get_by_role("button", name="Annuler l’export")).to_have_count(0, timeout=60_000)
    download.wait_for(timeout=60_000)
    with page.expect_download() as fetched:
        download.click()
    saved = tmp_path / "export.zip"
    fetched.value.save_as(saved)
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        assert {"manifest.json", "trail.jsonl", "members.jsonl"} <= set(archive.namelist())

    page.get_by_role("button", name="Supprimer l’espace…").click()
    dialog = page.get_by_role("dialog")
    name = dialog.get_by_label("pour confirmer")
    submit = dialog.get_by_role("button", name="Prévoir la suppression")
    expect(submit).to_be_disabled()
    assert axe_violations(page) == []
    assert fits(page)
    typed = page.get_by_role("heading", name="Supprimer ").last.inner_text()
    name.fill(typed.removeprefix("Supprimer ").replace("\u00a0", " ").removesuffix(" ?"))
    submit.press("Enter")
    banner = page.get_by_text("sera supprimé le").first
    banner.wait_for()
    assert axe_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_violations(page) == []
    assert fits(page)
    page.get_by_role("button", name="Garder l’espace").press("Enter")
    page.get_by_role("button", name="Supprimer l’espace…").wait_for()
    expect(page.get_by_text("sera supprimé le")).to_have_count(0)
