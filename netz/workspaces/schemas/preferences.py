"""Bodies of preferences."""

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, Field

from netz.accounts.layout import (
    CompanyColumn,
    ConversationColumn,
    InvitationColumn,
    MemberColumn,
    RequestColumn,
    SidebarEntry,
    Widget,
)
from netz.accounts.preferences import (
    AnswerLength,
    Density,
    Expertise,
    LanguageChoice,
    SidebarState,
    StartPage,
    TextSize,
    Theme,
    Tone,
)
from netz.core.api.schema import Input, Output
from netz.core.errors import RefusedValueError
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.models import Member

T = TypeVar("T")


def _each_once(names: list[T]) -> list[T]:
    if len(set(names)) < len(names):
        raise RefusedValueError(
            en="each name can be there once only",
            fr="Chaque nom ne peut y être qu’une fois",
        )
    return names


# What is shown, in this order.
Names = Annotated[list[T], Field(max_length=20), AfterValidator(_each_once)]


class _Preferred(Output):
    """Every preference with the value that holds; null is the product's own arrangement."""

    language: LanguageChoice
    theme: Theme
    density: Density
    text_size: TextSize
    start_page: StartPage
    sidebar_state: SidebarState
    answer_length: AnswerLength
    tone: Tone
    expertise: Expertise
    widgets: list[Widget] | None = None
    wide_widgets: list[Widget] | None = None
    sidebar: list[SidebarEntry] | None = None
    columns_members: list[MemberColumn] | None = None
    columns_invitations: list[InvitationColumn] | None = None
    columns_conversations: list[ConversationColumn] | None = None
    columns_requests: list[RequestColumn] | None = None
    columns_companies: list[CompanyColumn] | None = None


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
    sidebar_state: SidebarState | None = None
    answer_length: AnswerLength | None = None
    tone: Tone | None = None
    expertise: Expertise | None = None
    widgets: Names[Widget] | None = None
    wide_widgets: Names[Widget] | None = None
    sidebar: Names[SidebarEntry] | None = None
    columns_members: Names[MemberColumn] | None = None
    columns_invitations: Names[InvitationColumn] | None = None
    columns_conversations: Names[ConversationColumn] | None = None
    columns_requests: Names[RequestColumn] | None = None
    columns_companies: Names[CompanyColumn] | None = None

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
    sidebar_state: SidebarState | None = None
    answer_length: AnswerLength | None = None
    tone: Tone | None = None
    expertise: Expertise | None = None
    widgets: list[Widget] | None = None
    wide_widgets: list[Widget] | None = None
    sidebar: list[SidebarEntry] | None = None
    columns_members: list[MemberColumn] | None = None
    columns_invitations: list[InvitationColumn] | None = None
    columns_conversations: list[ConversationColumn] | None = None
    columns_requests: list[RequestColumn] | None = None
    columns_companies: list[CompanyColumn] | None = None
