"""What a sentence model is shown of a passage."""

from netz.knowledge.text.passages import text_to_embed


def test_title_and_headings_stand_above_the_text_each_once():
    assert text_to_embed("VPN", ["VPN", "Accès"], "Ouvrez…") == "VPN\nAccès\nOuvrez…"


def test_what_is_empty_leaves_no_line():
    assert text_to_embed("", [" "], "Ouvrez…") == "Ouvrez…"
