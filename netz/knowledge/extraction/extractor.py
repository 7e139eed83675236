"""Runs the reader of a file's format and completes its result: title, language, checks."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.detect import SUPPORTED, detect
from netz.knowledge.extraction.language import detect_language
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import one_line, readable_name
from netz.knowledge.extraction.types import DEFAULT_LIMITS, Extracted, ExtractionError, Limits

_READERS = {
    ".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".pptx": "pptx", ".odt": "odt",
    ".ods": "ods", ".html": "html", ".md": "markdown", ".txt": "plain", ".csv": "csv",
    ".eml": "eml", ".msg": "msg", ".rtf": "rtf",
}  # fmt: skip
_MAX_TITLE = 200


def extract(
    path: Path,
    *,
    filename: str,
    on_progress: Callable[[float], None] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Extracted:
    """The content of one file; `on_progress` is told shares from 0 to 1.

    Raises ExtractionError, never anything else, for a file that gives no text.
    """
    if path.stat().st_size > limits.max_bytes:
        raise ExtractionError("too_large", f"more than {limits.max_bytes} bytes")
    ending = detect(path, filename)
    source = Source(filename, limits)
    if on_progress is not None:
        source.progress = on_progress
    builder = BlockBuilder(limits)
    read_into(path, ending, builder, source)
    if not any(char.isalnum() for block in builder.blocks for char in block.text):
        raise ExtractionError("no_text", "no text found")
    source.progress(1.0)
    return _completed(ending, builder, source)


def read_into(path: Path, ending: str, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of a file of known format; any failure of a reader means "corrupt"."""
    name = _READERS.get(ending)
    if name is None:
        raise ExtractionError("unsupported", f"{ending} holds documents, it is none itself")
    reader = import_module(f"netz.knowledge.extraction.formats.{name}")
    try:
        reader.read(path, builder, source)
    except (ExtractionError, MemoryError):
        raise
    except Exception as error:
        raise ExtractionError("corrupt", f"{type(error).__name__}: {error}") from error


def _completed(ending: str, builder: BlockBuilder, source: Source) -> Extracted:
    blocks = tuple(builder.blocks)
    return Extracted(
        title=_title(source, builder),
        language=detect_language("\n".join(block.text for block in blocks[:400])),
        blocks=blocks,
        pages=source.pages,
        media_type=SUPPORTED[ending],
    )


def _title(source: Source, builder: BlockBuilder) -> str:
    headings = (block.text for block in builder.blocks[:20] if block.kind == "heading")
    title = one_line(source.title) or next(headings, "") or readable_name(source.filename)
    return title if len(title) <= _MAX_TITLE else title[:_MAX_TITLE].rsplit(" ", 1)[0] + "…"
