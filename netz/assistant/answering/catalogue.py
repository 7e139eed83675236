"""The sentences around an answer, in French and English."""

from __future__ import annotations

from netz.assistant.answering.types import Language

TEXTS: dict[str, dict[Language, str]] = {
    "ai_notice": {
        "fr": "Réponse rédigée par une IA à partir des documents de {workspace}.",
        "en": "Answer written by an AI from the documents of {workspace}.",
    },
    "ai_notice_extractive": {
        "fr": "Réponse assemblée automatiquement par une IA : chaque phrase est tirée des "
        "documents de {workspace}.",
        "en": "Answer put together automatically by an AI: each sentence is taken from the "
        "documents of {workspace}.",
    },
    "ai_notice_attached": {
        "fr": "Réponse rédigée par une IA à partir des fichiers joints et des documents de"
        " {workspace}.",
        "en": "Answer written by an AI from the attached files and the documents of {workspace}.",
    },
    "ai_notice_attached_extractive": {
        "fr": "Réponse assemblée automatiquement par une IA : chaque phrase est tirée des fichiers"
        " joints à cette conversation.",
        "en": "Answer put together automatically by an AI: each sentence is taken from the files"
        " attached to this conversation.",
    },
    "imported": {
        "fr": "Importé de {origin} : non vérifié dans vos documents.",
        "en": "Imported from {origin}: not checked against your documents.",
    },
    "fallback": {
        "fr": "Le modèle de langage n'a pas répondu : voici ce que disent les documents.",
        "en": "The language model did not reply: here is what the documents say.",
    },
    "refused": {
        "fr": "Je n'ai pas trouvé la réponse dans les documents.",
        "en": "I did not find the answer in the documents.",
    },
    "looked_for": {"fr": "J'ai cherché : {terms}.", "en": "I looked for: {terms}."},
    "missing": {
        "fr": "Rien sur : {terms}.",
        "en": "Nothing about: {terms}.",
    },
    "nearest": {
        "fr": "Les documents les plus proches sont affichés ci-dessous.",
        "en": "The nearest documents are shown below.",
    },
    "no_documents": {
        "fr": "Aucun document que vous pouvez consulter ne s'en approche.",
        "en": "No document that you may read comes near it.",
    },
    "handover": {
        "fr": "Je peux transmettre votre question à un technicien.",
        "en": "I can hand your question over to a technician.",
    },
    "suggestion_heading": {
        "fr": "Que disent les documents sur « {heading} » ?",
        "en": "What do the documents say about “{heading}”?",
    },
    "suggestion_how": {"fr": "Comment {heading} ?", "en": "How do I {heading}?"},
    "question.empty": {
        "fr": "Écrivez une question pour que je puisse chercher.",
        "en": "Write a question so that I can search.",
    },
    "question.too_long": {
        "fr": "La question est trop longue : 4 000 caractères au plus.",
        "en": "The question is too long: 4,000 characters at most.",
    },
}


ORIGINS = {"chatgpt": "ChatGPT", "openwebui": "Open WebUI"}


def text(key: str, language: Language, **values: str) -> str:
    """Return the catalogue's sentence `key` in `language`, its {names} filled in."""
    return TEXTS[key][language].format(**values)


def ai_notice(language: Language, workspace: str, *, by_model: bool, attached: bool = False) -> str:
    """Return the label that every AI answer carries (EU AI Act, art. 50)."""
    key = "ai_notice_attached" if attached else "ai_notice"
    return text(key if by_model else f"{key}_extractive", language, workspace=workspace)


def imported_notice(language: Language, origin: str) -> str:
    """Return the label of what another assistant said."""
    return text("imported", language, origin=ORIGINS[origin])


def listed(terms: tuple[str, ...], language: Language) -> str:
    """Return `terms` as a readable enumeration in quotation marks."""
    opening, closing = ("« ", " »") if language == "fr" else ("“", "”")
    return ", ".join(f"{opening}{term}{closing}" for term in terms)
