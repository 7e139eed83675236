"""Why an export is not begun, or not handed out."""

from netz.core.errors import Conflict, NotFound, Problem, Words


class ExportNotFound(NotFound):
    """No such export in this workspace."""

    code = "export.not_found"
    fr = Words("Export introuvable", "Il n’existe pas dans cet espace.")
    en = Words("Export not found", "There is none in this workspace.")


class ExportRuns(Conflict):
    """One at a time: each reads everything."""

    code = "export.running"
    fr = Words(
        "Un export est déjà en cours", "Attendez qu’il soit prêt, ou annulez-le ; rien n’a changé."
    )
    en = Words(
        "An export is under way already", "Wait until it is ready, or cancel it; nothing changed."
    )


class ExportOver(Conflict):
    """Only what is under way can be cancelled."""

    code = "export.over"
    fr = Words("Cet export est terminé", "Il n’y a plus rien à annuler.")
    en = Words("This export is over", "There is nothing left to cancel.")


class ExportNotReady(Conflict):
    """There is no file, or none any more."""

    code = "export.not_ready"
    fr = Words("Cet export n’a pas de fichier", "Attendez qu’il soit prêt, ou lancez-en un autre.")
    en = Words("This export has no file", "Wait until it is ready, or start another one.")


class ExportLinkOver(Problem):
    """The link's hours are over, or it is not this person's."""

    status = 410
    code = "export.link_over"
    fr = Words(
        "Ce lien de téléchargement n’est plus valable",
        "Il dure 24 heures et n’ouvre que pour la personne qui l’a demandé. "
        "Demandez-en un autre dans les réglages de l’espace.",
    )
    en = Words(
        "This download link is no longer valid",
        "It lasts 24 hours and opens for the person who asked for it alone. "
        "Ask for another one in the workspace’s settings.",
    )


class SeesOnlySome(Problem):
    """Who acts for some companies alone may not take everything."""

    status = 403
    code = "export.limited"
    fr = Words(
        "Vous ne voyez qu’une partie de l’espace",
        "Un export contient tout : demandez-le à un administrateur.",
    )
    en = Words(
        "You see only part of the workspace",
        "An export holds everything: ask an administrator for it.",
    )
