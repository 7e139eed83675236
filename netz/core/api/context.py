"""One request's scope: credential, transaction, workspace and permission, all in one thread.

The authenticator is given by `netz.config` (core knows no domain). It runs inside the transaction
and returns the actor, or None when the request carries no credential.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from starlette.requests import HTTPConnection

from netz.core.actor import Actor
from netz.core.errors import Forbidden, OnlyLooking, Problem, StepUpNeeded, Unauthenticated
from netz.core.permissions import Permission

Authenticator = Callable[[HTTPConnection], Actor | None]
RefusalKeeper = Callable[[Actor, HTTPConnection, Problem], None]
_authenticator: Authenticator | None = None
_refusal_keeper: RefusalKeeper | None = None


def use_authenticator(authenticator: Authenticator) -> None:
    """Installs the function that turns a request's credential into an actor.

    It also scopes the transaction that it runs in to the actor's workspace.
    """
    global _authenticator
    _authenticator = authenticator


def keep_refusals_with(keeper: RefusalKeeper) -> None:
    """Installs the function that is told of every refusal, once its transaction is rolled back."""
    global _refusal_keeper
    _refusal_keeper = keeper


def authenticate(request: HTTPConnection) -> Actor | None:
    """The request's actor; None without a credential. Raises `Unauthenticated` for a bad one."""
    if _authenticator is None:
        raise RuntimeError("no authenticator is installed")
    return _authenticator(request)


# How long a proof of identity is good for actions that ask for a step-up.
STEP_UP = timedelta(minutes=10)


def require_step_up(actor: Actor) -> None:
    """Raises `StepUpNeeded` when a person's last proof of identity is too old.

    An API key is a machine's: nobody could confirm, and its scopes say what it was made for.
    """
    if actor.credential in ("api_key", "system"):
        return
    if actor.authenticated_at is None or actor.authenticated_at < timezone.now() - STEP_UP:
        raise StepUpNeeded


@contextmanager
def request_scope(
    request: HTTPConnection, permission: Permission, *, step_up: bool = False, reads: bool = False
) -> Iterator[Actor]:
    """A transaction inside the actor's workspace.

    Raises `Unauthenticated` without a valid credential, `Forbidden` without the permission, and
    `StepUpNeeded` where the endpoint asks for a recent proof of identity. In a preview it raises
    `OnlyLooking` for whatever isn't a GET, unless the endpoint says that it only `reads`.
    """
    actor: Actor | None = None
    try:
        with transaction.atomic():
            actor = authenticate(request)
            if actor is None:
                raise Unauthenticated
            request.state.language = actor.language
            if actor.previewed_by and not reads and request.scope["method"] not in ("GET", "HEAD"):
                raise OnlyLooking
            if not actor.may(permission):
                raise Forbidden
            if step_up:
                require_step_up(actor)
            yield actor
    except Problem as problem:
        refused = problem.kept_out or (actor if problem.status == 403 else None)
        if refused is not None and _refusal_keeper is not None:
            _refusal_keeper(refused, request, problem)
        raise
