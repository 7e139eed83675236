"""Removes from PDF pages what isn't the text: running heads, page numbers, contents pages."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from netz.knowledge.extraction.formats.pdf_page import Line, Page

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s*|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|sur|of|de|von)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\s?[.·…_]){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})?\s*$", re.IGNORECASE)
_ENDS_IN_NUMBER = re.compile(r"\s(?:\d{1,4}|[ivxlc]{1,7})$")
_CONTENTS = re.compile(
    r"(?:table des mati[eè]res|sommaire|contents|table of contents|index)", re.IGNORECASE
)
_EDGE_LINES = 3
_MIN_PAGES = 3


def remove_furniture(pages: list[Page]) -> None:
    """Drops repeated heads and feet, page numbers and contents lines from all pages.

    A document that consists of nothing else, such as a set of labels, keeps them.
    """
    before = [page.lines for page in pages]
    repeated = _repeated(pages)
    heights = _running_heights(pages)
    for page in pages:
        edges = _edge_rows(page)
        dropped = [
            line
            for row in edges
            for line in row
            if _key(line, page) in repeated
            or _PAGE_NUMBER.fullmatch(" ".join(other.text for other in row).strip())
            or (row in (edges[0], edges[-1]) and round(line.y) in heights)
        ]
        page.lines = [line for line in page.lines if not any(line is gone for gone in dropped)]
        _remove_contents(page)
    if not any(page.lines for page in pages):
        for page, lines in zip(pages, before, strict=True):
            page.lines = lines


def _rows(page: Page) -> list[list[Line]]:
    """The lines that hold words, by baseline from the top."""
    rows: list[list[Line]] = []
    for line in sorted((line for line in page.lines if line.text), key=lambda line: -line.y):
        if rows and abs(rows[-1][0].y - line.y) < 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edge_rows(page: Page) -> list[list[Line]]:
    rows = _rows(page)
    return rows if len(rows) <= 2 * _EDGE_LINES else rows[:_EDGE_LINES] + rows[-_EDGE_LINES:]


def _key(line: Line, page: Page) -> tuple[str, int]:
    """What repeats from page to page: the words without numbers, and the height."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower()), round(line.y / 6)


def _repeated(pages: list[Page]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({_key(line, page) for row in _edge_rows(page) for line in row})
    needed = max(_MIN_PAGES, round(len(pages) * 0.15))
    if len(pages) < _MIN_PAGES:
        return set()
    return {key for key, count in counts.items() if count >= needed}


def _running_heights(pages: list[Page]) -> set[int]:
    """Heights of the first or last row on many pages, set apart from the text by a wide gap.

    Such a row in larger print is no running head but a title, as slides have.
    """
    counts: Counter[int] = Counter()
    full = 0
    for page in pages:
        rows = _rows(page)
        if len(rows) < 5:
            continue
        full += 1
        usual = median(row[0].size for row in rows)
        pitch = median(one[0].y - other[0].y for one, other in pairwise(rows))
        for edge, next_row in ((rows[0], rows[1]), (rows[-1], rows[-2])):
            apart = abs(edge[0].y - next_row[0].y) > max(1.5 * pitch, 1.5 * edge[0].size)
            small = edge[0].size <= usual + 0.5 and sum(len(line.text) for line in edge) < 150
            if apart and small:
                counts.update({round(edge[0].y)})
    needed = max(_MIN_PAGES + 1, 0.25 * full)
    return {height for height, count in counts.items() if count >= needed}


def _remove_contents(page: Page) -> None:
    """Lines that lead to a page number; where most do, the page is a table of contents."""
    rows = _rows(page)
    texts = [" ".join(line.text for line in sorted(row, key=lambda line: line.x0)) for row in rows]
    leaders = sum(_LEADER.search(text) is not None for text in texts)
    numbered = sum(_ENDS_IN_NUMBER.search(text) is not None for text in texts)
    if leaders >= 2 and leaders + numbered >= 0.6 * len(rows):
        page.lines = []
        return
    if leaders >= 2:
        gone = [
            line
            for row, text in zip(rows, texts, strict=True)
            if _LEADER.search(text) or _CONTENTS.fullmatch(text.strip())
            for line in row
        ]
        page.lines = [line for line in page.lines if not any(line is other for other in gone)]
