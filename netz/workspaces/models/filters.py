"""What a member looks for again and again."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel
from netz.workspaces.models.people import Member


class SavedFilter(TenantModel):
    """A named way to search, filter and sort one of the product's lists; its member's alone.

    `settings` holds the list's own `search`, `sort` and `filters`, as its screen has them.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    list = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    settings = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "member", "list", "name"], name="saved_filter_once"
            )
        ]
