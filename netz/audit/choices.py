"""What a workspace chooses for its trail: how long it is kept, where its head is sent."""

import base64
import secrets
from typing import Any

from django.conf import settings

from netz.audit.errors import MailNotSetUp
from netz.audit.models import TrailSettings
from netz.audit.queries import settings_of
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.crypto import seal, unseal

PURPOSE = "trail-webhook"
_SECRET_START = "whsec_"  # noqa: S105  # how Standard Webhooks marks one


def choose(
    *, retention_days: int, mail_to: list[str], webhook_url: str, actor: Actor
) -> tuple[TrailSettings, str]:
    """Keeps the choices. Returns them with the webhook's new secret, which is shown this once;
    empty while the address stays.

    Raises `MailNotSetUp` for addresses of people where no mail goes out.
    """
    if mail_to and not settings.MAIL_IS_SET_UP:
        raise MailNotSetUp
    chosen = settings_of(actor.workspace_id)
    before, secret = _shown(chosen), ""
    if webhook_url != chosen.webhook_url:
        secret = _new_secret() if webhook_url else ""
        chosen.webhook_secret = (
            seal(secret, purpose=PURPOSE, bound_to=str(actor.workspace_id)) if secret else ""
        )
    chosen.retention_days = retention_days
    chosen.mail_to = mail_to
    chosen.webhook_url = webhook_url
    chosen.failure = ""
    chosen.save()
    record(actor, "trail.settings", chosen, before=before, after=_shown(chosen))
    return chosen, secret


def secret_of(chosen: TrailSettings) -> bytes:
    """The key that the webhook's messages are signed with."""
    text = unseal(chosen.webhook_secret, purpose=PURPOSE, bound_to=str(chosen.workspace_id))
    return base64.b64decode(text.removeprefix(_SECRET_START))


def _new_secret() -> str:
    return _SECRET_START + base64.b64encode(secrets.token_bytes(32)).decode()


def _shown(chosen: TrailSettings) -> dict[str, Any]:
    return {
        "retention_days": chosen.retention_days,
        "mail_to": list(chosen.mail_to),
        "webhook_url": chosen.webhook_url,
    }
