"""What members may do beyond the built-in roles, and how they must sign in."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower

from netz.core.models import TenantModel
from netz.core.permissions import Role
from netz.workspaces.models.people import Company, Member

# An admin can't be narrowed: somebody must be able to give everything back.
CUSTOM_BASES = (Role.AGENT, Role.MANAGER, Role.GUEST)
REGISTRATIONS = ("invitation", "domain", "open")


class CustomRole(TenantModel):
    """A named set of permissions on top of a built-in role, which decides what is seen."""

    name = models.CharField(max_length=100)
    description = models.CharField(max_length=500, default="", blank=True)
    base = models.CharField(max_length=20, choices=[(r.value, r.value) for r in CUSTOM_BASES])
    permissions = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("workspace", Lower("name"), name="custom_role_name_once")
        ]


class CompanyGrant(TenantModel):
    """A limited member may act for this company; `permissions` null means the role's own."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    permissions = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "member", "company"], name="company_grant_once"
            )
        ]


class Preview(TenantModel):
    """A member of staff looks at the workspace as a client's person sees it, for some minutes."""

    viewer = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    guest = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class SecurityPolicy(TenantModel):
    """How people come into the workspace; without a row the defaults below hold.

    `mfa_roles` must have a second factor, from when their role was first asked (`mfa_starts`, an
    ISO time by role) or their own start plus `mfa_grace_days`; a new workspace asks its staff.
    `session_hours` is how long a sign-in lasts; null is the installation's limit. With
    `sso_enforced` only the workspace's identity provider opens it, but for members with
    `break_glass`. `methods` are the ways to sign in that the workspace accepts. An API key lives
    `key_max_days` at most (null: as long as its maker says).
    """

    registration = models.CharField(
        max_length=12, default="invitation", choices=[(r, r) for r in REGISTRATIONS]
    )
    registration_domains = models.JSONField(default=list)
    registration_company = models.ForeignKey(
        Company, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    methods = models.JSONField(default=list)
    mfa_roles = models.JSONField(default=list)
    mfa_grace_days = models.PositiveSmallIntegerField(default=14)
    mfa_starts = models.JSONField(default=dict)
    session_hours = models.PositiveIntegerField(null=True)
    sso_enforced = models.BooleanField(default=False)
    key_max_days = models.PositiveSmallIntegerField(null=True)
    keys_by_admins_only = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace"], name="security_policy_once")
        ]
