"""The same question as different people would write it; each way is the same at every call."""

import random
import re
import unicodedata
from collections.abc import Callable

_NEAR = {  # keys side by side on a French keyboard
    **dict(zip("azertyuiop", "zaretyuioo", strict=True)),
    **dict(zip("qsdfghjklm", "sqsdfghjkl", strict=True)),
    **dict(zip("wxcvbn", "xwxcvb", strict=True)),
}
_SHORT = (
    (r"qu['’]est-ce qu(?:e|['’])\s?", "keske "),
    (r"est-ce qu(?:e|['’])\s?", "esk "),
    (r"s['’]il vous pla[iî]t", "svp"),
    (r"c['’]est", "c"),
    (r"j['’]ai", "g"),
    (r"quelqu['’]un", "qqn"),
    (r"quelque chose", "qqch"),
    (r"\bmots? de passe\b", "mdp"),
    (r"\bpourquoi\b", "pk"),
    (r"\bcomment\b", "cmt"),
    (r"\bquoi\b", "koi"),
    (r"\bquand\b", "kan"),
    (r"\bquel(?:le)?s?\b", "kel"),
    (r"\bqui\b", "ki"),
    (r"\bque\b", "ke"),
    (r"\bqu['’]", "k "),
    (r"\bavec\b", "avc"),
    (r"\bdans\b", "ds"),
    (r"\bpour\b", "pr"),
    (r"\bvous\b", "vs"),
    (r"\bnous\b", "ns"),
    (r"\btoujours\b", "tjs"),
    (r"\bbeaucoup\b", "bcp"),
    (r"\btous?t?\b", "tt"),
    (r"\bprobl[eè]me(s?)\b", r"pb\1"),
    (r"\bordinateur(s?)\b", r"ordi\1"),
    (r"\bmessage(s?)\b", r"msg\1"),
    (r"\brendez-vous\b", "rdv"),
    (r"\bplease\b", "pls"),
    (r"\byou\b", "u"),
    (r"\bare\b", "r"),
)
_ENGLISH = (
    (r"\bmots? de passe\b", "password"),
    (r"\bmises? à jour\b", "update"),
    (r"\bcomptes?\b", "account"),
    (r"\bfichiers?\b", "file"),
    (r"\bdossiers?\b", "folder"),
    (r"\bréunions?\b", "meeting"),
    (r"\bappels?\b", "call"),
    (r"\b(?:courriels?|e-mails?|mails?)\b", "email"),
    (r"\bmessagerie\b", "mailbox"),
    (r"\butilisateurs?\b", "user"),
    (r"\bsauvegard\w*\b", "backup"),
    (r"\bécrans?\b", "screen"),
    (r"\bliens?\b", "link"),
    (r"\bpartag\w*\b", "share"),
    (r"\bsupprimer\b", "delete"),
    (r"\bt[ée]l[ée]charger\b", "download"),
    (r"\bdonnées\b", "data"),
    (r"\bparamètres?\b", "settings"),
    (r"\bsites?\b", "website"),
    (r"\b(?:entreprise|société)s?\b", "company"),
    (r"\bordinateurs?\b", "computer"),
    (r"\bt[ée]l[ée]phones?\b", "phone"),
    (r"\bréseaux?\b", "network"),
    (r"\bclients?\b", "customer"),
    (r"\bserveurs?\b", "server"),
    (r"\bdroits?\b", "right"),
    (r"\bdemand\w*\b", "request"),
    (r"\bville\b", "city"),
    (r"\bpays\b", "country"),
    (r"\bannées?\b", "year"),
    (r"\bguerre\b", "war"),
    (r"\bnoms?\b", "name"),
    (r"\bfilms?\b", "movie"),
    (r"\bpourquoi\b", "why"),
    (r"\bcomment\b", "how"),
    (r"\bquand\b", "when"),
    (r"\bqui\b", "who"),
)
_SMALL_WORDS = """
    avec avoir cela ces cette comment dans des elle elles est est-ce être faire faut les leur
    lorsque mais mon nous par peut pour pourquoi puis-je quand que quel quelle quelles quels qui
    quoi sans ses son sont sur une vous how what when where which who does can the and
"""
_LEFT_OUT = frozenset(_SMALL_WORDS.split())
_MAIL = """Bonjour à toute l'équipe,

J'espère que vous allez bien et que vous avez passé un bon week-end. Je me permets de vous écrire \
car je n'ai malheureusement pas trouvé la réponse à ma question, et mes collègues non plus.

{}

Je vous remercie par avance de votre aide et reste à votre disposition pour tout complément.
Très bonne journée à vous,

Camille Durand
Assistante de direction, 3e étage"""

OTHER_SCRIPTS = (
    "كيف أغيّر كلمة المرور؟",
    "如何重置密码？",
    "パスワードを変更するには？",
    "Как изменить пароль?",
    "איך משנים סיסמה?",
    "Πώς αλλάζω τον κωδικό;",
    "पासवर्ड कैसे बदलें?",
    "Comment changer كلمة المرور sur 电脑 ?",
    "🙏🙏🙏",
    "?!…",
)


def capitals(text: str) -> str:
    """Written with the caps lock on."""
    return text.upper()


def without_accents(text: str) -> str:
    """As from a keyboard without them."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def like_sms(text: str) -> str:
    """Short forms, no accents, no capitals, no punctuation."""
    short = _replaced(text.lower(), _SHORT)
    return " ".join(re.sub(r"[^\w+@./-]+", " ", without_accents(short)).split()).rstrip(". ")


def mistyped(text: str) -> str:
    """One mistake in each word of six letters or more, never in its first letter."""
    chance = random.Random(text)
    return re.sub(r"[^\W\d_]{6,}", lambda match: _mistake(match[0], chance), text)


def _mistake(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    letter = word[place]
    return word[:place] + chance.choice(
        (
            word[place + 1] + letter + word[place + 2 :],
            word[place + 1 :],
            letter + word[place:],
            _NEAR.get(letter.lower(), "e") + word[place + 1 :],
        )
    )


def with_emoji(text: str) -> str:
    """Somebody in distress."""
    return f"🙏 {text.rstrip(' ?')} ??? 😭😭"


def in_a_mail(text: str) -> str:
    """One sentence of a long and polite letter."""
    return _MAIL.format(text)


def half_english(text: str) -> str:
    """The words that French offices say in English."""
    return _replaced(text, _ENGLISH)


def cut(text: str) -> str:
    """Two or three words, as one types into a search box."""
    words = [word for word in re.findall(r"[\w@.-]*\w", text) if word.lower() not in _LEFT_OUT]
    longest = sorted(words, key=len, reverse=True)[:3]
    return " ".join(word for word in words if word in longest and len(word) > 2) or text


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for pattern, other in pairs:
        text = re.sub(pattern, other, text, flags=re.IGNORECASE)
    return text


WORDINGS: dict[str, Callable[[str], str]] = {
    "as asked": str,
    "ALL CAPS": capitals,
    "no accents": without_accents,
    "SMS style": like_sms,
    "a mistake a long word": mistyped,
    "emoji": with_emoji,
    "in a long polite mail": in_a_mail,
    "half in English": half_english,
    "two or three words": cut,
}
