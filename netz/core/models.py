"""Base models, and the tables that serve every domain: events, idempotency keys, brakes."""

from typing import ClassVar

from django.db import models

from netz.core.ids import new_id


class BaseModel(models.Model):
    """A row with a UUIDv7 key and a creation time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class TenantModel(BaseModel):
    """A row that belongs to one workspace.

    `netz.core.schema` forces row-level security on every subclass's table and turns its foreign
    keys to other tenant tables into composite ones `(workspace_id, …)`.
    """

    workspace = models.ForeignKey(
        "workspaces.Workspace", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        abstract = True


class Event(TenantModel):
    """Something that happened, stored with the change that caused it."""

    kind = models.CharField(max_length=100)
    payload = models.JSONField(default=dict)
    member_id = models.UUIDField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "kind", "created_at"])]


class IdempotencyKey(TenantModel):
    """A POST that was already carried out, with the response to replay."""

    member_id = models.UUIDField()
    key = models.CharField(max_length=200)
    request_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict, db_default={})
    body = models.BinaryField(default=b"")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "member_id", "key"], name="idempotency_once"
            )
        ]


class BrakeCount(models.Model):
    """Attempts without success at one place; see `netz.core.brake`."""

    place = models.CharField(primary_key=True, max_length=120)
    attempts = models.PositiveIntegerField()
    until = models.DateTimeField()
    forget_at = models.DateTimeField(db_index=True)
