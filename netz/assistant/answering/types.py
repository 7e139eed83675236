"""The shapes that travel between the question reader, the grounder and the writer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from uuid import UUID

if TYPE_CHECKING:
    from netz.knowledge.types import Hit

Language = Literal["fr", "en"]
Intent = Literal["procedure", "fact", "definition", "yes_no", "listing", "cause", "help"]
Length = Literal["short", "normal", "detailed"]
Tone = Literal["neutral", "friendly", "formal"]
Expertise = Literal["beginner", "intermediate", "expert"]
PieceKind = Literal["sentence", "step", "row", "item"]
Hits = Sequence["Hit"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation; only `user` turns can carry a topic."""

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a reader likes answers; none of it changes what an answer may rest on.

    `length` holds for every writer, `tone` and `expertise` for a model alone.
    """

    length: Length = "normal"
    tone: Tone = "neutral"
    expertise: Expertise = "intermediate"

    @property
    def key(self) -> tuple[str, ...]:
        """What tells its answers from others'; empty for the ordinary style."""
        return () if self == Style() else (self.length, self.tone, self.expertise)


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question.

    `keys` are the index terms of the word itself, `others` those of its synonyms, `phrases`
    pairs of neighbours that stand for it. `weight` is its say in coverage; `entity` says that it
    names something that an answer may not swap for another thing, `known` that the knowledge
    holds it, `condition` that it only tells the circumstances ("quand la box bloque le port 25").
    """

    surface: str
    keys: frozenset[str]
    weight: float
    others: frozenset[str] = frozenset()
    phrases: tuple[frozenset[str], ...] = ()
    entity: bool = False
    known: bool = True
    condition: bool = False

    def itself(self, words: frozenset[str]) -> bool:
        """True when `words` hold the very word."""
        return not self.keys.isdisjoint(words)

    def within(self, words: frozenset[str]) -> bool:
        """True when `words` hold the word or what stands for it."""
        if not self.keys.isdisjoint(words) or not self.others.isdisjoint(words):
            return True
        return any(phrase <= words for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read: its language, what it asks for, and its content words."""

    text: str
    language: Language
    intent: Intent
    terms: tuple[Term, ...]
    wants: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        """Sum of the weights of all content words."""
        return sum(term.weight for term in self.terms)


@dataclass(frozen=True, slots=True)
class Meant:
    """A passage by its position in the hits, and which of its pieces is nearest to the question."""

    position: int
    piece: int


@dataclass(frozen=True, slots=True)
class Grounding:
    """Whether the passages answer, how sure that is (0..1), and what was found or missing.

    `best` is the position in the hits of the passage that answers best, `order` the positions of
    all usable passages from best to worst; both are empty-handed (None, ()) without any hit.
    `meant` are the places that answer in other words, when none does in these.
    """

    answerable: bool
    confidence: float
    looked_for: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    best: int | None = None
    order: tuple[int, ...] = ()
    meant: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence, step, table row or list item of the answer, word for word the document's.

    `marker` is the list marker to show ("1.", "-"); `code` says that the text is program code or
    a command, to be shown as such.
    """

    text: str
    kind: PieceKind
    citations: tuple[int, ...]
    marker: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that the answer rests on; `index` starts at 1, `quote` occurs in the passage.

    Where it is `attached`, `document_id` is an attachment's of the conversation.
    """

    index: int
    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None
    quote: str
    headings: tuple[str, ...]
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Nearest:
    """A document, or an attachment, shown beside an answer or under a refusal."""

    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None
    attached: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer or a refusal, ready to be shown."""

    status: Literal["answered", "refused"]
    language: Language
    text: str
    sentences: tuple[Piece, ...] = ()
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    suggestions: tuple[str, ...] = ()
    looked_for: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence that a model wrote, with the passages it names and whether they carry it."""

    text: str
    citations: tuple[int, ...]
    supported: bool
    reason: Literal["", "uncited", "unknown_source", "numbers", "words"] = ""
    support: float = field(default=0.0, compare=False)
