"""Jobs of the accounts: mails, and what was kept long enough."""

from datetime import timedelta

import procrastinate
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from procrastinate.contrib.django import app

from netz.accounts import mail
from netz.accounts.models import KnownDevice, SpentCode, User
from netz.accounts.trail import note
from netz.core import where as places
from netz.core.brake import forget_old_attempts

SPENT_CODES_LIFE = timedelta(hours=1)
DEVICES_LIFE = timedelta(days=400)


@app.task(retry=procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5), pass_context=True)
def deliver_mail(context: procrastinate.JobContext, template: str, sealed: str) -> None:
    """Sends one mail."""
    mail.deliver(template, sealed, f"netz-{context.job.id}")


@app.task(retry=procrastinate.RetryStrategy(max_attempts=6, exponential_wait=5))
def note_refusal(address: str, action: str, where: dict[str, str]) -> None:
    """Tells the trail of a refused attempt at an address, if it is somebody's."""
    user = User.objects.filter(email=address).first()
    if user is not None:
        places.enter(places.Where(**where))
        note(user, action, outcome="refused")


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="tidy_accounts")
def tidy_accounts(timestamp: int) -> None:
    """Removes what is over: sessions, brakes, used codes, devices not seen for a year."""
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    SpentCode.objects.filter(spent_at__lt=now - SPENT_CODES_LIFE).delete()
    KnownDevice.objects.filter(seen_at__lt=now - DEVICES_LIFE).delete()
    forget_old_attempts()
