"""What an identity provider says of a person, read the way the connection is set up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from allauth.account.internal.emailkit import valid_email_or_none

from netz.sso.models import Connection

MOST_GROUPS = 500
# Where each is looked for when the connection names nothing, the usual places first.
OIDC_NAMES = {"email": ["email"], "name": ["name"], "groups": ["groups", "roles"]}
SAML_NAMES = {
    "email": [
        "email",
        "mail",
        "urn:oid:0.9.2342.19200300.100.1.3",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
    ],
    "name": [
        "displayName",
        "name",
        "urn:oid:2.16.840.1.113730.3.1.241",
        "http://schemas.microsoft.com/identity/claims/displayname",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
    ],
    "groups": [
        "groups",
        "memberOf",
        "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
        "http://schemas.xmlsoap.org/claims/Group",
    ],
}


@dataclass(frozen=True, slots=True)
class Claims:
    """Who signs in, as told. `groups` is None where the provider says nothing of groups."""

    subject: str
    email: str = ""
    email_verified: bool | None = None
    name: str = ""
    groups: tuple[str, ...] | None = None

    @property
    def domain(self) -> str:
        """The domain of the e-mail address."""
        return self.email.rpartition("@")[2]

    def shown(self) -> dict[str, Any]:
        """As the result of a test shows it."""
        return {
            "subject": self.subject,
            "email": self.email,
            "email_verified": self.email_verified,
            "name": self.name,
            "groups": None if self.groups is None else list(self.groups),
        }


def from_oidc(connection: Connection, data: Mapping[str, Any]) -> Claims:
    """Claims of an ID token and the user info together."""
    named = {key: data.get(name) for key, name in _found(connection, OIDC_NAMES, data).items()}
    verified = data.get("email_verified")
    return Claims(
        subject=_text(data.get("sub")),
        email=_address(_text(named.get("email"))),
        # Some providers write the claim as text; what is neither yes nor no counts as no.
        email_verified=None if verified is None else verified in (True, "true"),
        name=_text(named.get("name"))[:200],
        groups=_texts(named.get("groups")) if "groups" in named else None,
    )


def from_saml(
    connection: Connection, attributes: Mapping[str, Any], name_id: str, name_id_is_email: bool
) -> Claims:
    """Claims of an assertion's attributes and its subject."""
    named = {
        key: attributes[name] for key, name in _found(connection, SAML_NAMES, attributes).items()
    }
    email = _first(named.get("email")) or (name_id if name_id_is_email else "")
    return Claims(
        subject=_first(attributes.get(connection.attributes.get("subject", ""))) or name_id,
        email=_address(email),
        name=_first(named.get("name"))[:200],
        groups=_texts(named.get("groups")) if "groups" in named else None,
    )


def _found(
    connection: Connection, usual: Mapping[str, list[str]], given: Mapping[str, Any]
) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for key, names in usual.items():
        wanted = connection.attributes.get(key)
        for name in [wanted] if wanted else names:
            if name in given:
                chosen[key] = name
                break
    return chosen


def _address(text: str) -> str:
    return str(valid_email_or_none(text.strip().lower()) or "")


def _text(value: Any) -> str:
    return str(value).strip() if isinstance(value, str | int) and value is not True else ""


def _first(values: Any) -> str:
    return _text(values[0]) if isinstance(values, list) and values else ""


def _texts(values: Any) -> tuple[str, ...]:
    listed = values if isinstance(values, list) else [values]
    found = [_text(value) for value in listed[:MOST_GROUPS]]
    return tuple(dict.fromkeys(value for value in found if value))
