"""Questions: free wording turned into concepts, each with the index terms that may stand for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from netz.knowledge.text.characters import fold
from netz.knowledge.text.language import detect
from netz.knowledge.text.stems import stems
from netz.knowledge.text.stopwords import INDEX_STOP, PRODUCTS, QUESTION_STOP
from netz.knowledge.text.synonyms import Synonyms
from netz.knowledge.text.tokens import Word, is_plain, is_stop, whole_term, words

MAX_WORDS = 48  # words of a question that count; a pasted log is cut there
MAX_CHARACTERS = 20_000  # how far into a pasted text words are looked for

OTHER_FORM = 0.9  # weight of a stem read without accents or in the other language
JOINED = 0.9  # two words written as one: "one drive" for OneDrive
PARTS = 0.85  # a compound or code written as separate words


@dataclass(frozen=True, slots=True)
class Alternative:
    """Index terms that must all be in a passage to stand for a concept; weight is at most 1.

    `word` is the word of the vocabulary that a mistyped one is taken for.
    """

    terms: tuple[str, ...]
    weight: float
    word: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of the question and what may stand for it; [start, end) is its place in it.

    The first alternative is the word itself. `plain` says that it is made of letters alone;
    `certainty` is below 1 when the alternatives are guesses at a mistyped word; `name`
    says that it names something (a product, a person, a code) rather than describes it.
    """

    surface: str
    start: int
    end: int
    alternatives: tuple[Alternative, ...]
    plain: bool = True
    certainty: float = 1.0
    name: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question read for search: its language ("fr", "en") and its concepts in order."""

    text: str
    language: str
    concepts: tuple[Concept, ...]

    def terms(self) -> list[str]:
        """Every index term that the question may match, each once."""
        found = (
            term
            for concept in self.concepts
            for alternative in concept.alternatives
            for term in alternative.terms
        )
        return list(dict.fromkeys(found))

    def respelled(self) -> str:
        """The question's text with what its mistyped words are taken for."""
        parts, at = [], 0
        for concept in sorted(self.concepts, key=lambda each: each.start):
            if word := concept.alternatives[0].word:
                parts += [self.text[at : concept.start], word]
                at = concept.end
        return "".join([*parts, self.text[at:]])


def read_question(text: str, synonyms: Synonyms, language: str | None = None) -> Question:
    """Reads a question of any length and content; an unreadable one has no concepts."""
    sample = text[:MAX_CHARACTERS]
    spoken = language or detect(sample)
    kept = _kept(sample)
    drafts = [dict(_own(word, spoken)) for word in kept]
    _join_neighbours(kept, drafts, spoken)
    forms = [_forms(word, spoken) for word in kept]
    for first, last, terms, weight in synonyms.expansions(forms, spoken):
        for index in range(first, last):
            drafts[index].setdefault(terms, weight)
    capital = not sample.isupper()
    concepts = [
        _concept(word, draft, capital and not _opens(sample, word))
        for word, draft in zip(kept, drafts, strict=True)
    ]
    return Question(text, spoken, tuple(concepts))


def _concept(word: Word, draft: dict[tuple[str, ...], float], capital: bool) -> Concept:
    alternatives = tuple(Alternative(terms, weight) for terms, weight in draft.items())
    plain = is_plain(word)
    name = not plain or fold(word.text) in PRODUCTS or (capital and word.text[0].isupper())
    return Concept(word.text, word.start, word.end, alternatives, plain, name=name)


def _opens(text: str, word: Word) -> bool:
    """Whether the word opens a sentence, where its capital says nothing."""
    before = text[: word.start].rstrip("\"'«“(- \n\t\u00a0")
    return not before or before[-1] in ".!?:…"


def _kept(text: str) -> list[Word]:
    """The words that carry the question; the indexed ones where all of them are stop words."""
    found: list[Word] = []
    seen: set[str] = set()
    capitals = text.isupper()
    for stop in (QUESTION_STOP, INDEX_STOP):
        for word in words(text):
            plain = fold(word.text)
            if (plain in stop if capitals else is_stop(word, stop)) or plain in seen:
                continue
            seen.add(plain)
            found.append(word)
            if len(found) == MAX_WORDS:
                return found
        if found:
            break
    return found


def _own(word: Word, language: str) -> list[tuple[tuple[str, ...], float]]:
    """The word's own index terms: whole, in other stems, and as the sum of its parts."""
    if word.parts:
        parts = [part for part in word.parts if fold(part.text) not in INDEX_STOP]
        split = tuple(dict.fromkeys(_forms(part, language)[0] for part in parts))
        wholes: list[tuple[tuple[str, ...], float]] = [
            ((term,), 1.0) for term in _forms(word, language)
        ]
        return [*wholes, (split, PARTS)] if split else wholes
    first, *others = _forms(word, language)
    return [((first,), 1.0), *(((other,), OTHER_FORM) for other in others)]


def _forms(word: Word, language: str) -> tuple[str, ...]:
    if word.parts:
        other = "en" if language == "fr" else "fr"
        return tuple(dict.fromkeys((whole_term(word, language), whole_term(word, other))))
    return stems(word.text, language) if is_plain(word) else (fold(word.text),)


def _join_neighbours(
    kept: Sequence[Word], drafts: list[dict[tuple[str, ...], float]], language: str
) -> None:
    """Offers each two neighbours written as one word in the place of both."""
    for index in range(len(kept) - 1):
        left, right = kept[index], kept[index + 1]
        if left.parts or right.parts or right.start - left.end != 1:
            continue
        joined = Word(left.text + right.text, left.start, right.end)
        for term in _forms(joined, language):
            drafts[index].setdefault((term,), JOINED)
            drafts[index + 1].setdefault((term,), JOINED)
