"""What a SAML provider's answer must be: anything less is refused, kept and makes nothing."""

import re
import secrets
from collections.abc import Callable

import pytest
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml
from starlette.testclient import TestClient

from tests.factories import make_world
from tests.sso.assertions import Answer, ask, post, sign
from tests.sso.browser import Browser, query
from tests.sso.case import Case
from tests.sso.material import encoded, make_connection
from tests.sso.trail import refusals

Make = Callable[[Answer], str]


@pytest.fixture
def case(client: TestClient) -> Case:
    return Case(client)


def test_a_signed_assertion_lets_its_person_in(case: Case) -> None:
    assert case.post(case.answer.signed()) == {"next": "/"}, refusals(case.world)
    assert case.is_in()


def test_a_signed_response_around_an_unsigned_assertion_is_as_good(case: Case) -> None:
    assert case.post(sign(case.answer.unsigned())) == {"next": "/"}, refusals(case.world)
    assert case.is_in()


def _two_assertions(answer: Answer) -> str:
    forged = answer.but(email="chef@" + answer.email.partition("@")[2], assertion_id="_forged")
    return answer.around(forged.assertion(), sign(answer.assertion()))


def _hidden_original(answer: Answer) -> str:
    """The signed assertion moves into its own signature's Object; a forged one takes its place."""
    signed = sign(answer.assertion())
    forged = answer.but(name_id="chef", assertion_id="_forged").assertion()
    signature = re.search(r"<ds:Signature.*</ds:Signature>", signed, re.S)
    assert signature is not None
    bare = signed.replace(signature[0], "")
    wrapped = signature[0].replace(
        "</ds:Signature>", f"<ds:Object>{bare}</ds:Object></ds:Signature>"
    )
    return answer.around(forged.replace("</saml:Issuer>", f"</saml:Issuer>{wrapped}", 1))


def _signature_of_another(answer: Answer) -> str:
    """A forged assertion carries the signature of a true one, which refers to the true one's id."""
    signed = sign(answer.assertion())
    signature = re.search(r"<ds:Signature.*</ds:Signature>", signed, re.S)
    assert signature is not None
    forged = answer.but(name_id="chef", assertion_id="_forged").assertion()
    return answer.around(forged.replace("</saml:Issuer>", f"</saml:Issuer>{signature[0]}", 1))


def _same_id_twice(answer: Answer) -> str:
    signed = sign(answer.assertion())
    forged = answer.but(name_id="chef").assertion()
    extension = f"<samlp:Extensions>{signed}</samlp:Extensions>"
    return answer.around(forged).replace("</saml:Issuer>", f"</saml:Issuer>{extension}", 1)


def _edited(answer: Answer) -> str:
    return answer.signed().replace(">u-1<", ">chef<")


def _entity(answer: Answer) -> str:
    return '<!DOCTYPE a [<!ENTITY b "c">]>' + answer.signed()


def _wide_entities(answer: Answer) -> str:
    return '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]>' + answer.signed()


BAD: dict[str, tuple[str, Make]] = {
    "without a signature": ("unsigned", lambda a: a.unsigned()),
    "signed by somebody else": ("signature", lambda a: a.signed(by="stranger")),
    "changed after it was signed": ("signature", _edited),
    "signed with SHA-1": ("weak_algorithm", lambda a: a.signed(algorithm=Saml.RSA_SHA1)),
    "for another audience": (
        "audience",
        lambda a: a.but(audience="https://other.example").signed(),
    ),
    "for no audience in particular": ("audience", lambda a: a.but(audience=None).signed()),
    "for another recipient": (
        "recipient",
        lambda a: a.but(recipient="https://other.example/acs").signed(),
    ),
    "for a recipient that begins like us": (
        "recipient",
        lambda a: a.but(recipient="http://127.0.0.1:8000/").signed(),
    ),
    "for no recipient in particular": ("recipient", lambda a: a.but(recipient=None).signed()),
    "for another destination": (
        "recipient",
        lambda a: a.but(destination="https://other.example/acs").signed(),
    ),
    "from another issuer": ("issuer", lambda a: a.but(issuer="https://evil.example").signed()),
    "expired": ("expired", lambda a: a.but(begins=-900, ends=-600).signed()),
    "without an end": ("invalid", lambda a: a.but(ends=None).signed()),
    "from three minutes in the future": ("too_early", lambda a: a.but(begins=180).signed()),
    "for a request that was never made": (
        "request_unknown",
        lambda a: a.but(request_id="ONELOGIN_0000").signed(),
    ),
    "for a request that only the unsigned part names": (
        "request_unknown",
        lambda a: a.but(request_id=None, outer_request_id=a.request_id).signed(),
    ),
    "for no request at all": ("idp_initiated", lambda a: a.but(request_id=None).signed()),
    "with a forged assertion beside the signed one": ("tampered", _two_assertions),
    "with the signed one hidden in the signature": ("tampered", _hidden_original),
    "with the signature of another assertion": ("tampered", _signature_of_another),
    "with the signed one in an extension": ("tampered", _same_id_twice),
    "with a document type": ("xml", _entity),
    "with a document type in another encoding": ("xml", _wide_entities),
    "that is no XML": ("xml", lambda a: "bonjour"),
    "that is another document": ("invalid", lambda a: "<a/>"),
    "nested two thousand deep": ("xml", lambda a: "<a>" * 2000 + "</a>" * 2000),
    "with a transient name": (
        "no_subject",
        lambda a: a.but(name_format=Saml.NAMEID_TRANSIENT).signed(),
    ),
    "without a name": ("no_subject", lambda a: a.but(name_id="").signed()),
}


@pytest.mark.parametrize("what", BAD)
def test_an_answer_is_refused(case: Case, what: str) -> None:
    code, make = BAD[what]
    assert case.post(make(case.answer)) == {"error": code}, refusals(case.world)
    assert [found for found, _ in refusals(case.world)] == [code]
    assert not case.is_in()
    assert case.nothing_made()


def test_a_huge_answer_is_refused_before_anything_parses_it(case: Case) -> None:
    padded = case.answer.signed().replace("</saml:Issuer>", f"</saml:Issuer><!--{'x' * 300_000}-->")
    assert case.post(padded) == {"error": "too_large"}
    assert case.nothing_made()


def test_what_is_no_base64_is_refused(case: Case) -> None:
    assert case.post("%%%", raw=True) == {"error": "xml"}
    assert case.post("", raw=True) == {"error": "xml"}


def test_a_clock_may_be_fast_by_less_than_two_minutes(case: Case) -> None:
    assert case.post(case.answer.but(begins=90).signed()) == {"next": "/"}, refusals(case.world)


def test_an_assertion_is_good_once(case: Case) -> None:
    document = case.answer.signed()
    assert case.post(document) == {"next": "/"}, refusals(case.world)
    assert case.post(document) == {"error": "replayed"}
    thief = Browser(case.client)
    ask(thief, case.sso)
    assert query(post(thief, case.sso, document)) == {"error": "replayed"}
    assert case.client.get("/api/v2/me", headers=thief.headers).status_code == 401


def test_an_answer_to_another_browser_s_request_is_refused(case: Case) -> None:
    thief = Browser(case.client)
    ask(thief, case.sso)
    assert query(post(thief, case.sso, case.answer.signed())) == {"error": "request_unknown"}
    assert case.nothing_made()


def test_a_sign_in_that_the_provider_begins_is_taken_where_it_is_allowed(
    client: TestClient,
) -> None:
    case = Case(client, allow_idp_initiated=True)
    unasked = case.answer.but(request_id=None).signed()
    assert case.post(unasked) == {"next": "/"}, refusals(case.world)
    assert case.is_in()


def test_where_it_is_allowed_a_stolen_answer_still_can_t_pass_for_an_unasked_one(
    client: TestClient,
) -> None:
    case = Case(client, allow_idp_initiated=True)
    stripped = case.answer.but(outer_request_id=None).signed()
    assert query(post(Browser(client), case.sso, stripped)) == {"error": "request_unknown"}


def test_one_connection_s_assertion_is_nothing_to_another(case: Case) -> None:
    other = make_connection(make_world(), default_role="agent")
    browser = Browser(case.client)
    request = ask(browser, other)
    theirs = case.answer.but(request_id=request).signed()
    assert query(post(browser, other, theirs)) == {"error": "recipient"}


def test_an_assertion_posted_without_its_page_finds_nothing(case: Case) -> None:
    end = case.browser.go(f"/_allauth/saml/{case.sso.id}/acs/finish/")
    assert query(end) == {"error": "request_unknown"}


def test_only_the_assertion_s_address_takes_a_form_from_elsewhere(case: Case) -> None:
    elsewhere = {"Origin": "https://idp.example", "Sec-Fetch-Site": "cross-site"}
    fields = {"SAMLResponse": encoded(case.answer.signed())}
    base = f"/_allauth/saml/{case.sso.id}"
    assert case.client.post(
        f"{base}/acs/", data=fields, headers=elsewhere, follow_redirects=False
    ).is_redirect
    others = (
        f"{base}/acs/finish/",
        f"{base}/sls/",
        f"{base}/acs/x",
        f"/_allauth/start/{case.sso.id}",
    )
    for path in (*others, "/_allauth/browser/v1/auth/login", "/api/v2/me"):
        refused = case.client.post(path, data=fields, headers=elsewhere)
        assert (refused.status_code, refused.json()["code"]) == (403, "cross_site"), path


def test_a_confirmation_takes_no_old_proof(case: Case) -> None:
    assert case.sign_in(proved=-900) == {"next": "/"}, refusals(case.world)
    for proved, end in ((-900, {"error": "not_confirmed"}), (0, {"next": "/"})):
        asked = ask(case.browser, case.sso, confirm=True)
        answer = case.answer.but(
            request_id=asked, assertion_id=f"_{secrets.token_hex(16)}", proved=proved
        )
        assert case.post(answer.signed()) == end, refusals(case.world)
