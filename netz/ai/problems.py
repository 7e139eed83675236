"""Business errors of the model settings, as problem details."""

from netz.ai.errors import FailureCode, ModelError
from netz.core.errors import Conflict, FieldError, InvalidInput, NotFound, Words


class ModelNotFound(NotFound):
    """No such model in this workspace."""

    code = "ai.model.not_found"
    fr = Words("Modèle introuvable", "Il n’existe pas dans cet espace.")
    en = Words("Model not found", "There is none in this workspace.")


class ModelFromEnvironment(Conflict):
    """The model is set by the operator and can't be changed here."""

    code = "ai.model.from_environment"
    fr = Words(
        "Ce modèle est défini par l’installation",
        "Seul l’exploitant peut le modifier, par les variables d’environnement.",
    )
    en = Words(
        "This model is set by the installation",
        "Only the operator can change it, through the environment variables.",
    )


class TooManyModels(Conflict):
    """The workspace has as many models as it may."""

    code = "ai.model.too_many"
    fr = Words("Trop de modèles", "Un espace en compte {limit} au plus : supprimez-en un d’abord.")
    en = Words("Too many models", "A workspace has {limit} at most: delete one first.")


class OrderChanged(Conflict):
    """The list to order is not the list that is stored."""

    code = "ai.model.order_changed"
    fr = Words("La liste des modèles a changé", "Rechargez la page ; l’ordre n’a pas été modifié.")
    en = Words("The list of models has changed", "Reload the page; the order was not changed.")


class BadAddress(InvalidInput):
    """The address is not one that a model may have."""

    code = "ai.model.bad_address"
    fr = Words(
        "Adresse du modèle invalide",
        "Donnez une adresse https publique, sans identifiants ni paramètres ; http n’est admis "
        "que pour un hôte local autorisé par l’exploitant.",
    )
    en = Words(
        "Invalid model address",
        "Give a public https address without credentials or parameters; http is for local hosts "
        "that the operator allows.",
    )


class KeyNeeded(InvalidInput):
    """A stored key is unreadable, or would have to follow its model to another server."""

    code = "ai.model.key_needed"
    fr = Words(
        "Redonnez la clé d’API",
        "La clé enregistrée est illisible, ou l’adresse change de serveur : elle n’y est pas "
        "envoyée sans vous.",
    )
    en = Words(
        "Give the API key again",
        "The stored key cannot be read, or the address changes to another server: it is not sent "
        "there without you.",
    )


_AT_FAULT = {FailureCode.AUTH: "api_key", FailureCode.NOT_FOUND: "model"}


class EmbeddingsUnusable(InvalidInput):
    """A model for vectors gave none when it was tried."""

    code = "ai.embeddings.unusable"

    def __init__(self, failure: ModelError) -> None:
        fr, en = failure.words("fr"), failure.words("en")
        field = _AT_FAULT.get(failure.code, "base_url")
        super().__init__(fields=[FieldError(field, en=en.title, fr=fr.title)])
        self.failure = failure

    def words(self, language: str) -> Words:
        """What the model's failure means, and that nothing has changed."""
        said = self.failure.words(language)
        kept = "Nothing was changed." if language == "en" else "Rien n’a été modifié."
        return Words(said.title, f"{said.hint} {kept}")


class NoBuiltinModel(InvalidInput):
    """This copy of the product was made without its model."""

    code = "ai.embeddings.no_builtin"
    fr = Words(
        "Le modèle intégré n’est pas installé",
        "Cette copie du logiciel a été livrée sans lui : choisissez un service, ou la recherche "
        "par les mots seuls. Rien n’a été modifié.",
    )
    en = Words(
        "The built-in model is not installed",
        "This copy of the program came without it: choose a service, or search by words only. "
        "Nothing was changed.",
    )
