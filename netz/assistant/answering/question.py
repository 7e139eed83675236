"""Reads a question: its normal form, what kind of answer it wants, and its content words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from netz.assistant.answering.errors import InvalidQuestionError
from netz.assistant.answering.lexicon import GENERIC, LIGHT, PRODUCTS
from netz.assistant.answering.types import Intent, Language, Question, Term
from netz.assistant.answering.words import pairs_of
from netz.knowledge.text import Concept, Synonyms, builtin
from netz.knowledge.text import read_question as read_concepts

MAX_CHARACTERS = 4000
_UNKNOWN_WEIGHT = 6.0  # what a word that no document holds weighs at least
_NEUTRAL_WEIGHT = 4.0
_LIGHT_SHARE = 0.1
_GENERIC_SHARE = 0.5
_ENTITY_SHARE = 1.5
_OWN = 0.85  # alternatives of search from this weight on are the word itself, differently spelt

# The circumstances in a question: "quand la box bloque le port", "if the disk is full".
_CONDITION = re.compile(
    r"(?:\bquand|\blorsqu(?:e\b|['’])|\bs(?:i\b|['’](?=ils?\b))|\balors qu|"
    r"\bwhen\b|\bif\b|\bwhile\b)"
    r"[^,?;]{8,}(?=[,?;]|$)",
    re.IGNORECASE,
)

_PATTERNS: tuple[tuple[Intent, str], ...] = (
    (
        "procedure",
        r"^\W*(?:et )?comment\b(?! (?:s['’]appel|se nomm|se prénomm|va)|.*\bappelle)|"
        r"^\W*how (?:do|can|to|should|would)\b|dans quel ordre|in (?:what|which) order|"
        r"qu['’]est[- ]ce (?:que je|qu['’](?:il|on)) (?:dois?|faut|peut|peux)",
    ),
    (
        "definition",
        r"qu['’]est[- ]ce (?:que|qu['’]) ?(?:c['’]est que )?|c['’]est quoi|"
        r"quelle est la définition|définition d|que (?:signifie|veut dire)|"
        r"à quoi (?:ça )?sert|what (?:is|are) (?:an? )?"
        r"[\w-]+\s*\??$|what does .* (?:mean|stand for)|définir (?:un|une|le|la) \w+\s*\?",
    ),
    ("cause", r"\bpourquoi\b|pour quelle raison|\bwhy\b|d['’]où vient|how come"),
    (
        "fact",
        r"\bcombien\b|\bquel(?:le)?s? (?:est|sont|était)\b|^\W*(?:(?:à|de|par|pour|avec|depuis) )?"
        r"(?:qui|quand|où)\b|\bqui (?:est|sont|a|peut|doit)\b|"
        r"how (?:many|much|long|often|big|fast)|^\W*(?:when|where|who|which)\b|"
        r"^\W*(?:sur |dans |de |à )?quel(?:le)?s?\b|\bwhat (?:is|are|time)\b",
    ),
    (
        "procedure",
        r"\bcomment\b|how (?:do|can|to|should|would)|que faire|"
        r"que (?:dois|faut)|quoi faire|marche à suivre|étapes?\b|steps?\b|procédure|"
        r"what (?:should|do) (?:i|we) do|la manière de|tuto\b",
    ),
    (
        "yes_no",
        r"^\W*(?:est[- ]ce|peut[- ]on|puis[- ]je|dois[- ]je|doit[- ]on|faut[- ]il|y a[- ]t|"
        r"a[- ]t[- ]on|ai[- ]je|can|could|is|are|does|do|may|should|must|will|am|has|have)\b|"
        r"-(?:il|elle|on|je|ils|elles)\b.*\?\s*$",
    ),
)
_INTENTS = tuple((intent, re.compile(p, re.IGNORECASE)) for intent, p in _PATTERNS)
_LISTING = re.compile(
    r"\bquel(?:le)?s (?:sont|étapes|mesures|options|documents|types|conditions|formats)\b|"
    r"\b(?:liste|énumér)\w*|\bwhat are\b|\bwhich (?:steps|documents|options|formats)\b|\blist\b",
    re.IGNORECASE,
)
_WANTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "number",
            r"\bcombien\b|how (?:many|much|long|often)|\bnombre\b|\bnuméros?\b|\bports?\b|"
            r"\bmontant\b|\bprix\b|\btarif\b|\bdurée\b|\bdélai\b|\btaille\b|\bnumber\b|\bprice\b|"
            r"\bcost\b|\bcoût|\bminimum|\bmaxim|\bpourcent|\bâge\b|\bpopulation\b|\bvitesse\b",
        ),
        (
            "duration",
            r"combien de (?:temps|jours|mois|semaines|heures|minutes)|\bdurées?\b|\bdélais?\b|"
            r"how long|how many (?:days|weeks|months|hours|minutes)",
        ),
        ("date", r"\bquand\b|\bwhen\b|quelle (?:date|année)|en quelle|what (?:date|year)"),
        ("place", r"^\W*où\b|\boù (?:se|est|sont|puis|peut|trouve)|\bwhere\b|quel (?:lieu|pays)"),
        ("person", r"^\W*(?:à |de |par |avec )?qui\b|\bwho\b|\bwhom\b"),
        ("code", r"\bcommande\b|\bcommand\b|\bligne de commande\b|\bsyntaxe\b"),
    )
)


def normalise(question: str) -> str:
    """Return the form of `question` that two askings of the same question share."""
    text = unicodedata.normalize("NFKC", question).replace("’", "'")
    text = "".join(" " if c in "\n\t\r" else c for c in text if c in "\n\t\r" or _visible(c))
    return " ".join(text.split()).casefold().rstrip(" .!?…:;,").strip()


def validate(question: str) -> str:
    """Return `question` cleaned of invisible characters; raise InvalidQuestionError if unusable."""
    if len(question) > MAX_CHARACTERS:
        raise InvalidQuestionError("question.too_long")
    text = unicodedata.normalize("NFC", question)
    text = "".join(" " if c in "\n\t\r" else c for c in text if c in "\n\t\r" or _visible(c))
    text = " ".join(text.split())
    if not any(c.isalnum() for c in text):
        raise InvalidQuestionError("question.empty")
    return text


def _visible(character: str) -> bool:
    # Cc/Cf/Co/Cs: control, zero-width and direction marks, private use, half surrogates.
    return unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}


def read_question(
    text: str,
    language: Language,
    weights: Mapping[str, float] | None = None,
    synonyms: Synonyms | None = None,
) -> Question:
    """Read `text` into a Question.

    `weights` is the inverse document frequency by index term (a term that is not in it occurs
    nowhere); without it every word weighs the same. `synonyms` are the workspace's and the
    built-in groups, as search uses them.
    """
    concepts = read_concepts(text, synonyms or builtin(), language).concepts
    shouting = _shouting(text)
    first = min((concept.start for concept in concepts), default=0)
    opening = not any(character.isalnum() for character in text[:first])
    conditions = [match.span() for match in _CONDITION.finditer(text)]
    terms = []
    for concept in concepts:
        term = _term(concept, opening and concept.start == first, shouting, weights)
        aside = any(start <= concept.start < end for start, end in conditions)
        terms.append(replace(term, condition=aside))
    if all(term.condition for term in terms):
        terms = [replace(term, condition=False) for term in terms]
    wants = frozenset(name for name, pattern in _WANTS if pattern.search(text))
    return Question(text, language, _intent(text), tuple(terms), wants)


def _term(
    concept: Concept, opening: bool, shouting: bool, weights: Mapping[str, float] | None
) -> Term:
    single = [(frozenset(a.terms), a.weight) for a in concept.alternatives if len(a.terms) == 1]
    keys = frozenset[str]().union(*(group for group, weight in single if weight >= _OWN))
    others = frozenset[str]().union(*(group for group, weight in single if weight < _OWN))
    several = [a.terms for a in concept.alternatives if len(a.terms) > 1]
    weight, known = _weight(keys, others, several, weights)
    phrases = tuple(pairs_of(terms) for terms in several)
    entity = _is_entity(concept.surface, opening, shouting)
    lower = concept.surface.lower()
    if entity:
        weight *= _ENTITY_SHARE
    elif lower in LIGHT:
        weight *= _LIGHT_SHARE
    elif lower in GENERIC:
        weight *= _GENERIC_SHARE
    return Term(concept.surface, keys, weight, others, phrases, entity, known)


def _weight(
    keys: frozenset[str],
    others: frozenset[str],
    phrases: Sequence[Sequence[str]],
    weights: Mapping[str, float] | None,
) -> tuple[float, bool]:
    """The word's own rarity, else that of what stands for it, else that of the unheard-of."""
    if weights is None:
        return _NEUTRAL_WEIGHT, True
    for group in (keys, others):
        found = [weights[key] for key in group if key in weights]
        if found:
            return _damped(max(found)), True
    if any(all(term in weights for term in phrase) for phrase in phrases):
        return _NEUTRAL_WEIGHT, True
    return _damped(max(max(weights.values(), default=0.0), _UNKNOWN_WEIGHT)), False


def _damped(rarity: float) -> float:
    """Half of the rarity counts: in a small collection an ordinary verb may well be the rarest
    word of a question, and yet not what it is about."""
    return (rarity + _NEUTRAL_WEIGHT) / 2


def _is_entity(word: str, opening: bool, shouting: bool) -> bool:
    lower = word.lower()
    if lower in PRODUCTS:
        return True
    has_digit = any(c.isdigit() for c in word)
    if has_digit and any(c.isalpha() for c in word) and len(word) >= 4:
        return True
    if shouting or has_digit:
        return False
    if any(c.isupper() for c in word[1:]) and any(c.islower() for c in word):
        return True
    return not opening and word[0].isupper() and len(word) > 1


def _shouting(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _intent(text: str) -> Intent:
    for intent, pattern in _INTENTS:
        if pattern.search(text):
            return "listing" if intent == "fact" and _LISTING.search(text) else intent
    return "listing" if _LISTING.search(text) else "help"
