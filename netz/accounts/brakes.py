"""Which guesses and which mails are braked, for an account and for where they come from.

An account's brake is another one on a device that its owner has signed in on before: whoever
guesses from elsewhere can't lock the owner out.
"""

from django.http import HttpRequest

from netz.accounts import network
from netz.accounts.devices import is_known
from netz.accounts.network import source_of, tells_apart
from netz.core.brake import Brake, forget_all

_DAY = 24 * 3600

PASSWORD = Brake("sign-in", attempts=5, seconds=30, longest=900, memory=_DAY)
SECOND_FACTOR = Brake("second-factor", attempts=5, seconds=30, longest=900, memory=_DAY)
MAILS = Brake("mails-to", attempts=3, seconds=60, longest=1800, memory=_DAY // 4)
GUESSES_FROM = Brake("guesses-from", attempts=30, seconds=10, longest=300, memory=3600)
REQUESTS_FROM = Brake("requests-from", attempts=30, seconds=10, longest=300, memory=3600)


def account_key(request: HttpRequest, address: str) -> str:
    """What an account's attempts are counted under; the same whether or not there is one."""
    name = address.strip().lower()
    return f"{name}|known" if is_known(request, name) else name


def forget_account(address: str) -> None:
    """Lets an account's owner start afresh, who has just proved to be that person."""
    name = address.strip().lower()
    keys = (name, f"{name}|known")
    forget_all(brake.place(key) for brake in (PASSWORD, MAILS) for key in keys)


def count_source(brake: Brake) -> None:
    """Counts where the request comes from, if that can be told. Raises `TooMany`."""
    address = network.here()
    if tells_apart(address):
        brake.count(source_of(address))


def excuse_source(brake: Brake) -> None:
    """Takes back what `count_source` counted: it was no failure."""
    address = network.here()
    if tells_apart(address):
        brake.take_back(source_of(address))
