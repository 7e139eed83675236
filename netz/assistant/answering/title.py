"""A conversation's title: what its first question is about, without the courtesies around it."""

from __future__ import annotations

import re

LENGTH = 80

# What people write before they come to the point, and after it.
_OPENING = re.compile(
    r"^(?:[\s,.;:!…-]*(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|good (?:morning|afternoon|"
    r"evening)|cher|chère|chers|madame|monsieur|messieurs|mesdames|à tous|à toutes|all|there|team|"
    r"tout le monde|l['’]équipe|et|and|svp|s['’]il (?:vous|te) plaît|please|merci d['’]avance|"
    r"j['’]espère que vous allez bien|i hope you are well|désolée? de vous déranger|"
    r"sorry to bother you)\b)+[\s,.;:!…-]*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:j['’]ai|nous avons|i have|we have|i['’]ve got) (?:un|une|a|an)?\s?"
    r"(?:petite?s?|small )?"
    r"\s?(?:problème|souci|question|problem|issue)s?"
    r"(?: (?:avec|sur|concernant|with|about|on))?(?=\s)[\s:,]*"
    r"|(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) (?:me dire|m['’]expliquer|m['’]indiquer) "
    r"|(?:can|could) you (?:please )?(?:tell me|explain(?: to me)?) "
    r"|je (?:voudrais|souhaite(?:rais)?|veux|cherche à) savoir "
    r"|i (?:would like|want|['’]d like) to know )",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[\s,.;:!-]*(?:merci(?: beaucoup| bien)?(?: (?:d['’]avance|par avance|à vous))?|"
    r"(?:many )?thanks(?: in advance)?|thank you(?: in advance)?|cordialement|"
    r"bien à vous|(?:best|kind) regards|bonne (?:journée|soirée)|svp|stp|"
    r"s['’]il (?:vous|te) plaît|please)[\s,.;:!-]*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!…])\s+")


def title_of(question: str) -> str:
    """At most `LENGTH` characters that say what the question is about; never empty for a question
    that holds anything."""
    stripped = _closed(_LEAD.sub("", _OPENING.sub("", question), count=1))
    text = _first_sentence(stripped) if any(c.isalnum() for c in stripped) else question.strip()
    text = text[:1].upper() + text[1:]
    return text if len(text) <= LENGTH else _cut(text)


def _closed(text: str) -> str:
    shorter = _CLOSING.sub("", text)
    while shorter != text:
        text, shorter = shorter, _CLOSING.sub("", shorter)
    return text.strip()


def _first_sentence(text: str) -> str:
    """The first sentence; one of a word or two is joined by those that follow."""
    title = ""
    for sentence in _SENTENCE.split(text):
        title = f"{title} {sentence}".strip()
        if len(title.split()) > 2:
            break
    return title.removesuffix(".") if not title.endswith("..") else title


def _cut(text: str) -> str:
    short = text[: LENGTH - 1]
    words = short.rpartition(" ")[0]
    return f"{(words if len(words) > LENGTH // 2 else short).rstrip(' ,;:.-')}…"
