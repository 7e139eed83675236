"""Which router hangs where."""

from fastapi import FastAPI

from netz.administration.api import ROUTERS as ADMINISTRATION
from netz.ai.api import router as ai
from netz.assistant.api import ROUTERS as ASSISTANT
from netz.audit.api import router as trail
from netz.config.health import router as health
from netz.core.api.stream import router as stream
from netz.demo.api import router as demo
from netz.habits.api import router as habits
from netz.knowledge.access_api import router as access
from netz.knowledge.api import router as knowledge
from netz.knowledge.embeddings_api import router as embeddings
from netz.notices.api import router as notices
from netz.sso.api import router as sso
from netz.sso.public_api import router as sign_in
from netz.sso.scim.answers import install as install_scim
from netz.sso.scim.api import router as scim
from netz.sso.scim.resources import BASE as SCIM
from netz.sso.scim.settings_api import router as directory
from netz.workspaces.api import ROUTERS as WORKSPACES

# The first ones are found soonest; answers are what people wait for.
PARTS = (
    *ASSISTANT,
    *WORKSPACES,
    *ADMINISTRATION,
    notices,
    habits,
    knowledge,
    access,
    ai,
    embeddings,
    sso,
    sign_in,
    directory,
    trail,
    demo,
    stream,
)


def add_endpoints(app: FastAPI) -> None:
    """The public API, version 2, SCIM for directories, and the probes for load balancers."""
    for part in PARTS:
        part.declare_on(app, "/api/v2")
    scim.declare_on(app, SCIM)
    install_scim(app)
    health.declare_on(app)
