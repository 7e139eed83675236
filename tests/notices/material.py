"""What tests of notices share."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.core.outbound import OutboundPolicy
from netz.notices import delivering
from netz.notices.models import Notice, PushDevice
from netz.notices.services import tell
from tests.factories import Person, World
from tests.fakes.push_service import FakeBrowser, FakePushService

API = "/api/v2"


def told(world: World, *people: Person, kind: Any = "message", **more: Any) -> None:
    """Tells the people that the agent wrote to them."""
    with tenant(world.id):
        tell(
            world.id,
            kind,
            [one.member.id for one in people],
            source=more.pop("source", None) or uuid4(),
            path=more.pop("path", "/conversations/1"),
            words={"name": "Yanis", "title": "Imprimante", **more.pop("words", {})},
            **more,
        )


def inbox(client: TestClient, person: Person, **query: Any) -> list[dict[str, Any]]:
    response = client.get(f"{API}/notices", params=query, headers=person.headers)
    assert response.status_code == 200, response.text
    return list(response.json()["items"])


def unread(client: TestClient, person: Person) -> int:
    response = client.get(f"{API}/notices/count", headers=person.headers)
    assert response.status_code == 200, response.text
    return int(response.json()["unread"])


def device_body(browser: FakeBrowser, endpoint: str = "", name: str = "Chrome") -> dict[str, Any]:
    """The body that lets a browser be woken."""
    endpoint = endpoint or f"https://push.example.net/{secrets.token_hex(8)}"
    return {"endpoint": endpoint, **browser.keys, "name": name}


def add_device(world: World, person: Person, service: FakePushService) -> FakeBrowser:
    """A browser at the fake push service, whose address no client could register: it is local."""
    browser = FakeBrowser()
    endpoint = f"{service.url}/{secrets.token_hex(8)}"
    with tenant(world.id):
        PushDevice.objects.create(
            workspace_id=world.id,
            member=person.member,
            endpoint=endpoint,
            endpoint_hash=secrets.token_hex(32),
            **browser.keys,
            name="Chrome",
        )
    return browser


def devices(world: World, person: Person) -> list[PushDevice]:
    with tenant(world.id):
        return list(PushDevice.objects.filter(member=person.member).order_by("id"))


@contextmanager
def local_pushes() -> Iterator[None]:
    """Lets messages go to this machine, as nothing does in the product."""
    policy = OutboundPolicy(local_hosts=frozenset({"127.0.0.1"}), max_seconds=10)
    with patch.object(delivering, "POLICY", policy):
        yield


_minutes = cycle(range(60))


def choices_body() -> dict[str, Any]:
    """The body of choices, each time of other ones."""
    digest_at = f"09:{next(_minutes):02}"
    return {"kinds": [], "zone": "Europe/Paris", "quiet": None, "digest_at": digest_at}


def choose(client: TestClient, person: Person, **changes: Any) -> Any:
    body = choices_body() | changes
    return client.put(f"{API}/notice-choices", json=body, headers=person.headers)


def quiet_now() -> dict[str, str]:
    """Quiet hours, in UTC, that hold for an hour more at least."""
    now = timezone.now()
    return {"start": _clock(now - timedelta(hours=1)), "end": _clock(now + timedelta(hours=2))}


def _clock(at: datetime) -> str:
    return at.strftime("%H:%M")


def rows(world: World, person: Person) -> list[Notice]:
    with tenant(world.id):
        return list(Notice.objects.filter(member=person.member).order_by("id"))


def time_passes(world: World) -> None:
    """Everything that was held back is due."""
    with tenant(world.id):
        past = timezone.now() - timedelta(seconds=1)
        Notice.objects.filter(push_at__isnull=False).update(push_at=past)
        Notice.objects.filter(mail_at__isnull=False).update(mail_at=past)
