"""What holds for any documents and any question: nothing invented, nothing cut, no failure."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netz.assistant.answering import normalise, resolve_followup, verify_citations
from netz.assistant.answering.types import Turn
from tests.assistant.answering.passages import (
    answer,
    assert_verbatim,
    bullet,
    code,
    heading,
    hit,
    paragraph,
    step,
    table,
)

SAMPLE = """le VPN se configure dans Outlook . Pour cela : ouvrez 587 et (cliquez) M. Dupont !
Voir aussi smtp.exemple.fr puis redémarrez « maintenant » ? Serveur Port"""
WORDS = st.sampled_from([*SAMPLE.split(), "\n"])
TEXT = st.lists(WORDS, min_size=1, max_size=14).map(" ".join).filter(lambda t: bool(t.strip()))
BLOCK = st.one_of(
    TEXT.map(paragraph),
    TEXT.map(heading),
    TEXT.map(bullet),
    TEXT.map(code),
    st.tuples(st.integers(1, 9), TEXT).map(lambda pair: step(*pair)),
    st.lists(TEXT.map(lambda t: " ".join(t.split())), min_size=1, max_size=3).map(
        lambda rows: table(*rows)
    ),
)
BLOCKS = st.lists(BLOCK, min_size=1, max_size=8)
relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@relaxed
@given(first=BLOCKS, second=BLOCKS, question=TEXT)
def test_every_answer_is_made_of_the_documents_words(
    first: list[dict[str, Any]], second: list[dict[str, Any]], question: str
) -> None:
    hits = [hit("Guide du VPN", *first, path="a.md"), hit("Outlook", *second, path="b.md")]
    draft = answer(f"Comment configurer le VPN ? {question}", *hits)
    if draft.status == "answered":
        assert_verbatim(draft, *hits)
    else:
        assert not draft.citations
        assert draft.text


@relaxed
@given(question=st.text(max_size=200), earlier=st.text(max_size=200))
def test_any_text_can_be_asked(question: str, earlier: str) -> None:
    page = hit("Guide du VPN", paragraph("Le VPN se configure dans les paramètres."))
    found = answer(resolve_followup(question, [Turn("user", earlier)]), page)
    assert found.status in {"answered", "refused"}
    assert normalise(normalise(question)) == normalise(question)


@relaxed
@given(written=st.text(alphabet="aé [1]2.,:\n-", max_size=120))
def test_any_model_text_can_be_checked(written: str) -> None:
    page = hit("Guide", paragraph("Le VPN se configure."))
    for sentence in verify_citations(written, [page]):
        assert sentence.supported <= bool(sentence.citations)
