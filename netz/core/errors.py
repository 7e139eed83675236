"""Business errors: each carries its HTTP status, a stable code and its words in French and English.

They are rendered as RFC 9457 problem details by `netz.core.api.problems`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from netz.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Words:
    """A title (what happened) and a hint (what was kept, what to do next)."""

    title: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One bad field of the input, named by its dotted path, and what is wrong with it."""

    field: str
    en: str
    fr: str

    def message(self, language: str) -> str:
        """What is wrong, in the reader's language."""
        return self.en if language == "en" else self.fr


class RefusedValueError(ValueError):
    """What a check of an input's value raises: why it is refused, in both languages."""

    def __init__(self, *, en: str, fr: str) -> None:
        super().__init__(en)
        self.fr = fr


class Problem(Exception):  # noqa: N818  # the RFC's word for it
    """Base of all errors that a client may see. Subclasses set the class attributes.

    `params` fill `{name}` placeholders in title and hint. `kept_out` is the actor whom a
    workspace's policy keeps out though the credential is good: the trail is told of it.
    """

    kept_out: "Actor | None" = None

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"
    fr: ClassVar[Words] = Words(
        "Une erreur interne est survenue",
        "Rien n’a été modifié. Réessayez ; si cela persiste, transmettez l’identifiant de requête.",
    )
    en: ClassVar[Words] = Words(
        "An internal error occurred",
        "Nothing was changed. Try again; if it persists, pass on the request id.",
    )

    def __init__(
        self,
        *,
        fields: Sequence[FieldError] = (),
        headers: dict[str, str] | None = None,
        **params: object,
    ) -> None:
        super().__init__(self.code)
        self.fields = tuple(fields)
        self.headers = headers or {}
        self.params = params

    def words(self, language: str) -> Words:
        """Title and hint in the reader's language, placeholders filled."""
        chosen = self.en if language == "en" else self.fr
        if not self.params:
            return chosen
        return Words(chosen.title.format(**self.params), chosen.hint.format(**self.params))


class NotFound(Problem):
    """The object does not exist, or not for this actor: both look the same."""

    status = 404
    code = "not_found"
    fr = Words("Introuvable", "Cet élément n’existe pas ou ne vous est pas accessible.")
    en = Words("Not found", "This item does not exist or you have no access to it.")


class Unauthenticated(Problem):
    """No credential, or one that is unknown, expired or revoked."""

    status = 401
    code = "unauthenticated"
    fr = Words("Connexion requise", "Connectez-vous, ou vérifiez votre jeton ou votre clé d’API.")
    en = Words("Sign-in required", "Sign in, or check your token or API key.")


class Forbidden(Problem):
    """The actor is known but lacks the permission."""

    status = 403
    code = "forbidden"
    fr = Words(
        "Action non autorisée", "Votre rôle ne permet pas cette action. Voyez un administrateur."
    )
    en = Words("Not allowed", "Your role does not allow this. Ask an administrator.")


class SsoNeeded(Problem):
    """The workspace is opened by its own identity provider alone."""

    status = 403
    code = "access.sso_needed"
    fr = Words(
        "Connexion par votre organisation requise",
        "Cet espace s’ouvre avec la connexion unique (SSO) de votre organisation.",
    )
    en = Words(
        "Your organisation’s sign-in is needed",
        "This workspace opens with your organisation’s single sign-on.",
    )


class MfaNeeded(Problem):
    """The workspace asks for a second factor and the days to set one up are over."""

    status = 403
    code = "access.mfa_needed"
    fr = Words(
        "Double authentification requise",
        "Ajoutez une application d’authentification ou une clé de sécurité pour continuer.",
    )
    en = Words("Second factor needed", "Add an authenticator app or a security key to continue.")


class SignInAgain(Problem):
    """The sign-in is older than the workspace allows."""

    status = 401
    code = "access.sign_in_again"
    fr = Words("Session expirée", "Connectez-vous de nouveau ; votre travail enregistré est gardé.")
    en = Words("Session expired", "Sign in again; what you saved is kept.")


class OtherMethodNeeded(Problem):
    """The workspace does not accept the way in which the person signed in."""

    status = 401
    code = "access.method_refused"
    fr = Words(
        "Cet espace demande une autre façon de se connecter",
        "Connectez-vous par l’un des moyens que l’espace accepte ; rien n’est perdu.",
    )
    en = Words(
        "This workspace asks for another way to sign in",
        "Sign in by one of the means that the workspace accepts; nothing is lost.",
    )


class StepUpNeeded(Problem):
    """The action asks for a proof of identity that is at most some minutes old."""

    status = 403
    code = "access.step_up_needed"
    fr = Words(
        "Confirmez que c’est vous",
        "Cette action sensible demande une confirmation récente. Rien n’a été modifié.",
    )
    en = Words(
        "Confirm that it is you",
        "This sensitive action needs a recent confirmation. Nothing was changed.",
    )


class OnlyLooking(Problem):
    """A preview of what somebody sees changes nothing."""

    status = 403
    code = "preview.read_only"
    fr = Words(
        "Aperçu en lecture seule",
        "Vous voyez l’espace comme cette personne. Quittez l’aperçu pour agir ; "
        "rien n’a été modifié.",
    )
    en = Words(
        "The preview is read-only",
        "You see the workspace as this person does. Leave the preview to act; nothing was changed.",
    )


class CrossSite(Problem):
    """An unsafe request that comes from another site."""

    status = 403
    code = "cross_site"
    fr = Words("Requête refusée", "Elle vient d’un autre site. Rechargez la page et réessayez.")
    en = Words("Request refused", "It comes from another site. Reload the page and try again.")


class InvalidInput(Problem):
    """A malformed payload; `fields` says where."""

    status = 422
    code = "invalid_input"
    fr = Words("Données invalides", "Corrigez les champs indiqués ; rien n’a été enregistré.")
    en = Words("Invalid input", "Correct the fields named; nothing was saved.")


class Conflict(Problem):
    """The request contradicts what is there."""

    status = 409
    code = "conflict"
    fr = Words("Conflit", "L’élément a changé entre-temps. Rechargez et réessayez.")
    en = Words("Conflict", "The item has changed meanwhile. Reload and try again.")


class TooLarge(Problem):
    """The body is bigger than the limit."""

    status = 413
    code = "too_large"
    fr = Words("Trop volumineux", "La limite est de {limit}. Rien n’a été enregistré.")
    en = Words("Too large", "The limit is {limit}. Nothing was saved.")


class TooMany(Problem):
    """A rate limit was hit; `Retry-After` says when to come back."""

    status = 429
    code = "too_many"
    fr = Words("Trop de requêtes", "Patientez un instant puis réessayez.")
    en = Words("Too many requests", "Wait a moment, then try again.")


class IdempotencyMismatch(Problem):
    """The Idempotency-Key was used before with another request."""

    status = 409
    code = "idempotency.mismatch"
    fr = Words(
        "Clé d’idempotence déjà utilisée",
        "Elle a servi pour une autre requête : prenez-en une nouvelle.",
    )
    en = Words("Idempotency key already used", "It was used for another request: take a new one.")


class Unavailable(Problem):
    """A part of the system is not ready."""

    status = 503
    code = "unavailable"
    fr = Words("Service momentanément indisponible", "Rien n’est perdu. Réessayez dans un instant.")
    en = Words("Service temporarily unavailable", "Nothing is lost. Try again in a moment.")
