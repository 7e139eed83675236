"""What a setting is, and where its value lies."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from netz.core.actor import Actor
from netz.core.permissions import Permission

ANY = "*"
Value = bool | int | str | list[str] | None
Section = Literal[
    "registration", "sign_in", "sessions", "keys", "trail", "branding", "assistant", "preferences"
]
Screen = Literal[
    "policy", "sso", "api-keys", "trail", "branding", "models", "meaning", "synonyms", "preferences"
]


class Said(NamedTuple):
    """The same words in both languages."""

    fr: str
    en: str


NOTHING, YES, NO = Said("Aucun", "None"), Said("Oui", "Yes"), Said("Non", "No")


@dataclass(frozen=True, slots=True)
class Source:
    """A row that holds settings.

    `action` is what the trail calls its changes; `sees` and `changes` are the permissions for
    reading and changing them on their own screen, which hold here too. `reset` gives one field its
    default value again, through the service that the screen uses.
    """

    read: Callable[[Actor], Any]
    action: str
    screen: Screen | None
    sees: Permission
    changes: Permission
    reset: Callable[[str, Any, Actor], None] | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: where it lies, what it is called, and how its value is said.

    `field` is its name in the row and, unless `told` says otherwise, in the trail. `default` is
    the column's own unless it is given. `choices` say values, `unit` a number, `empty` none.
    `actions` are others than the source's; `told=ANY` means that any of their rows changed it.
    """

    key: str
    section: Section
    source: Source
    name: Said
    text: Said
    field: str
    told: str = ""
    actions: tuple[str, ...] = ()
    default: Callable[[], Value] | None = None
    value: Callable[[Any], Value] | None = None
    shown: Callable[[Actor, Any], Value] | None = None
    choices: Mapping[str, Said] = dataclasses.field(default_factory=dict)
    unit: Said | None = None
    empty: Said = NOTHING
    has_default: bool = True

    @property
    def told_by(self) -> tuple[str, ...]:
        """The actions under which the trail tells of its changes."""
        return self.actions or (self.source.action,)

    def is_told_by(self, action: str, name: str) -> bool:
        """Whether a field that the trail tells of under an action is this setting."""
        return action in self.told_by and (self.told or self.field) in (ANY, name)

    def value_in(self, row: Any) -> Value:
        """Its value in its row."""
        found: Value = self.value(row) if self.value else getattr(row, self.field)
        return found

    def default_in(self, row: Any) -> Value:
        """What holds while nobody has chosen."""
        if self.default:
            return self.default()
        found: Value = row._meta.get_field(self.field).get_default()
        return found

    @property
    def can_be_reset(self) -> bool:
        """Whether its service can give it its default again, by itself."""
        return self.has_default and self.source.reset is not None

    def say(self, value: Value) -> Said:
        """The value in words."""
        return Said(self._say(value, "fr"), self._say(value, "en"))

    def _say(self, value: Value, language: Literal["fr", "en"]) -> str:
        if value is None or value == "" or value == []:
            said: str = getattr(self.empty, language)
        elif isinstance(value, bool):
            said = getattr(YES if value else NO, language)
        elif isinstance(value, list):
            said = ", ".join(self._choice(one, language) for one in value)
        elif isinstance(value, int) and self.unit:
            said = f"{value} {getattr(self.unit, language)}"
        else:
            said = self._choice(str(value), language)
        return said

    def _choice(self, value: str, language: Literal["fr", "en"]) -> str:
        said = self.choices.get(value)
        return value if said is None else str(getattr(said, language))
