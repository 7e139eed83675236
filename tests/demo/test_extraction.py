"""Every demo file is read whole: no word of its source is lost on the way to the index."""

import re

import pytest

from netz.demo.manifest import DemoDocument, read_demo
from netz.demo.source import parse, parse_mail
from netz.knowledge.extraction import Extracted, expand_zip, extract, split

DOCUMENTS = [document for document in read_demo().documents if document.format != "zip"]
(ARCHIVE,) = [document for document in read_demo().documents if document.format == "zip"]
# A csv file has no place for a title, and a sheet's name is all that a workbook has.
WITHOUT_TITLE = {"csv", "xlsx", "ods"}


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def written(document: DemoDocument) -> set[str]:
    text = document.sources[0].read_text(encoding="utf-8")
    if document.format in ("eml", "msg"):
        mail = parse_mail(text)
        return words(mail.body) | words(mail.headers["Subject"])
    pieces = parse(text)
    if document.format in WITHOUT_TITLE:
        pieces = [piece for piece in pieces if piece.level != 1]
    if document.format == "csv":
        pieces = [piece for piece in pieces if piece.kind == "table"]
    found = {word for piece in pieces for word in words(piece.text)}
    return found | {
        word for piece in pieces for row in piece.rows for cell in row for word in words(cell)
    }


def read(extracted: Extracted) -> set[str]:
    found = words(extracted.title)
    for passage in split(extracted):
        found |= words(passage.text) | words(" ".join(passage.headings))
        found |= {word for block in passage.blocks for word in words(block.marker)}
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path)
def test_every_word_of_the_source_is_in_a_passage(document: DemoDocument):
    extracted = extract(document.file, filename=document.file.name)
    assert written(document) - read(extracted) == set()
    assert extracted.language in (document.language, "")


def test_the_archive_gives_its_two_documents():
    titles = {
        member.name: extract(member.path, filename=member.name).title
        for member in expand_zip(ARCHIVE.file)
    }
    assert titles == {
        "satellite-link.md": "Satellite link on board",
        "logger-readme.txt": "Data logger on board",
    }
