"""The one ASGI application: Django for /_allauth, FastAPI for the API, the client for the rest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import anyio.to_thread
from django.conf import settings
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from netz import __version__
from netz.ai.clients import close_clients
from netz.ai.services import warm_up
from netz.audit.refusals import keep_refusal
from netz.config.api import add_endpoints
from netz.config.client import mount_client
from netz.config.docs import mount_docs
from netz.config.env import environment
from netz.config.threaded import ThreadedDjango
from netz.core.api import problems
from netz.core.api.context import keep_refusals_with, use_authenticator
from netz.core.api.middleware import RequestContext
from netz.core.live import LiveHub
from netz.core.logs import configure_logs
from netz.knowledge.queries import warm_up as warm_up_search
from netz.sso.addresses import POSTS_FROM_ELSEWHERE
from netz.workspaces.credentials import authenticate
from netz.workspaces.oauth.urls import SERVED


class Dispatch:
    """Sends /_allauth and the identity provider's addresses to Django, the rest to FastAPI."""

    def __init__(self, django: ASGIApp, fastapi: ASGIApp) -> None:
        self.django = django
        self.fastapi = fastapi

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and (path.startswith("/_allauth/") or path in SERVED):
            await self.django(scope, receive, send)
        else:
            await self.fastapi(scope, receive, send)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Listens for live events while the application runs."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = environment().threads
    app.state.hub = LiveHub(settings.APP_DSN)
    await app.state.hub.start()
    # Vendor SDKs and the model of meaning take seconds to load: not in somebody's first question.
    warming = [
        asyncio.create_task(anyio.to_thread.run_sync(warm)) for warm in (warm_up, warm_up_search)
    ]
    yield
    for task in warming:
        task.cancel()
    await app.state.hub.stop()
    await close_clients()


def build_api() -> FastAPI:
    """The FastAPI part, without Django and middleware."""
    app = FastAPI(
        title="NETZ AI",
        version=__version__,
        openapi_url="/api/v2/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    problems.install(app)
    use_authenticator(authenticate)
    keep_refusals_with(keep_refusal)
    add_endpoints(app)
    mount_docs(app)
    mount_client(app)
    return app


def build_app() -> ASGIApp:
    """The whole application."""
    env = environment()
    configure_logs(env.log_level, as_json=env.log_json)
    return RequestContext(
        Dispatch(cast("ASGIApp", ThreadedDjango()), build_api()),
        secure=env.origin_secure,
        upload_limit=settings.UPLOAD_LIMIT,
        posts_from_elsewhere=POSTS_FROM_ELSEWHERE,
    )
