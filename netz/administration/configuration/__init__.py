"""All settings of a workspace in one place: value, default, and who changed it last."""

from netz.administration.configuration.reading import Held, configuration, reset_setting
from netz.administration.configuration.setting import Said, Screen, Section, Value

__all__ = ["Held", "Said", "Screen", "Section", "Value", "configuration", "reset_setting"]
