"""Help in two languages is read out of Debian packages and aligned by its structure."""

import gzip
import io
import json
import tarfile
from pathlib import Path

import pytest

from training.help_pages import pairs, passages, read_package, sections, write

PAGE = """<page xmlns="http://projectmallard.org/1.0/" type="topic" id="print">
<info><desc>{desc}</desc><title type="sort">zzz</title>
<credit><name>Somebody</name></credit></info>
<title>{title}</title>
<p>{first} <guiseq><gui>A</gui><gui>B</gui></guiseq>.</p>
<section id="jam"><title>{jam}</title><list><item><p>{paper}</p></item></list></section>
</page>"""

ENGLISH = {
    "desc": "Put pages on paper.",
    "title": "Print a document",
    "first": "Press the button with the printer, then choose how many copies you want from",
    "jam": "The paper is stuck",
    "paper": "Open the flap at the back of the printer. Pull the sheet out slowly with both hands.",
}
FRENCH = {
    "desc": "Mettre des pages sur papier.",
    "title": "Imprimer un document",
    "first": "Appuyez sur le bouton à l'imprimante, puis choisissez combien de copies il faut dans",
    "jam": "Le papier est coincé",
    "paper": "Ouvrez le volet à l'arrière de l'imprimante. Tirez la feuille à deux mains.",
}


def make_deb(folder: Path, files: dict[str, str]) -> Path:
    """A Debian package with these files."""
    tree = io.BytesIO()
    with tarfile.open(fileobj=tree, mode="w:xz") as tar:
        for name, text in files.items():
            member = tarfile.TarInfo(f"./{name}")
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    content = b"!<arch>\n"
    for name, data in (("debian-binary", b"2.0\n"), ("data.tar.xz", tree.getvalue())):
        header = f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n".encode()
        content += header + data + b"\n" * (len(data) % 2)
    deb = folder / "made-up_1.0-1_all.deb"
    deb.write_bytes(content)
    return deb


def pages(english: str, french: str) -> dict[str, str]:
    return {
        "usr/share/help/C/made/print.page": english,
        "usr/share/help/fr/made/print.page": french,
        "usr/share/doc/made-up/copyright": "Files: *\nLicense: CC-BY-SA-3.0\n",
    }


@pytest.fixture
def deb(tmp_path: Path) -> Path:
    return make_deb(tmp_path, pages(PAGE.format(**ENGLISH), PAGE.format(**FRENCH)))


def test_headings_paragraphs_and_sentences_are_paired(deb: Path) -> None:
    package = read_package(deb)
    found = {(row["unit"], row["en"]): row["fr"] for row in pairs(package)}
    assert found[("head", "Print a document")] == "Imprimer un document"
    assert found[("head", "Put pages on paper.")] == "Mettre des pages sur papier."
    assert found[("para", ENGLISH["first"] + " A > B.")] == FRENCH["first"] + " A > B."
    assert found[("sent", "Pull the sheet out slowly with both hands.")].startswith("Tirez")
    assert not any("Somebody" in en or "zzz" in en for _, en in found)
    assert (package.name, package.version) == ("made-up", "1.0-1")
    assert package.licences == {"CC-BY-SA-3.0"}


def test_titles_and_headings_stand_for_their_text(deb: Path) -> None:
    rows = {row["query"]: row for row in passages(read_package(deb))}
    assert set(rows) == {
        "Imprimer un document",
        "Mettre des pages sur papier.",
        "Le papier est coincé",
        "Imprimer un document : Le papier est coincé",
    }
    jam = rows["Le papier est coincé"]
    assert (jam["passage"], jam["passage_en"]) == (FRENCH["paper"], ENGLISH["paper"])
    assert (jam["query_en"], jam["src"]) == ("The paper is stuck", "help:made-up")


def test_what_the_guard_knows_is_left_out(deb: Path) -> None:
    package = read_package(deb)
    assert "Le papier est coincé" in {row["fr"] for row in pairs(package)}
    left = [*pairs(package, lambda text: "coincé" in text)]
    assert "Le papier est coincé" not in {row["fr"] for row in left}
    kept = {row["query"] for row in passages(package, lambda text: "coincé" in text)}
    assert kept == {"Imprimer un document", "Mettre des pages sur papier."}


def test_pages_of_another_structure_are_not_guessed(tmp_path: Path) -> None:
    longer = PAGE.format(**FRENCH).replace("</page>", "<section><p>De plus</p></section></page>")
    package = read_package(make_deb(tmp_path, pages(PAGE.format(**ENGLISH), longer)))
    assert [*pairs(package)] == []


def test_untranslated_pages_give_nothing(tmp_path: Path) -> None:
    same = PAGE.format(**ENGLISH)
    package = read_package(make_deb(tmp_path, pages(same, same)))
    assert [*pairs(package), *passages(package)] == []


def test_docbook_keeps_its_lists_apart() -> None:
    book = """<chapter xmlns="http://docbook.org/ns/docbook" xml:id="one">
    <info><title>Basics</title><author>Nobody</author></info>
    <section xml:id="two"><title>Mouse</title><para>Before
    <itemizedlist><listitem><para>Inside</para></listitem></itemizedlist></para></section>
    </chapter>"""
    chapter, section = sections(book.encode())
    assert (chapter.title, section.ident, section.title) == ("Basics", "two", "Mouse")
    assert section.blocks == [("para", "Before"), ("para", "Inside")]


def test_rows_and_sources_are_written(deb: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(deb.parent, out)
    with gzip.open(out / "help_pairs.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    (source,) = json.loads((out / "help_sources.json").read_text(encoding="utf-8"))
    assert source["pairs"] == len(rows) > 0
    assert source["licences"] == ["CC-BY-SA-3.0"]


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "text.deb").write_text("no archive")
    with pytest.raises(ValueError, match="not a Debian package"):
        read_package(tmp_path / "text.deb")
