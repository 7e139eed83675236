"""Which router hangs where."""

from fastapi import APIRouter

from netz.ai.api import router as ai
from netz.assistant.api import router as assistant
from netz.config.health import router as health
from netz.core.api.stream import router as stream
from netz.demo.api import router as demo
from netz.knowledge.api import router as knowledge
from netz.workspaces.api import router as workspaces


def api_v2() -> APIRouter:
    """All endpoints of the public API, version 2."""
    router = APIRouter(prefix="/api/v2")
    for part in (workspaces, ai, knowledge, assistant, demo, stream):
        router.include_router(part)
    return router


def probes() -> APIRouter:
    """Endpoints for load balancers."""
    return health
