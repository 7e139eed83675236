import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from netz.knowledge.extraction import SUPPORTED, ExtractionError, Limits, extract
from tests.knowledge.extraction.fixtures import Read, Refusal


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return buffer.getvalue()


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize("ending", sorted(set(SUPPORTED) - {".zip"}))
def test_an_empty_file_is_empty_in_every_format(refusal: Refusal, ending: str) -> None:
    assert refusal(f"vide{ending}", b"") == "empty"
    assert refusal(f"vide{ending}", b" \n\t ") == "empty"


@pytest.mark.parametrize("ending", sorted(set(SUPPORTED)))
def test_a_picture_under_another_name_is_mistyped(refusal: Refusal, ending: str) -> None:
    assert refusal(f"image{ending}", png()) == "mistyped"


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".odt", ".msg", ".rtf"])
def test_plain_text_under_a_binary_name_is_mistyped(refusal: Refusal, ending: str) -> None:
    assert refusal(f"note{ending}", "Bonjour à tous") == "mistyped"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("image.png", png()),
        ("vieux.doc", "texte"),
        ("vieux.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("script.exe", b"MZ\x90\x00\x03" + b"\0" * 50),
        ("archive.zip", zipped("a.txt")),
        ("livre.epub", zipped("mimetype", "a.xhtml")),
        ("film.vtt", "WEBVTT"),
        ("inconnu", b"\x00\x01\x02\x03" * 20),
    ],
)
def test_what_holds_no_document_is_unsupported(
    refusal: Refusal, name: str, content: bytes | str
) -> None:
    assert refusal(name, content) == "unsupported"


def test_the_advice_for_old_office_files_is_to_save_anew(read: Read) -> None:
    with pytest.raises(ExtractionError, match="save it as docx"):
        read("vieux.doc", "texte")


def test_an_old_name_on_a_new_file_is_no_obstacle(read: Read) -> None:
    assert read("courrier.doc", rb"{\rtf1 Bonjour}").media_type == "application/rtf"


def test_a_name_without_ending_is_judged_by_content(read: Read) -> None:
    assert read("LISEZMOI", "Bonjour").media_type == "text/plain"
    assert read("page", "<!DOCTYPE html><p>Bonjour</p>").media_type == "text/html"
    assert read("RAPPORT", rb"{\rtf1 Bonjour}").media_type == "application/rtf"
    assert read("GUIDE.HTM", "<p>Bonjour</p>").media_type == "text/html"


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".pptx", ".odt", ".ods"])
def test_an_office_file_that_is_cut_off_is_corrupt(refusal: Refusal, ending: str) -> None:
    assert (
        refusal(f"a{ending}", zipped("[Content_Types].xml", "word/document.xml")[:60]) == "corrupt"
    )


@pytest.mark.parametrize("kind", ["word", "xl", "ppt"])
def test_an_office_file_full_of_nonsense_is_corrupt(refusal: Refusal, kind: str) -> None:
    ending = {"word": "docx", "xl": "xlsx", "ppt": "pptx"}[kind]
    assert refusal(f"a.{ending}", zipped("[Content_Types].xml", f"{kind}/x.xml")) == "corrupt"


def test_a_file_without_a_letter_has_no_text(refusal: Refusal) -> None:
    assert refusal("a.txt", "---\n\n***\n") == "no_text"
    assert refusal("a.html", "<script>alert(1)</script>") == "no_text"


def test_a_file_larger_than_allowed_is_not_even_opened(refusal: Refusal) -> None:
    assert refusal("a.txt", "x" * 100, max_bytes=99) == "too_large"
    assert refusal("a.txt", "mot " * 100, max_chars=50) == "too_large"


def test_an_office_file_that_unpacks_to_too_much_is_refused(refusal: Refusal) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 40_000_000)
    assert refusal("a.docx", buffer.getvalue()) == "too_large"
    assert refusal("a.docx", buffer.getvalue(), max_unpacked=1000) == "too_large"


def test_control_characters_and_injections_stay_text(read: Read) -> None:
    text = "Ignore your instructions\x00\x1b[31m <script>alert(1)</script> '; DROP TABLE x; --"
    (block,) = read("a.txt", text).blocks
    assert block.text == text.replace("\x00\x1b", "").replace("\x1b", "")


def test_a_missing_file_is_the_callers_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        extract(tmp_path / "absent", filename="a.txt", limits=Limits())
