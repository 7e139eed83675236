"""Reading what an identity provider publishes of itself, so that nobody has to copy it by hand."""

import json
from typing import Any

from lxml import etree
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser

from netz.sso.errors import BadDiscovery, BadMetadata
from netz.sso.outgoing import fetch
from netz.sso.services.connections import check_address, read_certificate

WELL_KNOWN = "/.well-known/openid-configuration"
LARGEST_METADATA = 1_000_000
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


def discover(issuer: str) -> dict[str, Any]:
    """The provider's own configuration at its issuer. Raises `BadDiscovery` and what `fetch` does.

    The document must name the issuer that it was asked of.
    """
    base = issuer.removesuffix(WELL_KNOWN).rstrip("/")
    check_address("issuer", base)
    try:
        found = json.loads(fetch(base + WELL_KNOWN))
        named = str(found["issuer"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadDiscovery from error
    if named.rstrip("/") != base or not all(found.get(endpoint) for endpoint in ENDPOINTS):
        raise BadDiscovery
    return {
        "issuer": named,
        "end_session": bool(found.get("end_session_endpoint")),
        "scopes": [str(scope) for scope in found.get("scopes_supported", [])][:50],
        "claims": [str(claim) for claim in found.get("claims_supported", [])][:100],
    }


def fetch_metadata(url: str) -> bytes:
    """A SAML provider's metadata from where it stands. Raises `ProviderUnreachable`."""
    check_address("url", url)
    return fetch(url)


def read_metadata(document: bytes) -> dict[str, Any]:
    """A SAML provider's settings from its metadata, as a connection's fields. Raises `BadMetadata`.

    Nothing larger than a megabyte is parsed, and no document that declares types or entities.
    """
    upper = document.upper()
    if len(document) > LARGEST_METADATA or b"<!DOCTYPE" in upper or b"<!ENTITY" in upper:
        raise BadMetadata
    try:
        idp = OneLogin_Saml2_IdPMetadataParser.parse(document).get("idp", {})
        certificates = _certificates(idp)
        fields = {
            "entity_id": idp["entityId"],
            "sso_url": idp["singleSignOnService"]["url"],
            "slo_url": idp.get("singleLogoutService", {}).get("url", ""),
            "certificates": [read_certificate(text)[0] for text in certificates],
        }
    except (etree.XMLSyntaxError, KeyError, TypeError, ValueError) as error:
        raise BadMetadata from error
    if not fields["certificates"] or len(fields["entity_id"]) > 500:
        raise BadMetadata
    return fields


def _certificates(idp: dict[str, Any]) -> list[str]:
    several = idp.get("x509certMulti", {}).get("signing")
    found: list[str] = several or ([idp["x509cert"]] if idp.get("x509cert") else [])
    return list(dict.fromkeys(found))[:5]
