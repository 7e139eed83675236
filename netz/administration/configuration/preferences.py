"""The settings of what a role's members get where they have chosen nothing else."""

from functools import partial
from typing import Any

from netz.accounts.preferences import CHOICES, FIELDS
from netz.administration.configuration.setting import Said, Setting, Source
from netz.core.actor import Actor
from netz.core.permissions import Permission, Role
from netz.workspaces import queries, services

_SAID = {
    "theme.auto": Said("thème de l’appareil", "the device’s theme"),
    "theme.light": Said("thème clair", "light theme"),
    "theme.dark": Said("thème sombre", "dark theme"),
    "density.comfortable": Said("affichage aéré", "comfortable density"),
    "density.compact": Said("affichage compact", "compact density"),
    **{
        f"text_size.{size}": Said(f"texte à {size} %", f"text at {size}%")
        for size in (100, 125, 150, 200)
    },
    "start_page.assistant": Said("ouverture sur l’assistant", "opens at the assistant"),
    "start_page.home": Said("ouverture sur l’accueil", "opens at home"),
    "start_page.conversations": Said("ouverture sur les conversations", "opens at conversations"),
    "start_page.documents": Said("ouverture sur les documents", "opens at documents"),
    "start_page.overview": Said("ouverture sur la vue d’ensemble", "opens at the overview"),
    "sidebar_state.open": Said("barre latérale ouverte", "sidebar open"),
    "sidebar_state.folded": Said("barre latérale repliée", "sidebar folded"),
    "answer_length.short": Said("réponses courtes", "short answers"),
    "answer_length.normal": Said("réponses de longueur normale", "answers of normal length"),
    "answer_length.detailed": Said("réponses détaillées", "detailed answers"),
    "tone.neutral": Said("ton neutre", "neutral tone"),
    "tone.friendly": Said("ton cordial", "friendly tone"),
    "tone.formal": Said("ton formel", "formal tone"),
    "expertise.beginner": Said("pour débutants", "for beginners"),
    "expertise.intermediate": Said("pour initiés", "for people with some experience"),
    "expertise.expert": Said("pour experts", "for experts"),
    "widgets": Said("widgets choisis", "chosen widgets"),
    "wide_widgets": Said("largeurs des widgets choisies", "chosen widths of widgets"),
    "sidebar": Said("barre latérale choisie", "chosen sidebar"),
    "columns_members": Said("colonnes des membres choisies", "chosen columns of members"),
    "columns_invitations": Said(
        "colonnes des invitations choisies", "chosen columns of invitations"
    ),
    "columns_conversations": Said(
        "colonnes des conversations choisies", "chosen columns of conversations"
    ),
    "columns_requests": Said("colonnes des demandes choisies", "chosen columns of requests"),
    "columns_companies": Said("colonnes des entreprises choisies", "chosen columns of companies"),
}
_NAMES = {
    Role.ADMIN: Said("Préférences des administrateurs", "Preferences of admins"),
    Role.AGENT: Said("Préférences des techniciens", "Preferences of technicians"),
    Role.MANAGER: Said("Préférences des responsables clients", "Preferences of client managers"),
    Role.GUEST: Said("Préférences des invités", "Preferences of guests"),
}


def _reset(role: str, _default: Any, actor: Actor) -> None:
    names = [name for name in FIELDS if name != "language"]
    services.change_default_preferences(Role(role), dict.fromkeys(names), actor=actor)


def _of_role(role: Role, found: dict[Role, dict[str, Any]]) -> list[str]:
    """What is chosen by its value; of an arrangement, only that there is one."""
    return [f"{name}.{value}" if name in CHOICES else name for name, value in found[role].items()]


DEFAULTS = Source(
    queries.default_preferences,
    "preferences.defaults",
    "preferences",
    Permission.SETTINGS_MANAGE,
    Permission.SETTINGS_MANAGE,
    _reset,
)
PREFERENCE_SETTINGS = tuple(
    Setting(
        f"preferences.{role.value}",
        "preferences",
        DEFAULTS,
        name,
        Said(
            "Ce qui vaut pour ces membres tant qu’ils n’ont pas choisi eux-mêmes.",
            "What holds for these members until they choose for themselves.",
        ),
        field=role.value,
        value=partial(_of_role, role),
        default=list,
        choices=_SAID,
        empty=Said("Celles du produit", "The product’s"),
    )
    for role, name in _NAMES.items()
)
