"""Turns a follow-up question ("et sur Mac ?") into one that stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netz.assistant.answering.language import detect_language
from netz.assistant.answering.lexicon import (
    ENGLISH_FUNCTION,
    FRENCH_FUNCTION,
    LIGHT,
    PRODUCTS,
    words,
)
from netz.assistant.answering.types import Turn

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_DETERMINER = r"(?:l['’]|d['’]|(?:le|la|les|un|une|des|du|de la|de|mon|ma|mes|the|a|an|my|our)\s+)"

# "et pour Android ?", "what about Outlook?", "même question pour Excel", "and on a Mac?"
_CONTRAST = re.compile(
    r"^\W*(?:(?:et|ou|mais|and|or|but|même (?:question|chose)|pareil|idem|"
    r"same(?: question| thing)?)\s+)?"
    r"(?:alors\s+)?"
    r"(?P<lead>pour|sur|sous|avec|dans|chez|depuis|à partir de|en|côté|concernant|"
    r"qu['’]en est-il (?:de|du|des|d['’])|what about|how about|for|on|in|with|using|from)\s*"
    r"(?P<new>[^?!]+?)\s*(?:alors)?\W*$",
    re.IGNORECASE,
)
_CONTRAST_MARK = re.compile(
    r"^\W*(?:et|ou|and|or|même|pareil|idem|same|qu['’]en|what about|how about|"
    r"pour|sur|sous|for|on)\b",
    re.IGNORECASE,
)
# "et la sauvegarde ?", "and the printer?"
_AND_THING = re.compile(
    rf"^\W*(?:et|and)\s+(?P<new>(?:{_DETERMINER})?[^?!]+?)\s*\W*$", re.IGNORECASE
)
# "et si ça ne marche pas ?", "and if it fails?"
_CONDITION = re.compile(
    r"^\W*(?:(?:et|mais|and|but)\s+)?"
    r"(?P<new>(?:que faire\s+|what\s+)?(?:si|s['’]|quand|if|when)\s*[^?!]+?)\s*\W*$",
    re.IGNORECASE,
)
# "comment faire ça ?", "pourquoi ?", "how do I do that?", "combien ça coûte ?"
_POINTING = re.compile(
    r"\b(?:ça|cela|ceci|celui-ci|celle-ci|ceux-ci|le faire|l['’]installer|y|en|that|this|it|them|"
    r"those|do so)\b|^\W*(?:pourquoi|comment|où|quand|combien|why|how|where|when|how (?:much|long))"
    r"\s*(?:donc)?\W*$|-(?:le|la|les)\b",
    re.IGNORECASE,
)
_BARE_ASK = re.compile(
    r"^\W*(?:(?:et|and)\s+)?(?:comment (?:faire|je fais|on fait|procéder)|how (?:so|come)|"
    r"(?:pour|sur|sous|avec|dans|à|de|in|on|for|with) (?:quel(?:le)?s?|qui|what|which|whom?)\b"
    r".*)\W*$",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"^\W*(?:et|and)\s+(?:comment|pourquoi|quand|où|combien|quel|quelle|quels|quelles|qui|est-ce|"
    r"peut-on|how|why|when|where|what|which|who|can|is|do|does)\b",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"^\W*(?:peut-on|puis-je|est-ce (?:que je peux|qu['’]on peut|possible de|que)|"
    r"est-il possible (?:de|d['’])|can (?:i|we|you)|is it possible to)\s+",
    re.IGNORECASE,
)
_INTERROGATIVE = re.compile(
    r"\b(?:comment|pourquoi|quand|où|combien|quel(?:le)?s?|qui|est-ce|how|why|when|where|what|"
    r"which|who)\b",
    re.IGNORECASE,
)
_ARTICLE = r"(?:l['’]|(?:le|la|les|un|une|mon|ma|mes|the|a|an|my)\s+)?"
_LAST_PHRASE = re.compile(
    rf"\b(?P<lead>pour|sur|sous|avec|dans|chez|depuis|de|du|d['’]|for|on|in|with|using|from|of)\s*"
    rf"(?P<old>{_ARTICLE}[^\s,?]+(?:\s+\d+)?)\s*(?=\W*$)",
    re.IGNORECASE,
)
# "comment le désinstaller ?", "et la supprimer ?": another verb for the same thing.
_OTHER_VERB = re.compile(
    r"^\W*(?:et\s+)?(?:comment\s+)?(?:le|la|les|l['’])\s*(?P<verb>\w+(?:er|ir|re|oir))\W*$",
    re.IGNORECASE,
)
_HOW_VERB = re.compile(r"\bcomment\s+(?P<verb>\w+(?:er|ir|re|oir))\s+", re.IGNORECASE)
_OBJECT = re.compile(
    r"^(?P<verb>\W*(?:comment\s+\w+(?:er|ir|re|oir)|how (?:do|can|to)(?: (?:i|we|you))? \w+)\s+)",
    re.IGNORECASE,
)
_QUALITY = re.compile(
    rf"^(?P<ask>\W*(?:quel(?:le)?s? (?:est|sont)|what (?:is|are))\s+){_DETERMINER}[^\s]+"
    r"(?P<rest>\s+(?:de|du|des|d['’]|pour|of|for)\b.*)$",
    re.IGNORECASE,
)
# "combien de temps est-elle gardée ?": the subject is a pronoun, and nothing is named before it.
_INVERTED = re.compile(r"\b\w+-(?:t-)?(?:il|elle|ils|elles)\b", re.IGNORECASE)
_MEASURES = words("temps jours mois fois heures")
_PLAIN = words("pour sur sous avec dans chez depuis en for on in with using from")


def resolve_followup(question: str, history: Sequence[Turn]) -> str:
    """Return `question` made self-contained with the topic of the earlier user turns.

    A question that stands by itself, or the first one, comes back unchanged.
    """
    topic = ""
    for turn in history:
        if turn.role == "user" and turn.text.strip():
            topic = _resolve(turn.text, topic) if topic else turn.text
    return _resolve(question, topic) if topic else question


def _resolve(question: str, topic: str) -> str:
    subject = topic.strip().rstrip(" ?!.…")
    content = _content(question)
    if match := _OTHER_VERB.match(question):
        return _with_verb(subject, match["verb"], question)
    if _pronoun_subject(question):
        return _joined(subject, question)
    if len(content) > 3 or (_VERBAL.match(question) and len(content) > 1):
        return question
    if match := _CONDITION.match(question):
        return _joined(subject, match["new"])
    match = _CONTRAST.match(question)
    if match and _CONTRAST_MARK.match(question) and not _INTERROGATIVE.search(match["new"]):
        return _contrasted(subject, match["lead"], match["new"])
    match = _AND_THING.match(question)
    if match and not _INTERROGATIVE.search(question):
        return _contrasted(subject, "", match["new"])
    if len(content) <= 1 and (_POINTING.search(question) or _BARE_ASK.match(question)):
        return _pointed(question, subject)
    return question


def _content(text: str) -> list[str]:
    """The words of `text` that carry a subject."""
    found = [word.lower() for word in _WORD.findall(text)]
    plain = FRENCH_FUNCTION | ENGLISH_FUNCTION | LIGHT
    return [word for word in found if word not in plain and not word.isdigit()]


def _pronoun_subject(question: str) -> bool:
    match = _INVERTED.search(question)
    if match is None or match[0].lower() in {"est-il", "y-a-t-il", "a-t-il"}:
        return False
    named = [w for w in _content(question[: match.start()]) if w not in _MEASURES]
    return not named and len(_content(question[match.end() :])) <= 2


def _contrasted(subject: str, lead: str, new: str) -> str:
    """Put `new` in the place of what it is contrasted with in `subject`."""
    bare = re.sub(rf"^(?:{_DETERMINER}|of\s+)", "", new, flags=re.IGNORECASE)
    for place in (_same_kind, _same_head, _last_phrase, _whole_object):
        if rewritten := place(subject, lead, new, bare):
            return rewritten + _mark(subject)
    preposition = f"{lead} " if lead.lower() in _PLAIN else ""
    return f"{subject} {preposition}{new}{_mark(subject)}"


def _mark(subject: str) -> str:
    return " ?" if detect_language(subject) == "fr" else "?"


def _product(text: str) -> str | None:
    """The class of the first product named in `text`."""
    names = (word.lower() for word in _WORD.findall(text))
    return next((PRODUCTS[name] for name in names if name in PRODUCTS), None)


def _same_kind(subject: str, lead: str, new: str, bare: str) -> str | None:
    """Outlook for Gmail, Windows 10 for Mac: one product takes the place of its like."""
    kind = _product(bare)
    for match in reversed(list(_WORD.finditer(subject))):
        if kind is not None and PRODUCTS.get(match[0].lower()) == kind:
            version = re.match(r"\s+\d[\w.]*\b", subject[match.end() :])
            end = match.end() + (version.end() if version else 0)
            return f"{subject[: match.start()]}{bare}{subject[end:]}"
    return None


def _same_head(subject: str, lead: str, new: str, bare: str) -> str | None:
    """ "port IMAP" for "port SMTP": the same head with another detail."""
    detail = list(_WORD.finditer(bare))
    if len(detail) < 2:
        return None
    head = detail[0][0].lower()
    found = list(_WORD.finditer(subject))
    for at, match in enumerate(found[:-1]):
        if match[0].lower() == head and head not in FRENCH_FUNCTION | ENGLISH_FUNCTION:
            last = found[min(at + len(detail) - 1, len(found) - 1)]
            return f"{subject[: match.start()]}{bare}{subject[last.end() :]}"
    return None


def _last_phrase(subject: str, lead: str, new: str, bare: str) -> str | None:
    """ "de Gmail" for a closing "de Microsoft 365", "pour Excel" for a closing "pour Word"."""
    match = _LAST_PHRASE.search(subject)
    if match is None:
        return None
    own = re.match(r"(?:de|du|d['’]|of)\b", new, re.IGNORECASE)
    if own and match["lead"].lower() in {"de", "du", "d'", "d’", "of"}:
        return f"{subject[: match.start()]}{new}"
    named = _product(match["old"]) is not None and _product(bare) is not None
    if lead and (match["lead"].lower() == lead.lower() or named):
        return f"{subject[: match.start('old')]}{new}"
    return None


def _whole_object(subject: str, lead: str, new: str, bare: str) -> str | None:
    """ "et l'imprimante ?" after "Comment installer le VPN ?", "et la durée ?" after a price."""
    if lead or new == bare:
        return None
    if match := _QUALITY.match(subject):
        return f"{match['ask']}{new}{match['rest']}"
    match = _OBJECT.match(subject)
    return f"{match['verb']}{new}" if match else None


def _with_verb(subject: str, verb: str, question: str) -> str:
    match = _HOW_VERB.search(subject)
    if match is None:
        return _joined(subject, question)
    return f"{subject[: match.start('verb')]}{verb}{subject[match.end('verb') :]}{_mark(subject)}"


def _joined(subject: str, asked: str) -> str:
    asked = asked.strip().rstrip(" ?!.…")
    return f"{subject} : {asked[0].lower()}{asked[1:]}{_mark(subject)}"


def _pointed(question: str, subject: str) -> str:
    """ "Comment faire ça ?" asks how to do what was asked about before."""
    french = re.match(r"^\W*(?:et\s+)?comment\b", question, re.IGNORECASE)
    english = re.match(r"^\W*(?:and\s+)?how\b", question, re.IGNORECASE)
    thing = _CAN.sub("", subject)
    if (french or english) and thing != subject:
        return f"Comment {thing} ?" if french else f"How do I {thing}?"
    return _joined(subject, question)
