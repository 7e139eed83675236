"""Finds personal identifiers in text: NIR, IBAN, payment cards, phone numbers, e-mail addresses.

Each finder yields spans whose content passes the identifier's own check (key, checksum, length),
so that serial numbers and error codes stay as they are.
"""

import re
from collections.abc import Callable, Iterator

Span = tuple[int, int]
Finder = Callable[[str], Iterator[Span]]

# Written separators inside a number: space, no-break spaces, dot, hyphens.
_SEP = r"[ .\-\u00a0\u2007\u2011\u202f]"

# A number stands alone: KB5034441 and 0x80070005 are no phone numbers.
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"

# Bounded repetitions keep the search linear on hostile input.
_EMAIL = re.compile(r"[\w.%+'\-]{1,64}@(?:[\w\-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![^\W_])")

# Inside a look-ahead, so that a stray digit before a number does not hide it.
_NIR = re.compile(
    rf"{_START}(?=([1-478]{_SEP}?\d\d{_SEP}?\d\d{_SEP}?(?:\d\d|2[ABab])"
    rf"(?:{_SEP}?\d{{3}}){{2}}{_SEP}?\d\d){_END})"
)

_IBAN_START = re.compile(rf"{_START}[A-Za-z]{{2}}{_SEP}?\d{_SEP}?\d")
# Registered length of an IBAN by country (ISO 13616 registry).
_IBAN_LENGTHS = {
    pair[:2]: int(pair[2:])
    for pair in re.findall(
        r"\w+",
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 "
        "DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 "
        "HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 "
        "MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 "
        "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 "
        "VG24 XK20 YE30",
    )
}

_CARD = re.compile(rf"{_START}(?=([2-6](?:{_SEP}?\d){{12,18}}))")
# First digits and lengths of the card networks, so that a SIRET (14 digits, Luhn as well) stays.
_CARD_NETWORK = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}|35\d{14}"  # American Express, JCB
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners
    r"|(?:50|5[6-8]|6\d)\d{14,17}"  # Maestro, Discover, UnionPay
)

# Most certain form first: the general one would run on into a number that follows.
_PHONES = (
    # +33 6 12 34 56 78, 0033…, +33 (0)1 …
    re.compile(
        rf"{_START}(?:\+|00){_SEP}?33{_SEP}?(?:\(0\){_SEP}?)?[1-9](?:{_SEP}?\d\d){{4}}{_END}"
    ),
    # 06 12 34 56 78 with one separator throughout: a date before an hour is not a number.
    re.compile(rf"{_START}0[1-9](?P<sep>(?:{_SEP}|/)?)\d\d(?:(?P=sep)\d\d){{3}}{_END}"),
    # 0 800 123 456 and 0800 123 456.
    re.compile(rf"{_START}0{_SEP}?[89]\d\d{_SEP}?\d{{3}}{_SEP}?\d{{3}}{_END}"),
    # Any other country's number.
    re.compile(rf"{_START}(?:\+|00)[1-9](?:(?:{_SEP}|[/()]){{0,3}}\d){{6,14}}{_END}"),
)


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses."""
    for match in _EMAIL.finditer(text):
        yield match.span()


def nirs(text: str) -> Iterator[Span]:
    """French social security numbers with their two-digit key, the key right."""
    for match in _NIR.finditer(text):
        if nir_is_valid(match[1]):
            yield match.span(1)


def ibans(text: str) -> Iterator[Span]:
    """IBANs of a registered country: right length and checksum."""
    for match in _IBAN_START.finditer(text):
        end = _iban_end(text, match.start())
        if end:
            yield match.start(), end


def cards(text: str) -> Iterator[Span]:
    """Payment card numbers: a network's prefix and length, and the Luhn digit."""
    for match in _CARD.finditer(text):
        end = _card_end(text, *match.span(1))
        if end:
            yield match.start(), end


def phones(text: str) -> Iterator[Span]:
    """Phone numbers: French national formats, and international ones."""
    taken: list[Span] = []
    for pattern in _PHONES:
        for start, end in [match.span() for match in pattern.finditer(_blank(text, taken))]:
            taken.append((start, end))
            yield start, end


def nir_is_valid(number: str) -> bool:
    """Whether the key of a 15-character NIR is right; Corsica's 2A and 2B count as 19 and 18."""
    compact = _compact(number).upper()
    if len(compact) != 15:
        return False
    department = {"2A": "19", "2B": "18"}.get(compact[5:7], compact[5:7])
    body = compact[:5] + department + compact[7:13]
    if not body.isdigit() or not compact[13:].isdigit():
        return False
    return 97 - int(body) % 97 == int(compact[13:])


def iban_is_valid(number: str) -> bool:
    """Whether an IBAN has its country's length and a right checksum (ISO 7064 mod 97-10)."""
    compact = _compact(number).upper()
    if not compact.isascii() or not compact.isalnum() or not compact[2:4].isdigit():
        return False
    if _IBAN_LENGTHS.get(compact[:2]) != len(compact):
        return False
    return int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


def luhn_is_valid(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _compact(number: str) -> str:
    return re.sub(_SEP, "", number)


def _iban_end(text: str, start: int) -> int | None:
    """Where the IBAN that starts at `start` ends: its country's length without separators."""
    wanted = _IBAN_LENGTHS.get(text[start : start + 2].upper())
    if wanted is None:
        return None
    taken, place, after_separator = 0, start, True
    while place < len(text) and taken < wanted:
        character = text[place]
        if character.isascii() and character.isalnum():
            taken, after_separator = taken + 1, False
        elif re.match(_SEP, character) and not after_separator:
            after_separator = True
        else:
            return None
        place += 1
    whole = taken == wanted and not text[place : place + 1].isalnum()
    return place if whole and iban_is_valid(text[start:place]) else None


def _card_end(text: str, start: int, limit: int) -> int | None:
    """Where the longest valid card number in `text[start:limit]` ends; digits may follow it."""
    for end in range(limit, start + 12, -1):
        if text[end - 1].isdigit() and not text[end : end + 1].isalnum():
            digits = _compact(text[start:end])
            if _CARD_NETWORK.fullmatch(digits) and luhn_is_valid(digits):
                return end
    return None


def _blank(text: str, spans: list[Span]) -> str:
    """The text with the spans made unmatchable, all places kept."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "|" * (end - start)
    return "".join(characters)
