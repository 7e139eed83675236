"""Delimited text to tables: separator found by trial, ragged rows tolerated."""

import csv
import io
from itertools import islice
from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.encoding import decode
from netz.knowledge.extraction.formats.sheets import add_sheet
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.text import clean
from netz.knowledge.extraction.types import ExtractionError

_SEPARATORS = ";,\t|"
_SAMPLE_ROWS = 50
_MAX_FIELD = 1_000_000


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the rows of the file as one or more tables."""
    text = clean(decode(path.read_bytes()))
    csv.field_size_limit(_MAX_FIELD)
    rows = list(csv.reader(io.StringIO(text), delimiter=_separator(text)))
    if sum(map(len, rows)) > source.limits.max_cells:
        raise ExtractionError("too_large", "too many cells")
    add_sheet(builder, "", rows, titled=False)


def _separator(text: str) -> str:
    """The separator that gives most rows the same number of columns, more than one."""

    def score(separator: str) -> tuple[float, int]:
        rows = csv.reader(io.StringIO(text), delimiter=separator)
        widths = [len(row) for row in islice(rows, _SAMPLE_ROWS)]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)

    return max(_SEPARATORS, key=score)
