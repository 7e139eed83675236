"""Replaces personal identifiers by placeholders before text leaves for a remote model, and back.

One `Redactor` serves one model call, so that the same value has the same placeholder in the
question and in every passage. The mapping stays in memory and is never logged or stored.
"""

import re
from collections import Counter
from collections.abc import Mapping

from netz.ai import identifiers
from netz.ai.identifiers import Finder

# The order matters: an address may hold digits, a card number may look like a phone number.
_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("EMAIL", identifiers.emails),
    ("IBAN", identifiers.ibans),
    ("NIR", identifiers.nirs),
    ("CARD", identifiers.cards),
    ("PHONE", identifiers.phones),
)
# Text that already looks like a placeholder is replaced as well: restoring then gives it back
# as it was, whoever wrote it.
_LITERAL = "TEXT"
_KINDS = "|".join([kind for kind, _ in _FINDERS] + [_LITERAL])
# Models put spaces into placeholders and change their case.
_WRITTEN = re.compile(rf"⟦\s{{0,2}}({_KINDS})_(\d{{1,6}})\s{{0,2}}⟧", re.IGNORECASE)
_LONGEST = 24


class Redactor:
    """Collects what was replaced over several texts of one model call."""

    def __init__(self) -> None:
        self._by_value: dict[tuple[str, str], str] = {}
        self._numbers: Counter[str] = Counter()
        self.mapping: dict[str, str] = {}

    def redact(self, text: str) -> str:
        """The text with every identifier replaced by its placeholder, such as ⟦EMAIL_1⟧."""
        text = _WRITTEN.sub(lambda match: self._placeholder(_LITERAL, match.group()), text)
        while True:
            replaced = text
            for kind, finder in _FINDERS:
                replaced = self._replace(replaced, kind, finder)
            # A replacement can uncover a number that was glued to another; digits only ever
            # get fewer, so this ends.
            if replaced == text:
                return text
            text = replaced

    @property
    def counts(self) -> dict[str, int]:
        """How many different values of each kind were replaced; fit for a log."""
        return {k.lower(): n for k, n in sorted(self._numbers.items()) if k != _LITERAL}

    def _replace(self, text: str, kind: str, finder: Finder) -> str:
        parts, done = [], 0
        for start, end in sorted(finder(text)):
            if start < done:
                continue
            parts += [text[done:start], self._placeholder(kind, text[start:end])]
            done = end
        return "".join([*parts, text[done:]])

    def _placeholder(self, kind: str, value: str) -> str:
        known = self._by_value.get((kind, value))
        if known is None:
            self._numbers[kind] += 1
            known = f"⟦{kind}_{self._numbers[kind]}⟧"
            self._by_value[kind, value] = known
            self.mapping[known] = value
        return known


def redact(text: str) -> tuple[str, Mapping[str, str]]:
    """One text redacted, with the mapping that `restore` needs."""
    redactor = Redactor()
    return redactor.redact(text), redactor.mapping


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """The text with every known placeholder replaced by its value; unknown ones stay."""

    def value(match: re.Match[str]) -> str:
        return mapping.get(f"⟦{match[1].upper()}_{match[2]}⟧", match.group())

    return _WRITTEN.sub(value, text)


class StreamRestorer:
    """`restore` for text that arrives in pieces: holds back what may be half a placeholder."""

    def __init__(self, mapping: Mapping[str, str]) -> None:
        self._mapping = mapping
        self._held = ""

    def feed(self, delta: str) -> str:
        """The restored text that is certain so far; may be empty."""
        text = self._held + delta
        opening = text.rfind("⟦")
        held_back = opening >= 0 and "⟧" not in text[opening:] and len(text) - opening < _LONGEST
        cut = opening if held_back else len(text)
        self._held = text[cut:]
        return restore(text[:cut], self._mapping)

    def flush(self) -> str:
        """What was still held back, at the end of the stream."""
        held, self._held = self._held, ""
        return restore(held, self._mapping)
