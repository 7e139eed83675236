"""Writes of habits."""

from netz.habits.services.choosing import change, erase, erase_all, let_learn
from netz.habits.services.learning import forget, learn

__all__ = ["change", "erase", "erase_all", "forget", "learn", "let_learn"]
