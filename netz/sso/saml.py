"""SAML 2.0 by python3-saml: how strictly it is asked to look, and what its findings mean for us."""

import base64
import binascii
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import xmlsec
from lxml import etree
from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml
from onelogin.saml2.errors import OneLogin_Saml2_Error, OneLogin_Saml2_ValidationError
from onelogin.saml2.logout_request import OneLogin_Saml2_Logout_Request
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings
from onelogin.saml2.utils import OneLogin_Saml2_Utils

from netz.sso import addresses
from netz.sso.models import SP_KEY, Connection
from netz.sso.refusals import Refused

LARGEST_MESSAGE = 200_000
CLOCK_TOLERANCE_SECONDS = 120
# The library's only switch for it is this constant; its own value is five minutes.
Saml.ALLOWED_CLOCK_DRIFT = CLOCK_TOLERANCE_SECONDS

Found = OneLogin_Saml2_ValidationError
_CODES = {
    Found.NO_SIGNATURE_FOUND: "unsigned",
    Found.NO_SIGNED_MESSAGE: "unsigned",
    Found.INVALID_SIGNATURE: "signature",
    Found.DEPRECATED_SIGNATURE_METHOD: "weak_algorithm",
    Found.DEPRECATED_DIGEST_METHOD: "weak_algorithm",
    Found.WRONG_NUMBER_OF_ASSERTIONS: "tampered",
    Found.WRONG_SIGNED_ELEMENT: "tampered",
    Found.ID_NOT_FOUND_IN_SIGNED_ELEMENT: "tampered",
    Found.DUPLICATED_ID_IN_SIGNED_ELEMENTS: "tampered",
    Found.INVALID_SIGNED_ELEMENT: "tampered",
    Found.DUPLICATED_REFERENCE_IN_SIGNED_ELEMENTS: "tampered",
    Found.UNEXPECTED_SIGNED_ELEMENTS: "tampered",
    Found.WRONG_NUMBER_OF_SIGNATURES_IN_RESPONSE: "tampered",
    Found.WRONG_NUMBER_OF_SIGNATURES_IN_ASSERTION: "tampered",
    Found.WRONG_NUMBER_OF_SIGNATURES: "tampered",
    Found.STATUS_CODE_IS_NOT_SUCCESS: "provider_error",
    Found.ASSERTION_TOO_EARLY: "too_early",
    Found.ASSERTION_EXPIRED: "expired",
    Found.SESSION_EXPIRED: "expired",
    Found.RESPONSE_EXPIRED: "expired",
    Found.WRONG_AUDIENCE: "audience",
    Found.WRONG_DESTINATION: "recipient",
    Found.EMPTY_DESTINATION: "recipient",
    Found.WRONG_ISSUER: "issuer",
    Found.WRONG_INRESPONSETO: "request_unknown",
    Found.NO_NAMEID: "no_subject",
    Found.EMPTY_NAMEID: "no_subject",
    Found.INVALID_XML_FORMAT: "xml",
}


class StrictResponse(OneLogin_Saml2_Response):
    """An assertion that must also name its audience, recipient, end and request, signed.

    The library takes these parts of the standard as optional, and reads the request's id from the
    outer element, which a signed assertion does not cover.
    """

    def check_strictly(self) -> None:
        """What the library leaves open; to be called once it has found the response valid."""
        data = self.subject_confirmation()
        if not self.get_audiences():
            raise Refused("audience", "the assertion names no audience")
        if data.get("Recipient") != self._acs:
            raise Refused("recipient", str(data.get("Recipient")))
        if not data.get("NotOnOrAfter"):
            raise Refused("invalid", "the assertion has no end")
        if self.document.get("InResponseTo") not in (None, data.get("InResponseTo")):
            raise Refused("request_unknown", "the request named is not signed")

    def subject_confirmation(self) -> Mapping[str, str]:
        """The bearer's confirmation, from the part that is signed."""
        nodes = self._query_assertion(
            "/saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData"
        )
        if len(nodes) != 1:
            raise Refused("invalid", "not exactly one subject confirmation")
        found: Mapping[str, str] = nodes[0].attrib
        return found

    def proved_at(self) -> int | None:
        """When the person last proved to the provider who they are, if it says so."""
        said = [
            node.get("AuthnInstant", "") for node in self._query_assertion("/saml:AuthnStatement")
        ]
        try:
            return max((OneLogin_Saml2_Utils.parse_SAML_to_time(one) for one in said), default=None)
        except ValueError:
            return None

    def explain(self) -> str:
        """Which part of the subject confirmation the library found wanting."""
        data = self.subject_confirmation()
        ends = data.get("NotOnOrAfter")
        if ends and OneLogin_Saml2_Utils.parse_SAML_to_time(ends) <= OneLogin_Saml2_Utils.now():
            return "expired"
        return "recipient" if data.get("Recipient") != self._acs else "request_unknown"

    @property
    def _acs(self) -> str:
        acs: str = self._settings.get_sp_data()["assertionConsumerService"]["url"]
        return acs


class Auth(OneLogin_Saml2_Auth):
    """The library's entry, with our response class."""

    response_class = StrictResponse


def settings_of(sso: Connection, *, for_logout: bool = False) -> dict[str, Any]:
    """The library's settings for a connection.

    Assertions must be signed, or the response around them; the library refuses what is neither.
    A logout message has no assertion: there the message itself must be.
    """
    provider: dict[str, Any] = {
        "entityId": sso.entity_id,
        "singleSignOnService": {"url": sso.sso_url, "binding": Saml.BINDING_HTTP_REDIRECT},
        "x509certMulti": {"signing": sso.certificates},
        "x509cert": sso.certificates[0] if sso.certificates else "",
    }
    service: dict[str, Any] = {
        "entityId": addresses.saml_metadata(sso.id),
        "assertionConsumerService": {
            "url": addresses.saml_acs(sso.id),
            "binding": Saml.BINDING_HTTP_POST,
        },
        "NameIDFormat": Saml.NAMEID_UNSPECIFIED,
        "x509cert": sso.sp_certificate,
        "privateKey": sso.opened(sso.sp_key_sealed, purpose=SP_KEY),
    }
    if sso.single_logout:
        service["singleLogoutService"] = {
            "url": addresses.saml_sls(sso.id),
            "binding": Saml.BINDING_HTTP_REDIRECT,
        }
        if sso.slo_url:
            provider["singleLogoutService"] = {
                "url": sso.slo_url,
                "binding": Saml.BINDING_HTTP_REDIRECT,
            }
    security = {
        "authnRequestsSigned": True,
        "logoutRequestSigned": True,
        "logoutResponseSigned": True,
        "wantMessagesSigned": for_logout,
        "wantNameId": True,
        "wantAttributeStatement": False,
        "requestedAuthnContext": False,
        "rejectDeprecatedAlgorithm": True,
        "allowRepeatAttributeName": True,
        "allowSingleLabelDomains": True,
        "signatureAlgorithm": Saml.RSA_SHA256,
        "digestAlgorithm": Saml.SHA256,
    }
    return {"strict": True, "sp": service, "idp": provider, "security": security}


def auth_for(
    sso: Connection,
    url: str,
    *,
    get: Mapping[str, str] | None = None,
    query_string: str = "",
    for_logout: bool = False,
) -> Auth:
    """The library's entry for one request at `url`, the address that the provider was given."""
    parts = urlsplit(url)
    request = {
        "https": "on" if parts.scheme == "https" else "off",
        "http_host": parts.netloc,
        "script_name": parts.path,
        "get_data": dict(get or {}),
        "post_data": {},
        # Signatures cover the query as it was written, not as it would be written again.
        "query_string": query_string,
        "validate_signature_from_qs": True,
    }
    return Auth(request, settings_of(sso, for_logout=for_logout))


def read_response(sso: Connection, posted: str) -> tuple[Auth, StrictResponse]:
    """The posted response once it has passed every check. Raises `Refused`."""
    check_message(posted)
    auth = auth_for(sso, addresses.saml_acs(sso.id))
    try:
        response = StrictResponse(auth.get_settings(), posted)
    except (etree.XMLSyntaxError, ValueError, binascii.Error, OneLogin_Saml2_Error) as error:
        raise Refused("xml", str(error)) from error
    except xmlsec.Error as error:
        # Encrypted to another key than ours, or changed since.
        raise Refused("encrypted", str(error)) from error
    try:
        response.is_valid(auth._request_data, raise_exceptions=True)
        response.check_strictly()
        auth.store_valid_response(response)
    except Found as error:
        code = _CODES.get(error.code, "invalid")
        if error.code == Found.WRONG_SUBJECTCONFIRMATION:
            code = response.explain()
        raise Refused(code, str(error)) from error
    except Refused:
        raise
    except Exception as error:
        # Whatever the library trips over in a message from outside makes the message invalid.
        raise Refused("invalid", f"{type(error).__name__}: {error}") from error
    return auth, response


def check_message(encoded: str, *, deflated: bool = False) -> None:
    """Refuses what is too large or declares types and entities, before anything parses it."""
    if len(encoded) > LARGEST_MESSAGE * 4 // 3 + 4:
        raise Refused("too_large")
    try:
        raw = base64.b64decode(encoded, validate=False)
        if deflated:
            raw = _inflated(raw)
    except (binascii.Error, ValueError) as error:
        raise Refused("xml", "not base64") from error
    if b"<!DOCTYPE" in raw.upper() or b"<!ENTITY" in raw.upper():
        raise Refused("xml", "a document type is not allowed")


def _inflated(raw: bytes) -> bytes:
    try:
        text = zlib.decompressobj(-15).decompress(raw, LARGEST_MESSAGE + 1)
    except zlib.error:
        return raw
    if len(text) > LARGEST_MESSAGE:
        raise Refused("too_large")
    return text


def expiry_of(response: StrictResponse) -> datetime:
    """When the assertion ends."""
    ends = response.subject_confirmation()["NotOnOrAfter"]
    return datetime.fromtimestamp(OneLogin_Saml2_Utils.parse_SAML_to_time(ends), UTC)


def read_logout(
    sso: Connection, get: Mapping[str, str], query_string: str
) -> tuple[str | None, str, list[str]]:
    """A logout message: where to go on to, and for a request whose session ends (name, indexes).

    Raises `Refused`; an unsigned message is.
    """
    message = get.get("SAMLRequest") or get.get("SAMLResponse") or ""
    check_message(message, deflated=True)
    auth = auth_for(
        sso, addresses.saml_sls(sso.id), get=get, query_string=query_string, for_logout=True
    )
    try:
        goes_to = auth.process_slo(keep_local_session=True)
        if auth.get_errors():
            reason = f"{', '.join(auth.get_errors())}: {auth.get_last_error_reason()}"
            raise Refused("signature" if "signature" in reason else "invalid", reason)
        if not get.get("SAMLRequest"):
            return None, "", []
        request = auth.get_last_request_xml()
        key = auth.get_settings().get_sp_key()
        name = OneLogin_Saml2_Logout_Request.get_nameid(request, key)
        return goes_to, name, OneLogin_Saml2_Logout_Request.get_session_indexes(request)
    except Refused:
        raise
    except Exception as error:
        raise Refused("invalid", f"{type(error).__name__}: {error}") from error


def logout_url(sso: Connection, name: Mapping[str, str | None], session_index: str) -> str:
    """Where to send a browser so that the provider signs its person out as well."""
    url: str = auth_for(sso, addresses.saml_sls(sso.id)).logout(
        return_to="",
        name_id=name.get("name_id"),
        name_id_format=name.get("format"),
        nq=name.get("nq"),
        spnq=name.get("spnq"),
        session_index=escape(session_index) or None,
    )
    return url


def metadata_of(sso: Connection) -> bytes:
    """Our metadata for the provider, as XML. It must not name a provider yet."""
    made = OneLogin_Saml2_Settings(settings_of(sso), sp_validation_only=True)
    metadata = made.get_sp_metadata()
    return metadata.encode() if isinstance(metadata, str) else bytes(metadata)
