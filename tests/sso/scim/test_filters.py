"""Filters, orders and pages: the database answers as a plain reading of RFC 7644 would."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from netz.core.db import tenant
from netz.sso.scim.resources import User
from netz.workspaces.models import Member
from tests.sso.scim.directory import SEARCH, Directory, make_directory

Found = dict[str, Any]
Test = tuple[str, Callable[[Found], bool]]

NAMES = ("Noa Roux", "noa", "Éloïse 100%", "a_b\\c", 'O"Malley (.*)', "Zoé", "")
TYPES = ("work", "Home", None)


@pytest.fixture(scope="module")
def directory(client: TestClient) -> Directory:
    made = make_directory(client)
    for at, name in enumerate(NAMES):
        fields: dict[str, Any] = {"active": at % 3 != 0}
        if at % 2:
            fields["externalId"] = f"E-{at}"
        if name:
            fields["displayName"] = name
            fields["name"] = {"givenName": name.split(" ")[0]}
        fields["emails"] = [
            {"value": f"{kind or 'x'}.{at}@mail{at % 2}.example"} | ({"type": kind} if kind else {})
            for kind in TYPES[: at % 4]
        ]
        made.user(**fields)
    return made


@pytest.fixture(scope="module")
def everybody(directory: Directory) -> list[Found]:
    return list(directory.call("GET", "/Users").json()["Resources"])


def value_of(user: Found, path: str) -> Any:
    found: Any = user
    for part in path.split("."):
        found = (found or {}).get(part)
    return found


def compared(actual: Any, op: str, wanted: Any, *, exact: bool = False) -> bool:
    """A single value against the filter's, in plain Python."""
    if op == "ne":
        return not compared(actual, "eq", wanted, exact=exact)
    if wanted is None:
        return actual in (None, "")
    if actual in (None, ""):
        return False
    if isinstance(wanted, str) and not exact:
        actual, wanted = actual.lower(), wanted.lower()
    return {
        "eq": lambda: actual == wanted,
        "co": lambda: wanted in actual,
        "sw": lambda: actual.startswith(wanted),
        "ew": lambda: actual.endswith(wanted),
    }[op]()


TEXTS = ("userName", "externalId", "id", "displayName", "name.givenName")
EXACT = {"externalId", "id"}
PIECES = [
    *NAMES,
    *TYPES[:2],
    "E-1",
    "e-1",
    "E",
    "o",
    "É",
    "é",
    "%",
    "_",
    "\\",
    "example",
    "@",
    ".",
    "(",
]


@st.composite
def comparisons(draw: st.DrawFn) -> Test:
    path = draw(st.sampled_from(TEXTS))
    op = draw(st.sampled_from(("eq", "ne", "co", "sw", "ew")))
    wanted = draw(st.sampled_from(PIECES) | (st.none() if op in ("eq", "ne") else st.nothing()))
    spelled = draw(st.sampled_from((path, path.upper(), f"{User.__schema__}:{path}")))
    exact = path in EXACT
    return (
        f"{spelled} {draw(st.sampled_from((op, op.upper())))} {json.dumps(wanted)}",
        lambda user: compared(value_of(user, path), op, wanted, exact=exact),
    )


@st.composite
def presences(draw: st.DrawFn) -> Test:
    path = draw(st.sampled_from((*TEXTS, "emails", "emails.type", "active")))
    if path.startswith("emails"):
        return f"{path} pr", lambda user: any(
            path == "emails" or one.get("type") for one in user.get("emails", [])
        )
    return f"{path} pr", lambda user: value_of(user, path) not in (None, "")


@st.composite
def flags(draw: st.DrawFn) -> Test:
    wanted, op = draw(st.booleans()), draw(st.sampled_from(("eq", "ne")))
    spelled = draw(st.sampled_from((str(wanted).lower(), f'"{wanted}"')))
    return f"active {op} {spelled}", lambda user: compared(user["active"], op, wanted)


@st.composite
def entry_tests(draw: st.DrawFn) -> Test:
    path = draw(st.sampled_from(("value", "type")))
    op = draw(
        st.sampled_from(("eq", "ne", "co", "sw", "ew") if path == "type" else ("co", "sw", "ew"))
    )
    wanted = draw(st.sampled_from(("work", "HOME", "o", "w", "example", "mail1", "(", "")))
    return f"{path} {op} {json.dumps(wanted)}", lambda one: compared(one.get(path), op, wanted)


def joined(parts: st.SearchStrategy[Test]) -> st.SearchStrategy[Test]:
    """Tests joined and turned round."""
    pair = st.tuples(parts, parts)
    return (
        pair.map(lambda p: (f"({p[0][0]}) and ({p[1][0]})", lambda x: p[0][1](x) and p[1][1](x)))
        | pair.map(lambda p: (f"({p[0][0]}) or ({p[1][0]})", lambda x: p[0][1](x) or p[1][1](x)))
        | parts.map(lambda p: (f"not ({p[0]})", lambda x: not p[1](x)))
    )


selections = st.recursive(entry_tests(), joined, max_leaves=3).map(
    lambda p: (f"emails[{p[0]}]", lambda user: any(map(p[1], user.get("emails", []))))
)
filters = st.recursive(comparisons() | presences() | flags() | selections, joined, max_leaves=6)


@given(test=filters)
@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_filter_finds_what_a_plain_reading_finds(
    directory: Directory, everybody: list[Found], test: Test
) -> None:
    text, fits = test
    answer = directory.call("GET", "/Users", params={"filter": text})
    assert answer.status_code == 200, answer.text
    expected = [user["id"] for user in everybody if fits(user)]
    assert [user["id"] for user in answer.json()["Resources"]] == expected, text
    assert answer.json()["totalResults"] == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "title pr",
        'userType eq "Employee"',
        'userName gt "a"',
        "userName eq 3",
        "active gt true",
        'active eq "vrai"',
        'active co "t"',
        'meta.created gt "gestern"',
        'meta.created gt "2026-01-01T00:00:00"',
        'groups.value eq "x"',
        'emails[display gt "a"]',
        'emails[nothing eq "a"]',
        "displayName co null",
        'name eq "x"',
    ],
)
def test_what_is_not_supported_is_said_to_be(directory: Directory, text: str) -> None:
    answer = directory.call("GET", "/Users", params={"filter": text})
    assert (answer.status_code, answer.json().get("scimType")) == (400, "invalidFilter"), text
    assert answer.json()["detail"]


def test_times_are_compared(directory: Directory, everybody: list[Found]) -> None:
    middle = everybody[3]["meta"]["created"]
    for op, expected in (("lt", everybody[:3]), ("ge", everybody[3:]), ("eq", everybody[3:4])):
        wanted = {"filter": f'meta.created {op} "{middle}"'}
        found = directory.call("GET", "/Users", params=wanted).json()["Resources"]
        assert [user["id"] for user in found] == [user["id"] for user in expected]


@pytest.mark.parametrize("order", ["ascending", "descending"])
def test_pages_are_counted_from_one_and_lose_nobody(
    directory: Directory, everybody: list[Found], order: str
) -> None:
    seen: list[str] = []
    wanted = {"sortBy": "userName", "sortOrder": order, "count": 4}
    while True:
        page = directory.call("GET", "/Users", params=wanted | {"startIndex": len(seen) + 1}).json()
        assert page["totalResults"] == len(everybody)
        assert page["startIndex"] == len(seen) + 1
        assert page["itemsPerPage"] == len(page["Resources"])
        if not page["Resources"]:
            break
        seen += [user["userName"] for user in page["Resources"]]
    names = sorted(user["userName"] for user in everybody)
    assert seen == (names if order == "ascending" else names[::-1])


@pytest.mark.parametrize(
    ("given_", "items", "start"),
    [
        ({"count": "0"}, 0, 1),
        ({"count": "-3"}, 0, 1),
        ({"startIndex": "-5", "count": "2"}, 2, 1),
        ({"startIndex": "99999999999999999999"}, 0, None),
    ],
)
def test_odd_pages_are_read_as_the_rfc_says(
    directory: Directory,
    everybody: list[Found],
    given_: dict[str, str],
    items: int,
    start: int | None,
) -> None:
    page = directory.call("GET", "/Users", params=given_)
    assert page.status_code == 200, page.text
    assert page.json()["totalResults"] == len(everybody)
    assert len(page.json().get("Resources") or []) == items
    assert start is None or page.json()["startIndex"] == start


def test_an_order_by_what_is_not_kept_is_refused(directory: Directory) -> None:
    answer = directory.call("GET", "/Users", params={"sortBy": "emails.value"})
    assert (answer.status_code, answer.json()["scimType"]) == (400, "invalidPath")


def test_a_search_by_post_finds_the_same(directory: Directory, everybody: list[Found]) -> None:
    wanted = {"schemas": [SEARCH], "filter": 'displayName sw "noa"', "attributes": ["displayName"]}
    found = directory.call("POST", "/Users/.search", wanted)
    assert found.status_code == 200, found.text
    told = {"schemas", "id", "displayName"}
    assert [set(user) for user in found.json()["Resources"]] == [told, told]
    group = directory.group(displayName="Noa’s")
    either = {"schemas": [SEARCH], "filter": 'displayName sw "noa" and not (externalId eq "E-1")'}
    both = directory.call("POST", "/.search", either).json()
    kinds = [one["meta"]["resourceType"] for one in both["Resources"]]
    assert (kinds, both["totalResults"]) == (["User", "Group"], 2)
    second = directory.call("POST", "/.search", either | {"startIndex": 2, "count": 1}).json()
    assert [one["id"] for one in second["Resources"]] == [group["id"]]
    named = {"schemas": [SEARCH], "filter": f'userName eq "{everybody[0]["userName"]}"'}
    assert directory.call("POST", "/.search", named).json()["totalResults"] == 1
    kind = {"schemas": [SEARCH], "filter": 'meta.resourceType eq "Group"'}
    assert directory.call("POST", "/.search", kind).json()["totalResults"] == 1
    ordered = directory.call("POST", "/.search", kind | {"sortBy": "id"})
    assert (ordered.status_code, ordered.json()["scimType"]) == (400, "invalidPath")
    assert directory.call("POST", "/Users/.search", {"filter": "title pr"}).status_code == 400


def test_groups_are_found_by_their_members(directory: Directory, everybody: list[Found]) -> None:
    first, second = everybody[0]["id"], everybody[1]["id"]
    both, one = directory.group(first, second), directory.group(second)
    for text, expected in (
        (f'members[value eq "{first}"]', {both["id"]}),
        (f'members.value eq "{second}"', {both["id"], one["id"]}),
        (f'members eq "{first}" and id eq "{one["id"]}"', set()),
        (f'members eq "{first}" and id eq "{both["id"]}"', {both["id"]}),
        (f'not (members eq "{first}") and members pr', {one["id"]}),
        ('members eq "nobody"', set()),
    ):
        found = directory.call("GET", "/Groups", params={"filter": text}).json()
        assert {group["id"] for group in found["Resources"]} == expected, text
    bad = directory.call("GET", "/Groups", params={"filter": 'members[display co "a"]'})
    assert (bad.status_code, bad.json()["scimType"]) == (400, "invalidFilter")


def test_ten_thousand_members_are_paged_by_the_database(client: TestClient) -> None:
    from netz.accounts.models import User as Account

    directory = make_directory(client)
    accounts = [Account(email=f"m{at:05}@{directory.domain}") for at in range(10_000)]
    with tenant(directory.world.id):
        Account.objects.bulk_create(accounts)
        Member.objects.bulk_create(
            Member(workspace_id=directory.world.id, user=one, role="agent") for one in accounts
        )
    wanted = {"filter": f'userName sw "m" and userName ew "{directory.domain}"', "count": 50}
    sizes = []
    for start in (1, 5000, 9991):
        page = directory.call("GET", "/Users", params=wanted | {"startIndex": start}).json()
        assert page["totalResults"] == 10_000
        sizes.append(len(page["Resources"]))
    assert sizes == [50, 50, 10]
    whole = directory.call("GET", "/Users", params={"count": 5000}).json()
    assert len(whole["Resources"]) == 200  # no page is longer
    members = [{"value": str(one)} for one in _member_ids(directory)]
    big = directory.group(members=members)
    small = directory.group(members[0]["value"])
    page = directory.call("GET", "/Groups").json()
    assert ([one["id"] for one in page["Resources"]], page["totalResults"]) == ([big["id"]], 2)
    rest = directory.call("GET", "/Groups", params={"startIndex": 2}).json()
    assert [one["id"] for one in rest["Resources"]] == [small["id"]]
    bare = directory.call("GET", "/Groups", params={"excludedAttributes": "members"}).json()
    assert [set(one) & {"members"} for one in bare["Resources"]] == [set(), set()]


def _member_ids(directory: Directory) -> list[Any]:
    with tenant(directory.world.id):
        rows = Member.objects.filter(user__email__startswith="m")
        return list(rows.values_list("id", flat=True))
