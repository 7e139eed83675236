"""`/healthz`: the process runs. `/readyz`: it can serve."""

from django.db import DatabaseError, connection
from fastapi.responses import JSONResponse

from netz.core.api.router import Router

router = Router(tags=["health"])


@router.get("/healthz", public=True)
def healthz() -> dict[str, str]:
    """Alive."""
    return {"status": "ok"}


@router.get("/readyz", public=True)
def readyz() -> JSONResponse:
    """Ready when the database answers and its schema is ours; 503 otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM django_migrations")
    except DatabaseError:
        connection.close()
        return JSONResponse({"status": "unavailable", "database": "unreachable"}, 503)
    return JSONResponse({"status": "ok", "database": "ok"})
