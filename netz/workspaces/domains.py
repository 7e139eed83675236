"""E-mail domains: how they are written, and those at which anybody gets an address."""

import re

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9]")

# Whoever listed one of these would let in, or take for a client's own people, anybody who opens a
# free mailbox. Short on purpose: the ones that our users' clients write from.
PUBLIC_PROVIDERS = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "outlook.fr",
        "hotmail.com",
        "hotmail.fr",
        "live.com",
        "live.fr",
        "msn.com",
        "yahoo.com",
        "yahoo.fr",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "aol.com",
        "gmx.com",
        "gmx.fr",
        "gmx.net",
        "gmx.de",
        "web.de",
        "mail.com",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "zoho.com",
        "yandex.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "neuf.fr",
        "laposte.net",
        "bbox.fr",
        "numericable.fr",
        "aliceadsl.fr",
        "club-internet.fr",
        "cegetel.net",
        "voila.fr",
        "skynet.be",
        "telenet.be",
        "bluewin.ch",
        "videotron.ca",
        "sympatico.ca",
        "tutanota.com",
        "tuta.io",
        "mailo.com",
        "hey.com",
        "fastmail.com",
    ]
)


def normal_domain(text: str) -> str | None:
    """The domain in lower case and ASCII, without an @ before it; None when it is none."""
    name = text.strip().lower().removeprefix("@").rstrip(".")
    try:
        name = name.encode("idna").decode() if not name.isascii() else name
    except UnicodeError:
        return None
    return name if len(name) <= 253 and _DOMAIN.fullmatch(name) else None


def domain_of(address: str) -> str:
    """The domain of an e-mail address."""
    return address.rpartition("@")[2].strip().lower()
