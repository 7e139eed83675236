"""What tests start from: a workspace with one member of each role, and credentials of each kind."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db import transaction
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.permissions import Permission, Role
from netz.workspaces import queries
from netz.workspaces.models import Company, Member
from netz.workspaces.services import (
    add_company,
    add_member,
    create_api_key,
    create_role,
    found_workspace,
)

PASSWORD = "correct-horse-7-battery"


@dataclass
class Person:
    """A member with a way in."""

    user: User
    member: Member
    key: str

    @property
    def headers(self) -> dict[str, str]:
        """The API key as a header."""
        return {"Authorization": f"Bearer {self.key}"}


@dataclass
class World:
    """A workspace: two client companies, an admin, an agent, a guest of each company, and the
    first company's own manager."""

    actor: Actor
    company: Company
    other_company: Company
    people: dict[str, Person] = field(default_factory=dict)

    @property
    def id(self):  # type: ignore[no-untyped-def]  # a UUID
        """The workspace's id."""
        return self.actor.workspace_id

    def __getattr__(self, name: str) -> Person:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None


def make_user(name: str) -> User:
    """A user with a unique address and the common password."""
    address = f"{name}.{secrets.token_hex(6)}@example.com"
    return User.objects.create_user(address, PASSWORD, name=name.title())


def make_world() -> World:
    """A fresh workspace; see `World`. People: admin, agent, guest, other_guest, manager."""
    with transaction.atomic():
        admin = make_user("admin")
        slug = f"w-{secrets.token_hex(6)}"
        _, actor = found_workspace(name=f"Espace {slug}", slug=slug, admin=admin)
        company = add_company("Atelier Brun", actor=actor)
        other = add_company("Cabinet Noir", actor=actor)
        world = World(actor, company, other)
        rows = {"admin": Member.objects.get(pk=actor.member_id)}
        for name, role, where in (
            ("agent", Role.AGENT, None),
            ("guest", Role.GUEST, company),
            ("other_guest", Role.GUEST, other),
            ("manager", Role.MANAGER, company),
        ):
            rows[name] = add_member(make_user(name), role=role, company=where, actor=actor)
    for name, member in rows.items():
        world.people[name] = Person(member.user, member, make_key(world, member))
    return world


def make_key(world: World, member: Member) -> str:
    """An API key that may do all that the member may."""
    with tenant(world.id):
        _, secret = create_api_key(
            "test", scopes=None, expires_at=None, actor=actor_of(world, member)
        )
    return secret


def actor_of(world: World, member: Member) -> Actor:
    """The member as an actor; runs in the workspace's transaction."""
    rows = Member.objects.select_related("custom_role")
    return replace(queries.actor_of(rows.get(pk=member.pk)), credential="session")


def add_person(
    world: World,
    name: str,
    role: Role = Role.AGENT,
    *,
    company: Company | None = None,
    permissions: Iterable[Permission] | None = None,
) -> Person:
    """One more member with a way in; with `permissions`, by a custom role on the built-in one."""
    with tenant(world.id):
        custom = None
        if permissions is not None:
            custom = create_role(
                f"{name} {secrets.token_hex(3)}",
                base=role,
                permissions=permissions,
                description="",
                actor=world.actor,
            )
        member = add_member(
            make_user(name), role=role, company=company, custom_role=custom, actor=world.actor
        )
    world.people[name] = Person(member.user, member, make_key(world, member))
    return world.people[name]


def sign_in(client: TestClient, person: Person) -> dict[str, str]:
    """Signs in as a browser does; returns the cookie as headers."""
    response = client.post(
        "/_allauth/browser/v1/auth/login",
        json={"email": person.user.email, "password": PASSWORD},
        headers={"Origin": "http://testserver"},
    )
    assert response.status_code == 200, response.text
    cookie = response.cookies.get("netz")
    return {"Cookie": f"netz={cookie}", "Origin": "http://testserver"}


def get_tokens(client: TestClient, person: Person) -> dict[str, str]:
    """Signs in as an app does; returns access and refresh token."""
    response = client.post(
        "/_allauth/app/v1/auth/login",
        json={"email": person.user.email, "password": PASSWORD},
    )
    assert response.status_code == 200, response.text
    meta = response.json()["meta"]
    return {"access": meta["access_token"], "refresh": meta["refresh_token"]}
