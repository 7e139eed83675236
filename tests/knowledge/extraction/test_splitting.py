from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netz.knowledge.extraction import Block, Extracted, PassageDraft, split
from netz.knowledge.extraction.pieces import sentences
from netz.knowledge.extraction.splitting import MAXIMUM, block_text
from netz.knowledge.extraction.tables import table_text
from netz.knowledge.extraction.text import word_count


def document(*blocks: Block) -> Extracted:
    return Extracted("Titre", "fr", blocks, None, "text/plain")


def words(count: int, start: str = "Mot") -> str:
    return " ".join([start, *["mot"] * (count - 2), "fin."])


def heading(text: str, level: int) -> Block:
    return Block("heading", text, level=level)


def paragraph(count: int) -> Block:
    return Block("paragraph", words(count))


def ranges(drafts: list[PassageDraft]) -> list[tuple[int, int]]:
    return [(draft.first_block, draft.last_block) for draft in drafts]


def test_each_section_is_a_passage_under_its_heading_path() -> None:
    drafts = split(
        document(
            heading("Guide", 1), paragraph(60), heading("VPN", 2), paragraph(80),
            heading("Sur Mac", 3), paragraph(90), heading("Mail", 2), paragraph(100),
        )
    )  # fmt: skip
    assert [draft.headings for draft in drafts] == [
        ("Guide",), ("Guide", "VPN"), ("Guide", "VPN", "Sur Mac"), ("Guide", "Mail")
    ]  # fmt: skip
    assert ranges(drafts) == [(0, 1), (2, 3), (4, 5), (6, 7)]
    assert drafts[1].text == words(80)
    assert [draft.ordinal for draft in drafts] == [0, 1, 2, 3]


def test_headings_without_text_of_their_own_go_with_the_next() -> None:
    drafts = split(document(heading("A", 1), heading("B", 2), paragraph(50), heading("C", 1)))
    assert [(draft.headings, draft.text) for draft in drafts] == [
        (("A", "B"), words(50)), (("C",), "C")
    ]  # fmt: skip
    assert ranges(drafts) == [(0, 2), (3, 3)]


def test_very_short_neighbours_are_merged_and_named_in_the_text() -> None:
    drafts = split(
        document(
            heading("FAQ", 1), heading("Oubli", 2), paragraph(20), heading("Blocage", 2),
            paragraph(25), heading("Autre", 1), paragraph(90),
        )
    )  # fmt: skip
    assert drafts[0].headings == ("FAQ",)
    assert drafts[0].text == f"Oubli\n{words(20)}\nBlocage\n{words(25)}"
    assert ranges(drafts) == [(0, 4), (5, 6)]


def test_a_short_introduction_is_merged_with_the_first_part() -> None:
    drafts = split(document(heading("VPN", 1), paragraph(15), heading("Mac", 2), paragraph(60)))
    assert [(draft.headings, draft.text) for draft in drafts] == [
        (("VPN",), f"{words(15)}\nMac\n{words(60)}")
    ]


def test_sections_long_enough_stay_apart() -> None:
    drafts = split(
        document(heading("P", 1), heading("A", 2), paragraph(50), heading("B", 2), paragraph(50))
    )
    assert [draft.headings for draft in drafts] == [("P", "A"), ("P", "B")]


def test_a_procedure_stays_whole_with_its_introduction() -> None:
    steps = [Block("list_item", words(28), level=1, marker=f"{n}.") for n in range(1, 11)]
    intro = Block("paragraph", "Pour réinitialiser votre mot de passe :")
    drafts = split(document(heading("MDP", 1), paragraph(150), intro, *steps))
    assert ranges(drafts) == [(0, 1), (2, 12)]
    assert drafts[1].text.startswith("Pour réinitialiser votre mot de passe :\n1. Mot")
    assert word_count(drafts[1].text) > 280


def test_code_and_notes_inside_a_procedure_stay_with_their_step() -> None:
    blocks = [
        Block("paragraph", "Étapes :"),
        Block("list_item", words(80), level=1, marker="1."),
        Block("code", "ipconfig /all", level=1),
        Block("list_item", words(80), level=1, marker="2."),
        Block("paragraph", words(20), level=1),
    ]
    assert ranges(split(document(*blocks))) == [(0, 4)]


def test_a_list_too_long_is_divided_before_outer_items() -> None:
    items = []
    for number in range(12):
        items.append(Block("list_item", words(40), level=1, marker=f"{number}."))
        items.append(Block("list_item", words(20), level=2, marker="-"))
    drafts = split(document(Block("paragraph", "Étapes :"), *items))
    assert len(drafts) > 1
    assert all(draft.blocks[0].level <= 1 for draft in drafts)
    assert drafts[0].text.startswith("Étapes :\n0. ")


def test_a_long_table_is_divided_between_rows_with_its_header() -> None:
    rows = (("Poste", "Remarque"), *((f"PC-{n}", words(30)) for n in range(30)))
    table = Block("table", table_text(rows, True), rows=rows, has_header=True)
    drafts = split(document(heading("Parc", 1), table))
    assert len(drafts) > 2
    assert all(draft.headings == ("Parc",) for draft in drafts)
    assert all(line.startswith("Poste: PC-") for draft in drafts for line in draft.text.split("\n"))
    assert "\n".join(draft.text for draft in drafts) == table.text
    assert all(draft.blocks[0].rows[0] == rows[0] for draft in drafts)


def test_a_very_long_paragraph_is_divided_at_sentence_ends() -> None:
    text = " ".join(words(30, f"Phrase{n}") for n in range(40))
    link = ("Phrase39", "https://a.example")
    drafts = split(document(Block("paragraph", text, links=(link,))))
    assert len(drafts) > 3
    assert all(draft.text.startswith("Phrase") for draft in drafts)
    assert all(draft.text.endswith("fin.") for draft in drafts)
    assert " ".join(draft.text for draft in drafts) == text
    assert [draft.blocks[0].links for draft in drafts][-1] == (link,)
    assert drafts[0].blocks[0].links == ()


def test_long_code_is_divided_between_lines() -> None:
    code = "\n".join(f"commande {n} avec trois arguments" for n in range(200))
    drafts = split(document(Block("code", code)))
    assert "\n".join(draft.text for draft in drafts) == code


def test_a_tiny_rest_goes_back_to_the_passage_before_it() -> None:
    drafts = split(document(heading("A", 1), paragraph(100), paragraph(75), paragraph(20)))
    assert ranges(drafts) == [(0, 3)]


def test_the_page_is_that_of_the_text_and_not_of_its_heading() -> None:
    blocks = Block("heading", "A", level=1, page=1), Block("paragraph", words(50), page=2)
    assert split(document(*blocks))[0].page == 2


def test_a_document_without_headings_is_divided_by_length() -> None:
    drafts = split(document(*[paragraph(90)] * 6))
    assert all(draft.headings == () for draft in drafts)
    assert ranges(drafts) == [(0, 1), (2, 3), (4, 5)]


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    text = "Appelez M. Dupont au n° 12. L’art. 4 le dit ! « Vrai ? » Oui… Le 3.5 suffit."
    assert sentences(text) == [
        "Appelez M. Dupont au n° 12.", "L’art. 4 le dit !", "« Vrai ? »", "Oui…", "Le 3.5 suffit."
    ]  # fmt: skip


# A busy machine is slow; that says nothing about the code.
PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
BLOCKS = st.lists(
    st.one_of(
        st.builds(heading, st.sampled_from(["A", "B", "C"]), st.integers(1, 6)),
        st.integers(2, 700).map(paragraph),
        st.builds(
            lambda count, level, marker: Block("list_item", words(count), level, None, marker),
            st.integers(2, 120), st.integers(1, 4), st.sampled_from(["-", "1.", ""]),
        ),
        st.builds(
            lambda count, size: _table(count, size), st.integers(1, 40), st.integers(2, 60)
        ),
        st.integers(1, 300).map(lambda count: Block("code", "\n".join(["a b c"] * count))),
    ),
    max_size=30,
)  # fmt: skip


def _table(count: int, size: int) -> Block:
    rows = (("Nom", "Texte"), *((f"n{at}", words(size)) for at in range(count)))
    return Block("table", table_text(rows, True), rows=rows, has_header=True)


@PATIENT
@given(BLOCKS)
def test_no_block_is_lost_and_none_is_cut_in_the_middle(blocks: list[Block]) -> None:
    drafts = split(document(*blocks))
    covered = [at for draft in drafts for at in range(draft.first_block, draft.last_block + 1)]
    assert sorted(set(covered)) == list(range(len(blocks)))
    assert covered == sorted(covered)
    assert drafts == split(document(*blocks))
    for draft in drafts:
        assert draft.text
        assert draft.text == "\n".join(block_text(block) for block in draft.blocks)
        for block in draft.blocks:
            _assert_whole(block, blocks[draft.first_block : draft.last_block + 1])


def _assert_whole(part: Block, sources: list[Block]) -> None:
    """A part is a block of the document, or rows, sentences or lines of one."""
    if part in sources:
        return
    if part.kind == "table":
        assert any(set(part.rows) <= set(source.rows) for source in sources)
    elif part.kind == "paragraph":
        assert part.text.startswith("Mot")
        assert part.text.endswith("fin.")
    else:
        assert part.kind == "code"
        assert set(part.text.split("\n")) == {"a b c"}


@PATIENT
@given(BLOCKS)
def test_passages_keep_to_their_size_where_blocks_allow(blocks: list[Block]) -> None:
    for draft in split(document(*blocks)):
        largest = max(word_count(block.text) for block in draft.blocks)
        assert word_count(draft.text) <= max(MAXIMUM, largest) + MAXIMUM // 4
