"""What the tests of accounts share."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def mailbox() -> Iterator[Any]:
    from tests.accounts.people import mail_server  # Django is not set up before

    with mail_server() as running:
        yield running


@pytest.fixture
def browser(client: Any) -> Any:
    from tests.accounts.people import Browser

    return Browser(client)


@pytest.fixture
def settings_of_django() -> Iterator[Any]:
    """Django's settings, which get their values back afterwards."""
    from django.conf import settings
    from django.test import override_settings

    with override_settings():
        yield settings
