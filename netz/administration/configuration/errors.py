"""Business errors of the configuration."""

from netz.core.errors import Conflict, NotFound, Words


class SettingNotFound(NotFound):
    """There is no such setting, or not for this person."""

    code = "setting.not_found"
    fr = Words("Ce réglage n’existe pas", "Rien n’a été modifié. Rechargez la liste des réglages.")
    en = Words("There is no such setting", "Nothing was changed. Load the list of settings again.")


class SettingNotResettable(Conflict):
    """A setting that is not one value, or that has no default."""

    code = "setting.not_resettable"
    fr = Words(
        "Ce réglage ne peut pas être rétabli d’ici",
        "Rien n’a été modifié. Changez-le sur son propre écran.",
    )
    en = Words(
        "This setting can’t be reset from here",
        "Nothing was changed. Change it on its own screen.",
    )
