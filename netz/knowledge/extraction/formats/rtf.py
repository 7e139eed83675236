"""Rich Text Format to blocks; its text is read like plain text, its rows like tables."""

from pathlib import Path

from striprtf.striprtf import rtf_to_text

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats.plain import read_text
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError

_MAX_BYTES = 20 * 1024 * 1024


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the RTF file."""
    data = path.read_bytes()
    if len(data) > _MAX_BYTES:
        raise ExtractionError("too_large", f"RTF of more than {_MAX_BYTES} bytes")
    if not data.rstrip(b"\0 \r\n\t").endswith(b"}"):
        raise ExtractionError("corrupt", "RTF is cut off")
    text: str = rtf_to_text(data.decode("latin-1"), errors="replace")
    prose: list[str] = []
    table: list[list[str]] = []
    for line in text.split("\n"):
        if line.count("|") >= 2 and line.rstrip().endswith("|"):
            _prose(prose, builder)
            table.append(line.rstrip().removesuffix("|").split("|"))
        else:
            _table(table, builder)
            # Each line of the text is a paragraph of its own in this format.
            prose += [line, ""]
    _prose(prose, builder)
    _table(table, builder)


def _prose(prose: list[str], builder: BlockBuilder) -> None:
    read_text("\n".join(prose), builder)
    prose.clear()


def _table(table: list[list[str]], builder: BlockBuilder) -> None:
    builder.table(table)
    table.clear()
