"""SCIM's endpoints; a directory calls them with an API key made for it."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from fastapi.responses import JSONResponse
from scim2_models import (
    Context,
    ForbiddenException,
    InvalidPathException,
    ListResponse,
    Meta,
    NotFoundException,
    PatchOp,
    ResourceType,
    Schema,
)

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.errors import Forbidden
from netz.core.permissions import Permission
from netz.sso.scim import groups, users
from netz.sso.scim.answers import (
    MEDIA_TYPE,
    body_of,
    check_version,
    listed,
    parsed,
    resource,
    search_of,
    window,
    with_attribute,
)
from netz.sso.scim.failures import kept
from netz.sso.scim.resources import BASE, CONFIG, POLICY, PROVIDER, Group, User

# A directory's product reads SCIM's own description (/Schemas); ours is for the product's API.
router = Router(tags=["directory"], include_in_schema=False)
PROVISION = Permission.DIRECTORY_PROVISION
Body = Annotated[bytes, Depends(body_of)]


def _base(request: Request, actor: Actor) -> str:
    """Where SCIM is spoken. People's sign-ins are not taken: only a key made for a directory."""
    if actor.credential != "api_key":
        raise Forbidden
    return f"{str(request.base_url).rstrip('/')}{BASE}"


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFoundException from error


@router.get("/ServiceProviderConfig", permission=PROVISION)
def service_provider_config(actor: Actor, request: Request) -> Response:
    """What the service can do."""
    found = CONFIG.model_copy(deep=True)
    location = f"{_base(request, actor)}/ServiceProviderConfig"
    found.meta = Meta(resource_type="ServiceProviderConfig", location=location)
    return _told(found)


@router.get("/ResourceTypes", permission=PROVISION)
def resource_types(actor: Actor, request: Request) -> Response:
    """Which resources there are."""
    return _all_of(request, ResourceType, _resource_types(_base(request, actor)))


@router.get("/ResourceTypes/{name}", permission=PROVISION)
def resource_type(actor: Actor, request: Request, name: str) -> Response:
    """One of them."""
    return _told(_named(_resource_types(_base(request, actor)), name))


@router.get("/Schemas", permission=PROVISION)
def schemas(actor: Actor, request: Request) -> Response:
    """What the resources hold."""
    return _all_of(request, Schema, _schemas(_base(request, actor)))


@router.get("/Schemas/{name}", permission=PROVISION)
def schema(actor: Actor, request: Request, name: str) -> Response:
    """What one of them holds."""
    return _told(_named(_schemas(_base(request, actor)), name))


@router.get("/Users", permission=PROVISION)
@kept
def list_users(actor: Actor, request: Request) -> Response:
    """Users, filtered, in order, page by page."""
    return _some_users(actor, request)


@router.post("/Users/.search", permission=PROVISION, reads=True)
@kept
def search_users(actor: Actor, request: Request, body: Body) -> Response:
    """The same, where a filter would not fit into an address."""
    return _some_users(actor, request, body)


@router.post("/Users", permission=PROVISION, status_code=201)
@kept
def create_user(actor: Actor, request: Request, body: Body) -> Response:
    """Makes a user and a member."""
    base = _base(request, actor)
    made = users.create_user(actor, parsed(User, body, Context.RESOURCE_CREATION_REQUEST))
    return resource(users.user(actor, made, base), request, status=201)


@router.get("/Users/{user_id}", permission=PROVISION)
def get_user(actor: Actor, request: Request, user_id: str) -> Response:
    """One user."""
    return resource(users.user(actor, _id(user_id), _base(request, actor)), request)


@router.put("/Users/{user_id}", permission=PROVISION)
@kept
def replace_user(actor: Actor, request: Request, user_id: str, body: Body) -> Response:
    """Makes a user what the body says."""
    base, known, there = _to_change(actor, request, user_id, users.user)
    given = parsed(User, body, Context.RESOURCE_REPLACEMENT_REQUEST)
    given.replace(there)
    users.change_user(actor, users.member_at(actor, known), given)
    return resource(users.user(actor, known, base), request)


@router.patch("/Users/{user_id}", permission=PROVISION)
@kept
def patch_user(actor: Actor, request: Request, user_id: str, body: Body) -> Response:
    """Changes a user in part."""
    base, known, there = _to_change(actor, request, user_id, users.user)
    _patch(User, there, body)
    users.change_user(actor, users.member_at(actor, known), there)
    return resource(users.user(actor, known, base), request)


@router.delete("/Users/{user_id}", permission=PROVISION, status_code=204)
@kept
def remove_user(actor: Actor, request: Request, user_id: str) -> Response:
    """Deactivates the member."""
    users.remove_user(actor, _to_change(actor, request, user_id, users.user)[1])
    return Response(status_code=204)


@router.get("/Groups", permission=PROVISION)
@kept
def list_groups(actor: Actor, request: Request) -> Response:
    """Groups, filtered, in order, page by page."""
    return _some_groups(actor, request)


@router.post("/Groups/.search", permission=PROVISION, reads=True)
@kept
def search_groups(actor: Actor, request: Request, body: Body) -> Response:
    """The same, where a filter would not fit into an address."""
    return _some_groups(actor, request, body)


@router.post("/Groups", permission=PROVISION, status_code=201)
@kept
def create_group(actor: Actor, request: Request, body: Body) -> Response:
    """Makes a group."""
    base = _base(request, actor)
    made = groups.create_group(actor, parsed(Group, body, Context.RESOURCE_CREATION_REQUEST))
    return resource(groups.group(actor, made, base), request, status=201)


@router.get("/Groups/{group_id}", permission=PROVISION)
def get_group(actor: Actor, request: Request, group_id: str) -> Response:
    """One group."""
    return resource(groups.group(actor, _id(group_id), _base(request, actor)), request)


@router.put("/Groups/{group_id}", permission=PROVISION)
@kept
def replace_group(actor: Actor, request: Request, group_id: str, body: Body) -> Response:
    """Makes a group what the body says."""
    base, known, there = _to_change(actor, request, group_id, groups.group)
    given = parsed(Group, body, Context.RESOURCE_REPLACEMENT_REQUEST)
    given.replace(there)
    groups.change_group(actor, known, given)
    return resource(groups.group(actor, known, base), request)


@router.patch("/Groups/{group_id}", permission=PROVISION)
@kept
def patch_group(actor: Actor, request: Request, group_id: str, body: Body) -> Response:
    """Changes a group in part."""
    base, known, there = _to_change(actor, request, group_id, groups.group)
    _patch(Group, there, body)
    groups.change_group(actor, known, there)
    return resource(groups.group(actor, known, base), request)


@router.delete("/Groups/{group_id}", permission=PROVISION, status_code=204)
@kept
def remove_group(actor: Actor, request: Request, group_id: str) -> Response:
    """Removes a group; its members stay."""
    groups.remove_group(actor, _to_change(actor, request, group_id, groups.group)[1])
    return Response(status_code=204)


@router.post("/.search", permission=PROVISION, reads=True)
@kept
def search_all(actor: Actor, request: Request, body: Body) -> Response:
    """Users, then groups; a filter may name attributes of either."""
    base, wanted = _base(request, actor), search_of(request, User | Group, body)
    if wanted.sort_by is not None:
        raise InvalidPathException(detail="sortBy is for /Users/.search and /Groups/.search")
    page = window(wanted)
    people = users.select(actor, wanted, elsewhere=groups.FILTERED.keys())
    circles = groups.select(actor, wanted, elsewhere=users.FILTERED.keys() | {"emails"})
    before, whole = people.count(), with_attribute(wanted, "members")
    found: list[Any] = users.described(actor, people[page], base)
    rest = slice(max(page.start - before, 0), max(page.stop - before, 0))
    found += groups.described(actor, circles[rest], base, members=whole)
    return listed(User | Group, found, wanted, total=before + circles.count(), whole=whole)


@router.get("/{rest:path}", permission=PROVISION)
def nothing(actor: Actor, request: Request, rest: str) -> Response:
    """Nothing else is here; not the client's page either."""
    _base(request, actor)
    raise NotFoundException


def _some_users(actor: Actor, request: Request, body: bytes | None = None) -> Response:
    base, wanted = _base(request, actor), search_of(request, User, body)
    rows = users.select(actor, wanted)
    page = users.described(actor, rows[window(wanted)], base)
    return listed(User, page, wanted, total=rows.count())


def _some_groups(actor: Actor, request: Request, body: bytes | None = None) -> Response:
    base, wanted = _base(request, actor), search_of(request, Group, body)
    rows, whole = groups.select(actor, wanted), with_attribute(wanted, "members")
    page = groups.described(actor, rows[window(wanted)], base, members=whole)
    return listed(Group, page, wanted, total=rows.count(), whole=whole)


def _to_change(
    actor: Actor, request: Request, text: str, find: Callable[[Actor, UUID, str], Any]
) -> tuple[str, UUID, Any]:
    base, known = _base(request, actor), _id(text)
    users.take_turns(actor)
    there = find(actor, known, base)
    check_version(request, there)
    return base, known, there


def _patch(model: type[Any], there: Any, body: bytes) -> None:
    operations = PatchOp[model]  # type: ignore[valid-type]  # a parameter at run time
    wanted = parsed(operations, body, Context.RESOURCE_PATCH_REQUEST)
    wanted.patch(there, scim_policy=POLICY)


def _resource_types(base: str) -> dict[str, Any]:
    found = {str(one.name).lower(): one.model_copy(deep=True) for one in PROVIDER.resource_types}
    for one in found.values():
        one.meta = Meta(resource_type="ResourceType", location=f"{base}/ResourceTypes/{one.name}")
    return found


def _schemas(base: str) -> dict[str, Any]:
    found = {str(one.id).lower(): one.model_copy(deep=True) for one in PROVIDER.schemas}
    for one in found.values():
        one.meta = Meta(resource_type="Schema", location=f"{base}/Schemas/{one.id}")
    return found


def _named(found: dict[str, Any], name: str) -> Any:
    if name.lower() not in found:
        raise NotFoundException
    return found[name.lower()]


def _all_of(request: Request, model: type[Any], found: dict[str, Any]) -> Response:
    if request.query_params.get("filter"):
        raise ForbiddenException(detail="what describes the service is not filtered")
    every = list(found.values())
    answer = ListResponse[model](  # type: ignore[valid-type]  # a parameter at run time
        total_results=len(every), start_index=1, items_per_page=len(every), resources=every
    )
    return _told(answer)


def _told(found: Any) -> Response:
    body = found.model_dump(scim_ctx=Context.RESOURCE_QUERY_RESPONSE)
    return JSONResponse(body, media_type=MEDIA_TYPE)
