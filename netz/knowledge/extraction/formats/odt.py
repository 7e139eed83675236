"""OpenDocument text files to blocks."""

from pathlib import Path

from netz.knowledge.extraction.builder import BlockBuilder
from netz.knowledge.extraction.formats import odf
from netz.knowledge.extraction.formats.ooxml import child, local, open_package
from netz.knowledge.extraction.source import Source
from netz.knowledge.extraction.types import ExtractionError


def read(path: Path, builder: BlockBuilder, source: Source) -> None:
    """Adds the blocks of the document's body."""
    with open_package(path, source.limits) as package:
        manifest = package.xml("META-INF/manifest.xml")
        if manifest is not None and any(local(e) == "encryption-data" for e in manifest.iter()):
            raise ExtractionError("encrypted", "password-protected OpenDocument file")
        roots = odf.parts(package)
        body = child(roots[0], "body", "text")
        if body is None:
            raise ExtractionError("corrupt", "no text body")
        reader = odf.TextReader(builder, odf.list_styles(roots), odf.paragraph_names(roots))
        reader.container(body)
        source.title = package.title()
