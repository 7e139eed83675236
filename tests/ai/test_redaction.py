"""What leaves for a remote model holds no personal identifier, and comes back unchanged."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netz.ai import identifiers
from netz.ai.redaction import Redactor, StreamRestorer, redact, restore

FINDERS = (
    identifiers.emails,
    identifiers.ibans,
    identifiers.nirs,
    identifiers.cards,
    identifiers.phones,
)
IDENTIFIERS = {
    "email": ["jean.dupont@exemple.fr", "a+b@sous.domaine.example.com", "l'hélène@mairie-lyon.fr"],
    "iban": [
        "FR76 3000 6000 0112 3456 7890 189",
        "fr7630006000011234567890189",
        "DE89370400440532013000",
        "BE68-5390-0754-7034",
    ],
    "nir": ["1 85 05 78 006 084 91", "185057800608491", "2 85 05 2A 006 084 82"],
    "card": ["4111 1111 1111 1111", "5555555555554444", "3782 822463 10005"],
    "phone": [
        "06 12 34 56 78",
        "0612345678",
        "01.23.45.67.89",
        "+33 6 12 34 56 78",
        "+33 (0)1 23 45 67 89",
        "0033612345678",
        "0 800 123 456",
        "0800 123 456",
        "+32 470 12 34 56",
        "+1 (555) 123-4567",
    ],
}
KEPT = [
    "KB5034441",
    "0x80070005",
    "192.168.1.10",
    "le 01.02.2024 10:30",
    "SIRET 73282932000074",
    "4111 1111 1111 1112",
    "FR76 3000 6000 0112 3456 7890 188",
    "1 85 05 78 006 084 90",
    "port 0443, 1 200 000 000 octets",
    "XX76 3000 6000 0112 3456 7890 189",
    "jean@localhost",
]

identifier = st.sampled_from([value for values in IDENTIFIERS.values() for value in values])
glue = st.text(st.sampled_from(list(" 0123456789+.-@aAéF⟦⟧_()\n\u00a0TEXEMAIL١")), max_size=12)
texts = st.lists(st.one_of(identifier, glue, st.text(max_size=8)), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in IDENTIFIERS.items() for value in values]
)
def test_each_identifier_is_replaced_and_comes_back(kind: str, value: str) -> None:
    redactor = Redactor()
    sent = redactor.redact(f"Voici : {value}, merci.")
    assert sent == f"Voici : ⟦{kind.upper()}_1⟧, merci."
    assert redactor.counts == {kind: 1}
    assert restore(sent, redactor.mapping) == f"Voici : {value}, merci."


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_an_identifier_stays(text: str) -> None:
    assert redact(text)[0] == text


@pytest.mark.parametrize("number", ["18505780060849", "1850578006084AB", "1850A7800608491"])
def test_what_is_no_nir_has_no_valid_key(number: str) -> None:
    assert not identifiers.nir_is_valid(number)


@pytest.mark.parametrize(
    "number", ["FR76é", "FR7630006000011234567890188", "FRAB300060000112345678"]
)
def test_what_is_no_iban_has_no_valid_checksum(number: str) -> None:
    assert not identifiers.iban_is_valid(number)


def test_the_same_value_has_one_placeholder_over_question_and_passages() -> None:
    redactor = Redactor()
    assert redactor.redact("Qui est a@b.fr ?") == "Qui est ⟦EMAIL_1⟧ ?"
    assert redactor.redact("c@d.fr, a@b.fr") == "⟦EMAIL_2⟧, ⟦EMAIL_1⟧"
    assert redactor.counts == {"email": 2}


def test_a_number_next_to_another_never_leaves_in_part() -> None:
    sent, _ = redact("+33 6 12 34 56 78 06 11 22 33 44 / +1 (555) 123-4567 0800 123 456")
    assert re.sub(r"⟦PHONE_\d⟧", "#", sent) == "# # / # #"


def test_a_card_number_is_found_between_other_digits() -> None:
    assert redact("3 4111 1111 1111 1111 12/27")[0] == "3 ⟦CARD_1⟧ 12/27"


def test_a_model_may_write_a_placeholder_loosely_and_invent_others() -> None:
    mapping = {"⟦EMAIL_1⟧": "a@b.fr"}
    assert restore("⟦ email_1 ⟧ et ⟦EMAIL_7⟧", mapping) == "a@b.fr et ⟦EMAIL_7⟧"


@given(texts)
@settings(max_examples=400, deadline=None)
def test_restoring_gives_the_text_back_exactly(text: str) -> None:
    sent, mapping = redact(text)
    assert restore(sent, mapping) == text


@given(texts)
@settings(max_examples=400, deadline=None)
def test_nothing_that_matches_leaves(text: str) -> None:
    sent, mapping = redact(text)
    assert [list(finder(sent)) for finder in FINDERS] == [[]] * len(FINDERS)
    for placeholder in mapping:
        sent = sent.replace(placeholder, "")
    assert restore(sent, mapping) == sent


@given(texts, st.lists(st.integers(1, 9), max_size=60))
@settings(max_examples=400, deadline=None)
def test_a_stream_cut_anywhere_restores_the_same_text(text: str, sizes: list[int]) -> None:
    sent, mapping = redact(text)
    restorer, got, place = StreamRestorer(mapping), [], 0
    for size in [*sizes, len(sent)]:
        got.append(restorer.feed(sent[place : place + size]))
        place += size
    got.append(restorer.flush())
    assert "".join(got) == text


def test_a_stream_holds_back_no_more_than_half_a_placeholder() -> None:
    restorer = StreamRestorer({"⟦EMAIL_1⟧": "a@b.fr"})
    assert restorer.feed("Écrivez à ⟦EMA") == "Écrivez à "
    assert restorer.feed("IL_1") == ""
    assert restorer.feed("⟧.") == "a@b.fr."
    assert restorer.feed("⟦ ouvert et jamais fermé par le modèle") != ""


@pytest.mark.parametrize(
    "hostile", ["a", "1 ", "+1", "0 ", "a.b@", "FR76", "⟦", "06", "+1(", "@a."]
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    started = time.monotonic()
    redact(hostile * 50_000)
    assert time.monotonic() - started < 3
