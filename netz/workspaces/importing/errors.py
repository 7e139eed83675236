"""Why a table can't be read, or is not what was previewed."""

from netz.core.errors import Conflict, InvalidInput, Words


class TableUnreadable(InvalidInput):
    """The file is no table of text."""

    code = "import.unreadable"
    fr = Words(
        "Ce fichier n’est pas un tableau CSV lisible",
        "Enregistrez-le en CSV (UTF-8 ou Windows-1252, séparateur « ; » ou « , »). "
        "Rien n’a été modifié. {detail}",
    )
    en = Words(
        "This file is not a readable CSV table",
        "Save it as CSV (UTF-8 or Windows-1252, separated by “;” or “,”). "
        "Nothing was changed. {detail}",
    )


class ColumnsMissing(InvalidInput):
    """The first line does not name an e-mail column, or names one twice."""

    code = "import.columns"
    fr = Words(
        "La première ligne doit nommer les colonnes",
        "« e-mail » est nécessaire ; « rôle », « entreprise », « langue » et « actif » sont "
        "possibles, une fois chacune. Rien n’a été modifié.",
    )
    en = Words(
        "The first line must name the columns",
        "“email” is needed; “role”, “company”, “language” and “active” are possible, once each. "
        "Nothing was changed.",
    )


class TooManyRows(InvalidInput):
    """More than can be looked over and done at once."""

    code = "import.too_many"
    fr = Words(
        "Trop de lignes : {count}",
        "Un fichier en contient {limit} au plus ; partagez-le. Rien n’a été modifié.",
    )
    en = Words(
        "Too many rows: {count}",
        "A file holds {limit} at most; split it. Nothing was changed.",
    )


class PlanChanged(Conflict):
    """Between preview and import the members, or the file, have changed."""

    code = "import.changed"
    fr = Words(
        "L’aperçu n’est plus valable",
        "Les membres ou le fichier ont changé depuis. Regardez le nouvel aperçu, puis confirmez ; "
        "rien n’a été modifié.",
    )
    en = Words(
        "The preview no longer holds",
        "The members or the file have changed since. Look at the new preview, then confirm; "
        "nothing was changed.",
    )
