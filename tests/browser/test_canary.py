"""What people, files and documents say is shown and never run: a canary would tell if it were.

Each text below would set `window.canary` if anything of it ran, or call another origin, which a
watched page does not forgive.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import GUEST, ask, sign_in
from tests.browser.people import call

ELSEWHERE = "https://canary.example"
TEXTS = {
    "html": f"<script>window.canary='html'</script><img src={ELSEWHERE}/i onerror=\"canary=1\">",
    "svg": '<svg onload="canary=2"><animate onbegin="canary=3" attributeName=x dur=1s></svg>',
    "math": "<math><maction xlink:href=javascript:canary=4>x</maction></math>",
    "frame": f"<iframe srcdoc='<script>parent.canary=5</script>'></iframe><base href={ELSEWHERE}>",
    "markdown": f"[lien](javascript:canary=6) ![image]({ELSEWHERE}/p.png) <{ELSEWHERE}/auto>",
    "reference": f"[a][b]\n\n[b]: javascript:canary=7\n\n![c][d]\n\n[d]: {ELSEWHERE}/r.png",
    "data": "[doc](data:text/html;base64,PHNjcmlwdD5jYW5hcnk9ODwvc2NyaXB0Pg==)",
    "katex": r"$$\href{javascript:canary=9}{x}\htmlData{onclick=canary=10}{y}$$"
    rf"$\includegraphics{{{ELSEWHERE}/k.png}}$",
    "style": f"<style>@import url({ELSEWHERE}/s.css)</style><p style='cursor:url({ELSEWHERE}/b)'>",
    "template": "{{constructor.constructor('canary=11')()}} ${canary=12} <%= canary=13 %>",
    "form": f"<form action={ELSEWHERE}><button formaction=javascript:canary=14>ok</button></form>",
}
ALL = "\n\n".join(TEXTS.values())
ZORBEK = "Le boîtier Zorbek se règle en trois minutes."


def nothing_ran(page: Page) -> None:
    """Neither at once nor at a click on what looks like a link."""
    found = page.evaluate(
        """() => [
          window.canary ?? null,
          [...document.querySelectorAll('a, form, button, area, base')]
            .map((one) => one.href || one.action || one.formAction || '')
            .filter((to) => typeof to === 'string' && /^(javascript|data|vbscript):/i.test(to)),
          [...document.querySelectorAll('iframe')]
            .filter((one) => !one.hasAttribute('sandbox')
              || one.sandbox.contains('allow-scripts')).length,
        ]"""
    )
    assert found == [None, [], 0]
    for frame in page.frames:
        assert frame.evaluate("window.canary ?? null") is None


@pytest.mark.parametrize(
    "makes",
    [
        "window.canary = 1",
        "document.body.append(Object.assign(document.createElement('a'), {href: 'javascript:1'}))",
        "document.body.append(document.createElement('iframe'))",
    ],
)
def test_the_canary_would_tell(page: Page, makes: str) -> None:
    nothing_ran(page)
    page.evaluate(f"() => {{ {makes} }}")
    with pytest.raises(AssertionError):
        nothing_ran(page)


def test_a_question_and_its_title_are_text(page: Page) -> None:
    sign_in(page, GUEST)
    for kind, text in TEXTS.items():
        page.get_by_role("button", name="Nouvelle question").first.click()
        ask(page, f"{kind} {text}")
        nothing_ran(page)
    conversation = page.url.rsplit("/", 1)[-1]
    call(page, "PATCH", f"/conversations/{conversation}", {"title": ALL[:200]})
    page.reload()
    expect(page.get_by_role("heading", level=2).filter(has_text="form <form")).to_be_visible()
    nothing_ran(page)


def test_messages_and_notes_are_text(page: Page, admin: Page, server: str) -> None:
    sign_in(page, GUEST)
    ask(page, "Comment configurer Salesforce ?")
    conversation = page.url.rsplit("/", 1)[-1]
    answer = call(page, "GET", f"/conversations/{conversation}")["messages"][-1]["answer"]
    call(page, "POST", f"/answers/{answer['id']}/handover", {"note": ALL[:4000]})
    call(page, "POST", f"/conversations/{conversation}/messages", {"text": ALL})
    call(admin, "POST", f"/conversations/{conversation}/notes", {"text": ALL})
    page.reload()
    expect(page.get_by_text("<svg onload").first).to_be_visible()
    nothing_ran(page)
    admin.goto(f"{server}/conversations/{conversation}")
    expect(admin.get_by_text("<svg onload").first).to_be_visible()
    nothing_ran(admin)


@pytest.mark.parametrize("ending", ["md", "html", "txt", "csv"])
def test_an_attached_file_is_text(page: Page, ending: str) -> None:
    sign_in(page, GUEST)
    content = f"<h1>Zorbek</h1><p>{ZORBEK}</p>{ALL}" if ending == "html" else f"{ZORBEK}\n\n{ALL}"
    name = f"<img src=x onerror=canary=15>.{ending}"
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Joindre un fichier").click()
    chooser.value.set_files({"name": name, "mimeType": "text/plain", "buffer": content.encode()})
    expect(page.get_by_text("lu, pour cette conversation seulement")).to_be_visible()
    ask(page, "Comment se règle le boîtier Zorbek ?")
    page.get_by_role("group", name="Sources").get_by_role("button").first.click()
    expect(page.locator("mark")).to_be_visible()
    nothing_ran(page)


@pytest.fixture
def documents(admin: Page) -> Iterator[list[str]]:
    """A Markdown and an HTML document that hold everything, until the test is over."""
    made = []
    for ending, text in (
        ("md", f"# Zorbek\n\n{ZORBEK}\n\n{ALL}"),
        ("html", f"<html><body><h1>Quarnel</h1><p>Le Quarnel se règle la nuit.</p>{ALL}</body>"),
    ):
        made.append(
            admin.evaluate(
                """async ([name, text]) => {
                  const form = new FormData()
                  form.append('file', new File([text], name))
                  form.append('audience', 'public')
                  const r = await fetch('/api/v2/documents', {method: 'POST', body: form})
                  return (await r.json()).id
                }""",
                [f"canary.{ending}", text],
            )
        )
    for one in made:
        _wait_until_read(admin, one)
    yield made
    for one in made:
        call(admin, "DELETE", f"/documents/{one}")


def _wait_until_read(admin: Page, document: str) -> None:
    for _ in range(100):
        state: Any = call(admin, "GET", f"/documents/{document}")
        if state["status"] in ("ready", "failed"):
            assert state["status"] == "ready", state
            return
        admin.wait_for_timeout(200)
    raise AssertionError("the document was not read")


def test_a_document_is_shown_and_never_run(page: Page, documents: list[str]) -> None:
    sign_in(page, GUEST)
    for question in ("Comment se règle le boîtier Zorbek ?", "Quand se règle le Quarnel ?"):
        page.get_by_role("button", name="Nouvelle question").first.click()
        ask(page, question)
        page.get_by_role("group", name="Sources").get_by_role("button").first.click()
        shown = page.frame_locator("iframe").get_by_text(re.compile("se règle")).first
        expect(shown).to_be_visible()
        page.wait_for_timeout(300)
        nothing_ran(page)
        page.keyboard.press("Escape")
