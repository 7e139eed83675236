"""Business errors of the security policy, of joining and of client companies' domains."""

from netz.core.errors import Conflict, Forbidden, InvalidInput, NotFound, Words


class DomainMalformed(InvalidInput):
    """Not an e-mail domain."""

    code = "domain.malformed"
    fr = Words(
        "Domaine non valide : {domain}", "Écrivez-le comme « exemple.fr » ; rien n’a été modifié."
    )
    en = Words("Not a valid domain: {domain}", "Write it like “example.com”; nothing was changed.")


class DomainPublic(InvalidInput):
    """A mail provider's domain belongs to no company."""

    code = "domain.public"
    fr = Words(
        "{domain} est une messagerie grand public",
        "N’importe qui peut y ouvrir une adresse : ce domaine ne prouve aucune entreprise. "
        "Rien n’a été modifié.",
    )
    en = Words(
        "{domain} is a public mail provider",
        "Anybody can get an address there, so the domain proves no company. Nothing was changed.",
    )


class DomainNotOwn(InvalidInput):
    """Registration is limited to domains that the workspace knows."""

    code = "policy.domain_unknown"
    fr = Words(
        "{domain} n’appartient à aucune entreprise de l’espace",
        "Ajoutez-le d’abord à une entreprise cliente, ou vérifiez-le par le DNS. "
        "Rien n’a été modifié.",
    )
    en = Words(
        "{domain} belongs to no company of this workspace",
        "Add it to a client company first, or verify it by DNS. Nothing was changed.",
    )


class RegistrationNeedsDomain(InvalidInput):
    """Joining by domain without a domain lets nobody in."""

    code = "policy.domain_needed"
    fr = Words("Choisissez au moins un domaine", "Sans domaine, personne ne pourrait s’inscrire.")
    en = Words("Choose at least one domain", "Without a domain nobody could register.")


class RegistrationNeedsCompany(InvalidInput):
    """A newcomer must belong to a client company."""

    code = "policy.company_needed"
    fr = Words(
        "Choisissez l’entreprise des nouveaux inscrits",
        "Elle reçoit les personnes dont le domaine n’est celui d’aucune entreprise cliente.",
    )
    en = Words(
        "Choose the company of newcomers",
        "It takes the people whose domain is no client company’s.",
    )


class LocksYouOut(InvalidInput):
    """The accepted methods don't include the one that the person saving them signed in by."""

    code = "policy.locks_you_out"
    fr = Words(
        "Vous vous fermeriez la porte",
        "Vous êtes connecté par un moyen que cette politique refuse. Connectez-vous d’abord par "
        "un moyen accepté ; rien n’a été modifié.",
    )
    en = Words(
        "You would lock yourself out",
        "You signed in by a means that this policy refuses. Sign in by an accepted one first; "
        "nothing was changed.",
    )


class NotOffered(NotFound):
    """The workspace does not exist, or does not let this address in: both look the same."""

    code = "membership.not_offered"
    fr = Words(
        "Cet espace ne vous est pas ouvert",
        "Il n’accepte pas les inscriptions depuis votre adresse. Demandez une invitation à son "
        "administrateur.",
    )
    en = Words(
        "This workspace is not open to you",
        "It takes no registrations from your address. Ask its administrator for an invitation.",
    )


class AddressUnverified(Forbidden):
    """Only a verified address proves a domain."""

    code = "membership.unverified"
    fr = Words("Confirmez d’abord votre adresse", "Saisissez le code que nous vous avons envoyé.")
    en = Words("Confirm your address first", "Enter the code that we sent to you.")


class MembershipEnded(Forbidden):
    """Somebody whom an admin deactivated does not come back by joining."""

    code = "membership.ended"
    fr = Words(
        "Votre accès à cet espace a été désactivé", "Voyez avec un administrateur de l’espace."
    )
    en = Words(
        "Your access to this workspace was deactivated", "Ask an administrator of the workspace."
    )


class DomainTaken(InvalidInput):
    """One company of a workspace holds a domain."""

    code = "company.domain_taken"
    fr = Words(
        "{domain} est déjà le domaine de {company}",
        "Un domaine ne désigne qu’une entreprise ; rien n’a été modifié.",
    )
    en = Words(
        "{domain} is already a domain of {company}",
        "A domain stands for one company; nothing was changed.",
    )


class CompanyInUse(Conflict):
    """What hangs on a company has to go elsewhere first."""

    code = "company.in_use"
    fr = Words(
        "Cette entreprise est encore utilisée",
        "Choisissez où vont ses personnes : {members}. Documents réservés : {documents}. "
        "Connexions uniques : {connections}. Rien n’a été modifié.",
    )
    en = Words(
        "This company is still in use",
        "Choose where its people go: {members}. Documents kept for it: {documents}. "
        "Sign-on connections: {connections}. Nothing was changed.",
    )
