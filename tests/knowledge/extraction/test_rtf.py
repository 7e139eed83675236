import pytest

from tests.knowledge.extraction.fixtures import Read, Refusal, Shape

DOCUMENT = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}
{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s7 Titre;}}{\info{\title Guide imprimante}{\author X}}
{\header\pard Page 1\par}{\*\generator Msftedit;}
\pard\s1 R\'e9seau\par\pard\outlinelevel1 Sous-titre\par
\pard Caf\u233?\u8217\'92 {\b gras}\line suite \{ok\} a\~b c\_d \emdash\par
{\field{\*\fldinst{HYPERLINK "https://a.example/x"}}{\fldrslt{\ul le portail}}}\par
{\listtext\pard 1.\tab}\ilvl0 Ouvrez\par{\listtext\pard \'b7\tab}\ilvl1 Cliquez\par
\pard - tiret\par{\deleted perdu}
\trowd\pard\intbl Nom\cell R\'f4le\cell\row\trowd\pard\intbl Anne\par L.\cell admin\cell\row
\pard \u-10179?\u-8704? fin{\pict\pngblip 89504e47}}"""


def test_a_rich_text_file_keeps_its_structure(read: Read, shape: Shape) -> None:
    result = read("guide.rtf", DOCUMENT)
    assert result.title == "Guide imprimante"
    assert shape(result) == [
        ("heading", 1, "", "Réseau"),
        ("heading", 2, "", "Sous-titre"),
        ("paragraph", 0, "", "Café’ gras\nsuite {ok} a b c-d —"),
        ("paragraph", 0, "", "le portail"),
        ("list_item", 1, "1.", "Ouvrez"),
        ("list_item", 2, "-", "Cliquez"),
        ("list_item", 1, "-", "tiret"),
        ("table", 0, "", "Nom: Anne L.; Rôle: admin"),
        ("paragraph", 0, "", "\U0001f600 fin"),
    ]
    assert result.blocks[3].links == (("le portail", "https://a.example/x"),)


def test_an_unknown_code_page_is_read_as_windows_text(read: Read) -> None:
    assert read("a.rtf", rb"{\rtf1\ansicpg99999 \'e9t\'e9}").blocks[0].text == "été"


@pytest.mark.parametrize(
    "content",
    [
        rb"{\rtf1 coup\'e9 au milieu",
        rb"{\rtf1 trop}}}",
        rb"{\rtf1 " + b"{" * 600 + b"}" * 601,
        rb"{\rtf1 \bin4 abcd}",
    ],
)
def test_broken_rich_text_is_corrupt(refusal: Refusal, content: bytes) -> None:
    assert refusal("a.rtf", content) == "corrupt"
