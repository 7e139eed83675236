"""Microsoft formats: docx, xlsx and pptx."""

import io
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import Font
from pptx import Presentation
from pptx.slide import Slide
from pptx.util import Inches, Pt

from netz.demo.render.sheets import Sheet, sheets
from netz.demo.source import Piece, parse, runs

WRITTEN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC).replace(tzinfo=None)
"""The date that every file carries, so that two builds are the same to the byte."""


def docx(text: str, title: str, language: str) -> bytes:
    """A Word document with heading styles, real lists and real tables."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.language = title, language
    properties.author = properties.last_modified_by = "Korvelin Infogérance"
    properties.created = properties.modified = WRITTEN
    for group in runs(parse(text)):
        _docx_group(document, group)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_group(document: DocxDocument, group: list[Piece]) -> None:
    first = group[0]
    match first.kind:
        case "heading":
            document.add_heading(first.text, level=first.level)
        case "bullet":
            for piece in group:
                document.add_paragraph(piece.text, style="List Bullet")
        case "number":
            number_id = _restarted_numbering(document)
            for piece in group:
                paragraph = document.add_paragraph(piece.text, style="List Number")
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = number_id
        case "table":
            _docx_table(document, first)
        case "paragraph":
            document.add_paragraph(first.text)
        case "page_break":
            raise ValueError("the docx writer has no page break")


def _restarted_numbering(document: DocxDocument) -> int:
    """A new list that starts at 1: lists of one Word style would share one count otherwise."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    base = numbering.num_having_numId(style.pPr.numPr.numId.val)
    number = numbering.add_num(base.abstractNumId.val)
    override = number.add_lvlOverride(ilvl=0)
    override.add_startOverride(1)
    return int(number.numId)


def _docx_table(document: DocxDocument, piece: Piece) -> None:
    table = document.add_table(rows=0, cols=len(piece.rows[0]), style="Table Grid")
    for index, row in enumerate(piece.rows):
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            run = cell.paragraphs[0].add_run(value)
            run.bold = index == 0
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)


def xlsx(text: str, title: str, language: str) -> bytes:
    """A workbook with one sheet per second-level heading."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets(text, title):
        _xlsx_sheet(workbook, sheet)
    workbook.properties.title = title
    workbook.properties.creator = "Korvelin Infogérance"
    workbook.properties.language = language
    workbook.properties.created = WRITTEN
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _xlsx_sheet(workbook: Workbook, sheet: Sheet) -> None:
    page = workbook.create_sheet(sheet.name)
    for row in sheet.rows:
        page.append(row)
    for column, cell in zip(page.columns, page[1], strict=True):
        cell.font = Font(bold=True)
        widest = max(len(str(each.value or "")) for each in column)
        page.column_dimensions[cell.column_letter].width = min(widest + 2, 60)
    page.freeze_panes = "A2"


def pptx(text: str, title: str, language: str) -> bytes:
    """A presentation: a title slide, then one slide per second-level heading."""
    deck = Presentation()
    deck.core_properties.title, deck.core_properties.language = title, language
    deck.core_properties.author = deck.core_properties.last_modified_by = "Korvelin Infogérance"
    deck.core_properties.created = deck.core_properties.modified = WRITTEN
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = title
    first.placeholders[1].text = "Korvelin Infogérance"
    slide = first
    pieces = parse(text)[1:]
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        if piece.kind == "heading":
            has_table = following is not None and following.kind == "table"
            slide = deck.slides.add_slide(deck.slide_layouts[5 if has_table else 1])
            slide.shapes.title.text = piece.text
        elif piece.kind == "table":
            _pptx_table(slide, piece)
        else:
            _pptx_paragraph(slide, piece)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _pptx_paragraph(slide: Slide, piece: Piece) -> None:
    frame = slide.placeholders[1].text_frame
    empty = not frame.text
    paragraph = frame.paragraphs[0] if empty else frame.add_paragraph()
    paragraph.text = piece.text
    paragraph.font.size = Pt(20)
    properties = paragraph._p.get_or_add_pPr()
    if piece.kind == "number":
        numbering = OxmlElement("a:buAutoNum")
        numbering.set("type", "arabicPeriod")
        properties.append(numbering)
    elif piece.kind == "paragraph":
        properties.append(OxmlElement("a:buNone"))


def _pptx_table(slide: Slide, piece: Piece) -> None:
    rows, columns = len(piece.rows), len(piece.rows[0])
    frame = slide.shapes.add_table(
        rows, columns, Inches(0.5), Inches(1.8), Inches(9), Inches(0.5 * rows)
    )
    for row_number, row in enumerate(piece.rows):
        for column_number, value in enumerate(row):
            frame.table.cell(row_number, column_number).text = value
