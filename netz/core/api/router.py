"""Routers whose endpoints must say what they allow: without it the program does not start."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from typing import Any, get_type_hints

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel

from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.idempotency import replayed, stored
from netz.core.permissions import Permission

Endpoint = Callable[..., Any]
Around = Callable[[Request], AbstractContextManager[None]]


class MissingPermissionError(TypeError):
    """An endpoint declares neither a permission nor that it is open to anyone."""


class Router(APIRouter):
    """An APIRouter on which each endpoint names its `permission`, or `public=True`, or that it is
    for whoever is `signed_in=True`, in no workspace yet, and finds that out itself.

    A permitted endpoint is a plain `def`; it runs in one thread and one transaction in the
    actor's workspace, and gets the `Actor` in a parameter of that type. With `step_up=True` a
    person must have proved who they are in the last minutes. `around` is entered before the
    transaction begins, and left after it: a brake, which must outlive what is rolled back.
    A POST honours `Idempotency-Key`, and is refused in a preview of what somebody sees unless it
    only `reads`.
    What it returns must be built before it returns: the ORM is out of reach afterwards.
    """

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._declared: list[tuple[str, Endpoint, dict[str, Any]]] = []

    def declare_on(self, target: FastAPI, prefix: str = "") -> None:
        """Adds every endpoint to the application itself, below `prefix`.

        `include_router` would match each request once a level of nesting against all routes,
        which takes longer than many an endpoint.
        """
        for path, call, kw in self._declared:
            target.add_api_route(prefix + path, call, **kw)

    def get(self, path: str, **kw: Any) -> Callable[[Endpoint], Endpoint]:  # type: ignore[override]  # adds permission/public
        """A read."""
        return self._declare("GET", path, **kw)

    def post(self, path: str, **kw: Any) -> Callable[[Endpoint], Endpoint]:  # type: ignore[override]  # adds permission/public
        """A creation or a command."""
        return self._declare("POST", path, **kw)

    def put(self, path: str, **kw: Any) -> Callable[[Endpoint], Endpoint]:  # type: ignore[override]  # adds permission/public
        """A replacement."""
        return self._declare("PUT", path, **kw)

    def patch(self, path: str, **kw: Any) -> Callable[[Endpoint], Endpoint]:  # type: ignore[override]  # adds permission/public
        """A partial change."""
        return self._declare("PATCH", path, **kw)

    def delete(self, path: str, **kw: Any) -> Callable[[Endpoint], Endpoint]:  # type: ignore[override]  # adds permission/public
        """A removal."""
        return self._declare("DELETE", path, **kw)

    def _declare(
        self,
        method: str,
        path: str,
        *,
        permission: Permission | None = None,
        public: bool = False,
        signed_in: bool = False,
        raw: bool = False,
        step_up: bool = False,
        reads: bool = False,
        around: Around | None = None,
        **kw: Any,
    ) -> Callable[[Endpoint], Endpoint]:
        if (permission is None) is not (public or signed_in):
            raise MissingPermissionError(f"{method} {self.prefix}{path}")
        extra: dict[str, Any] = {"x-permission": permission.value if permission else None}
        if signed_in:
            extra["x-signed-in"] = True
        if step_up:
            extra["x-step-up"] = True
        if reads:
            extra["x-reads"] = True
        status = kw.get("status_code", 200)

        def decorate(endpoint: Endpoint) -> Endpoint:
            call = endpoint
            if permission is not None and not raw:
                call = scoped(
                    endpoint,
                    permission,
                    status=status,
                    idempotent=method == "POST",
                    step_up=step_up,
                    reads=reads,
                    around=around,
                )
            shown = {"include_in_schema": self.include_in_schema}
            options = {"methods": [method], "openapi_extra": extra, **shown, **kw}
            self.add_api_route(path, call, **options)
            tags = [*self.tags, *options.pop("tags", ())]
            self._declared.append((self.prefix + path, call, {**options, "tags": tags}))
            return endpoint

        return decorate


def scoped(
    endpoint: Endpoint,
    permission: Permission,
    *,
    status: int,
    idempotent: bool,
    step_up: bool = False,
    reads: bool = False,
    around: Around | None = None,
) -> Endpoint:
    """Wraps a plain endpoint in `request_scope`, keeping its signature for FastAPI."""
    hints = get_type_hints(endpoint, include_extras=True)
    signature = inspect.signature(endpoint)
    wants_actor = [name for name, hint in hints.items() if hint is Actor and name != "return"]
    parameters = [
        parameter.replace(annotation=hints.get(name, parameter.annotation))
        for name, parameter in signature.parameters.items()
        if name not in wants_actor
    ]
    wants_request = next((p.name for p in parameters if p.annotation is Request), None)
    if wants_request is None:
        parameters.append(
            inspect.Parameter("netz_request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
        )

    @wraps(endpoint)
    def run(**kwargs: Any) -> Any:
        request: Request = kwargs[wants_request] if wants_request else kwargs.pop("netz_request")
        with (
            around(request) if around else nullcontext(),
            request_scope(request, permission, step_up=step_up, reads=reads) as actor,
        ):
            key = request.headers.get("idempotency-key") if idempotent else None
            if actor.previewed_by:
                key = None  # a preview keeps nothing, and gets nothing that was kept
            if key and (earlier := replayed(request, actor, key, kwargs)) is not None:
                return earlier
            result = endpoint(**kwargs, **dict.fromkeys(wants_actor, actor))
            if key:
                headers = result.headers if isinstance(result, Response) else {}
                stored(actor, key, status, _body(result), headers)
            return result

    run.__signature__ = signature.replace(  # type: ignore[attr-defined]  # read by inspect.signature
        parameters=_keyword_only(parameters), return_annotation=hints.get("return", Any)
    )
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _keyword_only(parameters: list[inspect.Parameter]) -> list[inspect.Parameter]:
    return [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in parameters]


def _body(result: Any) -> bytes:
    if isinstance(result, BaseModel):
        return result.model_dump_json().encode()
    if isinstance(result, Response):
        return bytes(result.body)
    return b""
