"""Endpoints of the configuration: every setting in one place."""

from datetime import datetime
from typing import Annotated

from fastapi import Path

from netz.administration.configuration import (
    Held,
    Screen,
    Section,
    Value,
    configuration,
    reset_setting,
)
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Output, Page
from netz.core.permissions import Permission

router = Router(tags=["configuration"])


class SaidOut(Output):
    """The same words in both languages."""

    fr: str
    en: str


class LastChangeOut(Output):
    """Who changed a setting last; `actor` is empty for the program itself."""

    actor: str
    at: datetime


class SettingOut(Output):
    """A setting: `said` and `default` are its value and its default in words.

    `changed` is null where nobody changed it, or the reader may not read the trail. Secrets are in
    none of these.
    """

    key: str
    section: Section
    name: SaidOut
    text: SaidOut
    value: Value
    said: SaidOut
    default: SaidOut | None
    differs: bool
    changed: LastChangeOut | None
    screen: Screen | None
    resettable: bool

    @classmethod
    def of(cls, held: Held) -> "SettingOut":
        """From the domain's value."""
        setting = held.setting
        return cls(
            key=setting.key,
            section=setting.section,
            name=SaidOut.model_validate(setting.name),
            text=SaidOut.model_validate(setting.text),
            value=held.value,
            said=SaidOut.model_validate(held.said),
            default=SaidOut.model_validate(held.default_said) if setting.has_default else None,
            differs=held.differs,
            changed=LastChangeOut.model_validate(held.change) if held.change else None,
            screen=setting.source.screen,
            resettable=held.resettable,
        )


@router.get("/configuration", permission=Permission.SETTINGS_MANAGE)
def read_configuration(actor: Actor) -> Page[SettingOut]:
    """Every setting of the workspace that the actor may see: value, default, who changed it."""
    return Page(items=[SettingOut.of(held) for held in configuration(actor)])


@router.delete("/configuration/{key}", permission=Permission.SETTINGS_MANAGE, step_up=True)
def reset_to_default(actor: Actor, key: Annotated[str, Path(max_length=80)]) -> SettingOut:
    """Gives a setting its default again, by the rules of the screen where it is changed."""
    return SettingOut.of(reset_setting(key, actor=actor))
