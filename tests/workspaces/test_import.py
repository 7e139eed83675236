"""Members from a table: what will happen is shown, and exactly that happens."""

import csv
import io
import secrets
from typing import Any

import pytest
from django.db import connection
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.models import Invitation, Member
from tests.factories import World, make_world

PREVIEW, APPLY = "/api/v2/members/import/preview", "/api/v2/members/import"


@pytest.fixture(scope="module")
def world() -> World:
    return make_world()


def address() -> str:
    return f"p.{secrets.token_hex(5)}@example.com"


def preview(client: TestClient, world: World, table: str | bytes) -> Any:
    content = table if isinstance(table, bytes) else table.encode()
    return client.post(PREVIEW, files={"file": ("m.csv", content)}, headers=world.admin.headers)


def apply(client: TestClient, world: World, table: str, digest: str) -> Any:
    return client.post(
        APPLY,
        files={"file": ("m.csv", table.encode())},
        data={"digest": digest},
        headers=world.admin.headers,
    )


def actions(response: Any) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["action"] for row in response.json()["rows"]]


def state(world: World) -> list[Any]:
    with tenant(world.id), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM workspaces_member ORDER BY id")
        members = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM workspaces_invitation")
        return [*members, *cursor.fetchall()]


def test_the_preview_says_what_each_row_does_and_changes_nothing(client: TestClient) -> None:
    world = make_world()
    with tenant(world.id):
        Member.objects.filter(pk=world.other_guest.member.pk).update(active=False)
    table = "\n".join(
        [
            "E-mail,Role,Company,Active",
            f"{address()},agent,,",
            f"{world.agent.user.email},admin,,",
            f"{world.other_guest.user.email},guest,Cabinet Noir,yes",
            f"{world.guest.user.email},guest,Atelier Brun,yes",
            f"{world.manager.user.email},manager,,no",
        ]
    )
    before = state(world)
    shown = preview(client, world, table)
    assert actions(shown) == ["invite", "change", "reactivate", "unchanged", "deactivate"]
    assert shown.json()["rows"][1]["before"] == "agent"
    assert shown.json()["rows"][1]["after"] == "admin"
    assert state(world) == before
    done = apply(client, world, table, shown.json()["digest"])
    assert done.json() == shown.json()
    with tenant(world.id):
        assert Member.objects.get(pk=world.agent.member.pk).role == "admin"
        assert Member.objects.get(pk=world.other_guest.member.pk).active
        assert not Member.objects.get(pk=world.manager.member.pk).active
        assert Invitation.objects.count() == 1
        row = Entry.objects.get(action="members.import")
    assert row.after == {
        "invite": 1,
        "change": 1,
        "reactivate": 1,
        "deactivate": 1,
        "errors": 0,
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_accents_survive_every_encoding_and_separator(
    client: TestClient, world: World, encoding: str, separator: str
) -> None:
    text = separator.join(["Adresse e-mail", "Rôle", "Société"]) + "\r\n"
    text += separator.join([address(), "Invité", '"ATELIER BRUN"']) + "\r\n"
    shown = preview(client, world, text.encode(encoding))
    assert actions(shown) == ["invite"]
    assert shown.json()["rows"][0]["after"] == "guest · Atelier Brun"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("pas une adresse;agent;;", "Adresse e-mail non valide"),
        ("{new};chef;;", "Rôle inconnu : chef"),
        ("{new};invité;Inconnue SA;", "Entreprise inconnue : Inconnue SA"),
        ("{new};invité;;", "Entreprise cliente requise"),
        ("{new};;;", "Rôle ou entreprise manquant"),
        ("{new};agent;;peut-être", "« actif » doit être oui ou non : peut-être"),
        ("{new};agent;;non", "N’est pas membre : rien à désactiver"),
        ("{admin};agent;;", "C’est vous : changez-le à la main"),
    ],
)
def test_a_row_that_cannot_be_done_says_why_and_where(
    client: TestClient, world: World, row: str, reason: str
) -> None:
    filled = row.format(new=address(), admin=world.admin.user.email)
    table = f"email;role;entreprise;actif\n\n{address()};agent;;\n{filled}\n"
    shown = preview(client, world, table)
    assert actions(shown) == ["invite", "error"]
    assert shown.json()["rows"][1]["line"] == 4
    assert shown.json()["rows"][1]["reason"] == reason


def test_an_address_twice_counts_once(client: TestClient, world: World) -> None:
    twice = address()
    shown = preview(client, world, f"email;role\n{twice};agent\n{twice.upper()};admin\n")
    assert actions(shown) == ["invite", "error"]
    assert shown.json()["rows"][1]["reason"] == "Déjà présente à la ligne 2"


def test_a_quoted_field_may_hold_separators_and_line_ends(client: TestClient, world: World) -> None:
    table = f'email;role;company\n{address()};guest;"Atelier\nBrun; SARL"\n{address()};agent;\n'
    shown = preview(client, world, table)
    assert actions(shown) == ["error", "invite"]
    assert [row["line"] for row in shown.json()["rows"]] == [2, 4]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (b"", "import.unreadable"),
        ("email;rôle\na@example.com;agent".encode("utf-16"), "import.unreadable"),
        (b'email;role\n"a@example.com;agent', "import.unreadable"),
        (b"email\n" + b"a" * 2000, "import.unreadable"),
        (b"x" * (1024 * 1024 + 1), "import.unreadable"),
        (b"nom;role\nA;agent", "import.columns"),
        (b"email;e-mail\na;b", "import.columns"),
        (b"email\n" + b"a@example.com\n" * 501, "import.too_many"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_whole(
    client: TestClient, world: World, table: bytes, code: str
) -> None:
    refused = preview(client, world, table)
    assert (refused.status_code, refused.json()["code"]) == (422, code)


def test_what_has_changed_since_the_preview_is_shown_again_instead_of_done(
    client: TestClient,
) -> None:
    world = make_world()
    table = f"email;role\n{world.agent.user.email};admin\n{address()};agent\n"
    digest = preview(client, world, table).json()["digest"]
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(role="admin")
    before = state(world)
    refused = apply(client, world, table, digest)
    assert (refused.status_code, refused.json()["code"]) == (409, "import.changed")
    assert state(world) == before
    other = apply(client, world, table + "\n", preview(client, world, table).json()["digest"])
    assert other.status_code == 409
    assert (
        apply(client, world, table, preview(client, world, table).json()["digest"]).status_code
        == 200
    )


def test_the_last_admin_stays_one_in_the_preview_and_after(client: TestClient) -> None:
    world = make_world()
    with tenant(world.id):
        Member.objects.filter(pk=world.agent.member.pk).update(role="admin")
    table = f"email;role\n{world.admin.user.email};agent\n{world.agent.user.email};agent\n"
    shown = preview(client, world, table)
    assert actions(shown) == ["error", "change"]


def test_a_second_run_finds_nothing_to_do(client: TestClient) -> None:
    world = make_world()
    table = f"email;role\n{address()};agent\n{world.guest.user.email};agent\n"
    apply(client, world, table, preview(client, world, table).json()["digest"])
    assert actions(preview(client, world, table)) == ["unchanged", "unchanged"]


def test_an_export_holds_no_formula_and_comes_back_unchanged(client: TestClient) -> None:
    world = make_world()
    User.objects.filter(pk=world.agent.user.pk).update(name='=HYPERLINK("http://x")')
    User.objects.filter(pk=world.guest.user.pk).update(name="@SUM(A1)")
    answer = client.get("/api/v2/members/export", headers=world.admin.headers)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["x-content-type-options"] == "nosniff"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 6
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]
    assert set(actions(preview(client, world, answer.content))) == {"unchanged"}
    with tenant(world.id):
        assert Entry.objects.get(action="members.export").after == {"count": 5}


def test_the_export_of_members_is_for_who_manages_them(client: TestClient, world: World) -> None:
    for person, status in ((world.agent, 403), (world.manager, 403), (world.admin, 200)):
        answer = client.get("/api/v2/members/export", headers=person.headers)
        assert answer.status_code == status
