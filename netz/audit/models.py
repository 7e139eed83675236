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
