"""The resources as SCIM describes them, cut to what this service keeps, and what it announces."""

from typing import Annotated, Any

from scim2_models import (
    URN,
    AuthenticationScheme,
    Bulk,
    ChangePassword,
    Context,
    Email,
    ETag,
    Filter,
    Group,
    GroupMembership,
    Mutability,
    Name,
    Pagination,
    Patch,
    Required,
    Resource,
    ScimPolicy,
    ScimProvider,
    ServiceProviderConfig,
    Sort,
    Uniqueness,
)

MOST_RESULTS = 200
MOST_MEMBERS = 10_000  # of groups, in one page
MOST_BODY = 1024 * 1024
BASE = "/scim/v2"


class User(Resource[Any]):
    """User Account"""

    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:User")

    # The address signs in: where it changes, `addresses` makes sure that no account is taken over.
    user_name: Annotated[str | None, Uniqueness.server, Required.true] = None
    """The e-mail address that the person signs in with"""

    name: Name | None = None
    """The components of the user's name"""

    display_name: str | None = None
    """The name that is shown"""

    preferred_language: str | None = None
    """The language of screens and mails: French or English"""

    active: bool | None = None
    """Whether the user may come in"""

    emails: list[Email] | None = None
    """Addresses, kept for the directory"""

    groups: Annotated[list[GroupMembership] | None, Mutability.read_only] = None
    """Groups of the directory that the user belongs to"""


# Entra ID sends attributes of schemas that were never announced, selects what to remove by the
# value, and changes entries that are not there yet; whoever is strict here gets no users from it.
POLICY = ScimPolicy(
    unknown=ScimPolicy.Unknown.ignore,
    remove_value_as_filter=ScimPolicy.RemoveValue.apply,
    unmatched_path_filter=ScimPolicy.UnmatchedPathFilter.create,
)
CONFIG = ServiceProviderConfig(
    patch=Patch(supported=True),
    bulk=Bulk(supported=False, max_operations=0, max_payload_size=MOST_BODY),
    filter=Filter(supported=True, max_results=MOST_RESULTS),
    change_password=ChangePassword(supported=False),
    sort=Sort(supported=True),
    etag=ETag(supported=True),
    pagination=Pagination(
        cursor=False, index=True, default_pagination_method="index", max_page_size=MOST_RESULTS
    ),
    authentication_schemes=[
        AuthenticationScheme(
            type="oauthbearertoken",
            name="Bearer",
            description="An API key with the scope directory.provision",
            primary=True,
        )
    ],
)
PROVIDER = ScimProvider(models=[User, Group], config=CONFIG, policy=POLICY)

__all__ = ["BASE", "MOST_BODY", "MOST_RESULTS", "POLICY", "PROVIDER", "Context", "Group", "User"]
