"""Language of a text, French or English, by its small words and accents."""

import re

from netz.knowledge.text.characters import fold
from netz.knowledge.text.stopwords import word_set

_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = word_set(
    """le la les un une des du de d l et ou où aux à au en est sont dans par pour sur que qui ce
    cette ces se sa son ses il elle ils elles nous vous ne pas avec je j mon ma mes ton votre vos
    notre nos quel quelle quels quelles comment pourquoi quand combien peut faire être avoir mais
    donc si sans entre lors fait était été plus moins tout tous même leur leurs dont c qu"""
)
_ENGLISH = word_set(
    """the a an of to and in is are it its for by with as at be this that or from you your i my we
    our they how what which when where why who can could should do does did not have has had was
    were will would if then than but so there here into about no yes any some all"""
)
_ACCENT = re.compile(r"[àâçéèêëîïôœùûü]", re.IGNORECASE)
_SAMPLE = 4_000  # characters: enough to tell, whatever the size of the text


def detect(text: str, default: str = "fr") -> str:
    """ "fr" or "en"; `default` when nothing in the text tells them apart."""
    sample = text[:_SAMPLE]
    french = english = 0
    for match in _WORD.finditer(sample):
        word = fold(match.group())
        french += word in _FRENCH
        english += word in _ENGLISH
    french += len(_ACCENT.findall(sample))
    if french == english:
        return default
    return "fr" if french > english else "en"
