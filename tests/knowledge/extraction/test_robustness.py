"""Files broken at random end in an ExtractionError or in text, never in anything else."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from netz.knowledge.extraction import ExtractionError, Limits, extract, split, to_html
from tests.knowledge.extraction.compound import outlook_message
from tests.knowledge.extraction.fixtures import Write


def docx() -> bytes:
    buffer = io.BytesIO()
    document = Document()
    document.add_heading("Titre", 1)
    document.add_table(2, 2).cell(0, 0).text = "cellule"
    document.save(buffer)
    return buffer.getvalue()


def xlsx() -> bytes:
    buffer = io.BytesIO()
    book = Workbook()
    book.active.append(["Nom", "Site"])
    book.save(buffer)
    return buffer.getvalue()


def pdf() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=0)
    canvas.drawString(72, 700, "Un texte assez long pour compter comme du texte.")
    canvas.save()
    return buffer.getvalue()


SOURCES: dict[str, Callable[[], bytes]] = {
    "a.docx": docx,
    "a.xlsx": xlsx,
    "a.pdf": pdf,
    "a.msg": lambda: outlook_message({0x0037: "Sujet", 0x1000: "Corps"}, [("a.txt", b"joint")]),
    "a.rtf": lambda: rb"{\rtf1{\stylesheet{\s1 heading 1;}}\pard\s1 Titre\par{\b gras}\par}",
    "a.html": lambda: b"<table><tr><td>a<td>b</table><ol><li>x<dl><dt>t<dd>d</dl></ol>",
    "a.md": lambda: b"---\ntitle: x\n---\n# T\n\n1. a\n\n| a | b |\n|--|--|\n| c | d |\n",
    "a.eml": lambda: b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx",
}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_file_broken_at_random_gives_text_or_a_reason(write: Write, name: str) -> None:
    chance = random.Random(name)
    whole = SOURCES[name]()
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        _extract_or_refuse(write("a", bytes(data)), name)


def _extract_or_refuse(path: Path, name: str) -> None:
    try:
        document = extract(path, filename=name, limits=Limits(max_pages=50))
    except ExtractionError:
        return
    assert split(document)
    assert to_html(document)
