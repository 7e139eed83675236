"""Other ways to write a question: what they change and what they leave."""

import pytest

from bench.sets import Query
from bench.wording import rows, some
from bench.wordings import WORDINGS, cut, in_a_mail, like_sms, mistyped, without_accents

QUESTION = "Pourquoi est-ce que j'ai oublié mon mot de passe ?"


def test_a_question_in_short_forms():
    assert like_sms(QUESTION) == "pk esk g oublie mon mdp"
    assert like_sms("C'est quoi un fichier .ods ?") == "c koi un fichier .ods"


def test_accents_go_and_letters_stay():
    assert without_accents("où déplacer ça ?") == "ou deplacer ca ?"


def test_each_long_word_has_one_mistake_and_the_same_at_each_call():
    text = "Comment planifier une réunion"
    after = mistyped(text)
    assert mistyped(text) == after
    pairs = list(zip(text.split(), after.split(), strict=True))
    assert [one == other for one, other in pairs] == [False, False, True, False]
    assert all(one[0] == other[0] and abs(len(one) - len(other)) <= 1 for one, other in pairs)


def test_a_cut_question_keeps_its_longest_words():
    assert cut("Comment planifier une réunion dans Teams ?") == "planifier réunion Teams"
    assert cut("Et ?") == "Et ?"


def test_a_mail_holds_the_question_as_it_was():
    assert f"\n{QUESTION}\n" in in_a_mail(QUESTION)


@pytest.mark.parametrize("name", WORDINGS)
@pytest.mark.parametrize("text", [QUESTION, "How do I reset my password?", "?", ""])
def test_no_wording_fails(name, text):
    assert isinstance(WORDINGS[name](text), str)


def test_rows_say_how_many_questions_changed_and_what_is_left():
    queries = [Query("OÙ", "all", frozenset({"a"}))]
    found = {
        row.wording: row for row in rows(queries, {"way": lambda text: ["a"] * (text == "OÙ")})
    }
    assert (found["as asked"].changed, found["as asked"].means) == (0, {"way": 1.0})
    assert found["ALL CAPS"].changed == 0
    assert (found["no accents"].changed, found["no accents"].means) == (1, {"way": 0.0})


def test_some_questions_come_from_all_over_the_set():
    queries = [Query(str(number), "all", frozenset()) for number in range(10)]
    assert [query.text for query in some(queries, 4)] == ["0", "2", "5", "7"]
    assert some(queries, 99) == queries
