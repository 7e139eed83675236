import io
import stat
import zipfile
from pathlib import Path

import pytest

from netz.knowledge.extraction import ExtractionError, Limits, expand_zip
from tests.knowledge.extraction.fixtures import Write

Member = tuple[str | zipfile.ZipInfo, bytes | str]


def zipped(*members: Member, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(path: Path, **limits: int) -> list[tuple[str, bytes, str | None]]:
    return [
        (member.name, member.path.read_bytes(), member.error)
        for member in expand_zip(path, limits=Limits(**limits))
    ]


def refused(path: Path, **limits: int) -> str:
    with pytest.raises(ExtractionError) as caught:
        unpacked(path, **limits)
    return caught.value.code


def test_the_files_of_an_archive_come_one_by_one(write: Write) -> None:
    link = zipfile.ZipInfo("lien")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = zipped(
        ("Procédures/", ""), ("Procédures/vpn.txt", "VPN"), (link, "/etc/passwd"),
        ("__MACOSX/._vpn.txt", "x"), (".DS_Store", "x"), ("Thumbs.db", "x"), ("win\\a.txt", "A"),
    )  # fmt: skip
    assert unpacked(write("a.zip", data)) == [
        ("Procédures/vpn.txt", b"VPN", None),
        ("win/a.txt", b"A", None),
    ]


def test_a_members_file_is_gone_once_the_next_is_asked_for(write: Write) -> None:
    members = expand_zip(write("a.zip", zipped(("a.txt", "a"), ("b.txt", "b"))))
    first = next(members).path
    assert first.exists()
    second = next(members).path
    assert not first.exists()
    members.close()
    assert not second.parent.exists()


def test_names_in_old_code_pages_are_readable(write: Write) -> None:
    data = zipped(("proc?dure.txt", "x")).replace(b"proc?dure", b"proc\x82dure")
    assert unpacked(write("a.zip", data))[0][0] == "procédure.txt"


def test_archives_inside_are_opened_down_to_the_limit(write: Write) -> None:
    inner = zipped(("fond.txt", "fond"))
    middle = zipped(("inner.zip", inner), ("milieu.txt", "milieu"))
    path = write("a.zip", zipped(("inner.zip", inner), ("haut.txt", "haut")))
    assert [name for name, _, _ in unpacked(path)] == ["inner.zip/fond.txt", "haut.txt"]
    assert refused(write("b.zip", zipped(("middle.zip", middle)))) == "too_large"


@pytest.mark.parametrize("name", ["../dehors.txt", "/etc/passwd", "a/../../b", "..\\b", "C:\\b"])
def test_a_path_that_leaves_the_archive_is_refused(write: Write, name: str) -> None:
    assert refused(write("a.zip", zipped(("bon.txt", "x"), (name, "x")))) == "corrupt"


def test_bombs_are_refused_before_they_are_unpacked(write: Write) -> None:
    bomb = write("a.zip", zipped(*((f"{at}.txt", b"0" * 9_000_000) for at in range(4))))
    assert refused(bomb) == "too_large"
    assert refused(bomb, max_ratio=10_000, max_unpacked=30_000_000) == "too_large"
    assert len(unpacked(bomb, max_ratio=10_000)) == 4


def test_bombs_in_nested_archives_share_one_budget(write: Write) -> None:
    inner = zipped(("a.txt", b"0" * 6_000), compression=zipfile.ZIP_STORED)
    path = write("a.zip", zipped(("1.zip", inner), ("2.zip", inner)))
    assert refused(path, max_unpacked=20_000) == "too_large"


def test_too_many_members_are_refused(write: Write) -> None:
    path = write("a.zip", zipped(*((f"{at}.txt", "x") for at in range(11))))
    assert refused(path, max_members=10) == "too_large"
    nested = write("b.zip", zipped(("a.zip", zipped(("1", "x"), ("2", "x"))), ("3", "x")))
    assert refused(nested, max_members=3) == "too_large"


def test_an_encrypted_archive_is_recognised(write: Write) -> None:
    data = bytearray(zipped(("a.txt", "secret"), compression=zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(write("a.zip", bytes(data))) == "encrypted"


def test_one_unreadable_member_does_not_stop_the_others(write: Write) -> None:
    data = zipped(("a.txt", "abcdef"), ("b.txt", "bon"), compression=zipfile.ZIP_STORED)
    path = write("a.zip", data.replace(b"abcdef", b"abcdeX"))
    assert [(name, error) for name, _, error in unpacked(path)] == [
        ("a.txt", "corrupt"),
        ("b.txt", None),
    ]


def test_a_member_larger_than_a_file_may_be_says_so(write: Write) -> None:
    path = write("a.zip", zipped(("grand.txt", "x" * 200), ("petit.txt", "x")))
    members = [(m.name, m.error) for m in expand_zip(path, limits=Limits(max_bytes=100))]
    assert members == [("grand.txt", "too_large"), ("petit.txt", None)]


def test_what_is_no_archive_is_corrupt(write: Write) -> None:
    assert refused(write("a.zip", b"PK\x03\x04 rien")) == "corrupt"
