"""Bodies of preferences."""

from typing import Any

from netz.accounts.preferences import (
    AnswerLength,
    Density,
    Expertise,
    LanguageChoice,
    StartPage,
    TextSize,
    Theme,
    Tone,
)
from netz.core.api.schema import Input, Output
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.models import Member


class _Preferred(Output):
    """Every preference with the value that holds."""

    language: LanguageChoice
    theme: Theme
    density: Density
    text_size: TextSize
    start_page: StartPage
    answer_length: AnswerLength
    tone: Tone
    expertise: Expertise


class PreferencesOut(_Preferred):
    """What holds for the person; `chosen` names the person's own choices among it."""

    chosen: list[str]

    @classmethod
    def of(cls, member: Member) -> "PreferencesOut":
        """From the member, with user and workspace joined."""
        held = _Preferred.model_validate(queries.preferences_of(member))
        return cls(**dict(held), chosen=queries.chosen_by(member))


class DefaultsIn(Input):
    """Changes of a role's defaults; a field left out stays, null takes the product's value."""

    theme: Theme | None = None
    density: Density | None = None
    text_size: TextSize | None = None
    start_page: StartPage | None = None
    answer_length: AnswerLength | None = None
    tone: Tone | None = None
    expertise: Expertise | None = None

    def changes(self) -> dict[str, Any]:
        """Only what the body names."""
        return self.model_dump(exclude_unset=True)


class PreferencesIn(DefaultsIn):
    """Changes of one's own preferences; a field left out stays, null follows the workspace."""

    language: LanguageChoice | None = None


class DefaultsOut(Output):
    """A role's defaults; what is null follows the product's own value."""

    role: Role
    theme: Theme | None = None
    density: Density | None = None
    text_size: TextSize | None = None
    start_page: StartPage | None = None
    answer_length: AnswerLength | None = None
    tone: Tone | None = None
    expertise: Expertise | None = None
