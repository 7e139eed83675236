"""PDF, with headings, numbered lists, ruled tables, links and page breaks."""

import html
import io
import re

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from netz.demo.source import Piece, parse, runs

_STYLES = getSampleStyleSheet()
_BODY = ParagraphStyle("body", parent=_STYLES["BodyText"], fontSize=10.5, leading=14.5)
_ITEM = ParagraphStyle("item", parent=_BODY, leftIndent=18, bulletIndent=2, spaceBefore=2)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=9.5, leading=12, spaceBefore=0)
_HEAD = ParagraphStyle("head", parent=_CELL, fontName="Helvetica-Bold")
_URL = re.compile(r"https?://[^\s,;)]+[^\s,;).]")
_WIDTH = A4[0] - 4.4 * cm
_GRID = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def pdf(text: str, title: str, language: str) -> bytes:
    """An A4 document; built twice it is the same to the byte."""
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=2.2 * cm,
        rightMargin=2.2 * cm,
        topMargin=2 * cm,
        bottomMargin=2 * cm,
        title=title,
        author="Korvelin Infogérance",
        lang=language,
        invariant=1,
    )
    story: list[Flowable] = []
    for group in runs(parse(text)):
        for number, piece in enumerate(group, start=1):
            story += _flowables(piece, number)
    template.build(story)
    return out.getvalue()


def _flowables(piece: Piece, number: int) -> list[Flowable]:
    match piece.kind:
        case "heading":
            return [Paragraph(_markup(piece.text), _STYLES[f"Heading{piece.level}"])]
        case "number":
            return [Paragraph(_markup(piece.text), _ITEM, bulletText=f"{number}.")]
        case "bullet":
            return [Paragraph(_markup(piece.text), _ITEM, bulletText="•")]
        case "table":
            return [_table(piece), Spacer(1, 8)]
        case "page_break":
            return [PageBreak()]
        case "paragraph":
            return [Paragraph(_markup(piece.text), _BODY)]


def _table(piece: Piece) -> Table:
    cells = [
        [Paragraph(_markup(cell), _HEAD if index == 0 else _CELL) for cell in row]
        for index, row in enumerate(piece.rows)
    ]
    widths = _column_widths(piece)
    return Table(cells, colWidths=widths, style=_GRID, repeatRows=1)


def _column_widths(piece: Piece) -> list[float]:
    longest = [min(max(len(row[i]) for row in piece.rows), 40) for i in range(len(piece.rows[0]))]
    return [_WIDTH * length / sum(longest) for length in longest]


def _markup(text: str) -> str:
    escaped = html.escape(text, quote=False)
    return _URL.sub(lambda url: f'<link href="{url[0]}" color="blue">{url[0]}</link>', escaped)
