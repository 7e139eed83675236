"""The kinds of notices, how each is told unless the member chooses otherwise, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal["request", "unanswered", "assigned", "message", "mention", "export"]
Mail = Literal["now", "daily", "never"]

KINDS: tuple[Kind, ...] = get_args(Kind)
# A client's people look after nobody's requests.
STAFF_ONLY: frozenset[Kind] = frozenset({"request", "unanswered", "assigned", "mention"})


@dataclass(frozen=True, slots=True)
class Ways:
    """How one kind is told beside the inbox."""

    push: bool
    mail: Mail


PROPOSED: dict[Kind, Ways] = {
    "request": Ways(push=True, mail="now"),
    "unanswered": Ways(push=True, mail="now"),
    "assigned": Ways(push=True, mail="now"),
    "message": Ways(push=True, mail="now"),
    "mention": Ways(push=True, mail="now"),
    "export": Ways(push=True, mail="never"),
}

# Kind: its title, and what a letter says below it. The client has the inbox's own.
_FR: dict[Kind, tuple[str, str]] = {
    "request": (
        "{name} demande l’aide d’une personne",
        "{name} ({company}) a demandé de l’aide.\n\nQuestion : {question}\n"
        "Précision : {note}\n\nPrendre la demande : {address}",
    ),
    "unanswered": (
        "{name} attend une personne depuis {minutes} min",
        "{name} ({company}) attend toujours une réponse : {title}\n\n"
        "Prendre la demande : {address}",
    ),
    "assigned": (
        "{name} vous confie une demande",
        "{name} vous a confié la conversation « {title} ».\n\nLa reprendre : {address}",
    ),
    "message": (
        "{name} vous a écrit",
        "{name} vous a écrit dans la conversation « {title} ».\n\nLire et répondre : {address}",
    ),
    "mention": (
        "{name} vous demande dans une note",
        "{name} vous a mentionné dans une note interne, dans la conversation « {title} »."
        "\n\nLa lire : {address}",
    ),
    "export": (
        "Votre export est prêt",
        "Votre export de {count} conversations est prêt.\n\nLe télécharger : {address}",
    ),
}
_EN: dict[Kind, tuple[str, str]] = {
    "request": (
        "{name} asks for help from a person",
        "{name} ({company}) asked for help.\n\nQuestion: {question}\n"
        "Note: {note}\n\nTake the request: {address}",
    ),
    "unanswered": (
        "{name} has been waiting for a person for {minutes} min",
        "{name} ({company}) is still waiting for an answer: {title}\n\nTake the request: {address}",
    ),
    "assigned": (
        "{name} hands a request over to you",
        "{name} handed the conversation “{title}” over to you.\n\nTake it up: {address}",
    ),
    "message": (
        "{name} wrote to you",
        "{name} wrote to you in the conversation “{title}”.\n\nRead and reply: {address}",
    ),
    "mention": (
        "{name} asks for you in a note",
        "{name} mentioned you in an internal note, in the conversation “{title}”."
        "\n\nRead it: {address}",
    ),
    "export": (
        "Your export is ready",
        "Your export of {count} conversations is ready.\n\nDownload it: {address}",
    ),
}
_TEXTS = {"fr": _FR, "en": _EN}

_SEVERAL = {
    "fr": ("{count} nouveautés pour vous", "Ce que vous n’avez pas encore lu :", "Tout voir"),
    "en": ("{count} new things for you", "What you have not read yet:", "See all"),
}
_CHOOSE = {
    "fr": "Choisir ce que vous recevez : {address}",
    "en": "Choose what you receive: {address}",
}


def title_of(kind: str, words: Mapping[str, Any], language: str) -> str:
    """What happened, in one line."""
    return _texts(kind, language)[0].format_map(words)


def body_of(kind: str, words: Mapping[str, Any], address: str, language: str) -> str:
    """What a letter of this one notice says."""
    return _texts(kind, language)[1].format_map({**words, "address": address})


def several(count: int, language: str) -> tuple[str, str, str]:
    """For notices told together: a title, what stands above their list, and what leads to all."""
    title, above, all_of_them = _SEVERAL[_known(language)]
    return title.format(count=count), above, all_of_them


def choosing(address: str, language: str) -> str:
    """What every letter ends with."""
    return _CHOOSE[_known(language)].format(address=address)


def _texts(kind: str, language: str) -> tuple[str, str]:
    return {str(one): texts for one, texts in _TEXTS[_known(language)].items()}[kind]


def _known(language: str) -> str:
    return "en" if language == "en" else "fr"
