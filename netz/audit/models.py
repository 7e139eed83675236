"""The trail: one row for every write, in the same transaction as the write."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel


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

    class Meta:
        indexes: ClassVar = [models.Index(fields=["workspace", "created_at"])]
