"""What a sign-in page offers, by the workspace's slug and the address's domain alone.

Whether somebody has an account changes nothing in it.
"""

from typing import Any
from uuid import UUID

from allauth.socialaccount.adapter import get_adapter
from django.db import connection, transaction

from netz.core.db import tenant
from netz.sso import addresses
from netz.workspaces.queries.sign_in import METHODS, PROVIDERS, sign_in_page

NAMES = {"google": "Google", "microsoft": "Microsoft"}


def options(email: str, slug: str) -> dict[str, Any]:
    """The ways in for an address, a workspace, both or neither."""
    domain = email.strip().lower().rpartition("@")[2] if "@" in email else ""
    workspace_id, sso = _offer(slug.strip().lower(), domain)
    page: dict[str, Any] = {"methods": list(METHODS), "providers": list(PROVIDERS)}
    page |= {"registration": "invitation", "branding": None}
    if workspace_id is not None:
        with tenant(workspace_id):
            page |= sign_in_page(workspace_id)
    offered = [one for one in _providers() if one["id"] in page["providers"]]
    return {**page, "providers": offered, "sso": sso}


def _offer(slug: str, domain: str) -> tuple[UUID | None, dict[str, Any] | None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT netz_sign_in_workspace(%s)", [slug])
        named = cursor.fetchone()
        cursor.execute(
            "SELECT connection_id, name, kind, enforced FROM netz_sso_offer(%s, %s)", [slug, domain]
        )
        row = cursor.fetchone()
    sso = row and {
        "id": str(row[0]),
        "name": row[1],
        "kind": row[2],
        "enforced": row[3],
        "url": addresses.start(str(row[0])),
    }
    return (named[0] if named else None), sso or None


def _providers() -> list[dict[str, str]]:
    """Google and Microsoft, where the installation has them."""
    return [
        {
            "id": app.provider,
            "name": NAMES[app.provider],
            "kind": app.provider,
            "url": addresses.start(app.provider),
        }
        for app in get_adapter().list_apps(None)
        if app.provider in NAMES
    ]
