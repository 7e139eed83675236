"""An answer as it is said: without marks that only the eye needs, in parts of a breath or two."""

import re

# Two or three sentences: the first sound comes soon, and what follows is fetched meanwhile.
PART = 500

_CITED = re.compile(r"\s*\[\d+\]")
_CODE = re.compile(r"```.*?```", re.DOTALL)
_BETWEEN = re.compile(r"[_>|]+")
_AROUND = re.compile(r"[*`#]+")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^()\s]*\)")
_ENDS = re.compile(r"\n+|(?<=\D[.!?…])\s+(?=[^\W\d_])")
_SPACE = re.compile(r"\s+")


def parts_to_say(text: str) -> list[str]:
    """The text's parts in order, whole sentences as far as they fit in `PART` characters."""
    parts: list[str] = []
    for sentence in _sentences(text):
        for piece in _pieces(sentence):
            if parts and len(parts[-1]) + 1 + len(piece) <= PART:
                parts[-1] += f" {piece}"
            else:
                parts.append(piece)
    return parts


def _sentences(text: str) -> list[str]:
    plain = _CODE.sub(" ", _LINK.sub(r"\1", _CITED.sub("", text)))
    plain = _AROUND.sub("", _BETWEEN.sub(" ", plain))
    found = (_SPACE.sub(" ", one).strip() for one in _ENDS.split(plain))
    return [one for one in found if any(map(str.isalnum, one))]


def _pieces(sentence: str) -> list[str]:
    """A sentence longer than a part, cut between words; a word longer than a part, anywhere."""
    pieces = [""]
    for word in sentence.split(" "):
        for start in range(0, len(word), PART):
            bit = word[start : start + PART]
            if len(pieces[-1]) + 1 + len(bit) <= PART:
                pieces[-1] = f"{pieces[-1]} {bit}".strip()
            else:
                pieces.append(bit)
    return [piece for piece in pieces if piece]
