"""Errors around the deletion of a workspace."""

from netz.core.errors import Conflict, InvalidInput, Words


class WorkspaceCloses(Conflict):
    """Nobody new comes into a workspace that is to be deleted."""

    code = "workspace.closes"
    fr = Words(
        "Cet espace va être supprimé",
        "Plus personne ne peut y entrer. Un administrateur peut encore garder l’espace ; "
        "rien n’a été modifié.",
    )
    en = Words(
        "This workspace is going to be deleted",
        "Nobody new can come in. An administrator can still keep the workspace; "
        "nothing was changed.",
    )


class ClosingAlready(Conflict):
    """The day is set."""

    code = "workspace.closing_already"
    fr = Words(
        "La suppression est déjà prévue",
        "Pour en changer la date, gardez d’abord l’espace ; rien n’a été modifié.",
    )
    en = Words(
        "The deletion is planned already",
        "To change its day, keep the workspace first; nothing was changed.",
    )


class OtherName(InvalidInput):
    """What was typed isn't the workspace's name."""

    code = "workspace.other_name"
    fr = Words(
        "Ce n’est pas le nom de l’espace",
        "Tapez-le exactement comme il s’affiche ; rien n’a été modifié.",
    )
    en = Words(
        "This is not the workspace’s name",
        "Type it exactly as it is shown; nothing was changed.",
    )
