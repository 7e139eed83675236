"""Business errors of documents, and the words for files that cannot be read."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Problem, Words


class DocumentNotFound(NotFound):
    """No such document for this reader."""

    code = "document.not_found"
    fr = Words("Document introuvable", "Il n’existe pas ou ne vous est pas accessible.")
    en = Words("Document not found", "It does not exist or you have no access to it.")


class PassageNotFound(NotFound):
    """No such passage in the document's current content."""

    code = "passage.not_found"
    fr = Words("Passage introuvable", "Le document a peut-être été remplacé depuis.")
    en = Words("Passage not found", "The document may have been replaced since.")


class BadPath(InvalidInput):
    """A path that cannot be kept."""

    code = "document.bad_path"
    fr = Words(
        "Chemin non accepté",
        "Séparez les dossiers par « / », sans « .. » ni caractère de contrôle, 1 000 au plus.",
    )
    en = Words(
        "Path not accepted",
        "Separate folders by “/”, without “..” or control characters, 1,000 at most.",
    )


class BadAudience(InvalidInput):
    """An audience that is not public, workspace or known companies."""

    code = "document.bad_audience"
    fr = Words(
        "Audience inconnue",
        "Choisissez public, workspace, ou companies: suivi d’identifiants d’entreprises clientes.",
    )
    en = Words(
        "Unknown audience",
        "Choose public, workspace, or companies: followed by client company ids.",
    )


class PathTaken(Conflict):
    """A restored document's path is used by a newer one."""

    code = "document.path_taken"
    fr = Words(
        "Ce chemin est déjà utilisé", "Un autre document l’occupe ; supprimez-le ou gardez-le."
    )
    en = Words("This path is in use", "Another document has it; delete that one or keep it.")


class NotRetryable(Conflict):
    """Only a failed document can be tried again."""

    code = "document.not_failed"
    fr = Words("Ce document n’est pas en échec", "Il n’y a rien à relancer.")
    en = Words("This document has not failed", "There is nothing to try again.")


class FileMissing(Problem):
    """The stored file is gone from the disk."""

    status = 410
    code = "document.file_missing"
    fr = Words(
        "Fichier absent", "Le fichier d’origine manque dans le stockage. Téléversez-le à nouveau."
    )
    en = Words("File missing", "The original is missing from storage. Upload it again.")


class NoEmptyFile(InvalidInput):
    """A file without a name."""

    code = "document.no_name"
    fr = Words("Fichier sans nom", "Donnez un nom au fichier.")
    en = Words("File without a name", "Give the file a name.")


# What a person reads when a file could not be turned into passages: what happened, what to do.
EXTRACTION: dict[str, dict[str, Words]] = {
    "encrypted": {
        "fr": Words(
            "Fichier protégé par mot de passe",
            "Retirez la protection puis téléversez-le à nouveau.",
        ),
        "en": Words("Password-protected file", "Remove the protection, then upload it again."),
    },
    "scanned": {
        "fr": Words(
            "Document numérisé sans texte",
            "Passez-le à la reconnaissance de caractères (OCR) puis téléversez le PDF obtenu.",
        ),
        "en": Words(
            "Scanned document without text",
            "Run optical character recognition (OCR), then upload the resulting PDF.",
        ),
    },
    "corrupt": {
        "fr": Words(
            "Fichier endommagé",
            "Ouvrez-le dans son logiciel, enregistrez-le à nouveau, puis téléversez-le.",
        ),
        "en": Words("Damaged file", "Open it in its own program, save it again, then upload it."),
    },
    "empty": {
        "fr": Words("Fichier vide", "Vérifiez le fichier d’origine : il ne contient aucun octet."),
        "en": Words("Empty file", "Check the original: it holds no bytes."),
    },
    "no_text": {
        "fr": Words(
            "Aucun texte trouvé", "Le fichier s’ouvre mais ne contient pas de texte lisible."
        ),
        "en": Words("No text found", "The file opens but holds no readable text."),
    },
    "unsupported": {
        "fr": Words(
            "Format non pris en charge",
            "Enregistrez-le en PDF, DOCX, XLSX, PPTX, ODT, HTML, texte, CSV, EML ou RTF.",
        ),
        "en": Words(
            "Unsupported format",
            "Save it as PDF, DOCX, XLSX, PPTX, ODT, HTML, text, CSV, EML or RTF.",
        ),
    },
    "mistyped": {
        "fr": Words(
            "Le contenu ne correspond pas à l’extension",
            "Renommez le fichier avec sa vraie extension ou réenregistrez-le.",
        ),
        "en": Words(
            "The content does not match the extension",
            "Rename the file to its true extension or save it again.",
        ),
    },
    "too_large": {
        "fr": Words(
            "Document trop volumineux", "Divisez-le en parties plus petites puis téléversez-les."
        ),
        "en": Words("Document too large", "Split it into smaller parts, then upload them."),
    },
    "timeout": {
        "fr": Words("Lecture trop longue", "Simplifiez ou divisez le document, puis relancez."),
        "en": Words("Reading took too long", "Simplify or split the document, then try again."),
    },
    "beyond_companies": {
        "fr": Words(
            "Archive hors de vos entreprises clientes",
            "Un de ses fichiers irait à une entreprise pour laquelle vous n’intervenez pas :"
            " déposez-la dans un autre dossier.",
        ),
        "en": Words(
            "Archive beyond your client companies",
            "One of its files would go to a company that you do not act for: put it in another"
            " folder.",
        ),
    },
    "internal": {
        "fr": Words(
            "La lecture a échoué", "Relancez ; si cela persiste, prévenez votre administrateur."
        ),
        "en": Words("Reading failed", "Try again; if it persists, tell your administrator."),
    },
}


def extraction_words(code: str, language: str) -> Words:
    """Title and hint for a failed document."""
    return EXTRACTION.get(code, EXTRACTION["internal"])["en" if language == "en" else "fr"]
