"""The eight known ways to wrap a signature (XSW 1 to 8), and answers encrypted to us."""

from copy import deepcopy

import xmlsec
from lxml import etree

from tests.sso.assertions import Answer, sign

DS = "http://www.w3.org/2000/09/xmldsig#"
SAML = "urn:oasis:names:tc:SAML:2.0:assertion"
SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol"

Element = etree._Element


def wrapped(answer: Answer, way: int) -> str:
    """A provider's signature, still true, around somebody whom the provider never named."""
    evil = answer.but(name_id="chef", email=f"chef@{answer.email.partition('@')[2]}")
    make = _around_response if way <= 2 else _around_assertion
    return etree.tostring(make(answer, evil, way)).decode()


def _around_response(answer: Answer, evil: Answer, way: int) -> Element:
    """1 and 2: the signed response is kept inside, or beside, the signature on a forged one."""
    signed = _read(sign(answer.unsigned()))
    forged = deepcopy(signed)
    forged.set("ID", "_forged")
    forged.replace(_assertion(forged), _read(evil.assertion()))
    bare = deepcopy(signed)
    bare.remove(_signature(bare))
    signature = _signature(forged)
    if way == 1:
        signature.append(bare)
    else:
        signature.addprevious(bare)
    return forged


def _around_assertion(answer: Answer, evil: Answer, way: int) -> Element:
    response = _read(answer.signed())
    original = _assertion(response)
    forged = _read(evil.but(assertion_id="_forged").assertion())
    bare = deepcopy(original)
    bare.remove(_signature(bare))
    if way == 3:  # the forged one stands first
        original.addprevious(forged)
    elif way == 4:  # the forged one holds the signed one
        response.replace(original, forged)
        forged.append(original)
    elif way == 5:  # the forged one carries the signature; what it covers stands at the end
        response.replace(original, forged)
        forged.insert(1, _signature(original))
        response.append(bare)
    elif way == 6:  # the same, with what it covers inside the signature
        response.replace(original, forged)
        signature = _signature(original)
        forged.insert(1, signature)
        signature.append(bare)
    elif way == 7:  # the forged one, under the same id, in an extension
        forged.set("ID", original.get("ID"))
        extension = etree.Element(f"{{{SAMLP}}}Extensions")
        extension.append(forged)
        original.addprevious(extension)
    else:  # the signed one in an Object of the signature on the forged one
        response.replace(original, forged)
        signature = _signature(original)
        forged.insert(1, signature)
        etree.SubElement(signature, f"{{{DS}}}Object").append(bare)
    return response


def encrypted(answer: Answer, assertion: str, certificate: str) -> str:
    """The response with the assertion encrypted to whoever holds the certificate's key."""
    response = _read(answer.around(assertion))
    found = _assertion(response)
    box = etree.Element(f"{{{SAML}}}EncryptedAssertion")
    response.replace(found, box)
    box.append(found)
    template = xmlsec.template.encrypted_data_create(
        box, xmlsec.Transform.AES256_GCM, type=xmlsec.EncryptionType.ELEMENT, ns="xenc"
    )
    xmlsec.template.encrypted_data_ensure_cipher_value(template)
    info = xmlsec.template.encrypted_data_ensure_key_info(template, ns="ds")
    key = xmlsec.template.add_encrypted_key(info, xmlsec.Transform.RSA_OAEP)
    xmlsec.template.encrypted_data_ensure_cipher_value(key)
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_memory(certificate, xmlsec.KeyFormat.CERT_PEM, None))
    context = xmlsec.EncryptionContext(manager)
    context.key = xmlsec.Key.generate(xmlsec.KeyData.AES, 256, xmlsec.KeyDataType.SESSION)
    context.encrypt_xml(template, found)
    return etree.tostring(response).decode()


def _read(text: str) -> Element:
    return etree.fromstring(text.encode())


def _assertion(response: Element) -> Element:
    return _only(response, f"{{{SAML}}}Assertion")


def _signature(signed: Element) -> Element:
    return _only(signed, f"{{{DS}}}Signature")


def _only(parent: Element, name: str) -> Element:
    found = parent.find(name)
    assert found is not None, etree.tostring(parent)
    return found
