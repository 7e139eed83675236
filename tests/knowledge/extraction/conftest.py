from pathlib import Path

import pytest

from netz.knowledge.extraction import Block, Extracted, ExtractionError, Limits, extract
from tests.knowledge.extraction.fixtures import Read, Refusal, Shape, Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def read(write: Write) -> Read:
    """Extracts content given as bytes or text, under the file name it would be uploaded with."""

    def read_content(name: str, content: bytes | str, **limits: int) -> Extracted:
        path = write("upload", content)
        return extract(path, filename=name, limits=Limits(**limits))

    return read_content


@pytest.fixture
def refusal(read: Read) -> Refusal:
    """The code with which content is refused; fails when it isn't."""

    def code_of(name: str, content: bytes | str, **limits: int) -> str:
        with pytest.raises(ExtractionError) as caught:
            read(name, content, **limits)
        return caught.value.code

    return code_of


@pytest.fixture
def shape() -> Shape:
    """Blocks as (kind, level, marker, text), which reads well in an assertion."""

    def of(extracted: Extracted) -> list[tuple[str, int, str, str]]:
        return [_short(block) for block in extracted.blocks]

    return of


def _short(block: Block) -> tuple[str, int, str, str]:
    return block.kind, block.level, block.marker, block.text
