"""Conversations as a Word file, with headings, lists and tables of Word's own."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from netz.assistant.paper.outline import Block, Chapter, Paper, Source, Turn

# Word's own properties hold no more.
_PROPERTY = 255
_INK = RGBColor(0x1A, 0x1D, 0x21)
# Ids of Word's own styles: finding one by its name takes longer than all else.
_LOOKS = {"question": "Quote", "item": "ListBullet", "step": "ListNumber"}


def word(paper: Paper) -> bytes:
    """The file."""
    document = Document()
    _dress(document, paper)
    if len(paper.chapters) > 1:
        _contents(document, paper)
    for number, chapter in enumerate(paper.chapters):
        _chapter(document, number, chapter, paper)
    _small(document, paper.exported)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _dress(document: WordDocument, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = paper.title[:_PROPERTY]
    properties.author = paper.author[:_PROPERTY]
    properties.language = "fr-FR" if paper.language == "fr" else "en-GB"
    properties.comments = ""
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle), "headings are styles of paragraphs"
        style.font.color.rgb = _INK
    language = _element("w:lang", {"w:val": properties.language})
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, _, after = paper.words["number"].partition("{number}")
    foot.add_run(before)
    foot._p.append(_element("w:fldSimple", {"w:instr": "PAGE"}))
    foot.add_run(after)


def _contents(document: WordDocument, paper: Paper) -> None:
    _line(document, paper.words["contents"], "Title")
    for number, chapter in enumerate(paper.chapters):
        link = _element("w:hyperlink", {"w:anchor": f"chapter-{number}", "w:history": "1"})
        line = document.add_paragraph()
        link.append(line.add_run(chapter.title)._r)
        line._p.append(link)


def _chapter(document: WordDocument, number: int, chapter: Chapter, paper: Paper) -> None:
    title = _line(document, chapter.title, "Heading1")
    title.paragraph_format.page_break_before = len(paper.chapters) > 1
    name = {"w:id": str(number), "w:name": f"chapter-{number}"}
    title._p.append(_element("w:bookmarkStart", name))
    title._p.append(_element("w:bookmarkEnd", {"w:id": str(number)}))
    if chapter.who:
        _small(document, chapter.who)
    for turn in chapter.turns:
        _turn(document, turn, paper)


def _turn(document: WordDocument, turn: Turn, paper: Paper) -> None:
    _line(document, turn.heading, "Heading2")
    if turn.note:
        _small(document, turn.note)
    before = 0
    counter = 0
    for block in turn.blocks:
        if block.kind == "table":
            _table(document, block)
        else:
            line = _line(document, block.text, _LOOKS.get(block.kind))
            if block.kind == "step":
                # Word would count on from the list before.
                if block.number != before + 1 or not counter:
                    counter = _list_from(document, block.number)
                _number(line, counter)
        before = block.number
    if turn.sources:
        _line(document, paper.words["sources"], "Heading3")
    for source in turn.sources:
        _source(document, source)


def _table(document: WordDocument, block: Block) -> None:
    table = document.add_table(0, len(block.rows[0]), style="Table Grid")
    for place, row in enumerate(block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = place == 0


def _line(document: WordDocument, text: str, look: str | None = None) -> Paragraph:
    line = document.add_paragraph(text)
    if look:
        line._p.style = look
    return line


def _source(document: WordDocument, source: Source) -> None:
    line = document.add_paragraph()
    line.paragraph_format.left_indent = Pt(18)
    line.paragraph_format.first_line_indent = Pt(-18)
    line.add_run(f"[{source.number}] ")
    line.add_run(source.title).bold = True
    line.add_run(f" ({source.place})" if source.place else "")
    line.add_run(source.quote)


def _small(document: WordDocument, text: str) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size = Pt(9)
    run.italic = True


def _list_from(document: WordDocument, first: int) -> int:
    """A new numbered list that begins there; its number in the file."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    kind = numbering.num_having_numId(style).abstractNumId.val
    made = numbering.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(first)
    return int(made.numId)


def _number(line: Paragraph, counter: int) -> None:
    properties = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = counter


def _element(name: str, values: dict[str, str]) -> BaseOxmlElement:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    return made
