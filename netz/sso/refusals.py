"""Why a sign-in by an identity provider is refused: a stable code, and words for whom it concerns.

The person sees them on the sign-in page, the admin in the result of a test and in the trail.
"""

from django.core.exceptions import PermissionDenied

from netz.core.errors import Words

_AGAIN_FR = "Revenez à la page de connexion et recommencez ; rien n’a été modifié."
_AGAIN_EN = "Go back to the sign-in page and start again; nothing was changed."
_ADMIN_FR = "Voyez l’administrateur de votre espace ; rien n’a été modifié."
_ADMIN_EN = "Ask your workspace’s administrator; nothing was changed."
_IDP_FR = "L’administrateur doit vérifier les réglages chez le fournisseur d’identité."
_IDP_EN = "The administrator has to check the settings at the identity provider."


class Refused(PermissionDenied):
    """A sign-in is refused; `detail` is for the trail and the result of a test."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail[:500]


def words(code: str, language: str) -> Words:
    """What is told of a refusal; an unknown code reads as the general one."""
    french, english = REFUSALS.get(code, REFUSALS["invalid"])
    return english if language == "en" else french


REFUSALS: dict[str, tuple[Words, Words]] = {
    # The way there and back
    "connection_off": (
        Words("Cette connexion unique n’est pas active", _ADMIN_FR),
        Words("This single sign-on is not switched on", _ADMIN_EN),
    ),
    "cancelled": (
        Words("Connexion annulée", "Vous l’avez interrompue chez votre fournisseur d’identité."),
        Words("Sign-in cancelled", "You stopped it at your identity provider."),
    ),
    "provider_error": (
        Words("Le fournisseur d’identité a refusé la connexion", _IDP_FR),
        Words("The identity provider refused the sign-in", _IDP_EN),
    ),
    "provider_unreachable": (
        Words("Le fournisseur d’identité ne répond pas", "Réessayez dans un instant."),
        Words("The identity provider does not answer", "Try again in a moment."),
    ),
    "address_refused": (
        Words("L’adresse du fournisseur d’identité n’est pas autorisée", _IDP_FR),
        Words("The identity provider’s address is not allowed", _IDP_EN),
    ),
    "request_unknown": (
        Words("Cette réponse ne correspond à aucune demande de ce navigateur", _AGAIN_FR),
        Words("This answer belongs to no request of this browser", _AGAIN_EN),
    ),
    "idp_initiated": (
        Words(
            "La connexion doit partir de notre page",
            "Ouvrez d’abord la page de connexion de NETZ AI, puis choisissez votre organisation.",
        ),
        Words(
            "The sign-in has to begin here",
            "Open the sign-in page of NETZ AI first, then choose your organisation.",
        ),
    ),
    # What came back
    "too_large": (
        Words("La réponse du fournisseur d’identité est trop volumineuse", _IDP_FR),
        Words("The identity provider’s answer is too large", _IDP_EN),
    ),
    "encrypted": (
        Words(
            "La réponse n’a pas pu être déchiffrée",
            "L’administrateur doit donner au fournisseur d’identité notre certificat actuel, ou"
            " renoncer au chiffrement ; rien n’a été modifié.",
        ),
        Words(
            "The answer could not be decrypted",
            "The administrator has to give the identity provider our present certificate, or do"
            " without encryption; nothing was changed.",
        ),
    ),
    "xml": (
        Words("La réponse du fournisseur d’identité est illisible", _IDP_FR),
        Words("The identity provider’s answer is unreadable", _IDP_EN),
    ),
    "unsigned": (
        Words("La réponse du fournisseur d’identité n’est pas signée", _IDP_FR),
        Words("The identity provider’s answer is not signed", _IDP_EN),
    ),
    "signature": (
        Words(
            "La signature ne correspond pas au fournisseur d’identité",
            "Son certificat a peut-être changé : l’administrateur doit importer ses métadonnées.",
        ),
        Words(
            "The signature is not the identity provider’s",
            "Its certificate may have changed: the administrator has to import its metadata.",
        ),
    ),
    "weak_algorithm": (
        Words("La signature emploie un algorithme dépassé (SHA-1)", _IDP_FR),
        Words("The signature uses an outdated algorithm (SHA-1)", _IDP_EN),
    ),
    "tampered": (
        Words("La réponse du fournisseur d’identité semble falsifiée", _ADMIN_FR),
        Words("The identity provider’s answer looks forged", _ADMIN_EN),
    ),
    "audience": (
        Words("La réponse est destinée à un autre service", _IDP_FR),
        Words("The answer is meant for another service", _IDP_EN),
    ),
    "recipient": (
        Words("La réponse était adressée ailleurs", _IDP_FR),
        Words("The answer was addressed elsewhere", _IDP_EN),
    ),
    "issuer": (
        Words("La réponse vient d’un autre fournisseur d’identité", _IDP_FR),
        Words("The answer comes from another identity provider", _IDP_EN),
    ),
    "expired": (
        Words("La réponse a expiré", _AGAIN_FR),
        Words("The answer has expired", _AGAIN_EN),
    ),
    "too_early": (
        Words("L’horloge du fournisseur d’identité avance de plus de 2 minutes", _IDP_FR),
        Words("The identity provider’s clock is more than 2 minutes fast", _IDP_EN),
    ),
    "replayed": (
        Words("Cette réponse a déjà servi", _AGAIN_FR),
        Words("This answer was used already", _AGAIN_EN),
    ),
    "invalid": (
        Words("La réponse du fournisseur d’identité n’est pas valable", _IDP_FR),
        Words("The identity provider’s answer is not valid", _IDP_EN),
    ),
    # Who it is about
    "no_subject": (
        Words("Le fournisseur d’identité ne dit pas durablement qui vous êtes", _IDP_FR),
        Words("The identity provider does not say lastingly who you are", _IDP_EN),
    ),
    "no_email": (
        Words("Le fournisseur d’identité ne donne pas d’adresse e-mail", _IDP_FR),
        Words("The identity provider gives no e-mail address", _IDP_EN),
    ),
    "email_unverified": (
        Words("Votre adresse e-mail n’est pas vérifiée chez votre fournisseur", _IDP_FR),
        Words("Your e-mail address is not verified at your provider", _IDP_EN),
    ),
    "domain_unverified": (
        Words("Votre adresse e-mail n’appartient pas à un domaine vérifié de l’espace", _ADMIN_FR),
        Words("Your e-mail address is in no verified domain of the workspace", _ADMIN_EN),
    ),
    "subject_changed": (
        Words(
            "Cette adresse est liée à une autre identité",
            "Un administrateur doit d’abord délier l’ancienne ; rien n’a été modifié.",
        ),
        Words(
            "This address is linked to another identity",
            "An administrator has to release the earlier one first; nothing was changed.",
        ),
    ),
    "not_a_member": (
        Words("Vous n’êtes pas membre de cet espace", _ADMIN_FR),
        Words("You are not a member of this workspace", _ADMIN_EN),
    ),
    "member_inactive": (
        Words("Votre accès à cet espace est désactivé", _ADMIN_FR),
        Words("Your access to this workspace is switched off", _ADMIN_EN),
    ),
    "company_needed": (
        Words("Aucune entreprise cliente n’est prévue pour vous", _ADMIN_FR),
        Words("No client company is set for you", _ADMIN_EN),
    ),
    "workspace_closes": (
        Words("Cet espace va être supprimé : plus personne ne peut y entrer", _ADMIN_FR),
        Words("This workspace is going to be deleted: nobody new can come in", _ADMIN_EN),
    ),
    "not_confirmed": (
        Words("Le fournisseur d’identité n’a pas redemandé votre identité", _AGAIN_FR),
        Words("The identity provider did not ask again who you are", _AGAIN_EN),
    ),
    "test_unknown": (
        Words("Ce test est terminé ou n’est pas le vôtre", "Lancez-en un autre."),
        Words("This test is over or not yours", "Start another one."),
    ),
}
