"""Passages that answer in other words than the question's, and when they may not."""

from collections.abc import Sequence
from dataclasses import replace

from netz.assistant.answering import Draft, compose, decide, detect_language, read_question
from netz.knowledge.types import Hit
from tests.assistant.answering.passages import hit, paragraph, step

QUESTION = "Le casque grésille pendant les appels, que puis-je tenter ?"
AUDIO = hit(
    "Corriger la qualité audio",
    paragraph("Cette page parle du matériel de la salle."),
    paragraph("Assurez-vous que le profil stéréo est bien sélectionné. Redémarrez ensuite."),
)
STEPS = hit("Micro", step(1, "Ouvrez les réglages du son."), step(2, "Choisissez un autre micro."))
OTHER = hit("Congés", paragraph("Les congés se demandent deux mois avant le départ."))


def liked(found: Hit, likeness: float, score: float = 0.8) -> Hit:
    """The passage as a search by meaning brings it."""
    return replace(found, likeness=likeness, score=score, coverage=0.1)


def alike(texts: Sequence[str]) -> list[float]:
    """Pieces about sound are what the question means."""
    return [0.9 if "stéréo" in text or "micro" in text else 0.1 for text in texts]


def asked(*hits: Hit, question: str = QUESTION) -> Draft:
    """The draft of the product's steps, with a model."""
    language = detect_language(question, "fr")
    read = read_question(question, language)
    return compose(read, hits, decide(read, hits, alike), language)


def test_the_piece_that_means_it_answers_with_what_follows() -> None:
    draft = asked(liked(AUDIO, 0.8), liked(OTHER, 0.55, score=0.3))
    assert draft.status == "answered"
    assert (
        draft.text == "Assurez-vous que le profil stéréo est bien sélectionné. Redémarrez ensuite."
    )
    assert [citation.title for citation in draft.citations] == ["Corriger la qualité audio"]


def test_it_is_never_as_sure_as_words() -> None:
    assert asked(liked(AUDIO, 1.0, score=1.4)).confidence < 0.5


def test_several_documents_that_mean_it_stand_side_by_side() -> None:
    draft = asked(liked(AUDIO, 0.8), liked(STEPS, 0.8, score=0.78))
    assert [citation.title for citation in draft.citations] == [
        "Corriger la qualité audio",
        "Micro",
    ]
    assert [piece.kind for piece in draft.sentences[-2:]] == ["step", "step"]


def test_without_a_model_or_likeness_the_question_is_refused() -> None:
    read = read_question(QUESTION, "fr")
    assert not decide(read, [liked(AUDIO, 0.9)]).answerable
    assert asked(AUDIO, replace(STEPS, score=0.5)).status == "refused"


def test_what_is_hardly_alike_is_refused() -> None:
    assert asked(liked(AUDIO, 0.4)).status == "refused"
    assert asked(liked(OTHER, 0.6, score=0.6)).status == "refused"


def test_a_product_that_the_passage_does_not_name_is_no_likeness() -> None:
    question = "Le casque grésille dans Webex, que puis-je tenter ?"
    assert asked(liked(AUDIO, 0.9, score=1.2), question=question).status == "refused"


def test_words_come_first() -> None:
    draft = asked(
        liked(AUDIO, 1.0, score=1.4),
        OTHER,
        question="Quand se demandent les congés avant le départ ?",
    )
    assert [citation.title for citation in draft.citations] == ["Congés"]
    assert draft.confidence > 0.6
