"""PDF files to blocks, with pdfium reading the characters and our own eyes for the layout."""

from pathlib import Path

import pypdfium2

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.pdf_furniture import remove_furniture
from netz.knowledge.extraction.formats.pdf_layout import Layout, Outline, heading_key
from netz.knowledge.extraction.formats.pdf_page import Page, read_page
from netz.knowledge.extraction.formats.pdf_tables import Table, take_tables
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError

_READ_SHARE = 0.8
_FEW_CHARACTERS = 15
_MAX_OUTLINE = 20_000


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the PDF; raises "encrypted", "scanned", "too_large" or "corrupt"."""
    with _opened(path) as document:
        count = len(document)
        if count > source.limits.max_pages:
            raise ExtractionError("too_large", f"{count} pages")
        pages: list[Page] = []
        tables: list[list[Table]] = []
        for number in range(count):
            page = _page(document, number)
            tables.append(take_tables(page))
            page.compact()
            pages.append(page)
            source.progress(_READ_SHARE * (number + 1) / count)
        _check_has_text(pages, tables)
        outline = _outline(document)
        source.title = _title(document)
    source.pages = count
    remove_furniture(pages)
    layout = Layout(pages, outline, builder)
    for page, found in zip(pages, tables, strict=True):
        layout.add(page, found)
        source.progress(_READ_SHARE + (1 - _READ_SHARE) * page.number / count)
    layout.finish()


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise ExtractionError("encrypted", "the PDF needs a password") from error
        raise ExtractionError("corrupt", str(error)) from error


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """One page; a broken one among good ones is empty."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Page(number + 1, 0, 0, [])
    try:
        return read_page(page, number + 1)
    finally:
        page.close()


def _check_has_text(pages: list[Page], tables: list[list[Table]]) -> None:
    cells = [cell for found in tables for table in found for row in table.rows for cell in row]
    texts = [line.text for page in pages for line in page.lines]
    characters = sum(char.isalnum() for text in (*cells, *texts) for char in text)
    pictured = sum(page.images > 0 for page in pages)
    if characters < _FEW_CHARACTERS * len(pages) and pictured * 2 >= max(len(pages), 1):
        raise ExtractionError("scanned", "pages are pictures without text")


def _outline(document: pypdfium2.PdfDocument) -> Outline:
    """Heading -> level from the file's bookmarks."""
    outline: Outline = {}
    for number, bookmark in enumerate(document.get_toc(max_depth=6)):
        if number >= _MAX_OUTLINE:
            break
        key = heading_key(bookmark.get_title())
        if len(key) > 2:
            outline.setdefault(key, min(bookmark.level + 1, 6))
    return outline


def _title(document: pypdfium2.PdfDocument) -> str:
    """The title in the file's properties, unless it is the name of a working file."""
    title = str(document.get_metadata_value("Title") or "").strip()
    made_up = title.lower().endswith((".doc", ".docx", ".odt", ".tex", ".indd", ".pdf", ".xlsx"))
    generic = title.lower() in ("untitled", "sans titre", "document", "(anonymous)")
    return "" if made_up or generic or title.lower().startswith("microsoft word -") else title
