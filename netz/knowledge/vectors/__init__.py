"""The vectors of a workspace's passages: made in the background, searched beside the words."""

from netz.knowledge.vectors.building import build
from netz.knowledge.vectors.lifecycle import cancel, catch_up, choose, rebuild, take_turns, want
from netz.knowledge.vectors.searching import (
    Alike,
    alike,
    encoder,
    question_vector,
    warm_up_model,
)
from netz.knowledge.vectors.state import IndexState, Overview, overview

__all__ = [
    "Alike",
    "IndexState",
    "Overview",
    "alike",
    "build",
    "cancel",
    "catch_up",
    "choose",
    "encoder",
    "overview",
    "question_vector",
    "rebuild",
    "take_turns",
    "want",
    "warm_up_model",
]
