"""Where exports of a workspace lie on disk."""

from netz.core.making import Shelf

SHELF = Shelf("exports", "zip")
