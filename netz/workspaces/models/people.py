"""The tenant and who belongs to it."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower

from netz.core.models import BaseModel, TenantModel
from netz.core.permissions import Role

ROLE_CHOICES = [(role.value, role.value) for role in Role]
SOURCES = ("invited", "joined", "sso", "scim")


class Workspace(BaseModel):
    """One IT-service company: owns everything that carries its id."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    # Set while a deletion waits for its day; until then the workspace works and can be kept.
    closes_at = models.DateTimeField(null=True)
    # By role, what its members get where they have chosen nothing else (accounts.preferences).
    preference_defaults = models.JSONField(default=dict)


class Company(TenantModel):
    """A client company of the workspace; its e-mail domains are lower-case."""

    name = models.CharField(max_length=200)
    domains = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("workspace", Lower("name"), name="company_name_once")
        ]


class Member(TenantModel):
    """A user in a workspace, with a role; guests and managers belong to one company.

    `role` is the built-in role, of which a custom role is a narrower or wider form. A member with
    `break_glass` may sign in without the workspace's identity provider where that is enforced.
    `external_id` is the name that a directory (SCIM) knows the member by.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    custom_role = models.ForeignKey(
        "workspaces.CustomRole", null=True, on_delete=models.PROTECT, related_name="+"
    )
    company = models.ForeignKey(Company, null=True, on_delete=models.PROTECT, related_name="+")
    active = models.BooleanField(default=True)
    break_glass = models.BooleanField(default=False)
    # Sees only the companies that are granted (`CompanyGrant`), not the whole workspace's.
    limited_to_companies = models.BooleanField(default=False)
    source = models.CharField(max_length=10, default="invited", choices=[(s, s) for s in SOURCES])
    external_id = models.CharField(max_length=200, default="", blank=True)
    last_seen_at = models.DateTimeField(null=True)
    # A sign-in whose last proof is older than this opens the workspace no more.
    sessions_from = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "user"], name="member_once"),
            models.UniqueConstraint(
                fields=["workspace", "external_id"],
                condition=~models.Q(external_id=""),
                name="member_external_once",
            ),
        ]


class Invitation(TenantModel):
    """An offer to become a member; the token is known by its hash alone."""

    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    custom_role = models.ForeignKey(
        "workspaces.CustomRole", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    company = models.ForeignKey(Company, null=True, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, default="fr")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    invited_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")


class ApiKey(TenantModel):
    """A machine's credential: acts as its member, narrowed to its scopes."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    prefix = models.CharField(max_length=16)
    key_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    last_used_from = models.CharField(max_length=45, default="", blank=True)
    # The secret before the last one, which goes on working until then.
    old_hash = models.CharField(max_length=64, null=True, unique=True)
    old_until = models.DateTimeField(null=True)
