"""Assertions are good once: each is remembered until it expires by itself."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from netz.sso.models import Connection, UsedAssertion
from netz.sso.refusals import Refused

# Longer than our tolerance of clocks: nothing that was forgotten could still be accepted.
MARGIN = timedelta(minutes=10)


def use_assertion(sso: Connection, assertion_id: str, expires_at: datetime) -> None:
    """Remembers the assertion, inside the caller's transaction. Raises `Refused` the second time.

    The unique key decides, so that two posts at the same moment can't both pass.
    """
    if len(assertion_id) > 300:
        raise Refused("invalid", "assertion id too long")
    try:
        with transaction.atomic():
            UsedAssertion.objects.create(
                workspace_id=sso.workspace_id,
                connection=sso,
                assertion_id=assertion_id,
                expires_at=expires_at,
            )
    except IntegrityError as error:
        raise Refused("replayed", assertion_id) from error


def forget_expired() -> int:
    """Drops what is refused as expired anyway; returns how many. In a workspace's transaction."""
    return UsedAssertion.objects.filter(expires_at__lt=timezone.now() - MARGIN).delete()[0]
