"""What a directory is told when it can't have its way; see `answers` for the form."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Words


class AddressElsewhere(Conflict):
    """The address has an account that this workspace has no say over."""

    code = "directory.address_elsewhere"
    fr = Words(
        "Cette adresse a déjà un compte",
        "Vérifiez d’abord son domaine dans cet espace, ou invitez la personne.",
    )
    en = Words(
        "The address has an account already",
        "Verify its domain in this workspace first, or invite the person.",
    )


class UserExists(Conflict):
    """The directory made this user already."""

    code = "directory.user_exists"
    fr = Words("Cet utilisateur existe déjà", "Modifiez celui qui porte ce userName.")
    en = Words("The user exists already", "Change the one that has this userName.")


class ExternalIdTaken(Conflict):
    """Two members with one external id."""

    code = "directory.external_id_taken"
    fr = Words("externalId déjà utilisé", "Un autre membre porte cet identifiant.")
    en = Words("externalId in use", "Another member has this identifier.")


class NoPlace(InvalidInput):
    """Nothing says what the person would be here."""

    code = "directory.no_place"
    fr = Words(
        "Rien ne dit quel serait le rôle de cette personne",
        "Vérifiez le domaine de l’adresse, ou notez-le chez une entreprise cliente.",
    )
    en = Words(
        "Nothing says what role this person would have",
        "Verify the address’s domain, or list it at a client company.",
    )


class NoAddress(InvalidInput):
    """The userName is no e-mail address."""

    code = "directory.no_address"
    fr = Words("userName doit être une adresse e-mail", "Corrigez la correspondance d’attributs.")
    en = Words("userName must be an e-mail address", "Correct the attribute mapping.")


class AddressFixed(Conflict):
    """The userName can't be changed by this directory; the reason would tell about other places."""

    code = "directory.address_fixed"
    fr = Words(
        "Ce userName ne peut pas être changé ici",
        "L’ancienne et la nouvelle adresse doivent être libres et dans des domaines vérifiés de"
        " cet espace seul ; sinon, la personne change son adresse dans son profil. Rien n’a été"
        " modifié.",
    )
    en = Words(
        "This userName can’t be changed here",
        "The old and the new address must be free and in verified domains of this workspace"
        " alone; otherwise the person changes the address in their profile. Nothing was changed.",
    )


class UnknownMember(InvalidInput):
    """A group names somebody who is not a member."""

    code = "directory.unknown_member"
    fr = Words("Membre de groupe inconnu", "Créez d’abord l’utilisateur ; rien n’a été modifié.")
    en = Words("Unknown group member", "Create the user first; nothing was changed.")


class EmergencyAdmin(Conflict):
    """An emergency admin stays, whatever the directory says."""

    code = "directory.emergency_admin"
    fr = Words(
        "Administrateur de secours",
        "L’annuaire ne peut pas le désactiver ; rien n’a été modifié.",
    )
    en = Words(
        "Emergency administrator", "The directory can’t deactivate them; nothing was changed."
    )


class GroupNotFound(NotFound):
    """No such group of the directory."""

    code = "directory.group_not_found"
    fr = Words("Groupe introuvable", "L’annuaire l’a peut-être supprimé.")
    en = Words("Group not found", "The directory may have deleted it.")
