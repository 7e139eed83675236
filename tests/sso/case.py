"""A workspace with an identity provider, and a browser at its beginning."""

import secrets
from typing import Any

from allauth.socialaccount.models import SocialAccount
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.sso.models import Connection
from netz.workspaces.models import Member
from tests.factories import World, make_world
from tests.sso.assertions import Answer, ask, post
from tests.sso.browser import Browser, query
from tests.sso.material import make_connection, make_domain


class Case:
    """A world with a connection, and a browser that has asked it to sign in."""

    def __init__(self, client: TestClient, **fields: Any) -> None:
        self.client = client
        self.world: World = make_world()
        self.domain = make_domain(self.world)
        self.sso: Connection = make_connection(self.world, default_role="agent", **fields)
        self.browser = Browser(client)
        self.answer = Answer(
            self.sso.id,
            ask(self.browser, self.sso),
            f"p{secrets.token_hex(4)}@{self.domain.name}",
        )

    def post(self, document: str, *, raw: bool = False) -> dict[str, str]:
        """Posts it and returns what the last page's address says."""
        return query(post(self.browser, self.sso, document, raw=raw))

    def is_in(self) -> bool:
        """Whether the browser has a working session."""
        return self.client.get("/api/v2/me", headers=self.browser.headers).status_code == 200

    def nothing_made(self) -> bool:
        """Whether no user, no link and no member is left behind."""
        with tenant(self.world.id):
            members = Member.objects.filter(user__email=self.answer.email).exists()
        users = User.objects.filter(email=self.answer.email).exists()
        links = SocialAccount.objects.filter(provider=str(self.sso.id)).exists()
        return not (members or users or links)

    def sign_in(self, **changes: Any) -> dict[str, str]:
        """A new browser signs in with an answer that differs so; says where that ends."""
        self.browser = Browser(self.client)
        self.answer = self.answer.but(
            request_id=ask(self.browser, self.sso),
            assertion_id=f"_{secrets.token_hex(16)}",
            **changes,
        )
        return self.post(self.answer.signed())

    def member(self) -> Member:
        """The member at the answer's address."""
        with tenant(self.world.id):
            rows = Member.objects.filter(user__email=self.answer.email)
            return rows.select_related("user", "custom_role", "company").get()
