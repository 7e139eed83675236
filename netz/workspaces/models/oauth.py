"""Applications that act for members, by OAuth 2.1; allauth keeps their secrets and tokens."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from netz.core.models import TenantModel
from netz.workspaces.models.people import Member

# However often it is refreshed, an application asks the person again after this time.
CONSENT_LASTS = timedelta(days=90)


def consent_end() -> datetime:
    """Until when something that is allowed now holds."""
    return timezone.now() + CONSENT_LASTS


class OAuthClient(TenantModel):
    """An application that the workspace knows; it belongs to this one, and so do its tokens.

    With `acts_as` it is a machine's: it acts for itself, never as more than that member, who
    answers for it; without, for the people who allow it.
    """

    client = models.OneToOneField(
        "allauth_idp_oidc.Client", on_delete=models.CASCADE, related_name="+"
    )
    enabled = models.BooleanField(default=True)
    acts_as = models.ForeignKey(Member, null=True, on_delete=models.CASCADE, related_name="+")
    last_used_at = models.DateTimeField(null=True)


class OAuthGrant(TenantModel):
    """What a member allowed an application; without it none of its tokens is worth anything."""

    oauth_client = models.ForeignKey(OAuthClient, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    scopes = models.JSONField(default=list)
    # Whether it was given in a session that the workspace's identity provider signed in.
    by_sso = models.BooleanField(default=False)
    ends_at = models.DateTimeField(default=consent_end)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "oauth_client", "member"], name="oauth_grant_once"
            )
        ]


class OAuthSpent(TenantModel):
    """A code or refresh token that was used: who brings it again is not its owner alone."""

    grant = models.ForeignKey(OAuthGrant, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
