"""The branches of a conversation: which answer goes on from which.

A question that is asked in other words, or answered anew, opens a branch beside the one it stands
in place of; nothing that was said is lost. Answers form a tree. Those with the same parent are
alternatives of one turn.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol
from uuid import UUID


class Branching(Protocol):
    """What tells an answer's place; see `netz.assistant.models.Answer`."""

    id: UUID
    follows_id: UUID | None
    instead_of_id: UUID | None


def parents(answers: Iterable[Branching]) -> dict[UUID, UUID | None]:
    """Each answer's parent, from the answers of one conversation in the order of time.

    Two people who go on from the same answer at once have not chosen to part: the later one's turn
    follows the earlier one's, and neither is hidden behind the other.
    """
    found: dict[UUID, UUID | None] = {}
    latest: dict[UUID | None, UUID] = {}
    last: UUID | None = None
    for answer in answers:
        if answer.instead_of_id in found:
            parent = found[answer.instead_of_id]
        else:
            parent = answer.follows_id if answer.follows_id in found else last
            while parent in latest:
                parent = latest[parent]
        found[answer.id] = parent
        latest[parent] = last = answer.id
    return found


def versions(tree: Mapping[UUID, UUID | None]) -> dict[UUID, int]:
    """Which of its turn's alternatives an answer is, from 1; only where there are several."""
    beside: dict[UUID | None, list[UUID]] = {}
    for answer, parent in tree.items():
        beside.setdefault(parent, []).append(answer)
    several = (answers for answers in beside.values() if len(answers) > 1)
    return {answer: number for answers in several for number, answer in enumerate(answers, 1)}


def path_to(last: UUID | None, tree: Mapping[UUID, UUID | None]) -> list[UUID]:
    """The answers of the branch that ends with `last`, oldest first; empty for None."""
    path = []
    while last is not None:
        path.append(last)
        last = tree[last]
    return path[::-1]
