"""What an application may ask for: facts about the person, and permissions that can be lent."""

from collections.abc import Iterable
from typing import Literal, get_args

from netz.core.permissions import Permission

IdentityScope = Literal["openid", "profile", "email"]
IDENTITY: tuple[str, ...] = get_args(IdentityScope)
# Nothing that changes who may do what, or takes everything out: that stays with people.
LENDABLE = (
    Permission.PROFILE_READ,
    Permission.ANSWERS_ASK,
    Permission.CONVERSATIONS_READ,
    Permission.DOCUMENTS_READ,
    Permission.DOCUMENTS_MANAGE,
    Permission.SEARCH,
    Permission.MEMBERS_READ,
    Permission.COMPANIES_READ,
    Permission.STREAM,
)
SCOPES: tuple[str, ...] = (*IDENTITY, *(one.value for one in LENDABLE))


def lent(scopes: Iterable[str], held: frozenset[Permission]) -> list[str]:
    """Those of the scopes that somebody with these permissions can give."""
    given = {*IDENTITY, *(permission.value for permission in held)}
    return [one for one in scopes if one in given]


def permissions_in(scopes: Iterable[str]) -> frozenset[Permission]:
    """The permissions that a token's scopes name."""
    named = set(scopes)
    return frozenset(one for one in LENDABLE if one.value in named)
