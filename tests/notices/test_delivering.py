"""Push messages and letters: to whom they belong, once, when they are wanted."""

from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.utils import timezone
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.notices import delivering
from netz.notices.models import Notice, PushDevice
from netz.notices.tasks import deliver_due_notices, deliver_notices
from tests.assistant.test_letters import mailbox
from tests.factories import World, make_world
from tests.fakes.push_service import FakePushService
from tests.jobs import run_jobs
from tests.notices.material import (
    API,
    add_device,
    choose,
    devices,
    local_pushes,
    quiet_now,
    rows,
    time_passes,
    told,
)

__all__ = ["mailbox"]


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def service() -> Iterator[FakePushService]:
    run_jobs()
    with local_pushes(), FakePushService() as running:
        yield running


def test_a_device_is_woken_with_words_that_only_it_reads(
    world: World, service: FakePushService
) -> None:
    browser = add_device(world, world.agent, service)
    told(world, world.agent, world.admin, path="/conversations/7")
    run_jobs()
    [body] = service.bodies
    assert b"Yanis" not in body
    assert browser.open(body) | {"tag": ""} == {
        "title": "Yanis vous a écrit",
        "body": "Imprimante",
        "path": "/conversations/7",
        "tag": "",
    }
    assert devices(world, world.agent)[0].used_at is not None


def test_it_rings_once_though_the_job_runs_twice(world: World, service: FakePushService) -> None:
    add_device(world, world.agent, service)
    told(world, world.agent)
    for _ in range(2):
        deliver_notices(str(world.id))
    assert len(service.bodies) == 1


def test_several_at_once_ring_once(world: World, service: FakePushService) -> None:
    browser = add_device(world, world.agent, service)
    for _ in range(3):
        told(world, world.agent)
    run_jobs()
    [body] = service.bodies
    assert browser.open(body)["title"] == "3 nouveautés pour vous"


def test_a_device_that_is_gone_is_forgotten(world: World, service: FakePushService) -> None:
    service.status = 410
    add_device(world, world.agent, service)
    told(world, world.agent)
    run_jobs()
    assert devices(world, world.agent) == []
    assert rows(world, world.agent)[0].push_at is None


def test_a_service_in_trouble_is_tried_again_later(world: World, service: FakePushService) -> None:
    service.status = 503
    browser = add_device(world, world.agent, service)
    told(world, world.agent)
    run_jobs()
    assert devices(world, world.agent)[0].failures == 1
    service.status = 201
    deliver_due_notices(0)
    run_jobs()
    assert len(service.bodies) == 1, "not at once"
    time_passes(world)
    deliver_due_notices(0)
    run_jobs()
    assert browser.open(service.bodies[1])["title"] == "Yanis vous a écrit"
    assert devices(world, world.agent)[0].failures == 0


def test_a_device_that_never_works_is_given_up(world: World, service: FakePushService) -> None:
    service.status = 503
    add_device(world, world.agent, service)
    with tenant(world.id):
        PushDevice.objects.update(failures=delivering.MOST_FAILURES - 1)
    told(world, world.agent)
    run_jobs()
    assert devices(world, world.agent) == []


def test_what_was_read_meanwhile_does_not_ring(
    client: TestClient, world: World, service: FakePushService
) -> None:
    add_device(world, world.agent, service)
    told(world, world.agent)
    client.post(f"{API}/notices/read", json={}, headers=world.agent.headers)
    run_jobs()
    assert service.bodies == []


def test_nothing_rings_in_quiet_hours_and_all_of_it_after_them(
    client: TestClient, world: World, service: FakePushService, mailbox: list[mail.EmailMessage]
) -> None:
    browser = add_device(world, world.agent, service)
    assert choose(client, world.agent, zone="UTC", quiet=quiet_now()).is_success
    told(world, world.agent)
    told(world, world.agent)
    deliver_due_notices(0)
    run_jobs()
    assert (service.bodies, mailbox) == ([], [])
    time_passes(world)
    deliver_due_notices(0)
    run_jobs()
    assert [browser.open(body)["title"] for body in service.bodies] == ["2 nouveautés pour vous"]
    assert len(mailbox) == 1


def test_each_kind_goes_its_own_ways(
    client: TestClient, world: World, service: FakePushService, mailbox: list[mail.EmailMessage]
) -> None:
    add_device(world, world.agent, service)
    ways = [
        {"kind": "message", "push": False, "mail": "now"},
        {"kind": "mention", "push": True, "mail": "never"},
    ]
    assert choose(client, world.agent, kinds=ways).is_success
    told(world, world.agent, kind="message")
    run_jobs()
    assert (len(service.bodies), len(mailbox)) == (0, 1)
    told(world, world.agent, kind="mention")
    run_jobs()
    assert (len(service.bodies), len(mailbox)) == (1, 1)


def test_the_letter_of_the_day_holds_what_was_not_read(
    client: TestClient, world: World, mailbox: list[mail.EmailMessage]
) -> None:
    ways = [{"kind": "message", "push": False, "mail": "daily"}]
    choose(client, world.agent, kinds=ways)
    for title in ("Un", "Deux", "Trois"):
        told(world, world.agent, words={"name": title})
    run_jobs()
    assert mailbox == []
    with tenant(world.id):
        first = Notice.objects.filter(member=world.agent.member).earliest("id")
    body = {"ids": [str(first.pk)]}
    client.post(f"{API}/notices/read", json=body, headers=world.agent.headers)
    time_passes(world)
    deliver_due_notices(0)
    run_jobs()
    [letter] = mailbox
    assert letter.to == [world.agent.user.email]
    assert letter.subject.startswith("2 nouveautés pour vous")
    assert "Deux vous a écrit" in letter.body
    assert "Un vous a écrit" not in letter.body
    assert "/settings/notifications" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_letter_that_could_not_go_is_sent_again(
    world: World, mailbox: list[mail.EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(world, world.agent, world.admin)
    send = mail.EmailMessage.send

    def refuse_the_agent(letter: mail.EmailMessage) -> int:
        if letter.to == [world.agent.user.email]:
            raise SMTPRecipientsRefused({letter.to[0]: (550, b"no such user")})
        return send(letter)

    with monkeypatch.context() as broken:
        broken.setattr(mail.EmailMessage, "send", refuse_the_agent)
        with pytest.raises(delivering.MailNotTaken):
            deliver_notices(str(world.id))
        assert [letter.to for letter in mailbox] == [[world.admin.user.email]]
        assert rows(world, world.agent)[0].mail_at is not None
        told(world, world.agent)
        past = timezone.now() - delivering.MAIL_TRIED_FOR - timedelta(minutes=1)
        with tenant(world.id):
            first = Notice.objects.filter(member=world.agent.member).earliest("id")
            Notice.objects.filter(pk=first.pk).update(mail_at=past)
        with pytest.raises(delivering.MailNotTaken):
            deliver_notices(str(world.id))
        assert [one.mail_at is None for one in rows(world, world.agent)] == [True, False]
    run_jobs()
    assert [letter.to for letter in mailbox][1:] == [[world.agent.user.email]]


def test_what_waits_is_queued_once(world: World, mailbox: list[mail.EmailMessage]) -> None:
    told(world, world.agent)
    for _ in range(3):
        deliver_due_notices(0)
    run_jobs()
    assert len(mailbox) == 1


def test_nobody_writes_to_who_has_left(
    client: TestClient, world: World, service: FakePushService, mailbox: list[mail.EmailMessage]
) -> None:
    add_device(world, world.agent, service)
    told(world, world.agent)
    with tenant(world.id):
        type(world.agent.member).objects.filter(pk=world.agent.member.pk).update(active=False)
    run_jobs()
    assert (service.bodies, mailbox) == ([], [])
    assert rows(world, world.agent)[0].mail_at is None


def test_a_name_cannot_write_the_letter(world: World, mailbox: list[mail.EmailMessage]) -> None:
    told(world, world.agent, words={"name": "{address} %s {0}", "title": "{x}"})
    run_jobs()
    assert mailbox[0].subject == "{address} %s {0} vous a écrit"


def test_a_device_is_tried(client: TestClient, world: World, service: FakePushService) -> None:
    browser = add_device(world, world.agent, service)
    [row] = devices(world, world.agent)
    url = f"{API}/push/devices/{row.pk}/trial"
    assert client.post(url, headers=world.admin.headers).status_code == 404
    assert client.post(url, headers=world.agent.headers).status_code == 202
    run_jobs()
    assert browser.open(service.bodies[0])["title"] == "Les notifications fonctionnent"


def test_no_message_goes_inwards(world: World) -> None:
    """Wherever an address leads when it is called: this machine takes nothing."""
    run_jobs()
    with FakePushService() as inside:
        add_device(world, world.agent, inside)
        told(world, world.agent)
        run_jobs()
        assert inside.answers == []
    assert devices(world, world.agent)[0].failures == 1
