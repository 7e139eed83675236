"""How long a trail is kept, and taking out what is older.

At least a year: French law has those who run online services keep who connected and what they did
for one year (LCEN, article 6; decree 2021-1362), and the CNIL recommends six months to one year
for logs, more only for a reason (deliberation 2021-122). What serves as proof may be kept longer:
the workspace decides. The database holds the floor as well (functions.sql).
"""

from uuid import UUID

import structlog
from django.db import connection

from netz.audit import chain
from netz.core.db import tenant

log = structlog.get_logger(__name__)

LEGAL_MINIMUM_DAYS = 365
LONGEST_DAYS = 3650


def prune(workspace_id: UUID) -> int:
    """Takes out what is older than the workspace keeps; returns how many entries.

    A broken chain is left as it is: pruning would take the traces of it away.
    """
    with tenant(workspace_id):
        report = chain.verify(workspace_id)
    if report.bad is not None:
        log.error(
            "trail broken, not pruned",
            workspace=str(workspace_id),
            fault=report.bad.fault,
            seq=report.bad.seq,
        )
        return 0
    with tenant(workspace_id), connection.cursor() as cursor:
        cursor.execute("SELECT netz_prune_trail(%s)", [workspace_id])
        (pruned,) = cursor.fetchone()
    return int(pruned)
