"""What a password must be, and how it is kept."""

import secrets

import pytest
from argon2 import extract_parameters
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation
from starlette.testclient import TestClient

from netz.accounts.leaked import FILTER, Leaked, is_leaked, leaked
from netz.accounts.models import User
from tests.factories import PASSWORD, get_tokens, make_user, make_world

CAMILLE = User(email="camille.durand@atelier-brun.example", name="Camille Durand")


def codes(password: str, user: User | None = None) -> set[str]:
    """Why the password is refused."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {str(one.code) for one in error.error_list}
    return set()


def test_a_hash_has_owasp_s_parameters() -> None:
    encoded = make_user("hash").password
    assert encoded.startswith("argon2$argon2id$")
    parameters = extract_parameters(encoded.removeprefix("argon2"))
    assert parameters.memory_cost >= 19 * 1024
    assert parameters.time_cost >= 2
    assert parameters.parallelism == 1


def test_an_older_hash_is_renewed_at_the_next_sign_in(client: TestClient) -> None:
    person = make_world().agent
    older = Argon2PasswordHasher()
    person.user.password = older.encode(PASSWORD, older.salt())
    person.user.save(update_fields=["password"])
    get_tokens(client, person)
    renewed = User.objects.get(pk=person.user.pk).password
    assert "m=19456,t=2,p=1" in renewed


@pytest.mark.parametrize(
    "password",
    [
        "correct-horse-7-battery",
        "une péniche violette à midi",
        "kT9#vLq2xW-p",
        "x7" + "é" * 3 + "Qm-42zR!",
    ],
)
def test_a_good_password_is_taken(password: str) -> None:
    assert codes(password, CAMILLE) == set()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("kT9#vLq2x", "password_too_short"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_too_weak"),
        ("camille.durand1", "password_too_weak"),
        ("atelierbrun", "password_too_weak"),
        ("P@ssword2024!", "password_leaked"),
        ("qwertyuiop", "password_leaked"),
        ("iloveyou!!!!", "password_leaked"),
        ("kT9#vLq2xW-p" * 100, "password_too_long"),
    ],
)
def test_a_bad_password_is_refused_with_the_reason(password: str, code: str) -> None:
    assert code in codes(password, CAMILLE)


def test_the_workspace_s_name_is_no_password_of_its_members() -> None:
    world = make_world()
    name = world.actor.workspace_name or "Espace"
    assert codes(f"{name} {name}", world.agent.user) != set()


def test_the_reasons_are_told_in_the_reader_s_language() -> None:
    for language, words in (("fr", "divulgués"), ("en", "leaked")):
        with translation.override(language), pytest.raises(ValidationError) as refused:
            validate_password("P@ssword2024!")
        assert any(words in message for message in refused.value.messages)


def test_the_filter_knows_all_of_its_words_and_hardly_any_other() -> None:
    words = [secrets.token_hex(6) for _ in range(2000)]
    made = Leaked.of(words)
    assert all(word in made for word in words)
    wrong = sum(secrets.token_hex(8) in leaked() for _ in range(100_000))
    assert wrong <= 20, "one in 100,000 is what it was built for"
    assert FILTER.stat().st_size < 1024 * 1024


def test_the_filter_survives_its_file_and_refuses_another(tmp_path) -> None:  # type: ignore[no-untyped-def]  # a path
    kept = tmp_path / "filter"
    Leaked.of(["sesame-ouvre-toi"]).write(kept)
    assert "sesame-ouvre-toi" in Leaked.read(kept)
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(ValueError):
        Leaked.read(kept)


def test_a_good_password_is_no_disguise() -> None:
    assert not is_leaked("correct-horse-7-battery")
    assert not is_leaked("12!")
