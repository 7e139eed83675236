"""Pages of a list by keyset: the next page starts after the last row seen, wherever that is now."""

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Expression, F, Model, Q, QuerySet

from netz.core.api.schema import read_cursor, write_cursor

M = TypeVar("M", bound=Model)


def page_by(
    rows: QuerySet[M],
    key: Expression | F,
    kind: type,
    *,
    descending: bool,
    cursor: str | None,
    limit: int,
) -> tuple[list[M], str | None]:
    """One page of rows sorted by `key` (of the kind `read_cursor` reads), and the next's cursor.

    Rows with equal keys are told apart by their ids. Raises `InvalidInput` for a strange cursor.
    """
    sorted_rows: QuerySet[Any] = rows.annotate(key=key)
    sorted_rows = sorted_rows.order_by("-key" if descending else "key", "id")
    if cursor:
        value, last_id = read_cursor(cursor, kind, UUID)
        beyond = Q(key__lt=value) if descending else Q(key__gt=value)
        sorted_rows = sorted_rows.filter(beyond | Q(key=value, id__gt=last_id))
    found: list[Any] = list(sorted_rows[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    return found[:limit], write_cursor(last.key, last.pk) if last else None
