"""A sealed secret opens for its purpose and owner, and for nobody else."""

import base64

import pytest
from django.test import override_settings

from netz.core.crypto import SealBrokenError, seal, unseal


def test_a_secret_comes_back_and_cannot_be_read_in_between() -> None:
    token = seal("clé très secrète", purpose="p", bound_to="ws:1")
    assert "secr" not in token
    assert b"secr" not in base64.urlsafe_b64decode(token.removeprefix("v1."))
    assert unseal(token, purpose="p", bound_to="ws:1") == "clé très secrète"


def test_the_same_secret_is_sealed_differently_each_time() -> None:
    assert seal("x", purpose="p", bound_to="o") != seal("x", purpose="p", bound_to="o")


@pytest.mark.parametrize(("purpose", "owner"), [("q", "ws:1"), ("p", "ws:2")])
def test_another_purpose_or_owner_does_not_open_it(purpose: str, owner: str) -> None:
    token = seal("x", purpose="p", bound_to="ws:1")
    with pytest.raises(SealBrokenError):
        unseal(token, purpose=purpose, bound_to=owner)


@pytest.mark.parametrize(
    "token", ["", "v1.", "v1.AAAA", "v1.%%%", "v2.AAAAAAAAAAAAAAAAAAAAAAAA", "é"]
)
def test_what_was_not_sealed_does_not_open(token: str) -> None:
    with pytest.raises(SealBrokenError):
        unseal(token, purpose="p", bound_to="o")


def test_a_changed_byte_does_not_open() -> None:
    token = seal("x", purpose="p", bound_to="o")
    changed = token[:-4] + ("A" if token[-4] != "A" else "B") + token[-3:]
    with pytest.raises(SealBrokenError):
        unseal(changed, purpose="p", bound_to="o")


def test_an_earlier_installation_secret_still_opens() -> None:
    with override_settings(SECRET_KEY="ancien"):
        token = seal("x", purpose="p", bound_to="o")
    with override_settings(SECRET_KEY="nouveau"), pytest.raises(SealBrokenError):
        unseal(token, purpose="p", bound_to="o")
    with override_settings(SECRET_KEY="nouveau", SECRET_KEY_FALLBACKS=["ancien"]):
        assert unseal(token, purpose="p", bound_to="o") == "x"
