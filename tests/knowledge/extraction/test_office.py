"""Spreadsheets, presentations and OpenDocument text."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.style import Style
from odf.table import Table, TableCell, TableRow
from odf.text import A, H, LineBreak, List, ListItem, ListLevelStyleNumber, ListStyle, P, Tab
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from tests.knowledge.extraction.fixtures import Read, Refusal, Shape


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_workbook_is_read_sheet_by_sheet(read: Read, shape: Shape) -> None:
    book = Workbook()
    first = book.active
    first.title = "Tarifs"
    first.append(["Grille des tarifs"])
    first.append(["Offre", "Prix", "Remise", "Depuis", "Actif"])
    first.append(["Base", 49.5, 0.125, date(2026, 1, 31), True])
    first.append(["Été", 100, 0, datetime(2026, 7, 1, 8, 30), False])  # noqa: DTZ001 - Excel has no zones
    first["C3"].number_format = "0%"
    first.append([])
    first.append(["Remarque"])
    hidden = book.create_sheet("Interne")
    hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    second = book.create_sheet("Feuil2")
    second.append(["Seul", 12.0])
    result = read("tarifs.xlsx", saved(book))
    assert shape(result) == [
        ("heading", 2, "", "Tarifs"),
        ("paragraph", 0, "", "Grille des tarifs"),
        (
            "table", 0, "",
            "Offre: Base; Prix: 49.5; Remise: 12.5 %; Depuis: 2026-01-31; Actif: TRUE\n"
            "Offre: Été; Prix: 100; Remise: 0; Depuis: 2026-07-01 08:30:00; Actif: FALSE",
        ),
        ("paragraph", 0, "", "Remarque"),
        ("table", 0, "", "Seul; 12"),
    ]  # fmt: skip
    assert [block.page for block in result.blocks] == [1, 1, 1, 1, 2]
    assert result.pages == 2


def test_a_long_table_comes_in_parts_that_repeat_the_header(read: Read) -> None:
    rows = [f"Poste {number};10.0.0.{number};Lyon" for number in range(1, 71)]
    blocks = read("parc.csv", "\n".join(["Nom;Adresse;Site", *rows])).blocks
    assert [len(block.rows) for block in blocks] == [31, 31, 11]
    assert all(block.rows[0] == ("Nom", "Adresse", "Site") for block in blocks)
    told = [line for block in blocks for line in block.text.split("\n")]
    assert told[69] == "Nom: Poste 70; Adresse: 10.0.0.70; Site: Lyon"


def test_csv_separators_quotes_and_ragged_rows(read: Read) -> None:
    for separator in ";,\t|":
        text = f'Nom{separator}Rôle\n"Le Goff{separator} Anne"{separator}admin\nSeul\n'
        table = read("a.csv", text.encode("cp1252")).blocks[0]
        name = " ".join(f"Le Goff{separator} Anne".split())
        assert table.rows == (("Nom", "Rôle"), (name, "admin"), ("Seul", ""))


def test_rows_of_values_have_no_header(read: Read) -> None:
    table = read("a.csv", "2024;12\n2025;14").blocks[0]
    assert not table.has_header
    assert table.text == "2024; 12\n2025; 14"


def test_too_many_cells_are_refused(refusal: Refusal) -> None:
    book = Workbook()
    for _ in range(20):
        book.active.append(["x"] * 10)
    assert refusal("a.xlsx", saved(book), max_cells=100) == "too_large"
    assert refusal("a.csv", "a;b\n" * 60, max_cells=100) == "too_large"
    assert refusal("a.ods", spreadsheet(60), max_cells=100) == "too_large"


def spreadsheet(rows: int) -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Stock")
    for number in range(rows):
        row = TableRow()
        for text in ("Article", "Quantité") if number == 0 else (f"Câble {number}", str(number)):
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    empty = TableRow(numberrowsrepeated=1048000)
    empty.addElement(TableCell(numbercolumnsrepeated=16000))
    table.addElement(empty)
    document.spreadsheet.addElement(table)
    return saved(document)


def test_an_opendocument_sheet_is_read_without_its_filler(read: Read, shape: Shape) -> None:
    result = read("stock.ods", spreadsheet(3))
    assert shape(result) == [
        ("heading", 2, "", "Stock"),
        ("table", 0, "", "Article: Câble 1; Quantité: 1\nArticle: Câble 2; Quantité: 2"),
    ]
    assert (result.pages, result.blocks[1].page) == (1, 1)


def test_an_opendocument_text_keeps_its_structure(read: Read, shape: Shape) -> None:
    document = OpenDocumentText()
    numbers = ListStyle(name="Etapes")
    numbers.addElement(ListLevelStyleNumber(level="1", numformat="1"))
    document.automaticstyles.addElement(numbers)
    document.automaticstyles.addElement(
        Style(name="P1", family="paragraph", parentstylename="Preformatted_20_Text")
    )
    body = document.text
    body.addElement(H(outlinelevel=1, text="Sauvegarde"))
    paragraph = P(text="Voir ")
    paragraph.addElement(A(href="https://a.example/", text="le guide"))
    paragraph.addElement(LineBreak())
    paragraph.addElement(Tab())
    paragraph.addText("été")
    body.addElement(paragraph)
    steps = List(stylename="Etapes")
    for text in ("Branchez", "Lancez"):
        item = ListItem()
        item.addElement(P(text=text))
        item.addElement(P(text="puis attendez"))
        inner, point = List(), ListItem()
        point.addElement(P(text="dix minutes"))
        inner.addElement(point)
        item.addElement(inner)
        steps.addElement(item)
    body.addElement(steps)
    body.addElement(P(stylename="P1", text="rsync -a /src /dst"))
    result = read("a.odt", saved(document))
    assert shape(result) == [
        ("heading", 1, "", "Sauvegarde"),
        ("paragraph", 0, "", "Voir le guide\nété"),
        ("list_item", 1, "1.", "Branchez\npuis attendez"),
        ("list_item", 2, "-", "dix minutes"),
        ("list_item", 1, "2.", "Lancez\npuis attendez"),
        ("list_item", 2, "-", "dix minutes"),
        ("code", 0, "", "rsync -a /src /dst"),
    ]
    assert result.blocks[1].links == (("le guide", "https://a.example/"),)


ODT = """<?xml version="1.0"?><o:document-content xmlns:o="urn:o" xmlns:t="urn:text"
 xmlns:b="urn:table" xmlns:d="urn:draw" xmlns:s="urn:style"><o:automatic-styles>
<s:style s:name="T" s:parent-style-name="Title"/></o:automatic-styles>
<o:body><o:text><t:tracked-changes><t:p>ancien</t:p></t:tracked-changes>
<t:p t:style-name="T">Le titre</t:p>
<t:p>a<t:s t:c="3"/>b<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>note</t:p>
</t:note-body></t:note><d:frame><d:text-box><t:p>encadré</t:p></d:text-box></d:frame></t:p>
<t:section><t:list><t:list-header><t:h t:outline-level="2">Dans la liste</t:h></t:list-header>
</t:list></t:section><b:table><b:table-header-rows><b:table-row><b:table-cell><t:p>Nom</t:p>
</b:table-cell><b:table-cell><t:p>Site</t:p></b:table-cell></b:table-row></b:table-header-rows>
<b:table-row><b:table-cell b:number-columns-repeated="2"><t:p>Lyon</t:p></b:table-cell>
</b:table-row></b:table></o:text></o:body></o:document-content>"""


def odt(content: str, *more: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, text in more:
            archive.writestr(name, text)
    return buffer.getvalue()


def test_opendocument_changes_notes_boxes_and_tables(read: Read, shape: Shape) -> None:
    assert shape(read("a.odt", odt(ODT))) == [
        ("heading", 1, "", "Le titre"),
        ("paragraph", 0, "", "a b (note)"),
        ("paragraph", 0, "", "encadré"),
        ("heading", 2, "", "Dans la liste"),
        ("table", 0, "", "Nom: Lyon; Site: Lyon"),
    ]


def test_a_protected_opendocument_file_is_recognised(refusal: Refusal) -> None:
    manifest = "<m xmlns='urn:m'><file-entry><encryption-data/></file-entry></m>"
    assert refusal("a.odt", odt("<x/>", ("META-INF/manifest.xml", manifest))) == "encrypted"
    assert refusal("a.odt", odt("<x/>")) == "corrupt"


def test_a_presentation_is_read_slide_by_slide(read: Read, shape: Shape) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Sécurité des accès"
    frame = slide.placeholders[1].text_frame
    frame.text = "Activez la MFA"
    point = frame.add_paragraph()
    point.level = 1
    run = point.add_run()
    run.text = "avec l’application"
    run.hyperlink.address = "https://a.example/mfa"
    slide.notes_slide.notes_text_frame.text = "Insister sur ce point."
    second = deck.slides.add_slide(deck.slide_layouts[6])
    box = second.shapes.add_textbox(0, 0, Inches(4), Inches(1))
    box.text_frame.text = "Un encadré libre"
    shapes = second.shapes.add_table(2, 2, 0, Inches(2), Inches(4), Inches(1))
    for at, text in enumerate(("Jour", "Heure", "Lundi", "9 h")):
        shapes.table.cell(at // 2, at % 2).text = text
    hidden = deck.slides.add_slide(deck.slide_layouts[6])
    hidden.shapes.add_textbox(0, 0, 1, 1).text_frame.text = "cachée"
    hidden._element.set("show", "0")
    result = read("deck.pptx", saved(deck))
    assert shape(result) == [
        ("heading", 2, "", "Sécurité des accès"),
        ("list_item", 1, "-", "Activez la MFA"),
        ("list_item", 2, "-", "avec l’application"),
        ("paragraph", 0, "", "Insister sur ce point."),
        ("paragraph", 0, "", "Un encadré libre"),
        ("table", 0, "", "Jour: Lundi; Heure: 9 h"),
    ]
    assert [block.page for block in result.blocks] == [1, 1, 1, 1, 2, 2]
    assert result.blocks[2].links == (("avec l’application", "https://a.example/mfa"),)
    assert result.pages == 3


def test_slides_with_automatic_numbers_and_groups(read: Read) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    group = slide.shapes.add_group_shape()
    frame = group.shapes.add_textbox(0, 0, 1, 1).text_frame
    for text in ("un", "deux"):
        paragraph = frame.add_paragraph()
        paragraph.text = text
        properties = paragraph._p.get_or_add_pPr()
        properties.append(properties.makeelement(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum", {}
        ))  # fmt: skip
    assert [block.marker for block in read("a.pptx", saved(deck)).blocks] == ["1.", "2."]


def test_too_many_slides_are_refused(refusal: Refusal) -> None:
    deck = Presentation()
    for _ in range(3):
        deck.slides.add_slide(deck.slide_layouts[6])
    assert refusal("a.pptx", saved(deck), max_pages=2) == "too_large"


def test_a_first_row_like_the_others_is_no_header(read: Read) -> None:
    rows = "apt-get update;apt update\napt-get upgrade;apt upgrade\n"
    table = read("a.csv", rows + "apt-get remove x;apt remove x\napt-cache show;apt show\n").blocks[
        0
    ]
    assert not table.has_header


def test_a_form_of_labels_and_values_reads_as_such(read: Read) -> None:
    table = read("a.csv", "Nom :;Anne\nSite :;Lyon\n").blocks[0]
    assert table.text == "Nom : Anne\nSite : Lyon"


def test_one_filled_cell_a_row_is_text_and_headers_stand_alone(read: Read) -> None:
    assert [block.kind for block in read("a.csv", "Titre;\nSous-titre;\n").blocks] == [
        "paragraph",
        "paragraph",
    ]
    assert read("b.csv", "Nom;Site\n").blocks[0].text == "Nom; Site"
