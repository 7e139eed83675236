"""Business errors of single sign-on's settings; refused sign-ins are in `refusals`."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Words


class ConnectionNotFound(NotFound):
    """No such connection in this workspace."""

    code = "sso.connection_not_found"
    fr = Words("Connexion unique introuvable", "Elle n’existe pas dans cet espace.")
    en = Words("Single sign-on not found", "There is none like this in this workspace.")


class DomainNotFound(NotFound):
    """No such domain in this workspace."""

    code = "sso.domain_not_found"
    fr = Words("Domaine introuvable", "Il n’existe pas dans cet espace.")
    en = Words("Domain not found", "There is none like this in this workspace.")


class TestNotFound(NotFound):
    """No such test in this workspace."""

    __test__ = False  # pytest collects classes by this name

    code = "sso.test_not_found"
    fr = Words("Test introuvable", "Lancez un nouveau test depuis les réglages.")
    en = Words("Test not found", "Start a new test from the settings.")


class LinkNotFound(NotFound):
    """The member is not linked to the connection."""

    code = "sso.link_not_found"
    fr = Words("Ce membre n’est pas lié", "Il se liera à sa prochaine connexion.")
    en = Words("This member is not linked", "They will be at their next sign-in.")


class TooManyConnections(Conflict):
    """A workspace keeps a handful of identity providers."""

    code = "sso.too_many"
    fr = Words("Trop de connexions uniques", "La limite est de {limit}. Supprimez-en une d’abord.")
    en = Words("Too many identity providers", "The limit is {limit}. Remove one first.")


class NotTested(Conflict):
    """It is switched on after a test sign-in has succeeded with these very settings."""

    code = "sso.not_tested"
    fr = Words(
        "Testez d’abord la connexion",
        "Un essai réussi avec les réglages actuels est nécessaire ; rien n’a été activé.",
    )
    en = Words(
        "Test the sign-in first",
        "A test must have succeeded with the present settings; nothing was switched on.",
    )


class StillEnforced(Conflict):
    """The last working identity provider of a workspace that only it opens."""

    code = "sso.still_enforced"
    fr = Words(
        "La connexion unique est obligatoire",
        "Levez d’abord l’obligation : sans ce fournisseur, plus personne n’entrerait.",
    )
    en = Words(
        "Single sign-on is enforced",
        "Lift that first: without this provider nobody could come in any more.",
    )


class Incomplete(InvalidInput):
    """What is needed of the identity provider is not all there."""

    code = "sso.incomplete"
    fr = Words("Il manque des réglages", "Complétez les champs indiqués ; rien n’a été activé.")
    en = Words("Settings are missing", "Complete the fields named; nothing was switched on.")


class ProviderUnreachable(InvalidInput):
    """The identity provider's address gave no usable answer."""

    code = "sso.unreachable"
    fr = Words(
        "Le fournisseur d’identité n’a pas pu être lu ({reason})",
        "Vérifiez l’adresse ; rien n’a été modifié.",
    )
    en = Words(
        "The identity provider could not be read ({reason})",
        "Check the address; nothing was changed.",
    )


class BadMetadata(InvalidInput):
    """The document is no metadata of a SAML identity provider."""

    code = "sso.bad_metadata"
    fr = Words(
        "Ces métadonnées ne sont pas celles d’un fournisseur SAML",
        "Il faut un EntityDescriptor avec une adresse de connexion et un certificat.",
    )
    en = Words(
        "This is not the metadata of a SAML identity provider",
        "An EntityDescriptor with a sign-in address and a certificate is needed.",
    )


class BadDiscovery(InvalidInput):
    """The document at the issuer is not its own."""

    code = "sso.bad_issuer"
    fr = Words(
        "Cette adresse n’est pas celle d’un fournisseur OpenID Connect",
        "Son document de configuration manque ou nomme un autre émetteur.",
    )
    en = Words(
        "This is not the address of an OpenID Connect provider",
        "Its configuration is missing or names another issuer.",
    )


class DomainHeld(Conflict):
    """Another workspace has proved the domain its own."""

    code = "sso.domain_held"
    fr = Words(
        "Ce domaine est déjà vérifié par un autre espace",
        "Retirez-le là-bas d’abord, ou voyez l’administrateur de l’installation.",
    )
    en = Words(
        "This domain is verified by another workspace",
        "Remove it there first, or ask the installation’s administrator.",
    )


class DomainExists(Conflict):
    """The workspace has listed the domain already."""

    code = "sso.domain_exists"
    fr = Words("Ce domaine est déjà dans la liste", "Vérifiez-le depuis la liste.")
    en = Words("This domain is listed already", "Check it from the list.")


class RecordMissing(Conflict):
    """The DNS does not hold the TXT record."""

    code = "sso.record_missing"
    fr = Words(
        "L’enregistrement TXT n’a pas été trouvé",
        "Le DNS met parfois une heure à suivre : vérifiez le nom et la valeur, puis réessayez.",
    )
    en = Words(
        "The TXT record was not found",
        "The DNS may take an hour to follow: check name and value, then try again.",
    )


class DnsSilent(Conflict):
    """The name servers gave no answer."""

    code = "sso.dns_silent"
    fr = Words("Le DNS ne répond pas", "Réessayez dans quelques minutes ; rien n’a été modifié.")
    en = Words("The DNS does not answer", "Try again in some minutes; nothing was changed.")
