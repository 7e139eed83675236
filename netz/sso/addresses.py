"""Where identity providers reach us: below the address that people type, never the Host header."""

import re
from uuid import UUID

from django.conf import settings
from django.urls import reverse

# The only addresses that another site's page may post to: the assertion in the form is signed.
POSTS_FROM_ELSEWHERE = re.compile(r"/_allauth/saml/[0-9a-f-]{36}/acs/")

FINISHED = "/sign-in/finished"
SETTINGS = "/settings/sso"


def absolute(path: str) -> str:
    """A path of ours as others must write it."""
    return f"{settings.PUBLIC_URL}{path}"


def oidc_callback(connection_id: UUID) -> str:
    """Where an OpenID provider sends people back to."""
    return absolute(reverse("openid_connect_callback", args=[str(connection_id)]))


def saml_acs(connection_id: UUID) -> str:
    """Where a SAML provider posts its assertion."""
    return absolute(reverse("saml_acs", args=[str(connection_id)]))


def saml_sls(connection_id: UUID) -> str:
    """Where a SAML provider asks for, or confirms, a sign-out."""
    return absolute(reverse("saml_sls", args=[str(connection_id)]))


def saml_metadata(connection_id: UUID) -> str:
    """Our metadata for this provider; also the name (entity id) that it knows us by."""
    return absolute(reverse("saml_metadata", args=[str(connection_id)]))


def start(provider: str) -> str:
    """Where a sign-in with a provider begins: to be navigated to."""
    return reverse("sign_in_start", args=[provider])


def own_path(text: str | None) -> str:
    """The text if it is a path of ours, else nothing: no sign-in sends anybody elsewhere."""
    if text and text.startswith("/") and not text.startswith(("//", "/\\")) and "\n" not in text:
        return text[:500]
    return ""
