"""What a good password is: not guessable from what one knows of the person, nor widely known."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import get_language
from zxcvbn import zxcvbn

from netz.accounts.leaked import is_leaked
from netz.accounts.models import User

GOOD_ENOUGH = 3  # zxcvbn's scale from 0 to 4: "safely unguessable"
LONGEST = 1000
_ENOUGH_BESIDE = 6  # characters that must be left without the person's own words
_ALL_THAT_ZXCVBN_READS = 72  # its time grows with the square of the length


def said(*, en: str, fr: str) -> str:
    """The words in the language of the request."""
    return en if (get_language() or "").startswith("en") else fr


class Strength:
    """Refuses what zxcvbn would guess, knowing the person's name, address and workspaces."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises `ValidationError` for a weak or endless password."""
        if len(password) > LONGEST:
            raise ValidationError(
                said(en=f"At most {LONGEST} characters.", fr=f"{LONGEST} caractères au plus."),
                code="password_too_long",
            )
        known = ["netz", *(words_about(user) if user else ())]
        found = zxcvbn(password[:_ALL_THAT_ZXCVBN_READS], user_inputs=known)
        if found["score"] < GOOD_ENOUGH or len(_without(known, password)) < _ENOUGH_BESIDE:
            raise ValidationError(
                said(
                    en="This password is too easy to guess: add words or unusual characters.",
                    fr="Ce mot de passe est trop facile à deviner : ajoutez des mots ou des "
                    "caractères inattendus.",
                ),
                code="password_too_weak",
            )

    def get_help_text(self) -> str:
        """What is asked for."""
        return said(
            en="Hard to guess, also for somebody who knows you.",
            fr="Difficile à deviner, même par quelqu’un qui vous connaît.",
        )


class NotLeaked:
    """Refuses passwords of the lists that attackers try first, and their usual disguises."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises `ValidationError` for a widely known password."""
        if is_leaked(password):
            raise ValidationError(
                said(
                    en="This password is on public lists of leaked passwords: choose another one.",
                    fr="Ce mot de passe figure dans des listes publiques de mots de passe "
                    "divulgués : choisissez-en un autre.",
                ),
                code="password_leaked",
            )

    def get_help_text(self) -> str:
        """What is asked for."""
        return said(
            en="Not one that was leaked elsewhere.",
            fr="Pas un mot de passe déjà divulgué ailleurs.",
        )


def _without(words: list[str], password: str) -> str:
    left = password.lower()
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word.lower(), "")
    return left


def words_about(user: User) -> Iterator[str]:
    """What somebody who knows the person would try: name, address, workspaces, in parts."""
    hints = getattr(user, "password_hints", ())
    for text in (user.name, user.email, *hints, *_workspaces_of(user)):
        yield text
        yield from (part for part in re.split(r"[\W_]+", text) if len(part) > 2)


def _workspaces_of(user: User) -> list[str]:
    if user._state.adding:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_names(%s)", [user.pk])
        return [str(row[0]) for row in cursor.fetchall()]
