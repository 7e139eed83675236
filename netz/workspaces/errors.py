"""Business errors of workspaces, members, invitations and API keys."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Problem, Words


class MemberNotFound(NotFound):
    """No such member in this workspace."""

    code = "member.not_found"
    fr = Words("Membre introuvable", "Il n’existe pas dans cet espace.")
    en = Words("Member not found", "There is none in this workspace.")


class LastAdmin(Conflict):
    """The change would leave the workspace without an active admin."""

    code = "member.last_admin"
    fr = Words(
        "C’est le dernier administrateur",
        "Nommez d’abord un autre administrateur ; rien n’a été modifié.",
    )
    en = Words(
        "This is the last administrator", "Make somebody else admin first; nothing was changed."
    )


class LastBreakGlass(LastAdmin):
    """The change would leave nobody who gets in when the enforced identity provider fails."""

    code = "member.last_break_glass"
    fr = Words(
        "C’est le dernier administrateur de secours",
        "La connexion unique est imposée : choisissez d’abord un autre administrateur de secours ;"
        " rien n’a été modifié.",
    )
    en = Words(
        "This is the last emergency admin",
        "Single sign-on is enforced: choose another emergency admin first; nothing was changed.",
    )


class LastAdminLeaves(Conflict):
    """Deleting the account would leave workspaces without an active admin."""

    code = "account.last_admin"
    fr = Words(
        "Vous êtes le dernier administrateur, ou le dernier de secours",
        "Nommez d’abord un autre administrateur (de secours), ou supprimez l’espace : "
        "{workspaces}. Rien n’a été modifié.",
    )
    en = Words(
        "You are the last administrator, or the last emergency one",
        "Make somebody else (emergency) admin first, or delete the workspace: {workspaces}. "
        "Nothing was changed.",
    )


class CompanyNeeded(InvalidInput):
    """A guest belongs to a company."""

    code = "member.company_needed"
    fr = Words("Entreprise cliente requise", "Un invité appartient à une entreprise cliente.")
    en = Words("Client company needed", "A guest belongs to a client company.")


class CompanyNotFound(NotFound):
    """No such company in this workspace."""

    code = "company.not_found"
    fr = Words("Entreprise cliente introuvable", "Elle n’existe pas dans cet espace.")
    en = Words("Client company not found", "There is none in this workspace.")


class CompanyExists(Conflict):
    """Company names are unique in a workspace."""

    code = "company.exists"
    fr = Words("Cette entreprise cliente existe déjà", "Choisissez un autre nom.")
    en = Words("This client company exists already", "Choose another name.")


class InvitationNotFound(NotFound):
    """Unknown, used, withdrawn or expired: all look the same."""

    code = "invitation.not_found"
    fr = Words(
        "Invitation inconnue ou expirée", "Demandez une nouvelle invitation à votre administrateur."
    )
    en = Words("Unknown or expired invitation", "Ask your administrator for a new invitation.")


class AlreadyMember(Conflict):
    """The address belongs to a member already."""

    code = "member.exists"
    fr = Words("Cette personne est déjà membre", "Modifiez son rôle dans la liste des membres.")
    en = Words("This person is a member already", "Change the role in the list of members.")


class WeakPassword(InvalidInput):
    """The password was refused by the validators."""

    code = "password.weak"
    fr = Words("Mot de passe refusé", "{reason}")
    en = Words("Password refused", "{reason}")


class WrongPassword(InvalidInput):
    """The address has an account already, and the password is not its own."""

    code = "invitation.sign_in"
    fr = Words(
        "Un compte existe déjà pour cette adresse",
        "Donnez le mot de passe de ce compte pour rejoindre l’espace.",
    )
    en = Words(
        "An account exists for this address",
        "Give the password of that account to join the workspace.",
    )


class ApiKeyNotFound(NotFound):
    """No such key in this workspace."""

    code = "apikey.not_found"
    fr = Words("Clé d’API introuvable", "Elle n’existe pas dans cet espace.")
    en = Words("API key not found", "There is none in this workspace.")


class ScopeTooWide(InvalidInput):
    """A key may not do more than the member who makes it."""

    code = "apikey.scope"
    fr = Words(
        "Droits trop larges", "Vous ne pouvez pas donner un droit que vous n’avez pas : {scope}."
    )
    en = Words("Scope too wide", "You cannot give a right that you do not have: {scope}.")


class KeysByAdminsOnly(Problem):
    """The workspace leaves the making of keys to its admins."""

    status = 403
    code = "apikey.admins_only"
    fr = Words(
        "Les clés d’API sont réservées aux administrateurs",
        "Cet espace en a décidé ainsi ; demandez-en une à un administrateur. Rien n’a été créé.",
    )
    en = Words(
        "API keys are for administrators",
        "This workspace has decided so; ask an administrator for one. Nothing was made.",
    )


class KeyLivesTooLong(InvalidInput):
    """The workspace says how long a key may live."""

    code = "apikey.lives_too_long"
    fr = Words(
        "Durée de validité trop longue",
        "Dans cet espace, une clé vaut au plus {days} jours. Choisissez une date plus proche ;"
        " rien n’a été créé.",
    )
    en = Words(
        "The key would live too long",
        "In this workspace a key lives {days} days at most. Choose an earlier date;"
        " nothing was made.",
    )


class BreakGlassNeeded(Conflict):
    """Single sign-on can't be enforced without somebody who gets in when it fails."""

    code = "sso.break_glass_needed"
    fr = Words(
        "Choisissez un administrateur de secours",
        "Il doit être administrateur actif et avoir un mot de passe ; rien n’a été modifié.",
    )
    en = Words(
        "Choose an emergency admin",
        "It must be an active admin who has a password; nothing was changed.",
    )


class SavedFilterNotFound(NotFound):
    """No such filter of this member."""

    code = "saved_filter.not_found"
    fr = Words("Filtre introuvable", "Il n’existe plus ou n’est pas le vôtre.")
    en = Words("Filter not found", "It does not exist any more or is not yours.")


class TooManySavedFilters(Conflict):
    """The member has as many filters as there can be."""

    code = "saved_filter.too_many"
    fr = Words("Vous avez déjà {most} filtres", "Supprimez-en un, puis enregistrez celui-ci.")
    en = Words("You have {most} filters already", "Delete one, then save this one.")
