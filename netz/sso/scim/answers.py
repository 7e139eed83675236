"""How SCIM's requests are read and its answers written: media type, errors, versions, limits."""

import hashlib
import json
from typing import Any, TypeVar

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from scim2_models import (
    Context,
    Error,
    InvalidFilterException,
    InvalidSyntaxException,
    InvalidValueException,
    ListResponse,
    PayloadTooLargeException,
    PreconditionFailedException,
    Resource,
    SCIMException,
    SearchRequest,
)

from netz.core.api.problems import answer_below, language_of
from netz.core.errors import Conflict, InvalidInput, Problem
from netz.sso.scim.resources import BASE, MOST_BODY, MOST_RESULTS, POLICY

MEDIA_TYPE = "application/scim+json"
LONGEST_FILTER, MOST_BRACKETS = 4000, 50
DEEPEST_BODY = 20
MOST_ROWS = 10_000_000  # beyond what any page can begin at; a database counts no further than 2^63

ModelT = TypeVar("ModelT", bound=Any)


def install(app: FastAPI) -> None:
    """Gives every error below SCIM's address its form (RFC 7644, section 3.12)."""
    answer_below(BASE, _problem)

    @app.exception_handler(SCIMException)
    async def _refused(request: Request, error: SCIMException) -> Response:
        return refusal(request, error)


def refusal(request: Request, error: Problem | SCIMException) -> JSONResponse:
    """The error in SCIM's form."""
    if isinstance(error, SCIMException):
        return _answer_error(error.to_error())
    return _problem(request, error)


async def body_of(request: Request) -> bytes:
    """The body, which is small or refused."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BODY:
            raise PayloadTooLargeException
    return content


def parsed(model: type[ModelT], content: bytes, context: Context) -> ModelT:
    """A request's body as its model. Raises `SCIMException`."""
    try:
        data = json.loads(content)
        json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise InvalidSyntaxException(detail="the body is not JSON") from error
    if not isinstance(data, dict):
        raise InvalidSyntaxException(detail="the body is not an object")
    _check_plain(data)
    for operation in _listed(data.get("Operations")):
        if isinstance(operation, dict) and isinstance(operation.get("value"), list):
            operation["value"] = [_without_nulls(one) for one in operation["value"]]
    return validated(model, data, context)


def validated(model: type[ModelT], data: dict[str, Any], context: Context) -> ModelT:
    """The data as the model. Raises `SCIMException`."""
    try:
        with POLICY:
            found: ModelT = model.model_validate(data, scim_ctx=context, scim_policy=POLICY)
            return found
    except ValidationError as error:
        raise SCIMException.from_error(Error.from_validation_errors(error)[0]) from error


def _check_plain(value: Any, depth: int = 0) -> None:
    if depth > DEEPEST_BODY:
        raise InvalidSyntaxException(detail="the body is nested too deeply")
    if isinstance(value, str) and "\0" in value:
        raise InvalidValueException(detail="a value holds a null character")
    if isinstance(value, dict):
        for name, one in value.items():
            _check_plain(name, depth)
            _check_plain(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            _check_plain(one, depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _without_nulls(entry: Any) -> Any:
    """An entry without what it has no value for: Entra ID sends `"$ref": null` with whom it takes
    out of a group, and nobody's address is null."""
    if not isinstance(entry, dict):
        return entry
    return {name: value for name, value in entry.items() if value is not None}


def search_of(request: Request, model: Any, body: bytes | None = None) -> Any:
    """What the query, or the body of a POST to /.search, asks for: filter, order, page, attributes.

    Raises `SCIMException`.
    """
    if body is not None:
        wanted = parsed(SearchRequest[model], body, Context.SEARCH_REQUEST)
        _check_filter(str(wanted.filter or ""))
        return wanted
    query = dict(request.query_params)
    _check_filter(query.get("filter", ""))
    return validated(SearchRequest[model], query, Context.DEFAULT)


def _check_filter(wanted: str) -> None:
    if len(wanted) > LONGEST_FILTER or wanted.count("(") + wanted.count("[") > MOST_BRACKETS:
        raise InvalidFilterException(detail="the filter is too long or too deep")
    if "\0" in wanted:
        raise InvalidFilterException(detail="the filter holds a null character")


def window(wanted: Any) -> slice:
    """Which rows the page holds."""
    start: int = wanted.start_index_0 or 0
    count = MOST_RESULTS if wanted.count is None else min(wanted.count, MOST_RESULTS)
    return slice(min(start, MOST_ROWS), min(start, MOST_ROWS) + count)


def with_attribute(wanted: Any, name: str) -> bool:
    """Whether the answer is to hold an attribute that is usually there."""
    if wanted.attributes:
        return any(str(one).lower().split(".")[0].endswith(name) for one in wanted.attributes)
    return all(
        str(one).lower().rpartition(":")[2] != name for one in wanted.excluded_attributes or []
    )


def resource(found: Resource[Any], request: Request, *, status: int = 200) -> Response:
    """One resource, with its version and, when it is new, its address."""
    etag = version_of(found)
    if request.method == "GET" and request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={"ETag": etag})
    context = {
        "GET": Context.RESOURCE_QUERY_RESPONSE,
        "POST": Context.RESOURCE_CREATION_RESPONSE,
        "PUT": Context.RESOURCE_REPLACEMENT_RESPONSE,
        "PATCH": Context.RESOURCE_PATCH_RESPONSE,
    }[request.method]
    if found.meta is not None:
        found.meta.version = etag
    wanted = search_of(request, type(found))
    body = found.model_dump(scim_ctx=context, response_parameters=wanted, scim_policy=POLICY)
    location = str(found.meta.location) if found.meta and found.meta.location else ""
    headers = {"ETag": etag, "Content-Location": location}
    if status == 201:
        headers["Location"] = location
    return JSONResponse(body, status, headers=headers, media_type=MEDIA_TYPE)


def listed(model: Any, page: list[Any], wanted: Any, *, total: int, whole: bool = True) -> Response:
    """One page of what was found; only what is `whole` has a version."""
    for one in page:
        if one.meta is not None and whole:
            one.meta.version = version_of(one)
    answer = ListResponse[model](
        total_results=total,
        start_index=window(wanted).start + 1,
        items_per_page=len(page),
        resources=page,
    )
    body = answer.model_dump(
        scim_ctx=Context.RESOURCE_QUERY_RESPONSE, response_parameters=wanted, scim_policy=POLICY
    )
    return JSONResponse(body, media_type=MEDIA_TYPE)


def version_of(found: Resource[Any]) -> str:
    """The resource's version: the same as long as nothing of it changes."""
    data = found.model_dump_json(scim_ctx=Context.DEFAULT, exclude={"meta"})
    return f'W/"{hashlib.sha256(data.encode()).hexdigest()[:24]}"'


def check_version(request: Request, found: Resource[Any]) -> None:
    """Raises 412 when the client changes another version than the one that is there."""
    wanted = request.headers.get("if-match")
    versions = [one.strip() for one in wanted.split(",")] if wanted else ["*"]
    if "*" not in versions and version_of(found) not in versions:
        raise PreconditionFailedException


def _problem(request: Request, problem: Problem) -> JSONResponse:
    words = problem.words(language_of(request))
    status = 400 if isinstance(problem, InvalidInput) else problem.status
    kind = "uniqueness" if isinstance(problem, Conflict) else None
    if isinstance(problem, InvalidInput):
        kind = "invalidValue"
    detail = f"{words.title}. {words.hint}".strip()
    answer = _answer_error(Error(status=status, scim_type=kind, detail=detail))
    answer.headers.update(problem.headers)
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _answer_error(error: Error) -> JSONResponse:
    return JSONResponse(error.model_dump(), error.status or 400, media_type=MEDIA_TYPE)
