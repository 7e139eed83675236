"""Spelling: which known words a mistyped one may have been."""

from collections.abc import Iterable

from netz.knowledge.text.characters import fold
from netz.knowledge.text.tokens import distinct_words, is_plain

SHORTEST = 4  # letters; below that, nearly every word is near every other
LONGEST = 32


def speller_words(text: str) -> set[str]:
    """The folded words of a text that a mistyped word may be compared with."""
    found: set[str] = set()
    for word in distinct_words(text):
        for part in word.parts or (word,):
            if is_plain(part) and SHORTEST <= len(part.text) <= LONGEST:
                found.add(fold(part.text))
    return {word for word in found if SHORTEST <= len(word) <= LONGEST and "\0" not in word}


def initial(word: str) -> str:
    """The letter that a word is filed under."""
    return word[0]


def letters(word: str) -> int:
    """The set of a word's letters as bits (63 of them): near words differ in few."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 63)
    return bits


def reach(word: str) -> int:
    """How many mistakes are allowed for in a word of this length."""
    return 1 if len(word) < 9 else 2


def distance(left: str, right: str, limit: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two words.

    `limit + 1` stands for anything above the limit.
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, row = row, current
    return min(row[-1], limit + 1)


def nearest(word: str, candidates: Iterable[str]) -> list[tuple[str, int]]:
    """Candidates within reach of a folded word with their distance, nearest first."""
    limit = reach(word)
    measured = ((candidate, distance(word, candidate, limit)) for candidate in candidates)
    found = [(candidate, steps) for candidate, steps in measured if steps <= limit]
    return sorted(found, key=lambda pair: (pair[1], pair[0]))
