"""Conversations as a PDF, with a table of contents, bookmarks and text that can be searched."""

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from netz.assistant.paper.glyphs import BOLD, MARK, REGULAR, Glyphs
from netz.assistant.paper.outline import Block, Chapter, Paper, Turn

# Setting a paragraph takes more than its length's share of time, and a table's row must fit a page.
_PIECE, _CELL = 3000, 1200
_INK, _DIM, _LINE = HexColor("#1a1d21"), HexColor("#565c64"), HexColor("#d5d9de")
_MARGIN = 20 * mm
_WIDTH = A4[0] - 2 * _MARGIN


def pdf(paper: Paper) -> bytes:
    """The file."""
    return _Setter(paper).set()


class _Document(BaseDocTemplate):
    """Tells the contents and the bookmarks of each title that was set."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  # reportlab's name
        chapter = getattr(flowable, "chapter", None)
        if chapter is None:
            return
        key, title = f"chapter-{chapter}", flowable.getPlainText()
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(title, key, 0)
        self.notify("TOCEntry", (0, escape(title), self.page, key))


class _Setter:
    """One file while it is set."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.glyphs = Glyphs()
        self.brand = HexColor(paper.color)
        base = ParagraphStyle(
            "body", fontName=REGULAR, fontSize=10, leading=14.5, textColor=_INK, alignment=TA_LEFT
        )
        made = {"body": base}
        for name, changes in {
            "title": {"fontName": BOLD, "fontSize": 18, "leading": 23, "spaceAfter": 4},
            "question": {"leftIndent": 9, "fontName": BOLD, "spaceAfter": 3},
            "heading": {
                "fontName": BOLD,
                "fontSize": 11,
                "leading": 15,
                "spaceBefore": 14,
                "spaceAfter": 4,
                "keepWithNext": 1,
            },
            "note": {"fontSize": 8.5, "leading": 11.5, "textColor": _DIM, "spaceAfter": 4},
            "paragraph": {"spaceAfter": 5},
            "step": {"leftIndent": 20, "bulletIndent": 2, "spaceAfter": 3},
            "item": {"leftIndent": 20, "bulletIndent": 8, "spaceAfter": 3},
            "cell": {"fontSize": 9, "leading": 12},
            "head": {"fontSize": 9, "leading": 12, "fontName": BOLD},
            "sources": {"fontName": BOLD, "fontSize": 9, "spaceBefore": 6, "keepWithNext": 1},
            "source": {"fontSize": 8.5, "leading": 11.5, "leftIndent": 20, "spaceAfter": 3},
        }.items():
            made[name] = ParagraphStyle(name, parent=base, **changes)
        self.styles = made

    def set(self) -> bytes:
        out = io.BytesIO()
        told = self.paper
        document = _Document(
            out,
            pagesize=A4,
            title=told.title,
            author=told.author,
            creator="NETZ AI",
            lang="fr-FR" if told.language == "fr" else "en",
        )
        frame = Frame(_MARGIN, _MARGIN, _WIDTH, A4[1] - 2 * _MARGIN, 0, 0, 0, 0)
        document.addPageTemplates(PageTemplate("page", [frame], onPage=self._foot))
        many = len(told.chapters) > 1
        story = [*(self._contents() if many else ()), *self._chapters()]
        story += [Spacer(0, 10), *self._paragraphs(told.exported, "note")]
        if self.glyphs.replaced:
            missing = told.words["missing"].format(count=self.glyphs.replaced, mark=MARK)
            story += self._paragraphs(missing, "note")
        # The contents' page numbers are known when all is set once.
        (document.multiBuild if many else document.build)(story)
        return out.getvalue()

    def _foot(self, canvas: Any, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillColor(self.brand)
        canvas.rect(0, A4[1] - 4, A4[0], 4, stroke=0, fill=1)
        canvas.setFillColor(_DIM)
        canvas.setFont(REGULAR, 8)
        canvas.drawString(_MARGIN, 11 * mm, self.glyphs.fit(self.paper.author)[:80])
        number = self.paper.words["number"].format(number=document.page)
        canvas.drawRightString(A4[0] - _MARGIN, 11 * mm, number)
        canvas.restoreState()

    def _contents(self) -> Iterator[Flowable]:
        contents = TableOfContents()
        contents.levelStyles = [self.styles["body"]]
        contents.dotsMinLevel = 0
        yield self._paragraph(self.paper.words["contents"], "title")
        yield Spacer(0, 8)
        yield contents
        yield PageBreak()

    def _chapters(self) -> Iterator[Flowable]:
        for number, chapter in enumerate(self.paper.chapters):
            if number:
                yield PageBreak()
            yield from self._chapter(number, chapter)

    def _chapter(self, number: int, chapter: Chapter) -> Iterator[Flowable]:
        title = self._paragraph(chapter.title[:_PIECE], "title")
        title.chapter = number
        yield title
        yield from self._paragraphs(chapter.who, "note")
        for turn in chapter.turns:
            yield from self._turn(turn)

    def _turn(self, turn: Turn) -> Iterator[Flowable]:
        yield self._paragraph(turn.heading, "heading")
        yield from self._paragraphs(turn.note, "note")
        for block in turn.blocks:
            if block.kind == "table":
                yield self._table(block)
            else:
                yield from self._block(block)
        if turn.sources:
            yield self._paragraph(self.paper.words["sources"], "sources")
        for source in turn.sources:
            place = f" ({source.place})" if source.place else ""
            text = f"{source.title}{place}{source.quote}"
            yield from self._paragraphs(text, "source", f"[{source.number}]")

    def _block(self, block: Block) -> Iterator[Flowable]:
        mark = {"step": f"{block.number}.", "item": "•"}.get(block.kind)
        yield from self._paragraphs(block.text, block.kind, mark)

    def _table(self, block: Block) -> Flowable:
        head, *body = block.rows
        rows = [[self._paragraph(cell[:_CELL], "head") for cell in head]]
        rows += [[self._paragraph(cell[:_CELL], "cell") for cell in row] for row in body]
        looks = [
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE),
            ("LINEBELOW", (0, 0), (-1, 0), 1, self.brand),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        columns = [_WIDTH / len(head)] * len(head)
        return Table(rows, columns, style=TableStyle(looks), repeatRows=1, spaceAfter=6)

    def _paragraphs(self, text: str, style: str, mark: str | None = None) -> list[Flowable]:
        pieces = _pieces(text)
        return [
            self._paragraph(piece, style, None if number else mark)
            for number, piece in enumerate(pieces)
        ]

    def _paragraph(self, text: str, style: str, mark: str | None = None) -> Paragraph:
        return Paragraph(escape(self.glyphs.fit(text)), self.styles[style], bulletText=mark)


def _pieces(text: str) -> list[str]:
    """The text in pieces of a length that is set quickly, cut between words where there are any."""
    return re.findall(rf"(?s).{{1,{_PIECE}}}(?:\s+|$)|.{{1,{_PIECE}}}", text)
