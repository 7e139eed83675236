"""The members as a table that spreadsheets open without running anything of it."""

import csv
import io

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.cells import harmless
from netz.workspaces import queries

HEADS = {
    "fr": ("e-mail", "nom", "rôle", "entreprise", "langue", "actif", "dernière visite"),
    "en": ("email", "name", "role", "company", "language", "active", "last seen"),
}
YES_NO = {"fr": ("oui", "non"), "en": ("yes", "no")}


def members_table(actor: Actor) -> bytes:
    """All members that the actor may know, as CSV; the trail tells that they were read."""
    rows = list(
        queries.known_members(actor)
        .select_related("user", "company", "custom_role")
        .order_by("user__email")
    )
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";" if actor.language == "fr" else ",")
    table.writerow(HEADS[actor.language])
    yes, no = YES_NO[actor.language]
    for row in rows:
        cells = (
            row.user.email,
            row.user.name,
            row.custom_role.name if row.custom_role else row.role,
            row.company.name if row.company else "",
            row.user.language,
            yes if row.active else no,
            row.last_seen_at.isoformat(timespec="minutes") if row.last_seen_at else "",
        )
        table.writerow([harmless(cell) for cell in cells])
    record(actor, "members.export", after={"count": len(rows)})
    return out.getvalue().encode("utf-8-sig")
