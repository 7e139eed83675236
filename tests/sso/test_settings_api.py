"""Setting single sign-on up: metadata, discovery, tests, domains; what the sign-in page asks."""

import secrets
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.sso import addresses
from netz.sso.models import Connection, Domain
from netz.sso.resolver import KnownRecords, use_resolver
from netz.sso.services.domains import recheck_domains, record_name, record_value
from netz.workspaces.models import Branding, Member, SecurityPolicy, Workspace
from tests.factories import World, make_world, sign_in
from tests.sso.assertions import Answer, post, request_id_in
from tests.sso.browser import Browser, page, query
from tests.sso.material import certificate_line, make_connection, make_domain, metadata, publish
from tests.sso.peers import OidcPeer, SamlPeer
from tests.sso.test_oidc_flow import connect as connect_oidc
from tests.sso.test_oidc_flow import person
from tests.sso.trail import entries


@pytest.fixture
def world() -> World:
    return make_world()


def call(
    client: TestClient, world: World, method: str, path: str, body: Any = None
) -> tuple[int, Any]:
    response = client.request(method, f"/api/v2/sso/{path}", json=body, headers=world.admin.headers)
    return response.status_code, response.json() if response.content else None


def begin(client: TestClient, world: World, kind: str) -> dict[str, Any]:
    status, made = call(client, world, "POST", "connections", {"kind": kind, "name": "Annuaire"})
    assert status == 201, made
    return dict(made)


# Metadata


def test_a_provider_s_metadata_fills_the_connection_in(client: TestClient, world: World) -> None:
    made = begin(client, world, "saml")
    path = f"connections/{made['id']}/metadata"
    status, filled = call(client, world, "POST", path, {"xml": metadata()})
    assert status == 200, filled
    assert filled["entity_id"] == "https://idp.example/metadata"
    assert (filled["sso_url"], filled["slo_url"]) == (
        "https://idp.example/sso",
        "https://idp.example/slo",
    )
    assert certificate_line() in filled["certificates"][0]["pem"].replace("\n", "")


def test_metadata_is_read_from_where_it_stands(
    client: TestClient, world: World, saml: SamlPeer
) -> None:
    made = begin(client, world, "saml")
    path = f"connections/{made['id']}/metadata"
    status, filled = call(client, world, "POST", path, {"url": f"{saml.url}/metadata"})
    assert (status, filled["sso_url"]) == (200, f"{saml.url}/sso")


@pytest.mark.parametrize("url", ["https://10.0.0.7/metadata", "https://169.254.169.254/latest"])
def test_metadata_at_an_address_that_is_not_public_is_not_fetched(
    client: TestClient, world: World, url: str
) -> None:
    made = begin(client, world, "saml")
    status, refused = call(
        client, world, "POST", f"connections/{made['id']}/metadata", {"url": url}
    )
    assert (status, refused["code"]) == (422, "sso.unreachable")
    assert "address" in refused["title"]


@pytest.mark.parametrize(
    "document",
    [
        "bonjour",
        "<a/>",
        '<!DOCTYPE a [<!ENTITY b "c">]>' + metadata(),
        metadata().replace("SingleSignOnService", "Other"),
        metadata().replace(certificate_line(), "bm9wZQ=="),
        "<a>" * 2000 + "</a>" * 2000,
    ],
)
def test_what_is_no_provider_s_metadata_changes_nothing(
    client: TestClient, world: World, document: str
) -> None:
    made = begin(client, world, "saml")
    path = f"connections/{made['id']}"
    status, refused = call(client, world, "POST", f"{path}/metadata", {"xml": document})
    assert (status, refused["code"]) == (422, "sso.bad_metadata"), refused
    assert call(client, world, "GET", path)[1] == made


def test_our_metadata_names_our_addresses_and_is_signed_for(
    client: TestClient, world: World
) -> None:
    made = begin(client, world, "saml")
    document = client.get(addresses.saml_metadata(made["id"]).removeprefix("http://127.0.0.1:8000"))
    assert document.status_code == 200
    for known in ("acs_url", "sls_url", "entity_id"):
        assert made["service"][known] in document.text
    assert 'AuthnRequestsSigned="true"' in document.text
    assert "PRIVATE" not in document.text


# Discovery


def test_an_issuer_is_read_and_must_name_itself(
    client: TestClient, world: World, oidc: OidcPeer
) -> None:
    status, found = call(client, world, "POST", "discovery", {"issuer": f"{oidc.url}/"})
    assert (status, found["issuer"], found["end_session"]) == (200, oidc.url, True)
    other = oidc.url.replace("127.0.0.1", "localhost")
    status, refused = call(client, world, "POST", "discovery", {"issuer": other})
    assert (status, refused["code"]) == (422, "sso.bad_issuer")
    status, refused = call(client, world, "POST", "discovery", {"issuer": "https://10.0.0.7"})
    assert (status, refused["code"]) == (422, "sso.unreachable")
    status, refused = call(client, world, "POST", "discovery", {"issuer": "http://idp.example"})
    assert (status, refused["code"]) == (422, "invalid_input")


# Switching on


def test_a_connection_is_switched_on_when_it_is_complete_and_tested(
    client: TestClient, world: World
) -> None:
    path = f"connections/{begin(client, world, 'oidc')['id']}"
    on = {"enabled": True}
    status, refused = call(client, world, "PATCH", path, on)
    assert (status, refused["code"]) == (422, "sso.incomplete")
    assert [e["field"] for e in refused["errors"]] == ["issuer", "client_id", "client_secret"]
    given = {"issuer": "https://idp.example", "client_id": "c", "client_secret": "très-secret-1"}
    status, changed = call(client, world, "PATCH", path, given)
    assert (status, changed["has_secret"]) == (200, True)
    assert "très-secret-1" not in str(changed)
    assert "très-secret-1" not in str(entries(world, "sso.change"))
    status, refused = call(client, world, "PATCH", path, on)
    assert (status, refused["code"]) == (409, "sso.not_tested")
    with tenant(world.id):
        assert "très-secret-1" not in Connection.objects.get().secret_sealed
        Connection.objects.update(tested_at=timezone.now())
    assert call(client, world, "PATCH", path, on)[0] == 200
    status, changed = call(client, world, "PATCH", path, {"client_id": "autre"})
    assert (status, changed["enabled"], changed["tested_at"]) == (200, True, None)


def test_a_group_s_role_and_company_must_be_the_workspace_s(
    client: TestClient, world: World
) -> None:
    path = f"connections/{begin(client, world, 'oidc')['id']}"
    foreign = str(make_world().company.id)
    rule = {"group": "g", "role": "guest", "company_id": foreign}
    assert call(client, world, "PATCH", path, {"mapping": [rule]})[0] == 404
    assert call(client, world, "PATCH", path, {"default_company_id": foreign})[0] == 404
    rule = {"group": "g", "role": "agent", "custom_role_id": foreign}
    assert call(client, world, "PATCH", path, {"mapping": [rule]})[0] == 422


# Tests


def _as_admin(client: TestClient, world: World) -> Browser:
    browser = Browser(client)
    cookie = sign_in(client, world.admin)["Cookie"].partition("=")[2]
    browser.cookies["netz"] = (cookie, "/")
    return browser


def test_a_test_shows_what_would_happen_and_signs_nobody_in(
    client: TestClient, world: World, oidc: OidcPeer
) -> None:
    domain = make_domain(world)
    sso = connect_oidc(oidc, world, enabled=False, tested_at=None, default_role="agent")
    who = person(domain.name)
    browser = _as_admin(client, world)
    begun = client.post(f"/api/v2/sso/connections/{sso.id}/tests", headers=browser.headers).json()
    end = oidc.go_through(browser, begun["start_url"], who)
    assert page(end) == f"/settings/sso?connection={sso.id}&test={begun['id']}"
    result = client.get(f"/api/v2/sso/tests/{begun['id']}", headers=browser.headers).json()
    assert result["ok"] is True, result
    assert result["claims"]["email"] == who["email"]
    assert result["told"]["name"] == "Ada"
    assert result["outcome"] | {"name": ""} == {
        "email": who["email"],
        "name": "",
        "role": "agent",
        "new_user": True,
        "new_member": True,
        "new_link": True,
        "role_followed": True,
    }
    assert not User.objects.filter(email=who["email"]).exists()
    me = client.get("/api/v2/me", headers=browser.headers).json()
    assert me["user"]["email"] == world.admin.user.email
    status, enabled = call(client, world, "PATCH", f"connections/{sso.id}", {"enabled": True})
    assert (status, enabled["enabled"]) == (200, True)


def test_a_test_that_is_refused_says_why_and_lets_nothing_be_switched_on(
    client: TestClient, world: World, oidc: OidcPeer
) -> None:
    sso = connect_oidc(oidc, world, enabled=False, tested_at=None)
    browser = _as_admin(client, world)
    begun = client.post(f"/api/v2/sso/connections/{sso.id}/tests", headers=browser.headers).json()
    oidc.go_through(browser, begun["start_url"], person("elsewhere.example"))
    result = client.get(f"/api/v2/sso/tests/{begun['id']}", headers=browser.headers).json()
    assert (result["ok"], result["code"]) == (False, "domain_unverified")
    assert result["title"]
    assert result["claims"]["email"].endswith("@elsewhere.example")
    assert call(client, world, "PATCH", f"connections/{sso.id}", {"enabled": True})[0] == 409


def test_a_saml_test_that_fails_before_it_is_read_says_why(
    client: TestClient, world: World
) -> None:
    sso = make_connection(world, enabled=False, tested_at=None)
    browser = _as_admin(client, world)
    begun = client.post(f"/api/v2/sso/connections/{sso.id}/tests", headers=browser.headers).json()
    asked = browser.step(begun["start_url"])
    answer = Answer(sso.id, request_id_in(asked.headers["location"]), "a@b.example")
    end: Any = post(browser, sso, answer.unsigned())
    assert page(end).startswith("/settings/sso?")
    result = client.get(f"/api/v2/sso/tests/{begun['id']}", headers=browser.headers).json()
    assert (result["ok"], result["code"]) == (False, "unsigned")


def test_a_test_is_its_admin_s_own(client: TestClient, world: World) -> None:
    sso = make_connection(world)
    begun = client.post(
        f"/api/v2/sso/connections/{sso.id}/tests", headers=world.admin.headers
    ).json()
    assert query(Browser(client).go(begun["start_url"])) == {"error": "test_unknown"}


# Domains


def test_a_domain_is_proved_by_its_record(client: TestClient, world: World) -> None:
    name = f"d-{secrets.token_hex(5)}.example"
    status, made = call(client, world, "POST", "domains", {"name": f"@{name.upper()}"})
    assert (status, made["name"], made["verified_at"]) == (201, name, None)
    assert call(client, world, "POST", "domains", {"name": name})[0] == 409
    check = f"domains/{made['id']}/check"
    assert call(client, world, "POST", check)[1]["code"] == "sso.dns_silent"
    use_resolver(KnownRecords({made["record_name"]: ["netz-verification=autre"]}))
    assert call(client, world, "POST", check)[1]["code"] == "sso.record_missing"
    use_resolver(KnownRecords({made["record_name"]: ["x", made["record_value"]]}))
    status, verified = call(client, world, "POST", check)
    assert status == 200, verified
    assert verified["verified_at"] is not None
    assert entries(world, "domain.verify") == [{"name": name}]


@pytest.mark.parametrize("name", ["x", "sans-point", "a b.example", "-a.example", "a..example"])
def test_what_is_no_domain_is_refused(client: TestClient, world: World, name: str) -> None:
    assert call(client, world, "POST", "domains", {"name": name})[0] == 422


def test_a_domain_that_another_workspace_holds_cannot_be_verified(
    client: TestClient, world: World
) -> None:
    held = make_domain(make_world())
    _, made = call(client, world, "POST", "domains", {"name": held.name})
    use_resolver(KnownRecords({made["record_name"]: [made["record_value"]]}))
    status, refused = call(client, world, "POST", f"domains/{made['id']}/check")
    assert (status, refused["code"]) == (409, "sso.domain_held")
    assert call(client, world, "GET", "domains")[1]["items"][0]["verified_at"] is None


def test_a_record_that_is_missing_for_a_week_is_verified_no_more(world: World) -> None:
    domain = make_domain(world)

    def look(records: dict[str, list[str]] | None) -> Domain:
        use_resolver(KnownRecords(records))
        recheck_domains(world.id)
        with tenant(world.id):
            return Domain.objects.get()

    assert look({record_name(domain): [record_value(domain)]}).missing_since is None
    assert look(None).missing_since is None  # silence proves nothing
    missing = look({})
    assert (missing.missing_since is not None, missing.verified_at is not None) == (True, True)
    with tenant(world.id):
        Domain.objects.update(missing_since=timezone.now() - timedelta(days=8))
    assert look({}).verified_at is None
    publish(domain)


# The sign-in page


def options(client: TestClient, **asked: str) -> dict[str, Any]:
    response = client.get("/api/v2/sign-in/options", params=asked)
    assert response.status_code == 200, response.text
    return dict(response.json())


def test_the_sign_in_page_is_told_by_domain_or_workspace(client: TestClient, world: World) -> None:
    domain, sso = make_domain(world), make_connection(world)
    with tenant(world.id):
        slug = Workspace.objects.get().slug
    expected = {
        "id": str(sso.id),
        "name": sso.name,
        "kind": "saml",
        "url": f"/_allauth/start/{sso.id}",
        "enforced": False,
    }
    assert options(client, email=f"qui@{domain.name}")["sso"] == expected
    assert options(client, workspace=slug)["sso"] == expected
    assert options(client, email="qui@ailleurs.example")["sso"] is None
    assert options(client)["methods"] == ["password", "code", "passkey"]
    with tenant(world.id):
        Connection.objects.update(enabled=False)
    assert options(client, email=f"qui@{domain.name}", workspace=slug)["sso"] is None


def test_the_sign_in_page_shows_the_workspace_s_policy_and_looks(
    client: TestClient, world: World
) -> None:
    with tenant(world.id):
        slug = Workspace.objects.get().slug
        SecurityPolicy.objects.update(methods=["passkey"], registration="domain")
        Branding.objects.create(workspace_id=world.id, title="Chez nous", primary="#123456")
    shown = options(client, workspace=slug)
    assert (shown["methods"], shown["registration"]) == (["passkey"], "domain")
    looks = shown["branding"]
    assert (looks["name"], looks["logo_url"]) == (f"Espace {slug}", None)
    assert (looks["title"], looks["tones"]["fill_light"]) == ("Chez nous", "#123456")


def test_the_sign_in_page_says_nothing_of_whether_there_is_an_account(
    client: TestClient, world: World
) -> None:
    domain = make_domain(world)
    make_connection(world)
    User.objects.create_user(f"la@{domain.name}", None)
    assert options(client, email=f"la@{domain.name}") == options(
        client, email=f"personne@{domain.name}"
    )
    mine = world.admin.user.email
    assert options(client, email=mine) == options(client, email=f"x{mine}")


def test_a_domain_s_own_connection_comes_before_the_others(
    client: TestClient, world: World
) -> None:
    make_connection(world)
    own = make_connection(world)
    domain = make_domain(world, connection=own)
    found = options(client, email=f"qui@{domain.name}")["sso"]
    assert found["id"] == str(own.id)


def test_a_refusal_is_told_in_both_languages(client: TestClient) -> None:
    told = client.get("/api/v2/sign-in/refusal", params={"code": "domain_unverified"}).json()
    assert told["fr"]["title"] != told["en"]["title"]
    unknown = client.get("/api/v2/sign-in/refusal", params={"code": "<b>"}).json()
    assert unknown["en"]["title"] == "The identity provider’s answer is not valid"


def test_no_member_of_staff_but_an_admin_sees_the_settings(
    client: TestClient, world: World
) -> None:
    with tenant(world.id):
        assert Member.objects.filter(role="agent").exists()
    refused = client.get("/api/v2/sso/connections", headers=world.agent.headers)
    assert refused.status_code == 403
