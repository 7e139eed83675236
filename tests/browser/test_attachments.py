"""Files in a conversation: chosen, dropped, shared by another application, asked, looked at."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import GUEST, axe_violations, fits, sign_in
from tests.browser.people import call

CONTRACT = """# Contrat de maintenance

## Garantie

La garantie du serveur Altura court jusqu'au 14 mars 2029.
"""
QUESTION = "Jusqu'à quand court la garantie du serveur Altura ?"
FILE = {"name": "contrat.md", "mimeType": "text/markdown", "buffer": CONTRACT.encode()}
DRAWN = """async () => {
  const canvas = document.createElement('canvas')
  canvas.width = 3000; canvas.height = 1500
  canvas.getContext('2d').fillRect(0, 0, 2000, 900)
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg'))
  return Array.from(new Uint8Array(await blob.arrayBuffer()))
}"""


def choose(page: Page, *files: dict[str, object]) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Joindre un fichier").click()
    chooser.value.set_files(list(files))  # type: ignore[arg-type]


def picture(page: Page) -> dict[str, object]:
    content = bytes(page.evaluate(DRAWN))
    return {"name": "écran.jpg", "mimeType": "image/jpeg", "buffer": content}


def test_a_file_is_attached_asked_looked_at_and_deleted(page: Page) -> None:
    sign_in(page, GUEST)
    choose(page, FILE, picture(page))
    files = page.get_by_role("region", name="Fichiers à envoyer")
    expect(files.get_by_text("lu, pour cette conversation seulement")).to_be_visible()
    expect(files.get_by_text("pas lue par l’assistant")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    page.get_by_label("Votre question").fill(QUESTION)
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_text("14 mars 2029").first).to_be_visible()
    expect(files).to_have_count(0)
    shown = page.get_by_role("list", name="Pièces jointes")
    expect(shown.get_by_text("contrat.md")).to_be_visible()
    page.get_by_role("group", name="Sources").get_by_role("button").click()
    expect(page.locator("mark", has_text="14 mars 2029")).to_be_visible()
    assert axe_violations(page) == []
    page.keyboard.press("Escape")
    shown.get_by_role("button", name="Voir écran.jpg").click()
    image = page.get_by_role("dialog").get_by_role("img", name="écran.jpg")
    expect(image).to_be_visible()
    # A photograph leaves smaller than it was taken.
    assert image.evaluate("(one) => one.naturalWidth") == 2560
    page.keyboard.press("Escape")
    page.reload()
    shown.get_by_role("button", name="Supprimer contrat.md de la conversation").click()
    page.get_by_role("dialog").get_by_role("button", name="Supprimer", exact=True).click()
    expect(shown.get_by_text("retiré")).to_be_visible()
    expect(page.get_by_text("14 mars 2029").first).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)


def test_what_is_written_waits_until_its_file_was_read(page: Page) -> None:
    sign_in(page, GUEST)
    page.route(
        "**/api/v2/attachments", lambda route: (page.wait_for_timeout(1500), route.continue_())
    )
    choose(page, FILE)
    page.get_by_label("Votre question").fill(QUESTION)
    page.get_by_label("Votre question").press("Enter")
    expect(
        page.get_by_text("Votre texte partira dès que les fichiers seront prêts.")
    ).to_be_visible()
    expect(page.get_by_text("14 mars 2029").first).to_be_visible()


def test_a_file_that_is_refused_says_why_and_can_be_taken_back(page: Page) -> None:
    sign_in(page, GUEST)
    choose(page, {"name": "outil.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"})
    files = page.get_by_role("region", name="Fichiers à envoyer")
    expect(files.get_by_text("Ce fichier ne peut pas être joint")).to_be_visible()
    expect(files.get_by_role("button", name="Réessayer")).to_be_visible()
    assert axe_violations(page) == []
    assert fits(page)
    files.get_by_role("button", name="Retirer outil.exe").click()
    expect(files).to_have_count(0)


def test_more_files_than_a_message_carries_are_not_taken(page: Page) -> None:
    sign_in(page, GUEST)
    choose(page, *({**FILE, "name": f"{n}.md"} for n in range(6)))
    expect(page.get_by_text("Un message porte 5 fichiers au plus")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(r"^Retirer \d"))).to_have_count(5)


def test_files_are_dropped_on_the_question(page: Page) -> None:
    sign_in(page, GUEST)
    expect(page.get_by_role("button", name="Joindre un fichier")).to_be_visible()
    page.evaluate(
        """([name, text]) => {
          const data = new DataTransfer()
          data.items.add(new File([text], name, { type: 'text/markdown' }))
          for (const kind of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true }))
        }""",
        ["contrat.md", CONTRACT],
    )
    expect(page.get_by_text("lu, pour cette conversation seulement")).to_be_visible()


def test_another_application_shares_a_file(page: Page, server: str) -> None:
    sign_in(page, GUEST)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    expect(page.get_by_label("Votre question")).to_be_visible()
    page.evaluate(
        """([name, text]) => {
          const form = document.createElement('form')
          form.method = 'POST'; form.action = '/share'; form.enctype = 'multipart/form-data'
          const words = Object.assign(document.createElement('input'), { name: 'text' })
          words.value = 'Que dit ce fichier ?'
          const files = document.createElement('input')
          files.type = 'file'; files.name = 'files'
          const data = new DataTransfer()
          data.items.add(new File([text], name, { type: 'text/markdown' }))
          files.files = data.files
          form.append(words, files)
          document.body.append(form)
          form.submit()
        }""",
        ["contrat.md", CONTRACT],
    )
    expect(page.get_by_label("Votre question")).to_have_value("Que dit ce fichier ?")
    expect(page.get_by_text("lu, pour cette conversation seulement")).to_be_visible()
    assert page.evaluate("caches.has('netz-shared')") is False
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_text("14 mars 2029").first).to_be_visible()


def test_people_see_what_was_attached_to_a_message(page: Page, admin: Page) -> None:
    sign_in(page, GUEST)
    page.get_by_label("Votre question").fill("Comment configurer Salesforce ?")
    page.get_by_role("button", name="Envoyer").click()
    page.get_by_role("button", name="Transmettre au support").last.click()
    page.get_by_role("button", name="Transmettre", exact=True).click()
    expect(page.get_by_text("Une personne vous répondra ici.")).to_be_visible()
    choose(page, picture(page))
    field = page.get_by_label("Votre message")
    field.fill("Voici mon écran.")
    expect(page.get_by_text("pas lue par l’assistant")).to_be_visible()
    field.press("Enter")
    shown = page.get_by_role("list", name="Pièces jointes")
    expect(shown.get_by_text("écran.jpg")).to_be_visible()
    where = page.url.rsplit("/", 1)[-1]
    messages = call(admin, "GET", f"/conversations/{where}")["messages"]
    assert [one["name"] for one in messages[-1]["attachments"]] == ["écran.jpg"]
    assert axe_violations(page) == []
    assert fits(page)
