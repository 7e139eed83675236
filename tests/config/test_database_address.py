"""What the database's address says reaches every connection."""

import pytest
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from netz.config.bootstrap import with_patience


@pytest.mark.parametrize(
    ("address", "seconds"),
    [
        ("host=/run/x dbname=netz user=netz_app", "5"),
        ("postgresql://a:b@db.example/netz", "5"),
        ("postgresql://a:b@db.example/netz?connect_timeout=2", "2"),
    ],
)
def test_waiting_for_a_connection_ends(address: str, seconds: str) -> None:
    limited = conninfo_to_dict(with_patience(address))
    assert limited == {**conninfo_to_dict(address), "connect_timeout": seconds}


@pytest.mark.parametrize("alias", ["default", "owner"])
def test_django_s_connections_are_made_so(alias: str) -> None:
    assert connections[alias].get_connection_params()["connect_timeout"] == "5"


def test_the_address_s_tls_setting_is_kept() -> None:
    from netz.config.settings import _database

    options = _database("postgresql://a:b@db.example/netz?sslmode=verify-full")["OPTIONS"]
    assert options["sslmode"] == "verify-full"
