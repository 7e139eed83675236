"""RFC 9457 problem details, in the reader's language."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import structlog
from django.db import OperationalError
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from netz.core.api.validation_texts import french
from netz.core.errors import (
    FieldError,
    Forbidden,
    InvalidInput,
    NotFound,
    Problem,
    Unavailable,
    Words,
)

log = structlog.get_logger(__name__)

MEDIA_TYPE = "application/problem+json"


class MethodNotAllowed(Problem):
    """The address exists, the method does not."""

    status = 405
    code = "method_not_allowed"
    fr = Words("Méthode non prise en charge", "Voyez la documentation de l’API.")
    en = Words("Method not supported", "See the API documentation.")


class BadRequest(Problem):
    """The request cannot be read."""

    status = 400
    code = "bad_request"
    fr = Words("Requête illisible", "Vérifiez sa forme ; rien n’a été modifié.")
    en = Words("Unreadable request", "Check its form; nothing was changed.")


def language_of(request: Request) -> str:
    """The reader's language: the actor's, else the browser's first choice, else French."""
    known = getattr(request.state, "language", None)
    if known in ("fr", "en"):
        return str(known)
    for part in request.headers.get("accept-language", "").lower().split(","):
        code = part.split(";")[0].strip()[:2]
        if code in ("fr", "en"):
            return code
    return "fr"


def problem_body(problem: Problem, language: str, request_id: str, instance: str) -> dict[str, Any]:
    """The JSON object of a problem."""
    words = problem.words(language)
    body: dict[str, Any] = {
        "type": f"urn:netz:problem:{problem.code}",
        "title": words.title,
        "status": problem.status,
        "code": problem.code,
        "detail": words.title,
        "hint": words.hint,
        "instance": instance,
        "request_id": request_id,
    }
    if problem.fields:
        body["errors"] = [
            {"field": f.field, "message": f.message(language)} for f in problem.fields
        ]
    return body


Form = Callable[[Request, Problem], JSONResponse]
_forms: dict[str, Form] = {}


def answer_below(prefix: str, form: Form) -> None:
    """Has problems of addresses below the prefix told in the form of the protocol spoken there."""
    _forms[prefix + "/"] = form


def respond(request: Request, problem: Problem) -> JSONResponse:
    """A response for the problem."""
    for prefix, form in _forms.items():
        if request.url.path.startswith(prefix):
            return form(request, problem)
    request_id = getattr(request.state, "request_id", "") or str(uuid4())
    body = problem_body(problem, language_of(request), request_id, request.url.path)
    headers = dict(problem.headers)
    if problem.status == 401:
        headers.setdefault("WWW-Authenticate", "Bearer")
    return JSONResponse(body, problem.status, headers=headers, media_type=MEDIA_TYPE)


def _field_of(location: tuple[int | str, ...]) -> str:
    """The dotted path of a bad field. A client may name a field in what is no Unicode text."""
    path = ".".join(str(part) for part in location[1:]) or str(location[0])
    return path.encode(errors="replace").decode()[:200]


def install(app: FastAPI) -> None:
    """Makes every error of the application a problem."""

    @app.exception_handler(Problem)
    async def _problem(request: Request, error: Problem) -> JSONResponse:
        return respond(request, error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        fields = [
            FieldError(_field_of(item["loc"]), en=item["msg"], fr=french(item))
            for item in error.errors()[:20]
        ]
        return respond(request, InvalidInput(fields=fields))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> JSONResponse:
        kinds: dict[int, type[Problem]] = {403: Forbidden, 404: NotFound, 405: MethodNotAllowed}
        if error.status_code in kinds:
            return respond(request, kinds[error.status_code]())
        return respond(request, BadRequest() if error.status_code < 500 else Problem())

    @app.exception_handler(OperationalError)
    async def _unreachable(request: Request, error: OperationalError) -> JSONResponse:
        reason = str(error).strip().splitlines()
        log.warning("database unreachable", path=request.url.path, error=reason[:1])
        return respond(request, Unavailable(headers={"Retry-After": "2"}))

    @app.exception_handler(Exception)
    async def _unexpected(request: Request, error: Exception) -> JSONResponse:
        log.exception("request failed", path=request.url.path, error=type(error).__name__)
        return respond(request, Problem())
