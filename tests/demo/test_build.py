"""The shipped demo files are what their sources say."""

import olefile
import pytest

from netz.demo.build import render
from netz.demo.manifest import DemoDocument, read_demo
from netz.demo.render.compound import Storage, compound_file

DOCUMENTS = read_demo().documents


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path)
def test_the_shipped_file_is_the_rendered_source(document: DemoDocument):
    assert document.file.read_bytes() == render(document)


def test_a_compound_file_gives_back_streams_of_every_size():
    root = Storage()
    sizes = (0, 1, 64, 65, 4095, 4096, 4097, 100_000)
    for size in sizes:
        root.streams[f"stream {size}"] = bytes(index % 251 for index in range(size))
        root.storage("inner").streams[f"{size}"] = b"x" * size
    with olefile.OleFileIO(compound_file(root)) as ole:
        assert ole.parsing_issues == []
        for size in sizes:
            assert ole.openstream(f"stream {size}").read() == root.streams[f"stream {size}"]
            assert ole.openstream(f"inner/{size}").read() == b"x" * size
