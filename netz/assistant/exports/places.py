"""Where exports of conversations lie on disk."""

from netz.core.making import Shelf

SHELF = Shelf("conversation-exports", "file")
