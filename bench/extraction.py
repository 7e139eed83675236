"""Compares text extractors on files with a reference: words found, processor time, memory.

    python bench/extraction.py DATA_DIR [--json FILE]

DATA_DIR holds `documents` (sources with a Markdown or text reference beside them) and, for the
rate over many files, `fr-it-docs/docs`.
"""

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from netz.knowledge.extraction import ExtractionError, ExtractorPool, extract, split
from netz.knowledge.extraction.splitting import block_text
from netz.knowledge.extraction.text import clean, word_count

Engine = Callable[[Path], str]
WORD = re.compile(r"\w+")
MARKDOWN = re.compile(r"<!--.*?-->|!?\[([^\]]*)\]\([^)]*\)|</?\w+[^>]*>|&#?\w+;", re.DOTALL)


def ours(path: Path) -> str:
    document = extract(path, filename=path.name)
    return "\n".join(block_text(block) for block in document.blocks)


def pdfium_text(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def pdfplumber_text(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        # Its default tolerance runs the words of tightly set documents together.
        pages = (page.extract_text(x_tolerance_ratio=0.15) for page in document.pages)
        return "\n".join(text or "" for text in pages)


def pypdf_text(path: Path) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def python_docx_text(path: Path) -> str:
    import docx

    document = docx.Document(str(path))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join(parts)


def python_pptx_text(path: Path) -> str:
    import pptx

    shapes = (shape for slide in pptx.Presentation(str(path)).slides for shape in slide.shapes)
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def odfpy_text(path: Path) -> str:
    from odf import opendocument, teletype, text

    document = opendocument.load(str(path))
    return "\n".join(teletype.extractText(p) for p in document.getElementsByType(text.P))


def soup_text(path: Path) -> str:
    import bs4

    return bs4.BeautifulSoup(path.read_bytes(), "html.parser").get_text(" ")


def lexbor_text(path: Path) -> str:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(path.read_bytes()).body
    return body.text(separator=" ") if body else ""


def openpyxl_text(path: Path) -> str:
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=True)
    cells = (cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return " ".join(str(value) for value in cells if value is not None)


ENGINES: dict[str, dict[str, Engine]] = {
    ".pdf": {"netz": ours, "pypdfium2": pdfium_text, "pdfplumber": pdfplumber_text,
             "pypdf": pypdf_text},
    ".docx": {"netz": ours, "python-docx": python_docx_text},
    ".html": {"netz": ours, "beautifulsoup4": soup_text, "selectolax": lexbor_text},
    ".pptx": {"netz": ours, "python-pptx": python_pptx_text},
    ".xlsx": {"netz": ours, "openpyxl": openpyxl_text},
    ".odt": {"netz": ours, "odfpy": odfpy_text},
    ".csv": {"netz": ours},
}  # fmt: skip


def grams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = WORD.findall(clean(text).lower())
    return Counter(zip(*(words[at:] for at in range(size)), strict=False))


def agreement(found: str, reference: str, size: int) -> tuple[float, float]:
    """(recall, precision) of runs of `size` words, counted as often as they occur."""
    mine, theirs = grams(found, size), grams(reference, size)
    common = sum((mine & theirs).values())
    return common / max(sum(theirs.values()), 1), common / max(sum(mine.values()), 1)


def references(root: Path) -> Iterable[tuple[Path, str]]:
    """Each source with the text that it should give."""
    for path in sorted(root.rglob("*")):
        if path.suffix not in ENGINES:
            continue
        beside = [
            path.with_name(path.name + ".md"),
            path.with_suffix(".txt"),
        ]
        if path.suffix == ".pdf":
            beside.append(path.parent / "expected_outputs" / (path.stem + ".md"))
        reference = next((file for file in beside if file.exists()), None)
        if reference is not None:
            text = reference.read_text("utf-8", errors="replace")
            plain = reference.suffix == ".txt"
            yield path, without_contents(text) if plain else MARKDOWN.sub(r" \1 ", text)


def without_contents(text: str) -> str:
    """The text without its tables of contents: paragraphs of several numbered entries."""
    paragraphs = re.split(r"\n\s*\n", text)
    entry = re.compile(r"^\s*\d+\.\d+\. \S", re.MULTILINE)
    return "\n\n".join(part for part in paragraphs if len(entry.findall(part)) < 2)


def measure(engine: str, path: Path) -> dict[str, object]:
    """Runs one engine on one file in a process of its own, so that memory is its own."""
    command = [sys.executable, __file__, str(path), "--engine", engine]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return {"text": "", "seconds": 0.0, "megabytes": 0.0, "failed": True}
    return dict(json.loads(done.stdout))


def run_one(engine: str, path: Path) -> None:
    started = time.process_time()
    text = ENGINES[path.suffix][engine](path)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"text": text, "seconds": seconds, "megabytes": peak}))


def compare(root: Path) -> list[dict[str, object]]:
    """One row for each format and engine: means over the files, sums of the times."""
    results: dict[tuple[str, str], list[dict[str, float]]] = {}
    for path, reference in references(root):
        large = path.stat().st_size > 300_000 and path.suffix == ".pdf"
        kind = f"{path.suffix[1:]} ({path.name})" if large else path.suffix[1:]
        for engine in ENGINES[path.suffix]:
            found = measure(engine, path)
            text = str(found["text"])
            words, order = agreement(text, reference, 1), agreement(text, reference, 3)
            results.setdefault((kind, engine), []).append({
                "recall": words[0], "precision": words[1],
                "recall_3": order[0], "precision_3": order[1],
                "seconds": float(str(found["seconds"])),
                "megabytes": float(str(found["megabytes"])), "failed": "failed" in found,
            })  # fmt: skip
    rows: list[dict[str, object]] = []
    for (kind, engine), files in results.items():
        row: dict[str, object] = {"format": kind, "engine": engine, "files": len(files)}
        for name in ("recall", "precision", "recall_3", "precision_3"):
            row[name] = round(statistics.mean(file[name] for file in files), 3)
        row["seconds"] = round(sum(file["seconds"] for file in files), 2)
        row["megabytes"] = round(max(file["megabytes"] for file in files))
        row["failed"] = sum(file["failed"] for file in files)
        rows.append(row)
    return rows


def rate(root: Path) -> dict[str, object]:
    """Documents a second over a folder, alone and through a child, and the passages' sizes."""
    paths = [path for path in sorted(root.rglob("*")) if path.is_file()]
    sizes: list[int] = []
    failed: Counter[str] = Counter()
    started = time.process_time()
    for path in paths:
        try:
            document = extract(path, filename=path.name)
        except ExtractionError as error:
            failed[error.code] += 1
            continue
        sizes += [word_count(draft.text) for draft in split(document)]
    alone = time.process_time() - started
    started = time.perf_counter()
    with ExtractorPool() as pool:
        for path in paths:
            try:
                pool.extract(path, filename=path.name)
            except ExtractionError:
                continue
    through_child = time.perf_counter() - started
    cuts = statistics.quantiles(sizes, n=20)
    return {
        "files": len(paths), "passages": len(sizes), "failed": dict(failed),
        "documents_per_processor_second": round(len(paths) / alone),
        "documents_per_second_in_child": round(len(paths) / through_child),
        "words_per_passage": {"p5": round(cuts[0]), "median": round(cuts[9]),
                              "p95": round(cuts[18]), "largest": max(sizes)},
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--engine", help="run this engine on one file and print its text")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    if options.engine:
        run_one(options.engine, options.data)
        return
    rows = compare(options.data / "documents")
    columns = list(rows[0])
    print("| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(str(row[column]) for column in columns) + " |")
    rates = {}
    for name in ("documents", "fr-it-docs/docs"):
        if (options.data / name).is_dir():
            rates[name] = rate(options.data / name)
            print(f"\n{name}: {json.dumps(rates[name])}")
    if options.json:
        options.json.write_text(json.dumps({"extractors": rows, "rates": rates}, indent=1))


if __name__ == "__main__":
    main()
