"""The peers run once for all tests of single sign-on; the DNS is what each test says it is.

Imports stand in the fixtures: this file is read before Django is set up.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.sso.peers import OidcPeer, SamlPeer


@pytest.fixture(scope="session")
def oidc() -> Iterator["OidcPeer"]:
    """A certified OpenID provider."""
    from tests.sso.peers import oidc_peer

    with oidc_peer() as peer:
        yield peer


@pytest.fixture(scope="session")
def saml() -> Iterator["SamlPeer"]:
    """A SAML provider."""
    from tests.sso.peers import saml_peer

    with saml_peer() as peer:
        yield peer


@pytest.fixture(autouse=True)
def _no_dns() -> Iterator[None]:
    from netz.sso.resolver import DnsResolver, KnownRecords, use_resolver

    use_resolver(KnownRecords(None))
    yield
    use_resolver(DnsResolver())
