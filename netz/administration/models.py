"""Exports of a workspace, and what the operator keeps of a workspace that was deleted."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netz.core.models import BaseModel, TenantModel

ACTIVE = ("queued", "running")


class WorkspaceExport(TenantModel):
    """One file with all data of the workspace, as somebody asked for it.

    `run` names the attempt that writes at present: one that was overtaken or cancelled finds
    itself out and stops. The file is offered while the state is `ready`, until `expires_at`.
    """

    STATES: ClassVar = ["queued", "running", "ready", "failed", "cancelled", "expired"]

    member_id = models.UUIDField()
    asked_by = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    passages = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default="queued")
    run = models.CharField(max_length=32, default="", blank=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, default="", blank=True)
    error_code = models.CharField(max_length=40, default="", blank=True)
    ended_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "-created_at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace"], condition=Q(state__in=ACTIVE), name="workspace_export_once"
            )
        ]


class DeletionRecord(BaseModel):
    """What is left of a deleted workspace, outside every tenant: for the operator alone.

    Written by the database's own functions (functions.sql); the program may read it only.
    `former_id` was the workspace. `waiting_users` are accounts that are still to be deleted; the
    list is emptied at the end.
    `statement` says the whole of it, signed by the installation.
    """

    former_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=80)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    rows = models.JSONField(default=dict)
    head_seq = models.BigIntegerField()
    head_hash = models.CharField(max_length=64)
    waiting_users = models.JSONField(default=list)
    finished_at = models.DateTimeField(null=True)
    statement = models.JSONField(null=True)
