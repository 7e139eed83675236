"""Turns uploaded files into clean blocks, and blocks into passages; knows no framework."""

from netz.knowledge.extraction.archives import ZipMember, expand_zip
from netz.knowledge.extraction.detect import SUPPORTED
from netz.knowledge.extraction.extractor import extract
from netz.knowledge.extraction.pool import ExtractorPool, extract_in_child
from netz.knowledge.extraction.rendering import to_html
from netz.knowledge.extraction.splitting import split
from netz.knowledge.extraction.types import (
    DEFAULT_LIMITS,
    Block,
    Extracted,
    ExtractionError,
    Limits,
    PassageDraft,
)

__all__ = [
    "DEFAULT_LIMITS",
    "SUPPORTED",
    "Block",
    "Extracted",
    "ExtractionError",
    "ExtractorPool",
    "Limits",
    "PassageDraft",
    "ZipMember",
    "expand_zip",
    "extract",
    "extract_in_child",
    "split",
    "to_html",
]
