"""Documents, their versions and passages, and who may be answered from them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netz.core.models import TenantModel


class AudienceSet(TenantModel):
    """One distinct audience in use; `number` is what the search index stores.

    `kind` is public, workspace or companies; `company_ids` is sorted and only used by companies.
    """

    number = models.IntegerField()
    kind = models.CharField(max_length=10)
    company_ids = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "number"], name="audience_number_once"),
            models.UniqueConstraint(
                fields=["workspace", "kind", "company_ids"], name="audience_once"
            ),
        ]


class FolderRule(TenantModel):
    """The audience that documents below a path inherit."""

    path = models.CharField(max_length=1000)
    audience = models.ForeignKey(AudienceSet, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "path"], name="folder_rule_once")
        ]


class Document(TenantModel):
    """An uploaded file, known by its path; answered from through its current version."""

    STATUSES: ClassVar = ["queued", "extracting", "indexing", "ready", "failed"]

    path = models.CharField(max_length=1000)
    title = models.CharField(max_length=500)
    title_given = models.BooleanField(default=False)
    status = models.CharField(max_length=12, default="queued")
    progress = models.FloatField(default=0)
    error_code = models.CharField(max_length=40, default="", blank=True)
    # The audience in force, and whether the document has its own or inherits its folder's.
    audience = models.ForeignKey(AudienceSet, on_delete=models.PROTECT, related_name="+")
    audience_given = models.BooleanField(default=False)
    current = models.ForeignKey("Version", null=True, on_delete=models.SET_NULL, related_name="+")
    latest = models.ForeignKey("Version", null=True, on_delete=models.SET_NULL, related_name="+")
    parent = models.ForeignKey(
        "Document", null=True, on_delete=models.CASCADE, related_name="children"
    )
    uploaded_by_id = models.UUIDField(null=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "path"],
                condition=Q(deleted_at__isnull=True),
                name="document_path_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["workspace", "-updated_at"])]


class Version(TenantModel):
    """One state of a document's content, with the file as it was uploaded."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    filename = models.CharField(max_length=300)
    media_type = models.CharField(max_length=120)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    storage_key = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="", blank=True)
    pages = models.IntegerField(null=True)
    passage_count = models.IntegerField(default=0)
    view_html = models.TextField(default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "document", "number"], name="version_once")
        ]


class Passage(TenantModel):
    """A retrievable piece of a version: whole blocks under one heading path."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="passages")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    ordinal = models.IntegerField()
    text = models.TextField()
    headings = models.JSONField(default=list)
    page = models.IntegerField(null=True)
    first_block = models.IntegerField()
    last_block = models.IntegerField()
    blocks = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "version", "ordinal"], name="passage_once")
        ]


class KnowledgeState(TenantModel):
    """A counter that grows with each change of what can be answered: part of each cache key."""

    number = models.BigIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace"], name="state_once")]


class SynonymGroup(TenantModel):
    """Words that the workspace wants treated alike in search."""

    words = models.JSONField(default=list)


class VectorIndex(TenantModel):
    """The vectors of a workspace's passages by one model; without `choice`, the installation's.

    At most one is ready, and at most one other is being built, was stopped or has failed.
    """

    STATES: ClassVar = ["building", "ready", "stopped", "failed"]

    model = models.CharField(max_length=500)
    kind = models.CharField(max_length=10)
    choice = models.ForeignKey(
        "ai.EmbeddingChoice", null=True, on_delete=models.RESTRICT, related_name="+"
    )
    dimensions = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, default="building")
    rate = models.FloatField(default=0)  # passages a second, lately
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    error_code = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace"], condition=Q(state="ready"), name="vector_index_ready_once"
            ),
            models.UniqueConstraint(
                fields=["workspace"], condition=~Q(state="ready"), name="vector_index_other_once"
            ),
            models.UniqueConstraint(fields=["workspace", "model"], name="vector_index_model_once"),
        ]
