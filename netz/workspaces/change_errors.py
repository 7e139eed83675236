"""Business errors of changes of many members at once."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Words


class ItIsYou(Conflict):
    """Nobody changes themselves among many others."""

    code = "member.yourself"
    fr = Words("C’est vous", "Vous restez tel quel ; un autre administrateur peut vous modifier.")
    en = Words("This is you", "You stay as you are; another administrator can change you.")


class ChangedSince(Conflict):
    """What is to be undone was changed again in between."""

    code = "member.changed_since"
    fr = Words("Modifié entre-temps", "Ce membre reste tel qu’il est maintenant.")
    en = Words("Changed in the meantime", "This member stays as they are now.")


class TooManyMembers(InvalidInput):
    """More than can be looked over and done at once."""

    code = "members.too_many"
    fr = Words(
        "Trop de membres à la fois : {count}",
        "Une action en touche {limit} au plus ; ajoutez un filtre. Rien n’a été modifié.",
    )
    en = Words(
        "Too many members at once: {count}",
        "One action reaches {limit} at most; add a filter. Nothing was changed.",
    )


class PreviewOutdated(Conflict):
    """Between preview and change the members have changed."""

    code = "members.preview_outdated"
    fr = Words(
        "L’aperçu n’est plus valable",
        "Des membres ont changé depuis. Regardez le nouvel aperçu, puis confirmez ; "
        "rien n’a été modifié.",
    )
    en = Words(
        "The preview no longer holds",
        "Members have changed since. Look at the new preview, then confirm; nothing was changed.",
    )


class ChangeNotFound(NotFound):
    """No such change in this workspace, or its time is over."""

    code = "members.change_not_found"
    fr = Words(
        "Ce changement ne peut plus être annulé",
        "Il l’a déjà été, ou plus d’un jour a passé. Rien n’a été modifié.",
    )
    en = Words(
        "This change can no longer be undone",
        "It was undone already, or more than a day has passed. Nothing was changed.",
    )
