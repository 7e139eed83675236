"""Synonyms: groups of expressions that mean the same in our trade, within and across languages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from netz.knowledge.text.characters import fold
from netz.knowledge.text.stems import stem
from netz.knowledge.text.stopwords import INDEX_STOP
from netz.knowledge.text.tokens import Word, is_plain, whole_term, words

SAME_LANGUAGE = 0.7  # weight of a synonym beside the word itself
TRANSLATION = 0.95  # weight of a translation: it says the same thing, in the passage's language
MAX_GROUPS = 2_000  # groups of a workspace that are used
MAX_EXPRESSIONS = 20  # expressions of one group that are used

Terms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """A word or several, with the language they belong to ("" when both)."""

    text: str
    language: str = ""

    def sequences(self) -> tuple[Terms, ...]:
        """The term sequences under which the expression is found in a question or passage."""
        return _keys(self.text, self.language)


@lru_cache(maxsize=16_384)
def _keys(text: str, language: str) -> tuple[Terms, ...]:
    languages = (language,) if language else ("fr", "en")
    found = (tuple(_term(word, spoken) for word in _content(text)) for spoken in languages)
    return tuple(key for key in dict.fromkeys(found) if key)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Compiled groups: by the first term of each expression, the whole of it and its group."""

    by_first: dict[str, list[tuple[Terms, str, int]]] = field(default_factory=dict)
    groups: list[tuple[Expression, ...]] = field(default_factory=list)

    def expansions(
        self, forms: Sequence[Sequence[str]], language: str
    ) -> Iterator[tuple[int, int, Terms, float]]:
        """What may replace the question's words [first, last): terms that go together, a weight.

        `forms` holds, for each word of the question in order, the stems it may have.
        """
        for first in range(len(forms)):
            for form in forms[first]:
                for key, spoken, group in self.by_first.get(form, ()):
                    last = first + len(key)
                    if last <= len(forms) and _matches(key, forms[first:last]):
                        for terms, weight in self._others(group, key, spoken or language):
                            yield first, last, terms, weight

    def _others(self, group: int, key: Terms, language: str) -> Iterator[tuple[Terms, float]]:
        for expression in self.groups[group]:
            same = expression.language in ("", language)
            for terms in expression.sequences():
                if terms != key:
                    yield terms, SAME_LANGUAGE if same else TRANSLATION

    def merged(self, other: "Synonyms") -> "Synonyms":
        """Both sets of groups together."""
        by_first = dict(self.by_first)
        for first, entries in other.by_first.items():
            moved = [(key, spoken, group + len(self.groups)) for key, spoken, group in entries]
            by_first[first] = [*by_first.get(first, ()), *moved]
        return Synonyms(by_first, [*self.groups, *other.groups])


def _matches(key: Terms, forms: Sequence[Sequence[str]]) -> bool:
    return all(term in form for term, form in zip(key, forms, strict=True))


def _content(text: str) -> list[Word]:
    found = list(words(text))
    return [word for word in found if fold(word.text) not in INDEX_STOP] or found


def _term(word: Word, language: str) -> str:
    if word.parts:
        return whole_term(word, language)
    return stem(word.text, language) if is_plain(word) else fold(word.text)


def _compile(groups: Iterable[tuple[Expression, ...]]) -> Synonyms:
    compiled = Synonyms()
    for group in groups:
        number = len(compiled.groups)
        compiled.groups.append(group)
        for expression in group:
            for key in expression.sequences():
                entries = compiled.by_first.setdefault(key[0], [])
                if (key, expression.language, number) not in entries:
                    entries.append((key, expression.language, number))
    return compiled


def compile_groups(groups: Iterable[Sequence[str]]) -> Synonyms:
    """A workspace's own groups, compiled; nonsense (empty, one word alone) has no effect."""
    kept = []
    for group in list(groups)[:MAX_GROUPS]:
        texts = [text.strip()[:80] for text in group[:MAX_EXPRESSIONS] if text.strip()]
        if len(texts) > 1:
            kept.append(tuple(Expression(text) for text in texts))
    return _compile(kept)


@lru_cache(maxsize=1)
def builtin() -> Synonyms:
    """The trade's groups that ship with the program."""
    folder = resources.files("netz.knowledge.text") / "data"
    lines = (folder / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    lines += (folder / "lexicon.txt").read_text(encoding="utf-8").splitlines()
    return _compile(filter(None, map(_read_group, lines)))


def _read_group(line: str) -> tuple[Expression, ...]:
    """`fr, fr = en, en`: French left of the equals sign, English right of it, commas between."""
    content = line.split("#", 1)[0]
    sides = zip(("fr", "en"), content.split("=", 1), strict=False)
    return tuple(
        Expression(text.strip(), language)
        for language, side in sides
        for text in side.split(",")
        if text.strip()
    )
