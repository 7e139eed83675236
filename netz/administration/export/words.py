"""The README inside an export, in the language of who asked for it."""

from datetime import datetime

SCHEMA = "netz-workspace-export/1"

_README = {
    "fr": """Export de l’espace « {name} » ({slug})
Fait le {at} par {asked_by}. Format : {schema}

Ce fichier ZIP contient toutes les données de votre espace, écrites jusqu’à cette date.

manifest.json   la liste des fichiers, leur nombre de lignes, leur taille et leur empreinte
                SHA-256 ; les tables qui ne sont pas exportées, et pourquoi
*.jsonl         un objet JSON par ligne (UTF-8), une sorte d’objet par fichier ; `id` et les champs
                qui finissent par `_id` relient les fichiers entre eux
files/          les fichiers d’origine : files/<id de la version>/<nom>
attachments/    les fichiers joints aux conversations :
                attachments/<id de la pièce jointe>/<nom>
trail.jsonl     le journal ; `seq` et `hash` sont la place et l’empreinte de chaque ligne
trail_head.json la tête de la chaîne, signée par l’installation

Il n’y a ni mot de passe, ni clé, ni jeton : ils ne servent à rien ailleurs. {passages}
Gardez ce fichier en lieu sûr : il contient des données personnelles.
""",
    "en": """Export of the workspace “{name}” ({slug})
Made on {at} by {asked_by}. Format: {schema}

This ZIP file holds all data of your workspace, written up to that moment.

manifest.json   the list of files, how many lines each has, its size and its SHA-256; the tables
                that are not exported, and why
*.jsonl         one JSON object a line (UTF-8), one kind of object a file; `id` and the fields that
                end in `_id` join the files
files/          the original files: files/<id of the version>/<name>
attachments/    files given to conversations: attachments/<id of the attachment>/<name>
trail.jsonl     the trail; `seq` and `hash` are each line's place and hash
trail_head.json the chain's head, signed by the installation

There is no password, key or token in it: they are worth nothing elsewhere. {passages}
Keep this file safe: it holds personal data.
""",
}
_PASSAGES = {
    ("fr", True): "Les passages lus dans les documents y sont aussi (passages.jsonl).",
    ("fr", False): "Les passages lus dans les documents n’ont pas été demandés.",
    ("en", True): "The passages read from the documents are in it too (passages.jsonl).",
    ("en", False): "The passages read from the documents were not asked for.",
}


def readme(
    language: str, *, name: str, slug: str, asked_by: str, at: datetime, passages: bool
) -> str:
    """What the reader needs to know."""
    chosen = "en" if language == "en" else "fr"
    return _README[chosen].format(
        name=name,
        slug=slug,
        at=f"{at:%Y-%m-%d %H:%M} UTC",
        asked_by=asked_by,
        schema=SCHEMA,
        passages=_PASSAGES[chosen, passages],
    )
