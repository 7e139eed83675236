from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netz.knowledge.extraction import Block, Extracted, to_html

ALLOWED = {"section", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "pre", "code",
           "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "br"}  # fmt: skip


def html(*blocks: Block) -> str:
    return to_html(Extracted("T", "fr", blocks, None, "text/plain"))


def test_every_block_carries_its_number() -> None:
    assert html(
        Block("heading", "Un & deux", level=2),
        Block("paragraph", "a\nb"),
        Block("code", "x < y\n  z"),
        Block("table", "", rows=(("N", "V"), ("a", "<b>")), has_header=True),
        Block("table", "", rows=(("a", "le doc"),), links=(("doc", "https://a.example"),)),
    ) == (
        '<h2 id="b0">Un &amp; deux</h2><p id="b1">a<br>b</p>'
        '<pre id="b2"><code>x &lt; y\n  z</code></pre>'
        '<table id="b3"><thead><tr><th scope="col">N</th><th scope="col">V</th></tr></thead>'
        "<tbody><tr><td>a</td><td>&lt;b&gt;</td></tr></tbody></table>"
        '<table id="b4"><tbody><tr><td>a</td><td>le <a href="https://a.example" '
        'rel="noopener noreferrer nofollow" target="_blank">doc</a></td></tr></tbody></table>'
    )


def test_lists_nest_as_their_levels_say() -> None:
    def item(text: str, level: int, marker: str) -> Block:
        return Block("list_item", text, level=level, marker=marker)

    assert html(
        item("a", 1, "1."), item("b", 2, "-"), item("c", 2, "-"), Block("code", "x", level=1),
        item("d", 1, "2."), item("e", 1, "-"), Block("paragraph", "f"),
    ) == (
        '<ol><li id="b0" value="1">a<ul><li id="b1">b</li><li id="b2">c'
        '<pre id="b3"><code>x</code></pre></li></ul></li><li id="b4" value="2">d</li></ol>'
        '<ul><li id="b5">e</li></ul><p id="b6">f</p>'
    )  # fmt: skip


def test_pages_are_sections() -> None:
    assert html(
        Block("paragraph", "a", page=1), Block("list_item", "b", page=1, level=1, marker="-"),
        Block("paragraph", "c", page=2),
    ) == (
        '<section data-page="1"><p id="b0">a</p><ul><li id="b1">b</li></ul></section>'
        '<section data-page="2"><p id="b2">c</p></section>'
    )  # fmt: skip


def test_only_safe_links_are_set_and_at_their_words() -> None:
    links = (
        ("ici", "https://a.example/?a=1&b=2"),
        ("là", "javascript:alert(1)"),
        ("mail", "mailto:a@b.example"),
        ("x", "http://[bad"),
        ("rel", "autre.html"),
    )
    view = html(Block("paragraph", "ici, là, mail, x, rel et ici", links=links))
    assert view.count("<a ") == 2
    assert '<a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow"' in view
    assert "javascript" not in view
    assert view.endswith("x, rel et ici</p>")


# A busy machine is slow; that says nothing about the code.
PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TEXT = st.text(alphabet="<>&\"'/ ab\n", max_size=12)
ANY_BLOCK = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "list_item", "table", "code"]),
    text=TEXT,
    level=st.integers(1, 4),
    page=st.sampled_from([None, 1, 2]),
    marker=st.sampled_from(["", "-", "1.", "a)", '"><']),
    rows=st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
    has_header=st.booleans(),
    links=st.lists(st.tuples(TEXT, st.just("https://a.example/\"'><b>")), max_size=2).map(tuple),
)


class Checker(HTMLParser):
    """Knows the elements that are open, and refuses what may not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= {
            "id", "data-page", "href", "rel", "target", "scope", "value"
        }  # fmt: skip
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@PATIENT
@given(st.lists(ANY_BLOCK, max_size=12))
def test_the_view_is_well_formed_and_holds_no_foreign_element(blocks: list[Block]) -> None:
    checker = Checker()
    checker.feed(html(*blocks))
    checker.close()
    assert checker.open == []
    assert checker.ids == [f"b{at}" for at in range(len(blocks))]
