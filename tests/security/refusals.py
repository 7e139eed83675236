"""What a refusal of ours looks like, whatever was sent."""

from typing import Any


def problem(response: Any, *statuses: int) -> dict[str, Any]:
    """The problem that the response is, in full."""
    assert response.status_code in statuses, f"{response.status_code}: {response.text[:500]}"
    assert response.headers["content-type"] == "application/problem+json"
    body = dict(response.json())
    for name in ("type", "title", "status", "code", "instance", "request_id"):
        assert name in body
    assert body["status"] == response.status_code
    assert body["request_id"] == response.headers["x-request-id"]
    assert "Traceback" not in response.text
    return body
