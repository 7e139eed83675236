"""What a person may arrange: the widgets of the home page, the sidebar, the columns of lists.

Each arrangement is the names of what is shown, in that order. What always stays, such as the way
to the settings and the column that names a row, has no name here: no layout can lose it. Rights are
not part of a layout: the client leaves out what somebody may not see, and the server refuses it.
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

Widget = Literal[
    "ask",
    "conversations",
    "pinned",
    "requests",
    "notices",
    "documents",
    "today",
    "knowledge",
]
SidebarEntry = Literal["home", "inbox", "documents", "requests", "members", "overview"]
MemberColumn = Literal["role", "company", "seen", "factor"]
InvitationColumn = Literal["role", "company", "sent", "validity"]
ConversationColumn = Literal["messages", "updated"]
RequestColumn = Literal["asker", "since", "with", "updated"]
CompanyColumn = Literal["domains", "members"]

# Preference -> the names that can be in it.
ARRANGED: Mapping[str, tuple[str, ...]] = {
    "widgets": get_args(Widget),
    "wide_widgets": get_args(Widget),
    "sidebar": get_args(SidebarEntry),
    "columns_members": get_args(MemberColumn),
    "columns_invitations": get_args(InvitationColumn),
    "columns_conversations": get_args(ConversationColumn),
    "columns_requests": get_args(RequestColumn),
    "columns_companies": get_args(CompanyColumn),
}


def known_names(preference: str, stored: Any) -> list[str] | None:
    """Those of the stored names that still are some, each once; None if it is no list."""
    if not isinstance(stored, list):
        return None
    names = ARRANGED[preference]
    return list(dict.fromkeys(name for name in stored if name in names))
