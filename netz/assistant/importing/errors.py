"""Why a file of conversations can't be taken in."""

from netz.core.errors import InvalidInput, TooLarge, Words


class ExportUnreadable(InvalidInput):
    """The file is neither JSON nor a zip that holds some, or it breaks off."""

    code = "conversations.import.unreadable"
    fr = Words(
        "Ce fichier n’est pas lisible",
        "Il est abîmé, incomplet ou protégé par un mot de passe. Téléchargez l’export de nouveau, "
        "puis choisissez le .zip ou le .json tel quel. Rien n’a été importé.",
    )
    en = Words(
        "This file can’t be read",
        "It is damaged, incomplete or protected by a password. Download the export again, then "
        "choose the .zip or .json as it is. Nothing was imported.",
    )


class NoConversations(InvalidInput):
    """It can be read, and holds no conversation of a form that we know."""

    code = "conversations.import.unknown"
    fr = Words(
        "Aucune conversation reconnue dans ce fichier",
        "Choisissez l’export de ChatGPT (le .zip ou conversations.json) ou celui d’Open WebUI "
        "(un .json). Rien n’a été importé.",
    )
    en = Words(
        "No known conversation in this file",
        "Choose ChatGPT’s export (the .zip or conversations.json) or Open WebUI’s (a .json). "
        "Nothing was imported.",
    )


class ExportTooLarge(TooLarge):
    """More than one request should do."""

    code = "conversations.import.too_large"
    fr = Words(
        "Trop de conversations à la fois",
        "Un fichier contient au plus {count} conversations et {megabytes} Mo une fois décompressé. "
        "Importez-le en plusieurs fois. Rien n’a été importé.",
    )
    en = Words(
        "Too many conversations at once",
        "A file holds {count} conversations and {megabytes} MB unpacked at most. "
        "Import it in several parts. Nothing was imported.",
    )
