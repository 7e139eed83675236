"""Folding of signatures: small blocks of a model become a larger one, and what is gone leaves.

Blocks are added and removed, never changed, so that searching and embedding go on meanwhile.
"""

from typing import Any
from uuid import UUID

import numpy as np
from psycopg import Cursor
from psycopg.pq import Format

from netz.knowledge.search import sql
from netz.knowledge.signatures import packed_size, record_type, word_count

BLOCKS = 12  # as many as this are left alone: listing them costs little
FULL = 2**17  # passages of a block that is not folded again for its size
GONE = 0.25  # share of removed passages from which all blocks are rewritten


def fold_signatures(
    cursor: Any, workspace_id: UUID, *, leave: int = BLOCKS, full: int = FULL
) -> int:
    """Folds what is worth it, in the caller's transaction; returns how many blocks were rewritten.

    Two at once don't wait: one of them does nothing.
    """
    with Cursor(cursor.connection) as inner:
        inner.format = Format.BINARY
        inner.execute(sql.FOLD_LOCK, [str(workspace_id)])
        if not (inner.fetchone() or (False,))[0]:
            return 0
        inner.execute(sql.SIGNATURE_MODELS, {"workspace": workspace_id})
        return sum(
            _fold_model(inner, workspace_id, *row, leave=leave, full=full)
            for row in inner.fetchall()
        )


def _fold_model(
    cursor: Any,
    workspace_id: UUID,
    model: str,
    live: int,
    packed: int | None,
    *,
    leave: int,
    full: int,
) -> int:
    cursor.execute(sql.SIGNATURE_BLOCKS, [workspace_id, model])
    blocks = dict(cursor.fetchall())
    # Without a vector left nothing tells the size of the records, and nothing is to be kept.
    kind = record_type(word_count(packed - packed_size(0))) if packed else None
    held = {block: size // kind.itemsize if kind else 0 for block, size in blocks.items()}
    if kind is None or sum(held.values()) - live > max(GONE * live, 256):
        chosen = list(blocks)
    else:
        small = [block for block, count in held.items() if count < full // 2]
        chosen = small if len(small) > leave else []
    if not chosen:
        return 0
    cursor.execute(sql.REMOVE_SIGNATURES, [workspace_id, model, chosen])
    data = b"".join(part for (part,) in cursor.fetchall())
    if kind is not None:
        for part in _living(cursor, workspace_id, model, np.frombuffer(data, kind), full):
            cursor.execute(sql.ADD_SIGNATURES, [workspace_id, model, part])
    return len(chosen)


def _living(cursor: Any, workspace_id: UUID, model: str, records: Any, full: int) -> list[bytes]:
    """The records of passages that are still there, by rising number, in blocks."""
    numbers, first = np.unique(records["number"], return_index=True)
    cursor.execute(sql.LIVING_VECTORS, [workspace_id, model, numbers.tolist()])
    living = np.fromiter((number for (number,) in cursor.fetchall()), dtype=np.uint32)
    kept = records[first[np.isin(numbers, living)]]
    return [kept[start : start + full].tobytes() for start in range(0, len(kept), full)]
