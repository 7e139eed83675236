"""Plain formats: txt, html, csv and rtf."""

import csv
import html
import io
import re

from netz.demo.source import Piece, parse, runs

_URL = re.compile(r"https?://[^\s,;)]+[^\s,;).]")


def txt(text: str, title: str, language: str) -> bytes:
    """Text with underlined headings, as people write it by hand."""
    lines: list[str] = []
    for group in runs(parse(text)):
        for number, piece in enumerate(group, start=1):
            lines += _txt_lines(piece, number)
        lines.append("")
    return "\r\n".join(lines).encode()


def _txt_lines(piece: Piece, number: int) -> list[str]:
    match piece.kind:
        case "heading":
            return [piece.text, ("=" if piece.level == 1 else "-") * len(piece.text)]
        case "number":
            return [f"{number}. {piece.text}"]
        case "bullet":
            return [f"- {piece.text}"]
        case "paragraph":
            return [piece.text]
        case _:
            raise ValueError(f"a text file has no {piece.kind}")


def html_page(text: str, title: str, language: str) -> bytes:
    """A small web page as an intranet would export it, with a menu that is not content."""
    body: list[str] = []
    for group in runs(parse(text)):
        match group[0].kind:
            case "number":
                body.append(f"<ol>{_items(group)}</ol>")
            case "bullet":
                body.append(f"<ul>{_items(group)}</ul>")
            case "table":
                body.append(_html_table(group[0]))
            case "heading":
                level = group[0].level
                body.append(f"<h{level}>{_inline(group[0].text)}</h{level}>")
            case "paragraph":
                body.append(f"<p>{_inline(group[0].text)}</p>")
            case "page_break":
                raise ValueError("a web page has no page break")
    page = "\n".join(body)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(title)}</title>\n</head>\n<body>\n"
        f'<nav><a href="https://support.korvelin.example">support.korvelin.example</a></nav>\n'
        f"<main>\n{page}\n</main>\n</body>\n</html>\n"
    ).encode()


def _items(group: list[Piece]) -> str:
    return "".join(f"\n<li>{_inline(piece.text)}</li>" for piece in group) + "\n"


def _html_table(piece: Piece) -> str:
    head, *rows = piece.rows
    cells = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in head)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _inline(text: str) -> str:
    return _URL.sub(lambda url: f'<a href="{url[0]}">{url[0]}</a>', html.escape(text, quote=False))


def csv_table(text: str, title: str, language: str) -> bytes:
    """The one table of the source; French spreadsheets separate with a semicolon."""
    (table,) = [piece for piece in parse(text) if piece.kind == "table"]
    out = io.StringIO()
    csv.writer(out, delimiter=";" if language == "fr" else ",").writerows(table.rows)
    return out.getvalue().encode("utf-8-sig" if language == "fr" else "utf-8")


def rtf(text: str, title: str, language: str) -> bytes:
    """Rich text with real heading styles and typed list markers."""
    code = {"fr": 1036, "en": 1033}[language]
    out = [
        rf"{{\rtf1\ansi\ansicpg1252\deff0\deflang{code}",
        r"{\fonttbl{\f0\fswiss Arial;}}",
        r"{\stylesheet{\s0 Normal;}{\s1\b\fs36\outlinelevel0 heading 1;}"
        r"{\s2\b\fs28\outlinelevel1 heading 2;}}",
        rf"{{\info{{\title {_rtf_text(title)}}}}}",
    ]
    for group in runs(parse(text)):
        out += [_rtf_paragraph(piece, number) for number, piece in enumerate(group, start=1)]
    return ("\n".join(out) + "\n}\n").encode("ascii")


def _rtf_paragraph(piece: Piece, number: int) -> str:
    text = _rtf_text(piece.text)
    match piece.kind:
        case "heading":
            size = {1: 36, 2: 28}[piece.level]
            level = piece.level
            return rf"{{\pard\s{level}\outlinelevel{level - 1}\b\fs{size} {text}\par}}"
        case "number":
            return rf"{{\pard\fi-360\li720\fs22 {number}.\tab {text}\par}}"
        case "bullet":
            return rf"{{\pard\fi-360\li720\fs22 \bullet\tab {text}\par}}"
        case "paragraph":
            return rf"{{\pard\sa160\fs22 {text}\par}}"
        case "table":
            return "\n".join(_rtf_row(row) for row in piece.rows)
        case "page_break":
            raise ValueError("the rtf writer has no page break")


def _rtf_row(row: tuple[str, ...]) -> str:
    width = 9000 // len(row)
    edges = "".join(rf"\cellx{width * (index + 1)}" for index in range(len(row)))
    cells = "".join(rf"\pard\intbl\fs22 {_rtf_text(cell)}\cell" for cell in row)
    return rf"\trowd{edges}{cells}\row"


def _rtf_text(text: str) -> str:
    escaped = re.sub(r"([\\{}])", r"\\\1", text)
    return "".join(char if ord(char) < 128 else rf"\u{ord(char)}?" for char in escaped)
