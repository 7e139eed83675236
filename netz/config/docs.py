"""`/api/v2/docs`: the API's reference, rendered by ourselves from the OpenAPI document."""

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse


def mount_docs(app: FastAPI) -> None:
    """Adds the reference page."""

    @app.get("/api/v2/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        from netz.config.reference import render

        return HTMLResponse(render(app.openapi(), request.state.nonce))
