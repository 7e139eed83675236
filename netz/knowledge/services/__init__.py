"""Writes of the knowledge domain, one file a use case."""

from netz.knowledge.extraction import SUPPORTED
from netz.knowledge.services.audience import set_document_audience, set_folder_audience
from netz.knowledge.services.changes import (
    delete_document,
    purge_deleted,
    rename_document,
    restore_document,
    retry_document,
)
from netz.knowledge.services.ingestion import ingest_version
from netz.knowledge.services.reading import (
    ReadFile,
    ReadPassage,
    UnreadableFileError,
    read_file,
)
from netz.knowledge.services.synonyms import set_synonyms
from netz.knowledge.services.uploads import Upload, upload_document

__all__ = [
    "SUPPORTED",
    "ReadFile",
    "ReadPassage",
    "UnreadableFileError",
    "Upload",
    "delete_document",
    "ingest_version",
    "purge_deleted",
    "read_file",
    "rename_document",
    "restore_document",
    "retry_document",
    "set_document_audience",
    "set_folder_audience",
    "set_synonyms",
    "upload_document",
]
