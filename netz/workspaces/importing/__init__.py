"""Many members at once: a table is read, what it would do is shown, and exactly that is done."""

from netz.workspaces.importing.planning import Plan, Row, apply_table, preview_table
from netz.workspaces.importing.writing import members_table

__all__ = ["Plan", "Row", "apply_table", "members_table", "preview_table"]
