"""Whom an identity provider's word lets in, and how far."""

import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.sso.models import Connection, Domain
from netz.workspaces.models import Company, CustomRole, Member
from netz.workspaces.services import add_member
from tests.factories import PASSWORD, Person, make_world, sign_in
from tests.sso.assertions import ask, post, request_id_in
from tests.sso.browser import Browser, query
from tests.sso.case import Case
from tests.sso.material import make_connection, make_domain
from tests.sso.trail import entries, refusals

IN = {"next": "/"}


@pytest.fixture
def case(client: TestClient) -> Case:
    return Case(client)


def known(case: Case, role: Role = Role.AGENT, world: object = None) -> Member:
    """A member with a password, at an address in the workspace's domain."""
    home = world or case.world
    address = f"k{secrets.token_hex(4)}@{case.domain.name}"
    with tenant(home.id):  # type: ignore[attr-defined]  # a world
        user = User.objects.create_user(address, PASSWORD, name="Connue")
        return add_member(user, role=role, company=None, actor=home.actor)  # type: ignore[attr-defined]


def change(case: Case, **fields: object) -> None:
    with tenant(case.world.id):
        Connection.objects.filter(pk=case.sso.pk).update(**fields)


# Links


def test_the_subject_is_who_comes_in_whatever_the_address(case: Case) -> None:
    assert case.post(case.answer.signed()) == IN
    first = case.member().user_id
    assert case.sign_in(email=f"renamed@{case.domain.name}") == IN
    links = SocialAccount.objects.filter(provider=str(case.sso.id))
    assert [link.user_id for link in links] == [first]
    assert not User.objects.filter(email=f"renamed@{case.domain.name}").exists()


def test_a_member_with_a_password_is_linked_at_the_first_sign_in(case: Case) -> None:
    member = known(case)
    assert case.sign_in(email=member.user.email) == IN, refusals(case.world)
    me = case.client.get("/api/v2/me", headers=case.browser.headers).json()
    assert me["user"]["id"] == str(member.user_id)
    assert me["user"]["name"] == "Connue"


def test_an_address_alone_links_nobody(case: Case) -> None:
    admin = case.world.admin.user  # at example.com, which is not the workspace's
    assert case.sign_in(email=admin.email) == {"error": "domain_unverified"}
    assert not SocialAccount.objects.filter(user=admin).exists()
    assert not case.is_in()


def test_a_domain_that_is_listed_but_not_proved_counts_for_nothing(case: Case) -> None:
    with tenant(case.world.id):
        Domain.objects.update(verified_at=None)
    assert case.post(case.answer.signed()) == {"error": "domain_unverified"}
    assert case.nothing_made()


def test_a_domain_that_is_bound_to_one_provider_is_not_another_s_to_name(case: Case) -> None:
    other = make_connection(case.world)
    with tenant(case.world.id):
        Domain.objects.update(connection=other)
    assert case.post(case.answer.signed()) == {"error": "domain_unverified"}
    assert case.nothing_made()


def test_an_address_given_to_somebody_else_does_not_open_the_earlier_one_s_account(
    case: Case,
) -> None:
    assert case.post(case.answer.signed()) == IN
    assert case.sign_in(name_id="u-2") == {"error": "subject_changed"}
    assert not case.is_in()
    path = f"/api/v2/sso/connections/{case.sso.id}/links/{case.member().id}"
    assert case.client.delete(path, headers=case.world.admin.headers).status_code == 204
    assert case.sign_in(name_id="u-2") == IN
    assert case.client.delete(path, headers=case.world.admin.headers).status_code == 204
    assert case.client.delete(path, headers=case.world.admin.headers).status_code == 404


def test_an_account_that_a_stranger_registered_without_proof_is_not_what_comes_in(
    case: Case,
) -> None:
    squatter = User.objects.create(email=case.answer.email)
    squatter.set_password(PASSWORD)
    squatter.save()
    EmailAddress.objects.create(user=squatter, email=squatter.email, verified=False, primary=True)
    assert case.post(case.answer.signed()) == IN, refusals(case.world)
    assert case.member().user_id != squatter.id
    assert not case.member().user.has_usable_password()


def test_an_unproved_account_that_was_signed_in_to_is_left_alone_and_not_linked(
    case: Case,
) -> None:
    squatter = User.objects.create(email=case.answer.email)
    assert case.post(case.answer.signed()) == {"error": "email_unverified"}
    assert not SocialAccount.objects.filter(user=squatter).exists()


# Other workspaces


def test_another_workspace_s_provider_gets_nothing_of_ours(case: Case) -> None:
    ours = make_world()
    mine = known(case, Role.ADMIN, ours)
    assert case.sign_in(email=mine.user.email) == IN, refusals(case.world)
    me = case.client.get("/api/v2/me", headers=case.browser.headers).json()
    assert me["workspace"]["id"] == str(case.world.id)
    assert [found["id"] for found in me["workspaces"]] == [str(case.world.id)]
    switch = case.client.put(
        "/api/v2/me/workspace",
        json={"workspace_id": str(ours.id)},
        headers=case.browser.headers | {"Origin": "http://testserver"},
    )
    assert switch.status_code in (401, 403, 404), switch.text
    still = case.client.get("/api/v2/me", headers=case.browser.headers).json()
    assert still["workspace"]["id"] == str(case.world.id)
    members = case.client.get("/api/v2/members", headers=case.browser.headers).text
    assert ours.admin.user.email not in members
    with tenant(ours.id):
        assert Member.objects.get(user=mine.user).role == Role.ADMIN


def test_the_session_may_not_touch_the_account_s_own_means(case: Case) -> None:
    member = known(case)
    assert case.sign_in(email=member.user.email) == IN
    refused = case.client.post(
        "/_allauth/browser/v1/account/password/change",
        json={"current_password": PASSWORD, "new_password": "tout-autre-chose-9"},
        headers=case.browser.headers,
    )
    assert refused.status_code == 403, refused.text
    member.user.refresh_from_db()
    assert member.user.check_password(PASSWORD)


def test_nobody_links_themselves_to_a_subject_while_signed_in(case: Case) -> None:
    cookies = sign_in(case.client, case.world.agent)
    case.browser.cookies["netz"] = (cookies["Cookie"].partition("=")[2], "/")
    started = case.client.post(
        "/_allauth/browser/v1/auth/provider/redirect",
        data={"provider": str(case.sso.id), "callback_url": "/", "process": "connect"},
        headers=case.browser.headers,
        follow_redirects=False,
    )
    location = started.headers["location"]
    case.browser._keep(started)
    document = case.answer.but(request_id=request_id_in(location)).signed()
    assert query(post(case.browser, case.sso, document)) == {"error": "request_unknown"}
    assert not SocialAccount.objects.filter(provider=str(case.sso.id)).exists()


# Members


def test_without_just_in_time_members_only_members_come_in(case: Case) -> None:
    change(case, jit=False)
    assert case.post(case.answer.signed()) == {"error": "not_a_member"}
    assert case.nothing_made()
    assert case.sign_in(email=known(case).user.email) == IN


def test_a_deactivated_member_is_refused(case: Case) -> None:
    assert case.post(case.answer.signed()) == IN
    member = case.member()
    with tenant(case.world.id):
        Member.objects.filter(pk=member.pk).update(active=False)
    assert case.sign_in() == {"error": "member_inactive"}
    assert not case.is_in()


def test_a_deactivated_account_is_refused(case: Case) -> None:
    assert case.post(case.answer.signed()) == IN
    User.objects.filter(email=case.answer.email).update(is_active=False)
    assert case.sign_in() == {"error": "member_inactive"}


def test_a_connection_that_is_off_lets_nobody_in(case: Case) -> None:
    document = case.answer.signed()
    change(case, enabled=False)
    assert case.post(document) == {"error": "connection_off"}
    assert query(Browser(case.client).go(f"/_allauth/start/{case.sso.id}")) == {
        "error": "connection_off"
    }
    assert case.nothing_made()


# Roles


def test_groups_decide_the_role_at_each_sign_in(case: Case) -> None:
    with tenant(case.world.id):
        reader = CustomRole.objects.create(
            workspace_id=case.world.id, name="Lecture", base="agent", permissions=[]
        )
    rules = [
        {"group": "bosses", "role": "admin", "custom_role_id": None, "company_id": None},
        {"group": "readers", "role": "guest", "custom_role_id": str(reader.id), "company_id": None},
        {
            "group": "clients",
            "role": "guest",
            "custom_role_id": None,
            "company_id": str(case.world.company.id),
        },
    ]
    change(case, mapping=rules)
    expected: list[tuple[tuple[str, ...], str, str | None, bool]] = [
        (("bosses", "readers"), "admin", None, False),
        (("readers",), "agent", "Lecture", False),
        (("clients",), "guest", None, True),
        (("strangers",), "agent", None, False),  # none fits: the default
        (("bosses",), "admin", None, False),
        ((), "admin", None, False),  # the provider says nothing of groups: it stays
    ]
    for groups, role, custom, in_company in expected:
        assert case.sign_in(groups=groups) == IN, refusals(case.world)
        member = case.member()
        name = member.custom_role.name if member.custom_role else None
        assert (member.role, name, bool(member.company)) == (role, custom, in_company), groups


def test_a_rule_whose_role_was_deleted_means_nothing(case: Case) -> None:
    gone = {"group": "a", "role": "admin", "custom_role_id": str(case.sso.id), "company_id": None}
    change(case, mapping=[gone])
    assert case.sign_in(groups=("a",)) == IN
    assert case.member().role == "agent"


def test_the_last_admin_stays_one_whatever_the_groups_say(case: Case) -> None:
    boss = known(case, Role.ADMIN)
    with tenant(case.world.id):
        Member.objects.filter(role=Role.ADMIN).exclude(pk=boss.pk).update(active=False)
    rule = {"group": "a", "role": "agent", "custom_role_id": None, "company_id": None}
    change(case, mapping=[rule])
    assert case.sign_in(email=boss.user.email, groups=("a",)) == IN
    assert case.member().role == "admin"
    assert entries(case.world, "sso.sign_in")[-1]["role_followed"] is False


def test_an_emergency_admin_stays_one_whatever_the_groups_say(case: Case) -> None:
    boss = known(case, Role.ADMIN)
    with tenant(case.world.id):
        Member.objects.filter(pk=boss.pk).update(break_glass=True)
    rule = {"group": "a", "role": "agent", "custom_role_id": None, "company_id": None}
    change(case, mapping=[rule])
    assert case.sign_in(email=boss.user.email, groups=("a",)) == IN
    assert case.member().role == "admin"


def test_a_guest_s_company_is_found_by_the_address_or_the_guest_is_refused(case: Case) -> None:
    change(case, default_role="guest")
    assert case.post(case.answer.signed()) == {"error": "company_needed"}
    assert case.nothing_made()
    with tenant(case.world.id):
        Company.objects.filter(pk=case.world.company.pk).update(domains=[case.domain.name])
    assert case.sign_in() == IN
    assert case.member().company_id == case.world.company.pk


# Enforced


def enforce(case: Case, enforced: bool, *people: Person) -> int:
    chosen = [str(person.member.id) for person in people]
    response = case.client.put(
        "/api/v2/sso/enforcement",
        json={"enforced": enforced, "break_glass": chosen},
        headers=case.world.admin.headers,
    )
    return int(response.status_code)


def test_enforced_only_the_provider_and_the_emergency_admin_open_the_workspace(
    case: Case,
) -> None:
    agent = sign_in(case.client, case.world.agent)
    admin = sign_in(case.client, case.world.admin)
    assert enforce(case, True, case.world.admin) == 200
    refused = case.client.get("/api/v2/me", headers=agent)
    assert (refused.status_code, refused.json()["code"]) == (403, "access.sso_needed")
    assert case.client.get("/api/v2/me", headers=admin).status_code == 200
    assert case.post(case.answer.signed()) == IN
    assert case.is_in()
    assert enforce(case, False, case.world.admin) == 200
    assert case.client.get("/api/v2/me", headers=agent).status_code == 200


def test_it_is_not_enforced_without_an_emergency_admin_or_a_tested_provider(case: Case) -> None:
    assert enforce(case, True) == 409
    assert enforce(case, True, case.world.agent) == 409
    change(case, tested_at=None)
    assert enforce(case, True, case.world.admin) == 409
    assert (
        case.client.get("/api/v2/sso/enforcement", headers=case.world.admin.headers).json()[
            "enforced"
        ]
        is False
    )


def test_enforced_the_last_provider_can_be_neither_switched_off_nor_removed(case: Case) -> None:
    assert enforce(case, True, case.world.admin) == 200
    path = f"/api/v2/sso/connections/{case.sso.id}"
    headers = case.world.admin.headers
    off = case.client.patch(path, json={"enabled": False}, headers=headers)
    assert (off.status_code, off.json()["code"]) == (409, "sso.still_enforced")
    assert case.client.delete(path, headers=headers).status_code == 409
    assert enforce(case, False) == 200
    assert case.client.delete(path, headers=headers).status_code == 204


def test_a_provider_that_is_switched_off_ends_the_sessions_that_it_opened(case: Case) -> None:
    assert case.post(case.answer.signed()) == IN
    assert case.is_in()
    path = f"/api/v2/sso/connections/{case.sso.id}"
    off = case.client.patch(path, json={"enabled": False}, headers=case.world.admin.headers)
    assert off.status_code == 200
    assert not case.is_in()


# Headers


@pytest.mark.parametrize(
    "header",
    [
        "X-Remote-User",
        "Remote-User",
        "X-Forwarded-User",
        "X-Forwarded-Email",
        "X-Auth-Request-Email",
    ],
)
def test_a_header_that_names_a_user_is_believed_from_nobody(case: Case, header: str) -> None:
    claimed = {header: case.world.admin.user.email}
    assert case.client.get("/api/v2/me", headers=claimed).status_code == 401
    session = case.client.get("/_allauth/browser/v1/auth/session", headers=claimed)
    assert session.status_code == 401
    mine = case.client.get("/api/v2/me", headers=claimed | case.world.agent.headers)
    assert mine.json()["user"]["email"] == case.world.agent.user.email


def test_two_first_sign_ins_of_one_person_at_once_make_one_member(case: Case) -> None:
    def go(_: int) -> dict[str, str]:
        browser = Browser(case.client)
        answer = case.answer.but(
            request_id=ask(browser, case.sso), assertion_id=f"_{secrets.token_hex(16)}"
        )
        return query(post(browser, case.sso, answer.signed()))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(go, range(4))) == [IN] * 4
    assert case.member().user.email == case.answer.email


def test_a_domain_is_held_by_one_workspace(case: Case) -> None:
    with pytest.raises(IntegrityError):
        make_domain(make_world(), case.domain.name)
