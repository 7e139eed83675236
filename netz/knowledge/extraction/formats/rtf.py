"""Rich Text Format to blocks: headings, lists, tables and links as the file marks them."""

from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.rtf_parse import Paragraph, Rtf
from netz.knowledge.extraction.lists import split_marker
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError

_MAX_BYTES = 50 * 1024 * 1024


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the RTF file; a file that is cut off is "corrupt"."""
    data = path.read_bytes()
    if len(data) > _MAX_BYTES:
        raise ExtractionError("too_large", f"RTF of more than {_MAX_BYTES} bytes")
    rtf = Rtf()
    writer = _Writer(builder)
    for paragraph in rtf.paragraphs(data.rstrip(b"\0 \r\n\t")):
        writer.add(paragraph)
    writer.end_table()
    source.title = rtf.title


class _Writer:
    def __init__(self, builder: BlockBuilder) -> None:
        self._builder = builder
        self._rows: list[list[str]] = []
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._links: list[tuple[str, str]] = []

    def add(self, paragraph: Paragraph) -> None:
        if paragraph.ends == "row":
            self._rows.append(self._cells)
            self._cells, self._cell = [], []
        elif paragraph.ends == "cell":
            self._cells.append("\n".join([*self._cell, paragraph.text]))
            self._cell = []
            self._links += paragraph.links
        elif paragraph.in_table:
            self._cell.append(paragraph.text)
            self._links += paragraph.links
        else:
            self.end_table()
            self._paragraph(paragraph)

    def end_table(self) -> None:
        self._builder.table(self._rows, links=self._links)
        self._rows, self._links = [], []

    def _paragraph(self, paragraph: Paragraph) -> None:
        text, links = paragraph.text, paragraph.links
        marker, rest = paragraph.marker, text
        if not marker:
            marker, rest = split_marker(text.strip())
        elif not any(char.isalnum() for char in marker):
            marker = "-"
        if paragraph.level:
            self._builder.heading(text, paragraph.level)
        elif marker:
            self._builder.item(rest, level=paragraph.depth + 1, marker=marker, links=links)
        else:
            self._builder.paragraph(text, links=links)
