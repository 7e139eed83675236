"""`GET /demo`: the demo's sign-ins, for the sign-in page of an installation that shows them."""

from django.conf import settings

from netz.core.api.router import Router
from netz.core.api.schema import Output
from netz.core.errors import NotFound
from netz.core.permissions import Role
from netz.demo.loader import demo_accounts

router = Router(tags=["demo"])


class DemoAccountOut(Output):
    """A sign-in that anybody may use."""

    name: str
    email: str
    password: str
    role: Role
    company: str


class DemoOut(Output):
    """All of them."""

    accounts: list[DemoAccountOut]


@router.get("/demo", public=True)
def read_demo_accounts() -> DemoOut:
    """The demo's sign-ins; 404 where no demo is shown."""
    if not settings.SHOW_DEMO:
        raise NotFound
    return DemoOut(accounts=[DemoAccountOut.model_validate(one) for one in demo_accounts()])
