"""How what is typed into a search is compared with what is kept: without accents and case."""

import re
import unicodedata

from django.db.models import CharField, Func

_MARKS = re.compile("[\u0300-\u036f]")


class Folded(Func):
    """A text without accents and case, as `fold` writes it."""

    template = "regexp_replace(normalize(lower(%(expressions)s), NFKD), '[\u0300-\u036f]', '', 'g')"
    output_field = CharField()


def fold(text: str) -> str:
    """Without accents and case."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.lower()))
