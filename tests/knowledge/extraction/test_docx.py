import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.knowledge.extraction.fixtures import Read, Refusal, Shape


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_link(paragraph: Any, url: str, text: str) -> None:
    part = paragraph.part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), part.relate_to(url, kind, is_external=True))
    run = OxmlElement("w:r")
    written = OxmlElement("w:t")
    written.text = text
    run.append(written)
    link.append(run)
    paragraph._p.append(link)


def test_a_word_file_keeps_headings_lists_tables_and_links(read: Read, shape: Shape) -> None:
    document = Document()
    document.core_properties.title = "Arrivée d’un salarié"
    document.add_heading("Préparer l’arrivée", 1)
    paragraph = document.add_paragraph("Demandez le matériel sur ")
    add_link(paragraph, "https://portail.example/", "le portail")
    document.add_paragraph("Créer le compte", style="List Number")
    document.add_paragraph("Préparer le poste", style="List Number")
    document.add_heading("Le matériel", 2)
    document.add_paragraph("clavier", style="List Bullet")
    document.add_paragraph("souris", style="List Bullet 2")
    table = document.add_table(rows=3, cols=2)
    for row, (one, other) in zip(
        table.rows, [("Rôle", "Délai"), ("Technicien", "2 jours"), ("Comptable", "3 jours")],
        strict=True,
    ):  # fmt: skip
        row.cells[0].text, row.cells[1].text = one, other
    result = read("arrivee.docx", saved(document))
    assert result.title == "Arrivée d’un salarié"
    assert shape(result) == [
        ("heading", 1, "", "Préparer l’arrivée"),
        ("paragraph", 0, "", "Demandez le matériel sur le portail"),
        ("list_item", 1, "1.", "Créer le compte"),
        ("list_item", 1, "2.", "Préparer le poste"),
        ("heading", 2, "", "Le matériel"),
        ("list_item", 1, "-", "clavier"),
        ("list_item", 1, "-", "souris"),
        (
            "table", 0, "",
            "Rôle: Technicien; Délai: 2 jours\nRôle: Comptable; Délai: 3 jours",
        ),
    ]  # fmt: skip
    assert result.blocks[1].links == (("le portail", "https://portail.example/"),)


def test_merged_cells_are_said_in_each_row(read: Read) -> None:
    document = Document()
    table = document.add_table(rows=3, cols=3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = ["Site", "Poste", "IP", "Lyon", "A", "10.0.0.1", "", "B", "10.0.0.2"][number]
    table.cell(1, 0).merge(table.cell(2, 0))
    rows = read("a.docx", saved(document)).blocks[0].rows
    assert rows == (("Site", "Poste", "IP"), ("Lyon", "A", "10.0.0.1"), ("Lyon", "B", "10.0.0.2"))


def test_a_frame_of_one_column_is_text(read: Read, shape: Shape) -> None:
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Attention"
    cell.add_paragraph("ne débranchez rien", style="List Bullet")
    assert shape(read("a.docx", saved(document))) == [
        ("paragraph", 0, "", "Attention"),
        ("list_item", 1, "-", "ne débranchez rien"),
    ]


def test_code_paragraphs_are_one_block(read: Read, shape: Shape) -> None:
    document = Document()
    style = document.styles.add_style("Code source", WD_STYLE_TYPE.PARAGRAPH)
    for line in ("if ok:", "    fin()"):
        document.add_paragraph(line, style=style)
    document.add_paragraph("Après.")
    assert shape(read("a.docx", saved(document))) == [
        ("code", 0, "", "if ok:\n    fin()"),
        ("paragraph", 0, "", "Après."),
    ]


BODY = """<?xml version="1.0"?><w:document xmlns:w="{ns}" xmlns:mc="urn:mc"><w:body>
<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Titre</w:t></w:r></w:p>
<w:p><w:ins><w:r><w:t>gardé</w:t></w:r></w:ins><w:del><w:r><w:delText>ôté</w:delText></w:r></w:del>
<w:r><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>ligne</w:t></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>champ</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:p><w:r><w:t>ancre</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>
<w:p><w:r><w:t>encadré</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:txbxContent><w:p><w:r><w:t>encadré</w:t></w:r></w:p></w:txbxContent>
</mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>"""
NOTES = """<?xml version="1.0"?><w:footnotes xmlns:w="{ns}"><w:footnote w:type="separator"/>
<w:footnote><w:p><w:r><w:t>note de bas de page</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def raw_docx(namespace: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", BODY.replace("{ns}", namespace))
        archive.writestr("word/footnotes.xml", NOTES.replace("{ns}", namespace))
    return buffer.getvalue()


def test_strict_files_revisions_boxes_and_notes(read: Read, shape: Shape) -> None:
    for namespace in (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ):
        assert shape(read("a.docx", raw_docx(namespace))) == [
            ("heading", 2, "", "Titre"),
            ("paragraph", 0, "", "gardé a-b\nligne"),
            ("paragraph", 0, "", "champ"),
            ("paragraph", 0, "", "ancre"),
            ("paragraph", 0, "", "encadré"),
            ("paragraph", 0, "", "note de bas de page"),
        ]


def numbered(levels: str, items: list[tuple[str, int, str]]) -> bytes:
    """A file whose list levels are given as XML and items as (list id, depth, text)."""
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
        f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        for list_id, depth, text in items
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{ns}"><w:body>{body}</w:body></w:document>',
        )
        archive.writestr(
            "word/numbering.xml",
            f'<w:numbering xmlns:w="{ns}"><w:abstractNum w:abstractNumId="7">{levels}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>',
        )
    return buffer.getvalue()


def test_numbers_are_shown_as_word_shows_them(read: Read) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1.%2)"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/></w:lvl>'
        '<w:lvl w:ilvl="3"><w:numFmt w:val="none"/></w:lvl>'
    )
    items = [("1", 0, "a"), ("1", 1, "b"), ("1", 1, "c"), ("1", 2, "d"), ("1", 0, "e"),
             ("1", 1, "f"), ("2", 0, "g"), ("0", 0, "sans liste"), ("1", 3, "h")]  # fmt: skip
    blocks = read("a.docx", numbered(levels, items)).blocks
    assert [block.marker for block in blocks] == [
        "4.", "4.a)", "4.b)", "-", "5.", "5.a)", "1.", "", ""
    ]  # fmt: skip
    assert blocks[7].kind == "paragraph"


def test_a_file_without_its_main_part_is_corrupt(refusal: Refusal) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/autre.xml", "<x/>")
    assert refusal("a.docx", buffer.getvalue()) == "corrupt"
