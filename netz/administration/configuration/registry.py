"""Every setting of a workspace. A domain adds one by an entry here; a test holds that none of the
stored ones is missing."""

from netz.administration.configuration.branding import BRANDING_SETTINGS
from netz.administration.configuration.preferences import PREFERENCE_SETTINGS
from netz.administration.configuration.security import SECURITY_SETTINGS
from netz.administration.configuration.setting import ANY, Said, Setting
from netz.administration.configuration.sources import MEANING, MODELS, SUGGESTIONS, SYNONYMS

_ASSISTANT = (
    Setting(
        "models.chain",
        "assistant",
        MODELS,
        Said("Modèles de réponse", "Answering models"),
        Said(
            "Les modèles qui rédigent les réponses, dans l’ordre où ils sont appelés.",
            "The models that write answers, in the order in which they are asked.",
        ),
        field="name",
        told=ANY,
        actions=("model.create", "model.change", "model.delete", "model.order"),
        value=lambda rows: [row.name for row in rows if row.enabled],
        default=list,
        empty=Said("Ceux de l’installation", "Those of the installation"),
    ),
    Setting(
        "embeddings.choice",
        "assistant",
        MEANING,
        Said("Recherche par le sens", "Search by meaning"),
        Said(
            "D’où viennent les vecteurs qui rapprochent une question d’un passage.",
            "Where the vectors come from that bring a question close to a passage.",
        ),
        field="kind",
        told=ANY,
        value=lambda row: row.kind if row else None,
        default=lambda: None,
        choices={
            "builtin": Said("Modèle intégré", "Built-in model"),
            "endpoint": Said("Service choisi par l’espace", "A service of the workspace’s choice"),
            "off": Said("Désactivée", "Off"),
        },
        empty=Said("Choix de l’installation", "The installation’s choice"),
    ),
    Setting(
        "assistant.synonyms",
        "assistant",
        SYNONYMS,
        Said("Synonymes", "Synonyms"),
        Said(
            "Les mots que la recherche tient pour équivalents, en plus de ceux du produit.",
            "Words that search takes as the same, beyond the product’s own.",
        ),
        field="groups",
        value=lambda groups: [" = ".join(words) for words in groups],
        default=list,
    ),
    Setting(
        "assistant.suggestions",
        "assistant",
        SUGGESTIONS,
        Said("Questions proposées", "Suggested questions"),
        Said(
            "Les questions que la page d’accueil offre à qui ne sait par où commencer.",
            "The questions that the start page offers to whoever doesn’t know where to begin.",
        ),
        field="count",
        told=ANY,
        value=list,
        default=list,
        empty=Said("Aucune", "None"),
    ),
)

SETTINGS: tuple[Setting, ...] = (
    *SECURITY_SETTINGS,
    *BRANDING_SETTINGS,
    *_ASSISTANT,
    *PREFERENCE_SETTINGS,
)
# Columns that only keep the books of a setting, or hold a secret.
UNSHOWN = {
    "mfa_starts": "when the second factor was asked for: follows from the roles",
    "webhook_secret": "a secret, shown once when it is made",
    "sent_at": "when the head was sent last: a state",
    "failure": "why it could not be sent: a state",
    "logo": "the picture itself; `logo_hash` stands for it",
    "logo_type": "follows from the picture",
}
