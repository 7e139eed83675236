"""Understands what a documentation heading is about: a task, a thing, or a whole sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from training.lexicon import NAMES, Language, joined, lexicon, lookup, settings

NUMBERING = re.compile(
    r"^(?:(?:étape|exemple|chapitre|section|partie|annexe|step|example|chapter|part|appendix)"
    r"\s*\d+[a-z]?\s*[:.–—-]?\s*|\d+(?:\.\d+)*[.)]?\s+)",
    re.IGNORECASE,
)
ASKING = {
    "fr": re.compile(
        r"^(?:comment|pour|procédure (?:pour|de)|procédure\s*:|(?:il est )?possible de)\s+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:how (?:to|do i|do you|can i|can you)|to|steps to|you can)\s+", re.IGNORECASE
    ),
}
SENTENCE = {
    "fr": re.compile(
        r"\?|\b(?:ne|vous|est|sont|peut|peuvent|a été|ont été|s'affiche\w*|je|nous|il|elle)\b"
        r"|\b(?:impossible|pourquoi)\b"
        r"|\b[nj]'|^(?:quel|que|qu|où|quand|si|lorsqu)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\?|\b(?:is|are|was|were|you|cannot|can't|don't|doesn't|does|did|i|we|it|has|have|must|should)\b"
        r"|^(?:why|what|when|where|which|if|who)\b",
        re.IGNORECASE,
    ),
}
TAIL = {
    "fr": re.compile(
        r",? (?:dans|pour|sur|avec|via|à l'aide d|au moyen d|à partir d|depuis|en utilisant"
        r"|lors d|afin)\b.*$"
    ),
    "en": re.compile(
        r",? (?:in|on|for|with|via|by using|using|from|through|when|by means of)\b.*$"
    ),
}
TROUBLE = {
    "fr": re.compile(
        r"^(?:résoudre|résolution|dépanner|dépannage|corriger|diagnostiquer)"
        r"(?: (?:les|des|de|un|du|le)\b| d')? ?(?:problèmes?|erreurs?|soucis?|pannes?)?"
        r"(?: (?:connus?|courants?|fréquents?|liée?s?|rencontrée?s?)\b)*"
        r" ?(?:avec |à )?",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:troubleshoot(?:ing)?|fix(?:ing)?|resolv(?:e|ing)|solv(?:e|ing)|repair(?:ing)?)"
        r"(?: (?:common |known )?(?:problems?|issues?|errors?)(?: (?:with|in|of|for))?)?\s+",
        re.IGNORECASE,
    ),
}
AND_VERB = re.compile(r"(?:,\s*(?:(?:et|ou|and|or)\s+)?|\s+(?:et|ou|and|or)\s+)(\w+)")
FAULTY = {"fr": "dépanner", "en": "troubleshoot"}
TO_THING = re.compile(r"^(?:à la |à l'|au |aux |à )", re.IGNORECASE)
REACHED = {"à la ": "la ", "à l'": "l'", "au ": "le ", "aux ": "les ", "à ": ""}
INVERTED = re.compile(r"\b(\w+?)(?:-t)?-(?:il|elle|ils|elles|on|ce)\b", re.IGNORECASE)
BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
NOUN_LINK = re.compile(r"^(?:de la |de l'|du |des |de |d')", re.IGNORECASE)
ARTICLES = {"de la ": "la ", "de l'": "l'", "du ": "le ", "des ": "les ", "de ": "", "d'": ""}
DETERMINER = re.compile(
    r"(?:le|la|les|l|un|une|des|votre|vos|son|ses|ce|cette|du|de|d|à|au|aux|en|tous|toutes|plusieurs)\b",
    re.IGNORECASE,
)
DOUBLED = {
    "set",
    "run",
    "get",
    "put",
    "stop",
    "plan",
    "scan",
    "swap",
    "drop",
    "map",
    "control",
    "forget",
}
LONG = 16
ABOUT = 0.25  # of a heading: the share of its words that makes it be about a term


@dataclass(frozen=True)
class Heading:
    """A heading taken apart: `do` and `done` are empty unless it names a task."""

    text: str
    do: str
    thing: str
    done: str
    sentence: bool
    symptoms: tuple[str, ...]
    situations: tuple[str, ...]


@dataclass(frozen=True)
class Grammar:
    """What the word lists of a language say about tasks."""

    verbs: dict[str, str]
    nominals: tuple[tuple[str, str], ...]
    symptoms: dict[str, tuple[str, ...]]
    situations: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@cache
def grammar(language: Language) -> Grammar:
    """The verbs, their nouns, and the complaints that go with them."""
    lists = settings(f"{NAMES[language]}_requests")
    nominals: dict[str, str] = {**lists["nominals"]}
    verbs: dict[str, str] = {**lists["participles"]}
    if language == "en":
        nominals |= {_gerund(verb): verb for verb in verbs}
    else:
        verbs |= {verb: _participle(verb, verbs) for verb in nominals.values()}
    symptoms: dict[str, tuple[str, ...]] = {}
    for names, sentences in lists["symptoms"].items():
        for name in names.split(" / "):
            verb = nominals.get(name, name)
            symptoms[verb] = (*symptoms.get(verb, ()), *sentences)
            if language == "fr" and verb[-2:] in {"er", "ir", "re"}:
                verbs.setdefault(verb, _participle(verb, verbs))
    return Grammar(verbs, _longest_first(nominals), symptoms, _situations(lists, language))


def _longest_first(nominals: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(nominals.items(), key=lambda item: -len(item[0])))


def _situations(
    lists: dict[str, Any], language: Language
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (tuple(lookup(term, language) for term in terms.split(" + ")), tuple(sentences))
        for terms, sentences in lists["situations"].items()
    )


def _participle(verb: str, known: dict[str, str]) -> str:
    head, space, rest = verb.removeprefix("se ").partition(" ")
    regular = head[:-2] + "é" if head.endswith("er") else head.removesuffix("r")
    return known.get(head, regular) + space + rest


def _gerund(verb: str) -> str:
    head, space, rest = verb.partition(" ")
    if head in DOUBLED:
        head += head[-1]
    elif head.endswith("e"):
        head = head[:-1]
    return f"{head}ing{space}{rest}"


@lru_cache(maxsize=100_000)
def understand(heading: str, language: Language) -> Heading:
    """Takes a heading, title or sentence apart."""
    text = BRACKETS.sub("", heading.replace("’", "'"))
    text = NUMBERING.sub("", text.strip()).rstrip(" .:;").strip() or heading.strip()
    bare = ASKING[language].sub("", text).strip() if not text.endswith("?") else text
    verb, rest = _task(bare, language)
    sentence = not verb and (len(bare.split()) > LONG or bool(SENTENCE[language].search(bare)))
    known = grammar(language)
    found = _situations_of(f"{verb} {text}", language)
    reached = TO_THING.match(rest) if language == "fr" else None
    if reached:
        thing = REACHED[reached[0].lower()] + rest[reached.end() :]
    else:
        thing = rest if verb and rest else _small(bare, language)
    doing = f"{verb} {rest}".strip() if verb else ""
    return Heading(
        text=_small(INVERTED.sub(r"\1", bare), language) if sentence else bare,
        do=joined("me " + doing[3:]) if doing.startswith("se ") else doing,
        thing=thing,
        done=known.verbs.get(verb, "")
        if rest and not reached and not verb.startswith("se ")
        else "",
        sentence=sentence,
        symptoms=known.symptoms.get(verb.removesuffix(" à"), ()) if rest else (),
        situations=found,
    )


def _task(text: str, language: Language) -> tuple[str, str]:
    """The verb of a heading that names a task, and what it is done to."""
    known = grammar(language)
    lower = text.lower()
    trouble = TROUBLE[language].match(text)
    if trouble and trouble.end() < len(text):
        rest = text[trouble.end() :]
        link = NOUN_LINK.match(rest) if language == "fr" else None
        return FAULTY[language], ARTICLES[link[0].lower()] + rest[link.end() :] if link else rest
    for noun, verb in known.nominals:
        if lower.startswith(noun) and not lower[len(noun) : len(noun) + 1].isalpha():
            rest = text[len(noun) :].strip()
            link = NOUN_LINK.match(rest) if language == "fr" else None
            if link:
                return verb, ARTICLES[link[0].lower()] + rest[link.end() :]
            if language == "en" and rest:
                return verb, rest.removeprefix("of ")
    for size in (3, 2, 1):
        head = " ".join(lower.split()[:size])
        bare = head.rstrip(",")
        verb = bare if bare in known.verbs else f"{bare}r"
        if verb in known.verbs and (verb == bare or DETERMINER.match(text[len(head) :].strip())):
            return verb, _after_verbs(text[len(bare) :], known.verbs)
    return _unknown_verb(text) if language == "fr" else ("", "")


def _after_verbs(rest: str, verbs: dict[str, str]) -> str:
    """What "add, change and remove" is done to: one of the verbs is enough for a question."""
    while (other := AND_VERB.match(rest)) and other[1].lower() in verbs:
        rest = rest[other.end() :]
    return rest.strip(" ,")


def _unknown_verb(text: str) -> tuple[str, str]:
    """A French infinitive no list knows: told by its ending and the article that follows."""
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low == "se" or low.startswith("s'"):
        verb, _, rest = text[3:].partition(" ") if low == "se" else text[2:].partition(" ")
        if verb.endswith(("er", "ir", "re")):
            return joined(f"me {verb.lower()}"), rest
    if low.endswith(("er", "ir", "oir")) and DETERMINER.match(rest):
        return low, rest
    return "", ""


def _small(text: str, language: Language) -> str:
    """A heading inside a sentence: a small first letter, unless it is a name."""
    first = text.split(" ", 1)[0]
    known = lookup(first, language) in lexicon(language).variants
    return text[:1].lower() + text[1:] if known or first.istitle() else text


@lru_cache(maxsize=100_000)
def _situations_of(text: str, language: Language) -> tuple[str, ...]:
    lower = text.lower()
    verbs = " ".join(verb for noun, verb in grammar(language).nominals if noun in lower)
    terms_known = lexicon(language).variants
    concepts = lexicon(language).concepts(f"{text} . {verbs}")
    padded = f" {lookup(text, language)} {lookup(verbs, language)} "
    size = len({word for word in lookup(text, language).split() if len(word) > 3})
    return tuple(
        sentence
        for terms, sentences in grammar(language).situations
        if len(terms) >= ABOUT * size
        and all(
            term in concepts or (term not in terms_known and f" {term} " in padded)
            for term in terms
        )
        for sentence in sentences
    )


def without_tail(thing: str, language: Language) -> str:
    """The thing without "dans…", "pour…": people rarely say where they are."""
    short = TAIL[language].sub("", thing)
    return short if len(short.split()) >= 2 else thing
