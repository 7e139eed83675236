"""Reading all settings at once, with who changed each, and giving one its default again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from netz.administration.configuration.errors import SettingNotFound, SettingNotResettable
from netz.administration.configuration.registry import SETTINGS
from netz.administration.configuration.setting import Said, Setting, Value
from netz.audit.queries import Change, last_field_changes
from netz.core.actor import Actor
from netz.core.errors import Forbidden
from netz.core.permissions import Permission


@dataclass(frozen=True, slots=True)
class Held:
    """A setting as it is now; `change` is None where the trail knows of none, or is not shown."""

    setting: Setting
    value: Value
    said: Said
    default_said: Said
    differs: bool
    change: Change | None
    resettable: bool


def configuration(actor: Actor) -> list[Held]:
    """Every setting that the actor may see on its own screen."""
    wanted = [one for one in SETTINGS if actor.may(one.source.sees)]
    changes = {}
    if actor.may(Permission.TRAIL_READ):
        changes = last_field_changes(actor, {name for one in wanted for name in one.told_by})
    return list(_held(wanted, changes, actor))


def reset_setting(key: str, *, actor: Actor) -> Held:
    """Gives a setting its default. Raises `SettingNotFound`, `SettingNotResettable`, `Forbidden`,
    and whatever its own service has against it."""
    setting = next((one for one in SETTINGS if one.key == key), None)
    if setting is None or not actor.may(setting.source.sees):
        raise SettingNotFound
    if not actor.may(setting.source.changes):
        raise Forbidden
    reset = setting.source.reset
    if reset is None or not setting.can_be_reset:
        raise SettingNotResettable
    reset(setting.field, setting.default_in(setting.source.read(actor)), actor)
    return next(held for held in configuration(actor) if held.setting is setting)


def _held(
    wanted: list[Setting], changes: dict[tuple[str, str], Change], actor: Actor
) -> Iterator[Held]:
    rows: dict[Any, Any] = {}
    for one in wanted:
        if one.source.read not in rows:
            rows[one.source.read] = one.source.read(actor)
        row = rows[one.source.read]
        value, default = one.value_in(row), one.default_in(row)
        shown = one.shown(actor, value) if one.shown and value is not None else value
        differs = default != value and one.has_default
        yield Held(
            setting=one,
            value=shown,
            said=one.say(shown),
            default_said=one.say(default),
            differs=differs,
            change=_newest(one, changes),
            resettable=differs and one.can_be_reset and actor.may(one.source.changes),
        )


def _newest(setting: Setting, changes: dict[tuple[str, str], Change]) -> Change | None:
    found = (change for told, change in changes.items() if setting.is_told_by(*told))
    return max(found, key=lambda change: change.at, default=None)
