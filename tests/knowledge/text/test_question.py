"""How a question is read: what is ignored, which stems are tried, which synonyms join in."""

import pytest

from netz.knowledge.text import Question, Synonyms, builtin, compile_groups, read_question
from netz.knowledge.text.spelling import distance, letters, nearest
from netz.knowledge.text.stems import stem

NONE = Synonyms()


def surfaces(question: Question) -> list[str]:
    return [concept.surface for concept in question.concepts]


def test_the_wrapping_of_a_question_is_ignored() -> None:
    asked = read_question("Bonjour, comment puis-je faire pour réinitialiser le VPN svp ?", NONE)
    assert surfaces(asked) == ["réinitialiser", "VPN"]


def test_a_question_of_nothing_but_small_words_keeps_what_is_indexed() -> None:
    assert surfaces(read_question("comment faire ?", NONE)) == ["comment", "faire"]


def test_a_word_is_tried_in_both_languages_and_without_accents() -> None:
    (concept,) = read_question("files", NONE, "fr").concepts
    terms = {alternative.terms for alternative in concept.alternatives}
    assert {(stem("files", "fr"),), (stem("files", "en"),)} <= terms
    assert concept.alternatives[0].weight == 1


def test_two_words_may_be_one_in_the_document_and_the_reverse() -> None:
    assert "onedrive" in read_question("one drive", NONE).terms()
    assert {"wifi", "wi", "fi"} <= set(read_question("wi-fi", NONE).terms())


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("courriel", "mail"),
        ("mon PC", "ordinateur"),
        ("mdp oublié", "mot de passe"),
        ("mot de passe oublié", "mdp"),
        ("printer", "imprimante"),
        ("imprimante", "printer"),
        ("mailbox is full", "boîte aux lettres"),
        ("double authentification", "MFA"),
    ],
)
def test_the_trade_s_synonyms_join_in(question: str, document: str) -> None:
    expected = tuple(
        stem(word, "fr") for word in document.lower().split() if word not in ("de", "aux")
    )
    offered = {
        alternative.terms: alternative.weight
        for concept in read_question(question, builtin()).concepts
        for alternative in concept.alternatives
    }
    assert 0 < offered[expected] < 1


def test_a_workspace_s_own_groups_join_the_built_in_ones() -> None:
    own = compile_groups([["la Tour", "serveur de fichiers"]])
    asked = read_question("la tour est en panne", builtin().merged(own))
    assert (stem("serveur", "fr"), stem("fichiers", "fr")) in {
        alternative.terms for alternative in asked.concepts[0].alternatives
    }


def test_nonsense_groups_have_no_effect() -> None:
    assert compile_groups([[], ["seul"], ["", "  "], ["!!!", "???"]]).by_first == {}


def test_a_pasted_log_is_cut_to_what_a_question_can_hold() -> None:
    assert len(read_question("erreur%d " * 3 % (1, 2, 3) + "mot " * 400_000, NONE).concepts) < 60


def test_the_same_word_twice_counts_once() -> None:
    assert surfaces(read_question("imprimante imprimante IMPRIMANTE", NONE)) == ["imprimante"]


@pytest.mark.parametrize(
    ("left", "right", "steps"),
    [
        ("imprimante", "imprimante", 0),
        ("imprimante", "impirmante", 1),
        ("imprimante", "imprimnte", 1),
        ("imprimante", "imprimmante", 1),
        ("imprimante", "imprinante", 1),
        ("imprimante", "inpirmante", 2),
        ("imprimante", "messagerie", 3),
    ],
)
def test_distance_counts_single_mistakes_and_swaps(left: str, right: str, steps: int) -> None:
    assert distance(left, right, 2) == distance(right, left, 2) == steps


def test_the_letters_of_near_words_differ_in_few_bits() -> None:
    assert (letters("imprimante") ^ letters("impirmante")).bit_count() == 0
    assert (letters("imprimante") ^ letters("imprinante")).bit_count() <= 2


def test_the_nearest_words_come_first_and_far_ones_not_at_all() -> None:
    found = nearest("messagrie", ["messages", "messagerie", "massage", "imprimante"])
    assert found[0] == ("messagerie", 1)
    assert "imprimante" not in dict(found)
