"""Changes of many members at once, kept for as long as they can be undone."""

from django.db import models

from netz.core.models import TenantModel
from netz.workspaces.models.people import Member


class MemberChangeSet(TenantModel):
    """What one change did to whom: `rows` holds each member's standing before and after."""

    made_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.CharField(max_length=20)
    rows = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
