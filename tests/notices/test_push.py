"""Web Push by the letter of its RFCs."""

import json

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import override_settings

from netz.notices import push
from tests.fakes.push_service import FakeBrowser


def test_the_example_of_rfc_8291_comes_out_to_the_byte() -> None:
    """RFC 8291, section 5 and appendix A."""
    secret = push.decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
    own = ec.derive_private_key(int.from_bytes(secret, "big"), push.CURVE)
    keys = push.Keys.read(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg",
    )
    body = push.encrypt(
        b"When I grow up, I want to be a watermelon",
        keys,
        own=own,
        salt=push.decode("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert push.encode(body) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWA"
        "mS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxs"
        "j_Qulcy4a-fN"
    )


def test_only_the_browser_reads_it_and_no_two_messages_are_alike() -> None:
    browser, other = FakeBrowser(), FakeBrowser()
    keys = push.Keys.read(**browser.keys)
    one, two = (push.encrypt(b'{"title": "Bonjour"}', keys) for _ in range(2))
    assert one != two
    assert browser.open(one) == browser.open(two) == {"title": "Bonjour"}
    with pytest.raises(InvalidTag):
        other.open(one)


def test_what_is_too_long_is_cut_and_stays_readable() -> None:
    told = {"title": "Bonjour", "body": "é" * 9000, "path": "/inbox", "tag": "x"}
    content = push.content_of(told)
    assert len(content) <= push.MOST_BYTES
    assert json.loads(content)["body"].endswith("…")


def test_the_installation_has_one_key_until_its_secret_changes() -> None:
    first = push.public_key()
    assert first == push.public_key()
    assert len(push.decode(first)) == 65
    with override_settings(SECRET_KEY="another installation's secret, long enough"):
        assert push.public_key() != first


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        ("A" * 87, "A" * 22),  # no point of the curve
        ("é" * 87, "A" * 22),
        ("", ""),
    ],
)
def test_keys_that_are_none_are_refused(p256dh: str, auth: str) -> None:
    with pytest.raises(push.BadKeys):
        push.Keys.read(p256dh, auth)


def test_a_secret_of_another_length_is_refused() -> None:
    with pytest.raises(push.BadKeys):
        push.Keys.read(FakeBrowser().keys["p256dh"], "AAAA")
