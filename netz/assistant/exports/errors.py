"""Why an export of conversations is not begun, or not handed out."""

from netz.core.errors import Conflict, NotFound, Problem, Words


class ExportNotFound(NotFound):
    """No such export of this member."""

    code = "conversation_export.not_found"
    fr = Words("Export introuvable", "Il n’existe plus ou n’est pas le vôtre.")
    en = Words("Export not found", "It does not exist any more or is not yours.")


class ExportRuns(Conflict):
    """One at a time: each may read thousands of conversations."""

    code = "conversation_export.running"
    fr = Words(
        "Un de vos exports est déjà en cours",
        "Attendez qu’il soit prêt, ou annulez-le ; rien n’a changé.",
    )
    en = Words(
        "One of your exports is under way already",
        "Wait until it is ready, or cancel it; nothing changed.",
    )


class NothingToExport(Conflict):
    """The list is empty."""

    code = "conversation_export.empty"
    fr = Words("Il n’y a rien à exporter", "Cette liste ne contient aucune conversation.")
    en = Words("There is nothing to export", "This list holds no conversation.")


class TooManyToExport(Conflict):
    """The list holds more than a file may."""

    code = "conversation_export.too_many"
    fr = Words(
        "Cette liste contient {count} conversations",
        "Un export en contient {most} au plus. Réduisez la liste, par période par exemple.",
    )
    en = Words(
        "This list holds {count} conversations",
        "An export holds {most} at most. Narrow the list, by its period for instance.",
    )


class ExportOver(Conflict):
    """Only what is under way can be cancelled."""

    code = "conversation_export.over"
    fr = Words("Cet export est terminé", "Il n’y a plus rien à annuler.")
    en = Words("This export is over", "There is nothing left to cancel.")


class ExportNotReady(Conflict):
    """There is no file."""

    code = "conversation_export.not_ready"
    fr = Words("Cet export n’a pas de fichier", "Attendez qu’il soit prêt, ou lancez-en un autre.")
    en = Words("This export has no file", "Wait until it is ready, or start another one.")


class ExportExpired(Problem):
    """Its days are over."""

    status = 410
    code = "conversation_export.expired"
    fr = Words(
        "Cet export a expiré",
        "Un fichier est gardé 7 jours. Vos conversations sont toujours là : relancez l’export.",
    )
    en = Words(
        "This export has expired",
        "A file is kept for 7 days. Your conversations are still there: export them again.",
    )


class ExportOutdated(Problem):
    """The member may not read all of it any more."""

    status = 410
    code = "conversation_export.outdated"
    fr = Words(
        "Ce fichier ne vous est plus ouvert",
        "Ce que vous pouvez lire a changé depuis qu’il a été fait. Relancez l’export : "
        "il contiendra ce que vous pouvez lire aujourd’hui.",
    )
    en = Words(
        "This file is no longer open to you",
        "What you may read has changed since it was made. Export again: "
        "it will hold what you may read today.",
    )
