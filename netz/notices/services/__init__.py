"""Writes of notices: telling, reading, choosing, devices."""

from netz.notices.services.choosing import choose
from netz.notices.services.devices import add_device, remove_device, try_device
from netz.notices.services.telling import forget, mark_read, no_longer, read_about, tell

__all__ = [
    "add_device",
    "choose",
    "forget",
    "mark_read",
    "no_longer",
    "read_about",
    "remove_device",
    "tell",
    "try_device",
]
