"""A workspace's identity providers, its verified e-mail domains, and what signing in leaves."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from netz.core.crypto import seal, unseal
from netz.core.models import TenantModel
from netz.core.permissions import Role
from netz.sso.scim.models import ScimFailure, ScimGroup, ScimMembership, ScimUser

__all__ = [
    "Connection",
    "Domain",
    "ScimFailure",
    "ScimGroup",
    "ScimMembership",
    "ScimUser",
    "SignIn",
    "TestSignIn",
    "UsedAssertion",
]

KINDS = ("oidc", "saml")
ROLE_CHOICES = [(role.value, role.value) for role in Role]
SECRET, SP_KEY, ID_TOKEN = "sso.client_secret", "sso.sp_key", "sso.id_token"  # what is sealed


class SealedModel(TenantModel):
    """A row with secrets, each stored sealed and bound to its row."""

    class Meta:
        abstract = True

    def sealed(self, secret: str, *, purpose: str) -> str:
        """The secret as it may be stored in this row."""
        return seal(secret, purpose=purpose, bound_to=self._owner) if secret else ""

    def opened(self, token: str, *, purpose: str) -> str:
        """A stored secret in clear, for use. Raises `SealBrokenError`."""
        return unseal(token, purpose=purpose, bound_to=self._owner) if token else ""

    @property
    def _owner(self) -> str:
        return f"{self.workspace_id}:{self.id}"


class Connection(SealedModel):
    """One identity provider of a workspace, by OpenID Connect or SAML 2.0.

    Its id is what allauth calls the provider: an account is linked to (connection, subject).
    `attributes` says where e-mail, name and groups are found in what the provider tells.
    `mapping` is a list of rules `{group, role, custom_role_id, company_id}`; the first that fits
    gives a member the role at each sign-in, and `default_role` is for whom none fits.
    `tested_at` is when a test sign-in last succeeded since the settings changed.
    """

    kind = models.CharField(max_length=4, choices=[(k, k) for k in KINDS])
    name = models.CharField(max_length=100)
    enabled = models.BooleanField(default=False)
    tested_at = models.DateTimeField(null=True)

    issuer = models.CharField(max_length=500, default="", blank=True)
    client_id = models.CharField(max_length=300, default="", blank=True)
    secret_sealed = models.TextField(default="", blank=True)

    entity_id = models.CharField(max_length=500, default="", blank=True)
    sso_url = models.CharField(max_length=1000, default="", blank=True)
    slo_url = models.CharField(max_length=1000, default="", blank=True)
    certificates = models.JSONField(default=list)
    # Our own key pair for this provider: requests are signed, assertions may be encrypted to it.
    sp_certificate = models.TextField(default="", blank=True)
    sp_key_sealed = models.TextField(default="", blank=True)
    allow_idp_initiated = models.BooleanField(default=False)

    attributes = models.JSONField(default=dict)
    single_logout = models.BooleanField(default=True)
    jit = models.BooleanField(default=True)
    default_role = models.CharField(max_length=20, choices=ROLE_CHOICES, default=Role.GUEST)
    default_custom_role = models.ForeignKey(
        "workspaces.CustomRole", null=True, on_delete=models.PROTECT, related_name="+"
    )
    default_company = models.ForeignKey(
        "workspaces.Company", null=True, on_delete=models.PROTECT, related_name="+"
    )
    mapping = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["created_at", "id"]

    @property
    def has_secret(self) -> bool:
        """Whether a client secret is stored."""
        return bool(self.secret_sealed)


class Domain(TenantModel):
    """An e-mail domain that the workspace says is its own, and since when the DNS agrees.

    Only addresses in verified domains are taken from an identity provider; with a `connection`,
    from that one alone. One workspace in the installation can hold a verified domain.
    """

    name = models.CharField(max_length=253)
    token = models.CharField(max_length=64)
    connection = models.ForeignKey(
        Connection, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    verified_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    # Since when the record is missing; a while later the domain counts as verified no more.
    missing_since = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "name"], name="sso_domain_once"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(verified_at__isnull=False), name="sso_domain_held_once"
            ),
        ]


class UsedAssertion(TenantModel):
    """An assertion that was shown once; remembered until it expires, so that it can't be again."""

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    assertion_id = models.CharField(max_length=300)
    expires_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "connection", "assertion_id"], name="sso_assertion_once"
            )
        ]


class SignIn(SealedModel):
    """A session that a connection opened, and what single logout needs to find and end it.

    `logout` is SAML's name of the person (`name_id` with its format and qualifiers), or the
    address at which an OpenID provider signs its people out (`end_session`).
    """

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    user_id = models.UUIDField()
    session_key = models.CharField(max_length=40)
    subject = models.CharField(max_length=191)
    logout = models.JSONField(default=dict)
    session_index = models.CharField(max_length=300, default="", blank=True)
    id_token_sealed = models.TextField(default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "session_key"], name="sso_session_once")
        ]


class TestSignIn(TenantModel):
    """A sign-in that an admin tries out: it ends in `result`, never in a session."""

    __test__ = False  # pytest collects classes by this name

    connection = models.ForeignKey(Connection, on_delete=models.CASCADE, related_name="+")
    member_id = models.UUIDField()
    finished_at = models.DateTimeField(null=True)
    result: Any = models.JSONField(null=True)
