"""Bodies of single sign-on's settings and of the sign-in page's question."""

import re
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator

from netz.core.api.schema import Input, Output
from netz.core.errors import RefusedValueError
from netz.core.permissions import Role
from netz.sso import addresses
from netz.sso.models import Connection, Domain, TestSignIn
from netz.sso.services.connections import read_certificate
from netz.sso.services.domains import record_name, record_value
from netz.workspaces.schemas.looks import LooksOut

Kind = Literal["oidc", "saml"]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")
]
Address = Annotated[str, StringConstraints(max_length=1000)]
_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


class Attributes(Input):
    """Under which names the provider tells e-mail, name, groups and subject; empty: the usual."""

    email: str = Field("", max_length=200)
    name: str = Field("", max_length=200)
    groups: str = Field("", max_length=200)
    subject: str = Field("", max_length=200)
    scope: str = Field("", max_length=200, description="more OpenID scopes, with spaces between")


class Rule(Input):
    """Members of the provider's group get the role (built in, or a custom one)."""

    group: str = Field(min_length=1, max_length=300)
    role: Role = Role.GUEST
    custom_role_id: UUID | None = None
    company_id: UUID | None = None


class ConnectionIn(Input):
    """A new connection; it is set up afterwards."""

    kind: Kind
    name: Name


class ConnectionChange(Input):
    """Changes of a connection; a field left out stays."""

    name: Name | None = None
    enabled: bool | None = None
    issuer: Annotated[str, StringConstraints(max_length=500)] | None = None
    client_id: str | None = Field(None, max_length=300)
    client_secret: str | None = Field(None, max_length=2000)
    entity_id: str | None = Field(None, max_length=500)
    sso_url: Address | None = None
    slo_url: Address | None = None
    certificates: list[Annotated[str, StringConstraints(max_length=10_000)]] | None = Field(
        None, max_length=5
    )
    allow_idp_initiated: bool | None = None
    single_logout: bool | None = None
    attributes: Attributes | None = None
    jit: bool | None = None
    default_role: Role | None = None
    default_custom_role_id: UUID | None = None
    default_company_id: UUID | None = None
    mapping: list[Rule] | None = Field(None, max_length=100)

    def changes(self) -> dict[str, Any]:
        """The fields that were given, as the connection keeps them."""
        given = self.model_dump(exclude_unset=True, exclude={"client_secret"})
        nullable = {"default_custom_role_id", "default_company_id"}
        found = {k: v for k, v in given.items() if v is not None or k in nullable}
        if "mapping" in found:
            found["mapping"] = [rule.model_dump(mode="json") for rule in self.mapping or []]
        if found.get("issuer"):
            found["issuer"] = found["issuer"].rstrip("/")
        return found


class LinkOut(Output):
    """A member who signs in as one subject of the provider's."""

    member_id: UUID
    name: str
    email: str
    subject: str
    last_sign_in_at: datetime


class CertificateOut(Output):
    """One of the provider's certificates."""

    pem: str
    expires_at: datetime


class ServiceOut(Output):
    """What the provider has to be told about us."""

    redirect_uri: str
    logout_uri: str
    acs_url: str
    sls_url: str
    entity_id: str
    metadata_url: str
    start_url: str


class ConnectionOut(Output):
    """A connection; its secret never leaves."""

    id: UUID
    kind: Kind
    name: str
    enabled: bool
    tested_at: datetime | None
    issuer: str
    client_id: str
    has_secret: bool
    entity_id: str
    sso_url: str
    slo_url: str
    certificates: list[CertificateOut]
    allow_idp_initiated: bool
    single_logout: bool
    attributes: Attributes
    jit: bool
    default_role: Role
    default_custom_role_id: UUID | None
    default_company_id: UUID | None
    mapping: list[Rule]
    service: ServiceOut

    @classmethod
    def of(cls, row: Connection) -> Self:
        """From the row."""
        names = set(cls.model_fields) - {"certificates", "attributes", "mapping", "service"}
        return cls(
            **{name: getattr(row, name) for name in names},
            certificates=[_certificate(text) for text in row.certificates],
            attributes=Attributes(**row.attributes),
            mapping=[Rule(**rule) for rule in row.mapping],
            service=_service(row.id),
        )


def _certificate(text: str) -> CertificateOut:
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    pem = "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----"])
    return CertificateOut(pem=pem, expires_at=read_certificate(text)[1])


def _service(connection_id: UUID) -> ServiceOut:
    return ServiceOut(
        redirect_uri=addresses.oidc_callback(connection_id),
        logout_uri=addresses.absolute("/sign-in"),
        acs_url=addresses.saml_acs(connection_id),
        sls_url=addresses.saml_sls(connection_id),
        entity_id=addresses.saml_metadata(connection_id),
        metadata_url=addresses.saml_metadata(connection_id),
        start_url=addresses.absolute(addresses.start(str(connection_id))),
    )


class MetadataIn(Input):
    """A SAML provider's metadata: the document itself, or where it stands."""

    xml: str | None = Field(None, max_length=1_000_000)
    url: Address | None = None


class IssuerIn(Input):
    """The address of an OpenID provider."""

    issuer: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class DiscoveryOut(Output):
    """What an OpenID provider says of itself."""

    issuer: str
    end_session: bool
    scopes: list[str]
    claims: list[str]


class ClaimsOut(Output):
    """Who a provider says somebody is, as the connection reads it."""

    subject: str
    email: str
    email_verified: bool | None
    name: str
    groups: list[str] | None


class OutcomeOut(Output):
    """What a sign-in would have done."""

    email: str
    name: str
    role: Role
    new_user: bool
    new_member: bool
    new_link: bool
    role_followed: bool


class TestOut(Output):
    """A test sign-in: where the browser goes to begin it, and later its result."""

    id: UUID
    connection_id: UUID
    start_url: str
    finished_at: datetime | None
    ok: bool | None
    code: str
    title: str
    hint: str
    detail: str
    claims: ClaimsOut | None
    told: dict[str, Any]
    outcome: OutcomeOut | None

    @classmethod
    def of(cls, row: TestSignIn, title: str = "", hint: str = "") -> Self:
        """From the row, with a refusal's words."""
        found = row.result or {}
        return cls(
            id=row.id,
            connection_id=row.connection_id,
            start_url=f"{addresses.start(str(row.connection_id))}?test={row.id}",
            finished_at=row.finished_at,
            ok=found.get("ok"),
            code=found.get("code", ""),
            title=title,
            hint=hint,
            detail=found.get("detail", ""),
            claims=found.get("claims"),
            told=found.get("told", {}),
            outcome=found.get("outcome"),
        )


class DomainIn(Input):
    """A domain to be proved the workspace's own."""

    name: str = Field(min_length=4, max_length=253)
    connection_id: UUID | None = None

    @field_validator("name")
    @classmethod
    def _is_domain(cls, value: str) -> str:
        try:
            name = value.lower().rstrip(".").removeprefix("@").encode("idna").decode()
        except UnicodeError:
            name = ""
        if _DOMAIN.fullmatch(name) is None:
            raise RefusedValueError(en="Not a domain name", fr="Pas un nom de domaine")
        return name


class DomainChange(Input):
    """Which connection may name addresses in the domain; null: any of the workspace."""

    connection_id: UUID | None


class DomainOut(Output):
    """A domain and the TXT record that proves it."""

    id: UUID
    name: str
    connection_id: UUID | None
    record_name: str
    record_value: str
    verified_at: datetime | None
    checked_at: datetime | None
    missing_since: datetime | None

    @classmethod
    def of(cls, row: Domain) -> Self:
        """From the row."""
        names = set(cls.model_fields) - {"record_name", "record_value"}
        return cls(
            **{name: getattr(row, name) for name in names},
            record_name=record_name(row),
            record_value=record_value(row),
        )


class EnforcementIn(Input):
    """Whether only the identity provider opens the workspace, and who is exempt."""

    enforced: bool
    break_glass: list[UUID] = Field(max_length=20)


class EmergencyAdmin(Output):
    """An admin who may come in without the identity provider."""

    id: UUID
    name: str
    email: str
    has_password: bool


class EnforcementOut(Output):
    """The switch, who is exempt, and who could be."""

    enforced: bool
    break_glass: list[UUID]
    candidates: list[EmergencyAdmin]


class SignOutOut(Output):
    """Where the browser goes after signing out here; null: nowhere."""

    url: str | None


class Provider(Output):
    """A way to sign in by somebody else's word; `url` is navigated to."""

    id: str
    name: str
    kind: Literal["google", "microsoft", "oidc", "saml"]
    url: str


class SsoOffer(Provider):
    """The workspace's own identity provider."""

    enforced: bool


class OptionsOut(Output):
    """What the sign-in page offers. The same whether or not an account exists."""

    methods: list[Literal["password", "code", "passkey"]]
    providers: list[Provider]
    sso: SsoOffer | None
    registration: Literal["invitation", "domain", "open"]
    branding: LooksOut | None


class RefusalWords(Output):
    """One language's words."""

    title: str
    hint: str


class RefusalOut(Output):
    """Why a sign-in was refused, as its page tells it."""

    code: str
    fr: RefusalWords
    en: RefusalWords
