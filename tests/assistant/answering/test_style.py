"""How a reader likes answers changes their length or a model's words, never what they rest on."""

from typing import get_args
from uuid import NAMESPACE_URL, uuid4, uuid5

import pytest

from netz.assistant.answering import Draft, build_prompt, compose, decide, read_question
from netz.assistant.answering.types import Expertise, Length, Style, Tone
from netz.assistant.cache import cache_key
from netz.knowledge.types import Hit
from tests.assistant.answering.passages import (
    answer,
    assert_verbatim,
    hit,
    paragraph,
    step,
)
from tests.assistant.answering.test_meaning import AUDIO, QUESTION, alike, liked

SUPPORT = hit(
    "Horaires du support",
    paragraph(
        "Le support existe depuis 2010. Le support répond du lundi au vendredi de 8 h à 18 h. "
        "Les techniciens sont à Lyon. Pour en savoir plus, consultez la page Contact."
    ),
)
VPN = hit(
    "Installer le VPN",
    paragraph("Le VPN chiffre la connexion."),
    step(1, "Ouvrez le portail du VPN."),
    step(2, "Installez le VPN."),
    step(3, "Saisissez votre identifiant."),
)
BADGE = hit(
    "Badge",
    paragraph(
        "Le badge se retire à l'accueil. Ce dernier le remet contre signature. "
        "La pièce d'identité est demandée. Le badge reste valable deux ans."
    ),
)
ASKED = {
    "Quels jours le support répond-il ?": SUPPORT,
    "Comment installer le VPN ?": VPN,
    "Qu'est-ce que le badge ?": BADGE,
}


def at_length(question: str, length: Length, *hits: Hit, meaning: bool = False) -> Draft:
    read = read_question(question, "fr")
    grounding = decide(read, hits, alike) if meaning else decide(read, hits)
    return compose(read, hits, grounding, "fr", length)


@pytest.mark.parametrize("question", ASKED)
def test_the_ordinary_length_is_what_it_is_without_one(question: str) -> None:
    assert at_length(question, "normal", ASKED[question]) == answer(question, ASKED[question])


@pytest.mark.parametrize("question", ASKED)
def test_each_length_holds_the_shorter_one_word_for_word(question: str) -> None:
    page = ASKED[question]
    short, normal, detailed = (
        at_length(question, length, page) for length in ("short", "normal", "detailed")
    )
    texts = [[piece.text for piece in draft.sentences] for draft in (short, normal, detailed)]
    assert set(texts[0]) <= set(texts[1]) <= set(texts[2])
    for draft in (short, normal, detailed):
        assert_verbatim(draft, page)
        assert draft.confidence == normal.confidence
        assert [c.passage_id for c in draft.citations] == [page.passage_id]


def test_a_detailed_answer_adds_the_neighbours_but_no_pointer_elsewhere() -> None:
    detailed = at_length("Quels jours le support répond-il ?", "detailed", SUPPORT)
    assert [piece.text for piece in detailed.sentences] == [
        "Le support existe depuis 2010.",
        "Le support répond du lundi au vendredi de 8 h à 18 h.",
        "Les techniciens sont à Lyon.",
    ]


def test_a_short_answer_leaves_out_what_only_goes_on() -> None:
    question = "Qu'est-ce que le badge ?"
    normal = at_length(question, "normal", BADGE)
    short = at_length(question, "short", BADGE)
    assert len(short.sentences) == 1 < len(normal.sentences)


def test_a_short_procedure_keeps_every_step() -> None:
    short = at_length("Comment installer le VPN ?", "short", VPN)
    assert [piece.marker for piece in short.sentences if piece.kind == "step"] == ["1.", "2.", "3."]


def test_a_detailed_answer_shows_no_part_of_a_list() -> None:
    steps = [step(n, f"Étape {n} : " + "appuyez sur le bouton " * 6) for n in range(1, 12)]
    page = hit("Box", paragraph("La box redémarre en deux minutes."), *steps)
    detailed = at_length("En combien de minutes la box redémarre-t-elle ?", "detailed", page)
    assert sum(piece.kind == "step" for piece in detailed.sentences) in (0, len(steps))


def test_a_detailed_answer_goes_on_in_the_next_passage_of_the_same_section() -> None:
    place = uuid5(NAMESPACE_URL, "horaires")
    first = hit(
        "Horaires", paragraph("Le support répond de 8 h à 18 h."), document=place, ordinal=4
    )
    following = hit(
        "Horaires",
        paragraph("Le support du samedi répond par e-mail."),
        document=place,
        ordinal=5,
        score=6,
    )
    elsewhere = hit("Tarifs", paragraph("Le support coûte 29 €."), score=5)
    pages = (first, following, elsewhere)
    question = "Quand le support répond-il ?"
    assert len(at_length(question, "normal", *pages).citations) == 1
    detailed = at_length(question, "detailed", *pages)
    assert [c.passage_id for c in detailed.citations] == [first.passage_id, following.passage_id]
    assert_verbatim(detailed, *pages)


def test_what_answers_by_meaning_is_cut_and_widened_too() -> None:
    page = liked(AUDIO, 0.8)
    texts = {
        length: [p.text for p in at_length(QUESTION, length, page, meaning=True).sentences]
        for length in get_args(Length)
    }
    assert texts["short"] == ["Assurez-vous que le profil stéréo est bien sélectionné."]
    assert texts["normal"] == [*texts["short"], "Redémarrez ensuite."]
    assert texts["detailed"] == ["Cette page parle du matériel de la salle.", *texts["normal"]]


@pytest.mark.parametrize("length", get_args(Length))
def test_no_length_answers_what_the_passages_do_not(length: Length) -> None:
    draft = at_length("Quelle est la capitale de l'Australie ?", length, SUPPORT, VPN)
    assert (draft.status, draft.sentences) == ("refused", ())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_prompt_keeps_every_rule_whatever_the_style(language: str) -> None:
    words = "fr" if language == "fr" else "en"
    usual, asked = build_prompt("?", [SUPPORT], words, fence="f")
    prompts = {usual}
    for length in get_args(Length):
        for tone in get_args(Tone):
            for expertise in get_args(Expertise):
                style = Style(length, tone, expertise)
                system, user = build_prompt("?", [SUPPORT], words, style=style, fence="f")
                assert system.startswith(usual)
                assert user == asked
                assert (system == usual) == (style == Style())
                prompts.add(system)
    assert len(prompts) == 27


def test_each_style_has_a_key_of_its_own_and_the_ordinary_one_todays() -> None:
    workspace = uuid4()

    def key(style: Style) -> str:
        return cache_key(workspace, None, 7, ["openai/a"], "fr", "vpn", style.key)

    styles = [
        Style(length, tone, expertise)
        for length in get_args(Length)
        for tone in get_args(Tone)
        for expertise in get_args(Expertise)
    ]
    assert len({key(style) for style in styles}) == len(styles)
    assert key(Style()) == cache_key(workspace, None, 7, ["openai/a"], "fr", "vpn")
