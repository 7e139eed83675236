"""The demo's known passwords: open where only this machine comes, closed where others do."""

import pytest
from django.db import transaction

from netz.accounts.models import User
from netz.config.env import Environment
from netz.demo.loader import _reopen_demo, close_demo, create_demo
from netz.demo.manifest import read_demo

DEMO = read_demo()


@pytest.mark.parametrize(
    ("host", "public_url", "demo", "shown"),
    [
        ("127.0.0.1", "", None, True),
        ("localhost", "http://localhost:8000", None, True),
        ("0.0.0.0", "", None, False),
        ("192.0.2.4", "", None, False),
        ("127.0.0.1", "https://aide.korvelin.example", None, False),
        ("127.0.0.1", "https://127.0.0.1.evil.example", None, False),
        ("0.0.0.0", "http://localhost:8000", None, False),
        ("0.0.0.0", "https://demo.example", True, True),
        ("127.0.0.1", "", False, False),
    ],
)
def test_the_demo_is_for_this_machine_unless_it_is_asked_for(
    host: str, public_url: str, demo: bool | None, shown: bool
) -> None:
    env = Environment.model_validate({"host": host, "public_url": public_url, "demo": demo})
    assert env.shows_demo is shown


def test_known_passwords_are_closed_and_chosen_ones_stay() -> None:
    said: list[str] = []
    with transaction.atomic():
        create_demo(DEMO)
        people = User.objects.filter(email__in=[person.email for person in DEMO.people])
        own = people.get(email=DEMO.people[1].email)
        own.set_password("une phrase à soi 42")
        own.save()
        close_demo(said.append)
        assert not any(user.check_password(DEMO.password) for user in people.all())
        assert people.get(pk=own.pk).check_password("une phrase à soi 42")
        assert len(said) == 1
        close_demo(said.append)
        assert len(said) == 1
        _reopen_demo()
        opened = {user.email for user in people.all() if user.check_password(DEMO.password)}
        assert opened == {person.email for person in DEMO.people} - {own.email}
        transaction.set_rollback(True)
