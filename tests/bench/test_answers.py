"""The table of answers: each row once a way of searching."""

from bench.answers import Asked, Outcome, report


def outcome(kind: str, verdict: str) -> Outcome:
    return Outcome(Asked("?", kind), verdict, False, 9, 0.5, 1.0, 0.5)


def test_ways_of_searching_stand_row_beside_row(capsys):
    ways = {
        "words": [outcome("direct", "right"), outcome("paraphrase", "refused")],
        "words + mine": [outcome("direct", "right"), outcome("paraphrase", "right")],
    }
    lines = report("a set", ways, lambda one: one.kind)
    assert [(line["label"].strip(), line["way"], line["right"]) for line in lines] == [
        ("a set", "words", 1),
        ("a set", "words + mine", 2),
        ("direct", "words", 1),
        ("direct", "words + mine", 1),
        ("paraphrase", "words", 0),
        ("paraphrase", "words + mine", 1),
    ]
    assert capsys.readouterr().out.count("words + mine") == 3


def test_a_set_of_one_kind_has_one_row_a_way():
    lines = report("a set", {"words": [outcome("direct", "wrong")]}, lambda one: one.kind)
    assert [(line["label"], line["wrong"]) for line in lines] == [("a set", 1)]
