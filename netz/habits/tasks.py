"""Jobs of habits."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from netz.audit.queries import every_workspace
from netz.core.db import tenant
from netz.habits import services
from netz.habits.services.learning import AT_ONCE

# An act is looked at when every transaction that began before it has long been committed.
_SETTLED = timedelta(seconds=30)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="learn_habits")
def learn_habits(timestamp: int) -> None:
    """Learns from what members did; apart from the acts themselves, which it must not slow down."""
    for workspace_id in every_workspace():
        more = True
        while more:
            with tenant(workspace_id):
                more = services.learn(workspace_id, before=timezone.now() - _SETTLED) == AT_ONCE


@app.periodic(cron="53 3 * * *")
@app.task(queueing_lock="forget_habits")
def forget_habits(timestamp: int) -> None:
    """Forgets what has faded."""
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            services.forget(workspace_id, now=timezone.now())
