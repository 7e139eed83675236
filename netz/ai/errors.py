"""How a model call can fail: a stable code each, with words in French and English."""

from collections.abc import Sequence
from enum import StrEnum

from netz.core.errors import Words


class FailureCode(StrEnum):
    """Why a model gave no usable answer."""

    TIMEOUT = "model.timeout"
    RATE_LIMITED = "model.rate_limited"
    QUOTA = "model.quota"
    REFUSED = "model.refused"
    MALFORMED = "model.malformed"
    AUTH = "model.auth"
    NOT_FOUND = "model.not_found"
    TOO_LONG = "model.too_long"
    REJECTED = "model.rejected"
    UNAVAILABLE = "model.unavailable"
    UNREACHABLE = "model.unreachable"
    BLOCKED = "model.blocked"


_FR = {
    FailureCode.TIMEOUT: Words(
        "Le modèle n’a pas répondu à temps",
        "Augmentez le délai du modèle, ou choisissez un modèle plus rapide.",
    ),
    FailureCode.RATE_LIMITED: Words(
        "Le fournisseur limite le nombre de requêtes",
        "Le modèle sera réessayé de lui-même après le délai demandé par le fournisseur.",
    ),
    FailureCode.QUOTA: Words(
        "Le crédit du compte est épuisé chez le fournisseur",
        "Vérifiez la facturation du compte auquel appartient la clé.",
    ),
    FailureCode.REFUSED: Words(
        "Le modèle a refusé de répondre",
        "Reformulez la question ; les autres modèles de la liste sont essayés ensuite.",
    ),
    FailureCode.MALFORMED: Words(
        "La réponse du modèle est incomplète ou illisible",
        "Vérifiez que l’adresse est bien celle d’une API du fournisseur choisi.",
    ),
    FailureCode.AUTH: Words(
        "Le fournisseur refuse la clé d’API",
        "Vérifiez la clé, et qu’elle donne accès à ce modèle.",
    ),
    FailureCode.NOT_FOUND: Words(
        "Ce modèle est introuvable chez le fournisseur",
        "Vérifiez le nom du modèle et l’adresse ; avec Ollama, téléchargez d’abord le modèle.",
    ),
    FailureCode.TOO_LONG: Words(
        "La question et ses passages dépassent la taille acceptée par le modèle",
        "Choisissez un modèle dont le contexte est plus grand.",
    ),
    FailureCode.REJECTED: Words(
        "Le fournisseur a rejeté la requête",
        "Vérifiez le nom du modèle et le fournisseur choisi.",
    ),
    FailureCode.UNAVAILABLE: Words(
        "Le fournisseur rencontre une panne",
        "Rien à faire de votre côté : le modèle sera réessayé de lui-même.",
    ),
    FailureCode.UNREACHABLE: Words(
        "Le serveur du modèle est injoignable",
        "Vérifiez l’adresse, et que le serveur est démarré et accessible depuis cette machine.",
    ),
    FailureCode.BLOCKED: Words(
        "Cette adresse n’est pas autorisée",
        "Utilisez une adresse publique en https, ou demandez à l’exploitant d’autoriser cet hôte "
        "local (NETZ_LOCAL_MODEL_HOSTS).",
    ),
}
_EN = {
    FailureCode.TIMEOUT: Words(
        "The model did not answer in time",
        "Raise the model’s time-out, or choose a faster model.",
    ),
    FailureCode.RATE_LIMITED: Words(
        "The provider limits the number of requests",
        "The model is tried again by itself after the wait that the provider asked for.",
    ),
    FailureCode.QUOTA: Words(
        "The account has no credit left at the provider",
        "Check the billing of the account that the key belongs to.",
    ),
    FailureCode.REFUSED: Words(
        "The model refused to answer",
        "Rephrase the question; the other models of the list are tried next.",
    ),
    FailureCode.MALFORMED: Words(
        "The model’s answer is incomplete or unreadable",
        "Check that the address is an API of the chosen provider.",
    ),
    FailureCode.AUTH: Words(
        "The provider refuses the API key",
        "Check the key, and that it gives access to this model.",
    ),
    FailureCode.NOT_FOUND: Words(
        "The provider does not know this model",
        "Check the model’s name and the address; with Ollama, pull the model first.",
    ),
    FailureCode.TOO_LONG: Words(
        "The question and its passages are longer than the model accepts",
        "Choose a model with a larger context.",
    ),
    FailureCode.REJECTED: Words(
        "The provider rejected the request",
        "Check the model’s name and the chosen provider.",
    ),
    FailureCode.UNAVAILABLE: Words(
        "The provider has an outage",
        "Nothing to do on your side: the model is tried again by itself.",
    ),
    FailureCode.UNREACHABLE: Words(
        "The model’s server cannot be reached",
        "Check the address, and that the server runs and is reachable from this machine.",
    ),
    FailureCode.BLOCKED: Words(
        "This address is not allowed",
        "Use a public https address, or ask the operator to allow this local host "
        "(NETZ_LOCAL_MODEL_HOSTS).",
    ),
}


class ModelError(Exception):
    """One model gave no usable answer.

    `retry_after`: seconds the provider asked to wait, if it said. `detail`: the technical cause
    for the log; never shown to a reader, and free of keys and prompts.
    """

    def __init__(
        self, code: FailureCode, *, retry_after: float | None = None, detail: str = ""
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.retry_after = retry_after
        self.detail = detail

    def words(self, language: str) -> Words:
        """What happened and what to do, in the reader's language ("fr" unless "en")."""
        return (_EN if language == "en" else _FR)[self.code]


class TruncatedError(Exception):
    """The answer is there, but the model's own limit cut it short."""


class ChainExhaustedError(Exception):
    """No model of the chain answered: each failed, or was left out while it recovers.

    `failures` holds `(model id, failure)` in the order of the chain; empty when every model was
    left out or the chain has none.
    """

    def __init__(self, failures: Sequence[tuple[str, ModelError]]) -> None:
        super().__init__(", ".join(f"{model}: {f.code}" for model, f in failures) or "no model")
        self.failures = tuple(failures)
