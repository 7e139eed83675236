"""What was learned of members, whether they let us learn, and up to where acts were looked at."""

from typing import ClassVar

from django.db import models

from netz.core.models import TenantModel


class Habit(TenantModel):
    """A topic, document or colleague that one member uses.

    `subject` is a folder's path or an id; whoever is shown it is shown what they may still see of
    it. `weight` is what it was worth at `used_at` (see `netz.habits.fading`). A topic's `given`
    name is the member's own. What is not `on` is neither offered nor counted any more.
    """

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    subject = models.CharField(max_length=1000)
    given = models.CharField(max_length=80, default="", blank=True)
    count = models.PositiveIntegerField(default=0)
    weight = models.FloatField(default=0)
    used_at = models.DateTimeField()
    on = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["workspace", "member", "kind", "subject"], name="habit_once"
            )
        ]


class HabitChoice(TenantModel):
    """Whether a member lets us learn; no row: yes. Acts up to `since` are never learned from."""

    member = models.ForeignKey("workspaces.Member", on_delete=models.CASCADE, related_name="+")
    learning = models.BooleanField(default=True)
    since = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "member"], name="habit_choice_once")
        ]


class HabitMark(TenantModel):
    """Up to which event, and which moment, a workspace's acts were learned from."""

    event_id = models.UUIDField(null=True)
    event_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace"], name="habit_mark_once")
        ]
