"""OpenDocument formats: odt and ods."""

import io

from odf import dc, meta, table, text
from odf.opendocument import OpenDocument, OpenDocumentSpreadsheet, OpenDocumentText
from odf.style import ParagraphProperties, Style, TextProperties

from netz.demo.render.sheets import Cell, sheets
from netz.demo.source import Piece, parse, runs


def odt(source: str, title: str, language: str) -> bytes:
    """A text document with outline headings, real lists and real tables."""
    document = OpenDocumentText()
    _describe(document, title, language)
    styles = _text_styles(document)
    for group in runs(parse(source)):
        _odt_group(document, group, styles)
    return _saved(document)


def ods(source: str, title: str, language: str) -> bytes:
    """A spreadsheet with one sheet per second-level heading."""
    document = OpenDocumentSpreadsheet()
    _describe(document, title, language)
    for sheet in sheets(source, title):
        page = table.Table(name=sheet.name)
        for row in sheet.rows:
            line = table.TableRow()
            for cell in row:
                line.addElement(_cell(cell))
            page.addElement(line)
        document.spreadsheet.addElement(page)
    return _saved(document)


def _describe(document: OpenDocument, title: str, language: str) -> None:
    document.meta.addElement(dc.Title(text=title))
    document.meta.addElement(dc.Language(text=language))
    document.meta.addElement(meta.InitialCreator(text="Korvelin Infogérance"))


def _text_styles(document: OpenDocument) -> dict[str, Style]:
    """Heading and list styles, added to the document and returned by name."""
    found: dict[str, Style] = {}
    for level, size in ((1, "20pt"), (2, "15pt"), (3, "12pt")):
        style = Style(name=f"Heading {level}", family="paragraph", defaultoutlinelevel=str(level))
        style.addElement(TextProperties(fontsize=size, fontweight="bold"))
        style.addElement(ParagraphProperties(margintop="0.4cm", marginbottom="0.2cm"))
        found[f"heading{level}"] = style
        document.styles.addElement(style)
    numbers = text.ListStyle(name="Numbers")
    numbers.addElement(text.ListLevelStyleNumber(level="1", numsuffix=".", numformat="1"))
    bullets = text.ListStyle(name="Bullets")
    bullets.addElement(text.ListLevelStyleBullet(level="1", bulletchar="•"))
    for name, style in (("number", numbers), ("bullet", bullets)):
        found[name] = style
        document.automaticstyles.addElement(style)
    return found


def _odt_group(document: OpenDocument, group: list[Piece], styles: dict[str, Style]) -> None:
    first = group[0]
    match first.kind:
        case "heading":
            style = styles[f"heading{first.level}"]
            line = text.H(outlinelevel=first.level, stylename=style, text=first.text)
            document.text.addElement(line)
        case "number" | "bullet":
            items = text.List(stylename=styles[first.kind])
            for piece in group:
                item = text.ListItem()
                item.addElement(text.P(text=piece.text))
                items.addElement(item)
            document.text.addElement(items)
        case "table":
            document.text.addElement(_odt_table(first))
        case "paragraph":
            document.text.addElement(text.P(text=first.text))
        case "page_break":
            raise ValueError("the odt writer has no page break")


def _odt_table(piece: Piece) -> table.Table:
    grid = table.Table()
    grid.addElement(table.TableColumn(numbercolumnsrepeated=len(piece.rows[0])))
    header = table.TableHeaderRows()
    for index, row in enumerate(piece.rows):
        line = table.TableRow()
        for cell in row:
            line.addElement(_cell(cell))
        (header if index == 0 else grid).addElement(line)
        if index == 0:
            grid.addElement(header)
    return grid


def _cell(value: Cell) -> table.TableCell:
    if isinstance(value, str):
        cell = table.TableCell(valuetype="string")
    else:
        cell = table.TableCell(valuetype="float", value=value)
    cell.addElement(text.P(text=str(value)))
    return cell


def _saved(document: OpenDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
