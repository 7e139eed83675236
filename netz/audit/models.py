"""The trail: who did what, when and from where, in the same transaction as the deed."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel

OUTCOMES = [("done", "done"), ("refused", "refused")]


class Entry(TenantModel):
    """Who did what to which object, with the fields before and after (secrets left out)."""

    member_id = models.UUIDField(null=True)
    credential = models.CharField(max_length=20)
    credential_id = models.CharField(max_length=64, default="", blank=True)
    request_id = models.CharField(max_length=64, default="", blank=True)
    action = models.CharField(max_length=100)
    target_kind = models.CharField(max_length=60)
    target_id = models.UUIDField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    # The name as it was then: members change theirs, and leave.
    actor_name = models.CharField(max_length=200, db_default="", blank=True)
    ip = models.CharField(max_length=45, db_default="", blank=True)
    agent = models.CharField(max_length=300, db_default="", blank=True)
    outcome = models.CharField(max_length=10, choices=OUTCOMES, db_default="done")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "created_at"])]


class Link(TenantModel):
    """An entry's place in its workspace's chain; its id is the entry's.

    Written by the database alone, when the entry's transaction ends (migrations/chain_v1.sql).
    """

    # The entry's own key to the workspace has been checked; the constraint below is index enough.
    workspace = models.ForeignKey(
        "workspaces.Workspace",
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    seq = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "seq"], name="audit_link_place")
        ]


class Chain(TenantModel):
    """The head of a workspace's chain, and where it begins since older entries were pruned."""

    seq = models.BigIntegerField()
    hash = models.BinaryField()
    pruned_seq = models.BigIntegerField(default=0)
    pruned_hash = models.BinaryField(default=b"")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace"], name="audit_chain_once")
        ]


class TrailSettings(TenantModel):
    """How long a workspace keeps its trail, and where its chain's head is sent each day."""

    retention_days = models.PositiveIntegerField()
    mail_to = models.JSONField(default=list)
    webhook_url = models.CharField(max_length=500, default="", blank=True)
    webhook_secret = models.TextField(default="", blank=True)  # sealed
    sent_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace"], name="audit_settings_once")
        ]
