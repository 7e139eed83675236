"""What is wrong with a field, in French; the validator itself speaks English."""

from collections.abc import Mapping
from typing import Any

from netz.core.errors import RefusedValueError

GENERAL = "Valeur non valide"
EMAIL = "Adresse e-mail non valide"

# By the validator's kind of error; `{s}` is the plural of the number beside it.
TEXTS = {
    "missing": "Champ obligatoire",
    "extra_forbidden": "Champ inconnu",
    "json_invalid": "JSON illisible",
    "json_type": "JSON illisible",
    "string_type": "Un texte est attendu",
    "string_unicode": "Texte illisible",
    "string_too_short": "Au moins {min_length} caractère{s}",
    "string_too_long": "Au plus {max_length} caractère{s}",
    "string_pattern_mismatch": "Certains caractères ne sont pas acceptés",
    "uuid_type": "Identifiant non valide",
    "uuid_parsing": "Identifiant non valide",
    "int_type": "Un nombre entier est attendu",
    "int_parsing": "Un nombre entier est attendu",
    "int_from_float": "Un nombre entier est attendu",
    "int_parsing_size": "Nombre trop grand",
    "float_type": "Un nombre est attendu",
    "float_parsing": "Un nombre est attendu",
    "bool_type": "« true » ou « false » est attendu",
    "bool_parsing": "« true » ou « false » est attendu",
    "greater_than": "Plus de {gt}",
    "greater_than_equal": "Au moins {ge}",
    "less_than": "Moins de {lt}",
    "less_than_equal": "Au plus {le}",
    "enum": "Valeurs possibles : {expected}",
    "literal_error": "Valeurs possibles : {expected}",
    "list_type": "Une liste est attendue",
    "too_short": "Au moins {min_length} élément{s}",
    "too_long": "Au plus {max_length} élément{s}",
    "dict_type": "Un objet est attendu",
    "model_type": "Un objet est attendu",
    "model_attributes_type": "Un objet est attendu",
    "datetime_type": "Date et heure non valides",
    "datetime_parsing": "Date et heure non valides",
    "datetime_from_date_parsing": "Date et heure non valides",
    "datetime_object_invalid": "Date et heure non valides",
    "timezone_aware": "Le fuseau horaire manque",
}


def french(error: Mapping[str, Any]) -> str:
    """The French words for one of the validator's errors (its `type` and `ctx`)."""
    kind, context = error["type"], dict(error.get("ctx") or {})
    if kind == "value_error":
        return _refusal(context)
    size = int(context.get("min_length") or context.get("max_length") or 0)
    context["s"] = "s" if size > 1 else ""
    context["expected"] = " ou ".join(str(context.get("expected", "")).rsplit(" or ", 1))
    return TEXTS.get(kind, GENERAL).format(**context)


def _refusal(context: Mapping[str, Any]) -> str:
    raised = context.get("error")
    if isinstance(raised, RefusedValueError):
        return raised.fr
    return EMAIL if "reason" in context else GENERAL  # only the check of addresses gives a reason
