"""Assertions made to deceive: each is refused in words, kept in the trail, and makes nothing."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.sso.models import Connection
from tests.sso.assertions import Answer, sign
from tests.sso.case import Case
from tests.sso.material import provider_keys
from tests.sso.trail import refusals
from tests.sso.wrapping import encrypted, wrapped

Make = Callable[[Answer], str]


@pytest.fixture
def case(client: TestClient) -> Case:
    return Case(client)


def refused(case: Case, document: str) -> str:
    """The code by which it was refused; nobody is in, nothing was made, the trail has one line."""
    said = case.post(document)
    kept = refusals(case.world)
    assert [code for code, _ in kept] == [said.get("error")], said
    assert kept[0][1] or kept[0][0] == "too_large"
    assert not case.is_in()
    assert case.nothing_made()
    assert not User.objects.filter(email__startswith="chef@", email__endswith=case.domain.name)
    return said["error"]


@pytest.mark.parametrize("way", range(1, 9))
def test_a_wrapped_signature_vouches_for_nobody(case: Case, way: int) -> None:
    assert refused(case, wrapped(case.answer, way)) in {"tampered", "invalid"}


def _doctype(body: str, use: str) -> Make:
    return lambda answer: f"<!DOCTYPE a [{body}]>" + answer.signed().replace(">u-1<", f">{use}<")


LAUGHS = "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' if at else '<!ENTITY l0 "ha">' for at in range(10)
)
XML: dict[str, Make] = {
    "a file of ours as an entity": _doctype('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"),
    "an address as an entity": _doctype('<!ENTITY e SYSTEM "http://127.0.0.1:9/">', "&e;"),
    "an outside document type": lambda a: (
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">' + a.signed()
    ),
    "a parameter entity": _doctype('<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;', "u-1"),
    "a billion laughs": _doctype(LAUGHS, "&l9;"),
    "nested a hundred thousand deep": lambda a: "<a>" * 9_000 + "</a>" * 9_000,
    "deep inside an assertion": lambda a: a.signed().replace(
        "</saml:Subject>", "<a>" * 5_000 + "</a>" * 5_000 + "</saml:Subject>"
    ),
    "cut off in the middle": lambda a: a.signed()[:-200],
    "two documents": lambda a: a.signed() + a.signed(),
    "a control character": lambda a: a.signed().replace(">u-1<", ">u\x01-1<"),
}


@pytest.mark.parametrize("what", XML)
def test_bad_xml_is_refused_before_it_is_trusted(case: Case, what: str) -> None:
    assert refused(case, XML[what](case.answer)) in {"xml", "invalid"}


def test_a_comment_does_not_cut_a_name_short(case: Case) -> None:
    """The signature leaves comments out of account; who reads up to the first one is deceived."""
    host = case.domain.name
    named = case.answer.but(name_id=f"chef@{host}.evil.example", email=f"chef@{host}.evil.example")
    split = named.signed().replace(f"chef@{host}.evil", f"chef@{host}<!-- -->.evil")
    assert refused(case, split) in {"domain_unverified", "signature", "invalid"}


CLOCKS: dict[str, tuple[dict[str, float], str | None]] = {
    "a minute ahead": ({"begins": 60, "ends": 300}, None),
    "three minutes ahead": ({"begins": 180, "ends": 400}, "too_early"),
    "ended a minute ago": ({"begins": -300, "ends": -60}, None),
    "ended three minutes ago": ({"begins": -300, "ends": -180}, "expired"),
    "of last year": ({"begins": -31_536_000, "ends": -31_535_000}, "expired"),
    "ends before it begins": ({"begins": 500, "ends": 400}, "too_early"),
}


@pytest.mark.parametrize("what", CLOCKS)
def test_clocks_may_differ_by_less_than_two_minutes(case: Case, what: str) -> None:
    times, code = CLOCKS[what]
    document = case.answer.but(**times).signed()
    if code is None and times["ends"] > 0:
        assert case.post(document) == {"next": "/"}, refusals(case.world)
    else:
        assert refused(case, document) == (code or "expired")


def test_an_encrypted_assertion_is_opened_and_checked_as_any_other(case: Case) -> None:
    document = encrypted(case.answer, sign(case.answer.assertion()), certificate_of(case.sso))
    assert case.post(document) == {"next": "/"}, refusals(case.world)
    assert case.is_in()
    assert case.member().user.email == case.answer.email


def test_encryption_is_no_signature(case: Case) -> None:
    """Anybody can encrypt to us: our certificate is public."""
    document = encrypted(case.answer, case.answer.assertion(), certificate_of(case.sso))
    assert refused(case, document) == "unsigned"


def test_what_is_encrypted_to_somebody_else_is_refused(case: Case) -> None:
    document = encrypted(
        case.answer, sign(case.answer.assertion()), provider_keys("another service")[1]
    )
    assert refused(case, document) == "encrypted"


def test_a_changed_ciphertext_is_refused(case: Case) -> None:
    document = encrypted(case.answer, sign(case.answer.assertion()), certificate_of(case.sso))
    values = re.findall(r"<xenc:CipherValue>([^<]+)<", document)
    changed = values[-1][:-8] + ("AAAAAAA=" if values[-1][-8:] != "AAAAAAA=" else "BBBBBBA=")
    assert refused(case, document.replace(values[-1], changed)) == "encrypted"


def test_an_encrypted_assertion_is_good_once_and_for_us_alone(case: Case) -> None:
    certificate = certificate_of(case.sso)
    elsewhere = case.answer.but(audience="https://other.example")
    document = encrypted(elsewhere, sign(elsewhere.assertion()), certificate)
    assert case.post(document) == {"error": "audience"}
    good = encrypted(case.answer, sign(case.answer.assertion()), certificate)
    case.sign_in(name_id="u-1")
    assert case.is_in()
    again = encrypted(case.answer, sign(case.answer.assertion()), certificate)
    assert case.post(again) == {"error": "replayed"}
    assert good != again


def certificate_of(sso: Connection) -> str:
    """Our own certificate for the provider, as PEM."""
    lines = "".join(line for line in sso.sp_certificate.splitlines() if "-----" not in line)
    return f"-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----\n"
