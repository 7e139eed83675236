"""Business errors of applications."""

from netz.core.errors import InvalidInput, NotFound, Problem, Words


class ApplicationNotFound(NotFound):
    """No such application in this workspace."""

    code = "oauth.application_not_found"
    fr = Words("Application introuvable", "Elle n’existe pas dans cet espace.")
    en = Words("Application not found", "There is none in this workspace.")


class ConnectionNotFound(NotFound):
    """Nobody allowed this, or it is withdrawn already."""

    code = "oauth.connection_not_found"
    fr = Words("Accès introuvable", "Il est peut-être déjà retiré.")
    en = Words("Access not found", "It may be withdrawn already.")


class RedirectRefused(InvalidInput):
    """Where codes are sent must be an address that only the application can read."""

    code = "oauth.redirect_refused"
    fr = Words(
        "Adresse de retour refusée",
        "{uri} : donnez une adresse https complète, ou http://127.0.0.1 pour un poste de travail."
        " Rien n’a été enregistré.",
    )
    en = Words(
        "Redirect address refused",
        "{uri}: give a full https address, or http://127.0.0.1 for a workstation."
        " Nothing was saved.",
    )


class NotAllowedBefore(InvalidInput):
    """What was allowed can be narrowed; for more, the application asks the person again."""

    code = "oauth.not_allowed_before"
    fr = Words(
        "Ce droit n’avait pas été autorisé",
        "{scope} : seule l’application peut en demander davantage. Rien n’a été modifié.",
    )
    en = Words(
        "This was not allowed before",
        "{scope}: only the application itself can ask for more. Nothing was changed.",
    )


class RedirectMissing(InvalidInput):
    """Without an address, nobody could be sent back to the application."""

    code = "oauth.redirect_missing"
    fr = Words("Adresse de retour manquante", "Donnez-en une au moins. Rien n’a été enregistré.")
    en = Words("Redirect address missing", "Give one at least. Nothing was saved.")


class NotForMachines(InvalidInput):
    """An application that acts for itself has a secret, and asks nobody anything."""

    code = "oauth.not_for_machines"
    fr = Words(
        "Cela ne convient pas à une application qui agit pour elle-même",
        "Elle a un secret, aucune adresse de retour et aucun droit sur l’identité d’une personne."
        " Rien n’a été enregistré.",
    )
    en = Words(
        "This does not fit an application that acts for itself",
        "It has a secret, no redirect address, and no right about a person’s identity."
        " Nothing was saved.",
    )


class SecretOfPublic(InvalidInput):
    """A public application cannot keep a secret, so it has none."""

    code = "oauth.no_secret"
    fr = Words(
        "Cette application n’a pas de secret",
        "Une application publique n’en a pas. Rien n’a été modifié.",
    )
    en = Words("This application has no secret", "A public one has none. Nothing was changed.")


class RequestRefused(Problem):
    """The application's request is such that the person must not be sent back to it."""

    status = 400
    code = "oauth.request_refused"
    fr = Words(
        "Demande d’accès refusée",
        "Cet espace ne connaît pas l’application ou son adresse de retour ({reason})."
        " Rien n’a été transmis. Si vous avez plusieurs espaces, ouvrez d’abord le bon.",
    )
    en = Words(
        "Request for access refused",
        "This workspace does not know the application or its redirect address ({reason})."
        " Nothing was passed on. If you have several workspaces, open the right one first.",
    )
