"""SAML responses as a provider signs them, and as an attacker would like them to be read."""

import re
import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml
from onelogin.saml2.utils import OneLogin_Saml2_Utils as Utils

from netz.sso import addresses
from netz.sso.models import Connection
from tests.sso.browser import Browser, path_of
from tests.sso.material import encoded, provider_keys

NAMES = (
    'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"'
    ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
)


@dataclass(frozen=True)
class Answer:
    """A provider's answer to a request; each field is one thing that can be wrong with it."""

    connection_id: UUID
    request_id: str | None
    email: str
    name_id: str = "u-1"
    issuer: str = "https://idp.example/metadata"
    audience: str | None = "ours"
    recipient: str | None = "ours"
    destination: str | None = "ours"
    begins: float = -5
    ends: float | None = 300
    assertion_id: str = field(default_factory=lambda: f"_{secrets.token_hex(16)}")
    outer_request_id: str | None = "same"
    groups: tuple[str, ...] = ()
    proved: float = 0
    name_format: str = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"

    def assertion(self) -> str:
        """The assertion, unsigned."""
        acs = addresses.saml_acs(self.connection_id)
        audience = self.audience
        if audience == "ours":
            audience = addresses.saml_metadata(self.connection_id)
        data = _attributes(
            InResponseTo=self.request_id,
            Recipient=acs if self.recipient == "ours" else self.recipient,
            NotOnOrAfter=None if self.ends is None else _time(self.ends),
        )
        within = _attributes(
            NotBefore=_time(self.begins),
            NotOnOrAfter=None if self.ends is None else _time(self.ends),
        )
        restriction = (
            f"<saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience>"
            "</saml:AudienceRestriction>"
            if audience
            else ""
        )
        groups = "".join(f"<saml:AttributeValue>{one}</saml:AttributeValue>" for one in self.groups)
        listed = f'<saml:Attribute Name="groups">{groups}</saml:Attribute>' if groups else ""
        return (
            f'<saml:Assertion {NAMES} ID="{self.assertion_id}" Version="2.0"'
            f' IssueInstant="{_time(0)}"><saml:Issuer>{self.issuer}</saml:Issuer><saml:Subject>'
            f'<saml:NameID Format="{self.name_format}">{self.name_id}</saml:NameID>'
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
            f"<saml:SubjectConfirmationData{data}/></saml:SubjectConfirmation></saml:Subject>"
            f"<saml:Conditions{within}>{restriction}</saml:Conditions>"
            f'<saml:AuthnStatement AuthnInstant="{_time(self.proved)}" SessionIndex="_s1">'
            "<saml:AuthnContext>"
            "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password"
            "</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
            '<saml:AttributeStatement><saml:Attribute Name="email"><saml:AttributeValue>'
            f"{self.email}</saml:AttributeValue></saml:Attribute>{listed}"
            "</saml:AttributeStatement></saml:Assertion>"
        )

    def around(self, *assertions: str) -> str:
        """The response with these assertions in it."""
        acs = addresses.saml_acs(self.connection_id)
        outer = self.request_id if self.outer_request_id == "same" else self.outer_request_id
        head = _attributes(
            Destination=acs if self.destination == "ours" else self.destination,
            InResponseTo=outer,
        )
        return (
            f'<samlp:Response {NAMES} ID="_{secrets.token_hex(16)}" Version="2.0"'
            f' IssueInstant="{_time(0)}"{head}><saml:Issuer>{self.issuer}</saml:Issuer>'
            f'<samlp:Status><samlp:StatusCode Value="{Saml.STATUS_SUCCESS}"/></samlp:Status>'
            f"{''.join(assertions)}</samlp:Response>"
        )

    def signed(self, *, by: str = "provider", algorithm: str = Saml.RSA_SHA256) -> str:
        """The whole response with its assertion signed."""
        return self.around(sign(self.assertion(), by=by, algorithm=algorithm))

    def unsigned(self) -> str:
        """The whole response without any signature."""
        return self.around(self.assertion())

    def but(self, **changes: object) -> "Answer":
        """The same with something else in it."""
        return replace(self, **changes)  # type: ignore[arg-type]  # fields by name


def sign(document: str, *, by: str = "provider", algorithm: str = Saml.RSA_SHA256) -> str:
    """The document with its root signed, by the library's own tools."""
    key, certificate = provider_keys(by)
    digest = Saml.SHA1 if algorithm == Saml.RSA_SHA1 else Saml.SHA256
    signed = Utils.add_sign(
        document, key, certificate, sign_algorithm=algorithm, digest_algorithm=digest
    )
    return signed.decode() if isinstance(signed, bytes) else str(signed)


def ask(browser: Browser, sso: Connection, *, confirm: bool = False) -> str:
    """Begins a sign-in in the browser; returns the id of the request that it carries."""
    response = browser.step(addresses.start(str(sso.id)) + ("?confirm=1" if confirm else ""))
    return request_id_in(response.headers["location"])


def request_id_in(location: str) -> str:
    """The id of the request that a redirect to the provider carries."""
    request = parse_qs(urlsplit(location).query)["SAMLRequest"][0]
    text = Utils.decode_base64_and_inflate(request).decode()
    found = re.search(r'ID="([^"]+)"', text)
    assert found is not None, text
    return found[1]


def post(browser: Browser, sso: Connection, document: str, *, raw: bool = False) -> object:
    """Posts a response as the provider's page does, and follows where it leads."""
    message = document if raw else encoded(document)
    acs = path_of(addresses.saml_acs(sso.id))
    return browser.post_elsewhere(acs, {"SAMLResponse": message}, "https://idp.example")


def _time(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _attributes(**given: str | None) -> str:
    return "".join(f' {name}="{value}"' for name, value in given.items() if value is not None)
