"""What a directory says of members, and its groups."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel
from netz.core.permissions import Role

ROLE_CHOICES = [(role.value, role.value) for role in Role]


class ScimUser(TenantModel):
    """What the directory says of a member, beyond what the member's and user's own rows hold.

    `document` is kept for the directory alone: its addresses neither sign in nor get mail. With
    `deleted_at` the directory doesn't see the member any more; the row makes a return possible.
    """

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    document = models.JSONField(default=dict)
    deleted_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "member"], name="scim_user_once")
        ]


class ScimGroup(TenantModel):
    """A group of the directory. With a `role`, which an admin of ours sets, it places its members.

    The directory itself names no role: it would decide who becomes an admin here.
    """

    display_name = models.CharField(max_length=200)
    external_id = models.CharField(max_length=200, default="", blank=True)
    role = models.CharField(max_length=20, choices=ROLE_CHOICES, default="", blank=True)
    custom_role = models.ForeignKey(
        "workspaces.CustomRole", null=True, on_delete=models.PROTECT, related_name="+"
    )
    company = models.ForeignKey(
        "workspaces.Company", null=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)


class ScimMembership(TenantModel):
    """A member's place in a group of the directory."""

    group = models.ForeignKey(ScimGroup, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "group", "member"], name="scim_membership_once"
            )
        ]


class ScimFailure(TenantModel):
    """A call of the directory that was refused; the last ones are kept. `detail` is our error's
    code, or the protocol's own words."""

    method = models.CharField(max_length=10)
    path = models.CharField(max_length=300)
    status = models.PositiveSmallIntegerField()
    detail = models.CharField(max_length=500, default="", blank=True)
