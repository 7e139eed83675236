import io
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    ListFlowable,
    PageBreak,
    Paragraph,
    Preformatted,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

from netz.knowledge.extraction import Extracted, Limits, extract
from netz.knowledge.extraction.formats.pdf_page import HYPHEN
from netz.knowledge.extraction.formats.pdf_words import WordMender, joined
from tests.knowledge.extraction.fixtures import Read, Refusal, Write

STYLES = getSampleStyleSheet()
LONG = (
    "La sauvegarde du serveur est faite chaque nuit à deux heures, puis copiée sur un disque "
    "chiffré qui quitte les locaux le vendredi, comme le prévoit le contrat de maintenance. "
)


def platypus(parts: list[object], **options: object) -> bytes:
    """A PDF with a running head and foot on each page."""
    buffer = io.BytesIO()

    def furniture(canvas: Canvas, document: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 800, f"Netz SARL - Manuel interne {canvas.getPageNumber()}")
        canvas.drawCentredString(300, 30, f"Page {canvas.getPageNumber()} / 9")

    document = SimpleDocTemplate(buffer, pagesize=A4, **options)
    document.build(parts, onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Extracted:
    """A manual of five pages with everything that manuals have."""
    body, link = STYLES["BodyText"], '<a href="https://a.example/doc">la documentation</a>'
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (0, 2))])
    rows = [["Offre", "Délai", "Prix"], ["Base", "8 h", "49 €"], ["", "4 h", "79 €"]]
    parts: list[object] = [
        Paragraph("Plan de sauvegarde", STYLES["Title"]),
        Paragraph("Fréquence", STYLES["Heading1"]),
        Paragraph(LONG * 2 + f"Voir {link}.", body),
        Paragraph("Les étapes", STYLES["Heading2"]),
        Paragraph("Pour restaurer un fichier :", body),
        ListFlowable(
            [Paragraph(t, body) for t in ("Ouvrez la console", "Choisissez la date")],
            bulletFormat="%s.",
        ),
        Table(rows, style=grid),
        Preformatted("robocopy C:\\data\n    /MIR /R:3", STYLES["Code"]),
        PageBreak(),
    ]
    for number in range(4):
        parts += [
            Paragraph(f"Annexe {'ABCD'[number]}", STYLES["Heading1"]),
            Paragraph(LONG * 9, body),
            PageBreak(),
        ]
    path = tmp_path_factory.mktemp("pdf") / "manuel.pdf"
    path.write_bytes(platypus(parts, title="Manuel de sauvegarde"))
    return extract(path, filename="manuel.pdf")


def test_a_manual_keeps_its_title_headings_and_pages(manual: Extracted) -> None:
    headings = [(b.level, b.text, b.page) for b in manual.blocks if b.kind == "heading"]
    assert manual.title == "Manuel de sauvegarde"
    assert (manual.language, manual.pages, manual.media_type) == ("fr", 5, "application/pdf")
    assert headings == [
        (1, "Plan de sauvegarde", 1),
        (1, "Fréquence", 1),
        (2, "Les étapes", 1),
        *[(1, f"Annexe {letter}", page) for letter, page in zip("ABCD", range(2, 6), strict=True)],
    ]


def test_paragraphs_are_whole_and_keep_their_links(manual: Extracted) -> None:
    paragraph = next(b for b in manual.blocks if b.kind == "paragraph")
    assert paragraph.text == LONG * 2 + "Voir la documentation."
    assert paragraph.links == (("la documentation", "https://a.example/doc"),)


def test_lists_tables_and_code_are_recognised(manual: Extracted) -> None:
    items = [(b.marker, b.text) for b in manual.blocks if b.kind == "list_item"]
    assert items == [("1.", "Ouvrez la console"), ("2.", "Choisissez la date")]
    table = next(b for b in manual.blocks if b.kind == "table")
    assert table.text == "Offre: Base; Délai: 8 h; Prix: 49 €\nOffre: Base; Délai: 4 h; Prix: 79 €"
    code = next(b for b in manual.blocks if b.kind == "code")
    assert code.text == "robocopy C:\\data\n    /MIR /R:3"


def test_running_heads_and_page_numbers_are_gone(manual: Extracted) -> None:
    text = "\n".join(block.text for block in manual.blocks)
    assert "Manuel interne" not in text
    assert "Page " not in text


def test_aligned_columns_without_lines_are_a_table(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 760, "Voici les postes du service :")
        for at, row in enumerate([("Nom", "Site", "IP"), ("PC-01", "Lyon", "10.0.0.1"),
                                  ("PC-02", "Nice", "10.0.0.2")]):  # fmt: skip
            for column, text in enumerate(row):
                canvas.drawString(72 + 150 * column, 730 - 18 * at, text)
        canvas.drawString(72, 640, "Fin de la liste des postes du service.")

    blocks = read("a.pdf", drawn(draw)).blocks
    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
    assert (
        blocks[1].text
        == "Nom: PC-01; Site: Lyon; IP: 10.0.0.1\nNom: PC-02; Site: Nice; IP: 10.0.0.2"
    )


def test_a_contents_page_and_watermarks_are_left_out(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 780, "Table des matières")
        for at in range(6):
            canvas.drawString(72, 750 - 15 * at, f"Chapitre {at} " + "." * 40 + f" {at + 3}")
        canvas.showPage()
        canvas.drawString(72, 700, "Le contenu du premier chapitre est ici, en entier.")
        canvas.saveState()
        canvas.rotate(45)
        canvas.drawString(400, 100, "CONFIDENTIEL")
        canvas.restoreState()

    result = read("a.pdf", drawn(draw))
    assert [(b.text, b.page) for b in result.blocks] == [
        ("Le contenu du premier chapitre est ici, en entier.", 2)
    ]


def test_footnotes_follow_their_section(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 760, "Le contrat couvre les postes, les serveurs et les imprimantes")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(385, 764, "1")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72, 60, "1. Hors consommables, que le client commande.")
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 760, "que le client loue chez nous depuis le début de son contrat.")

    texts = [block.text for block in read("a.pdf", drawn(draw)).blocks]
    assert texts[0].endswith("les imprimantes que le client loue chez nous depuis le début de son "
                             "contrat.")  # fmt: skip
    assert texts[1] == "Hors consommables, que le client commande."


def test_the_outline_gives_headings_their_levels(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        for at, (level, text) in enumerate([(0, "1. Réseau"), (1, "1.1 Wi-Fi"), (2, "1.1.1 Clés")]):
            canvas.bookmarkPage(text)
            canvas.addOutlineEntry(text, text, level)
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(72, 760 - 80 * at, text)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(
                72, 735 - 80 * at, "Un paragraphe de texte ordinaire pour cette partie."
            )

    headings = [b for b in read("a.pdf", drawn(draw)).blocks if b.kind == "heading"]
    assert [(b.level, b.text) for b in headings] == [
        (1, "1. Réseau"), (2, "1.1 Wi-Fi"), (3, "1.1.1 Clés")
    ]  # fmt: skip


def test_divided_words_are_mended_and_real_hyphens_kept() -> None:
    mender = WordMender(["rendez-vous information technique la sauvegarde", f"x{HYPHEN}y"])
    assert mender.mend(f"infor{HYPHEN}mation") == "information"
    assert mender.mend(f"rendez{HYPHEN}vous") == "rendez-vous"
    assert mender.mend(f"incon{HYPHEN}nu") == "inconnu"
    assert mender.mend(f"peut{HYPHEN}il") == "peut-il"
    assert mender.mend(f"KB50{HYPHEN}34") == "KB50-34"
    assert mender.mend(f"chaîne-de{HYPHEN}caractères") == "chaîne-de-caractères"


def test_lines_are_joined_as_a_reader_would() -> None:
    assert joined("une", "suite") == "une suite"
    assert joined("sauve-", "garde") == f"sauve{HYPHEN}garde"
    assert joined("voir https://www.", "exemple.fr") == "voir https://www.exemple.fr"
    assert joined("voir https:", "//exemple.fr") == "voir https://exemple.fr"
    assert joined("Fin.", "Début") == "Fin. Début"


def test_an_encrypted_file_is_recognised_and_one_without_password_is_read(
    read: Read, refusal: Refusal
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Un texte que l’on peut lire sans mot de passe.")

    closed = drawn(draw, encrypt=StandardEncryption("secret", "maître"))
    assert refusal("a.pdf", closed) == "encrypted"
    open_to_all = drawn(draw, encrypt=StandardEncryption("", "maître", canPrint=0))
    assert read("a.pdf", open_to_all).blocks[0].text.startswith("Un texte")


def test_a_scan_is_recognised(refusal: Refusal) -> None:
    def draw(canvas: Canvas) -> None:
        picture = ImageReader(Image.new("L", (60, 80), 128))
        for _ in range(2):
            canvas.drawImage(picture, 0, 0, *A4)
            canvas.showPage()

    assert refusal("scan.pdf", drawn(draw)) == "scanned"


def test_a_pdf_without_text_or_pictures_has_no_text(refusal: Refusal) -> None:
    assert refusal("a.pdf", drawn(lambda canvas: canvas.rect(10, 10, 100, 100))) == "no_text"


def test_broken_pdf_files_are_corrupt(refusal: Refusal) -> None:
    good = drawn(lambda canvas: canvas.drawString(72, 700, "Texte"))
    assert refusal("a.pdf", b"%PDF-1.7\nrien de bon") == "corrupt"
    assert refusal("a.pdf", good[:200]) == "corrupt"


def test_more_pages_than_allowed_are_refused_before_they_are_read(
    write: Write, refusal: Refusal
) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(10_001):
        document.new_page(100, 100)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    assert refusal("a.pdf", buffer.getvalue()) == "too_large"


def test_progress_is_told_page_by_page(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(4):
            canvas.drawString(72, 700, f"Page de texte numéro {number}, avec assez de mots.")
            canvas.showPage()

    told: list[float] = []
    path = write("a.pdf", drawn(draw))
    extract(path, filename="a.pdf", on_progress=told.append, limits=Limits(max_pages=4))
    assert told == sorted(told)
    assert told[0] == pytest.approx(0.2)
    assert told[-1] == 1.0
