"""The browsers that a member lets us wake."""

import hashlib
import ipaddress
from urllib.parse import urlsplit

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.outbound import clean_host, is_public
from netz.notices.errors import BadEndpoint
from netz.notices.models import PushDevice
from netz.notices.push import BadKeys, Keys
from netz.notices.tasks import try_push

# One more takes the place of the one that was added longest ago.
MOST_DEVICES = 20


def add_device(endpoint: str, p256dh: str, auth: str, name: str, *, actor: Actor) -> PushDevice:
    """Keeps a browser as the member's; known already, it is theirs from now on.

    Raises `BadEndpoint` for an address that no push service can have, or keys that are none.
    """
    _require_push_service(endpoint)
    try:
        Keys.read(p256dh, auth)
    except BadKeys as error:
        raise BadEndpoint from error
    row, created = PushDevice.objects.update_or_create(
        workspace_id=actor.workspace_id,
        endpoint_hash=hashlib.sha256(endpoint.encode()).hexdigest(),
        defaults={
            "member_id": actor.member_id,
            "endpoint": endpoint,
            "p256dh": p256dh,
            "auth": auth,
            "name": name,
            "failures": 0,
        },
    )
    if created:
        record(actor, "push_device.add", row, after={"name": name})
    own = PushDevice.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    too_old = own.order_by("-id").values_list("pk", flat=True)[MOST_DEVICES:]
    own.filter(pk__in=list(too_old)).delete()
    return row


def _require_push_service(endpoint: str) -> None:
    """A public host, by TLS. Where its name leads is checked again when it is called."""
    try:
        where = urlsplit(endpoint)
        host, port = clean_host(where.hostname or ""), where.port
    except ValueError as error:
        raise BadEndpoint from error
    if where.scheme != "https" or where.username or where.password or port not in (None, 443):
        raise BadEndpoint
    try:
        public = is_public(ipaddress.ip_address(host))
    except ValueError:
        public = "." in host and not host.endswith((".local", ".internal", ".localhost"))
    if not public:
        raise BadEndpoint


def remove_device(row: PushDevice, *, actor: Actor) -> None:
    """The browser is woken no more."""
    record(actor, "push_device.remove", row, before={"name": row.name})
    row.delete()


def try_device(row: PushDevice, *, actor: Actor) -> None:
    """Has a message sent to the one device, so that the member sees it come. A push service may
    take its time: nobody waits for it here."""
    record(actor, "push_device.try", row, after={"name": row.name})
    try_push.defer(
        workspace_id=str(actor.workspace_id), device_id=str(row.pk), language=actor.language
    )
