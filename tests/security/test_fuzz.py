"""Random requests to every endpoint, made from the API's own description.

Half of them follow the description (right types, odd values), half do not. Whatever comes, the
answer is below 500, and each refusal is a problem in the agreed form.
"""

import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.security.scene import Scene, make_scene
from tests.security.test_role_matrix import STREAM

EXAMPLES_PER_ENDPOINT = 25
GONE = "01900000-0000-7000-8000-000000000000"

ODD_TEXT = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            " ",
            "\0",
            "\u202e",
            "\u200b",
            "%",
            "_",
            "'",
            '"',
            "\\",
            "{0}",
            "%s",
            "null",
            "-1",
            GONE,
        ]
    ),
)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | ODD_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ODD_TEXT, inner, max_size=4),
    max_leaves=8,
)


def described() -> dict[str, Any]:
    """The API's description."""
    from netz.config.asgi import build_api

    return build_api().openapi()


def value_of(schema: dict[str, Any], parts: dict[str, Any], depth: int = 0) -> st.SearchStrategy:
    """Values of a JSON schema, as odd as it allows."""
    if "$ref" in schema:
        return value_of(parts[schema["$ref"].rsplit("/", 1)[1]], parts, depth + 1)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return st.one_of([value_of(one, parts, depth + 1) for one in schema[word]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "const" in schema:
        return st.just(schema["const"])
    kind = schema.get("type")
    if kind == "object":
        properties = schema.get("properties", {})
        needed = {n: value_of(properties[n], parts, depth + 1) for n in schema.get("required", [])}
        others = {
            n: value_of(p, parts, depth + 1) for n, p in properties.items() if n not in needed
        }
        return st.fixed_dictionaries(needed, optional=others)
    if kind == "array":
        inner = value_of(schema.get("items", {}), parts, depth + 1)
        return st.lists(inner, min_size=schema.get("minItems", 0), max_size=4)
    return scalar_of(schema, kind)


def scalar_of(schema: dict[str, Any], kind: str | None) -> st.SearchStrategy:
    """Values of a schema without parts."""
    if schema.get("format") == "uuid":
        return st.one_of(st.just(GONE), st.uuids().map(str))
    if schema.get("format") == "date-time":
        return st.datetimes().map(lambda when: when.isoformat() + "Z")
    plain = {
        "integer": st.integers(schema.get("minimum"), schema.get("maximum")),
        "number": st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "null": st.none(),
        "string": ODD_TEXT,
    }
    return plain.get(kind or "", ANY_JSON)


def operations() -> list[tuple[str, dict[str, Any]]]:
    """Every endpoint with what it takes; the live stream, which does not end, apart."""
    return [
        (f"{method.upper()} {path}", operation)
        for path, methods in described()["paths"].items()
        for method, operation in methods.items()
        if f"{method.upper()} {path}" != STREAM
    ]


OPERATIONS = dict(operations())
PARTS = described()["components"]["schemas"]


@pytest.fixture(scope="module")
def scene(client: TestClient) -> Scene:
    """A workspace to be mistreated."""
    return make_scene(client)


def body_of(operation: dict[str, Any]) -> st.SearchStrategy:
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return st.none()
    return st.one_of(value_of(content["application/json"]["schema"], PARTS), ANY_JSON)


def path_part(scene: Scene) -> st.SearchStrategy:
    plain = st.text(string.ascii_letters + string.digits + "-_.~%éж ", min_size=1, max_size=40)
    return st.one_of(st.sampled_from([GONE, scene.document["id"], scene.passage_id]), plain)


def send(scene: Scene, endpoint: str, operation: dict[str, Any], data: st.DataObject) -> Any:
    """One random request to the endpoint."""
    method, path = endpoint.split(" ")
    query: dict[str, str] = {}
    for parameter in operation.get("parameters", ()):
        name = parameter["name"]
        if parameter["in"] == "path":
            path = path.replace(f"{{{name}}}", data.draw(path_part(scene)))
        elif data.draw(st.booleans()):
            value = data.draw(st.one_of(value_of(parameter["schema"], PARTS), ODD_TEXT))
            query[name] = str(value)
    form = operation.get("requestBody", {}).get("content", {}).get("multipart/form-data")
    options: dict[str, Any] = {"params": query, "headers": dict(scene.admin.headers)}
    if form is not None:
        options["files"] = {"file": (data.draw(ODD_TEXT), data.draw(st.binary(max_size=50)))}
        options["data"] = data.draw(
            st.dictionaries(st.sampled_from(["path", "audience"]), ODD_TEXT)
        )
    else:
        options["json"] = data.draw(body_of(operation))
    if method == "POST" and data.draw(st.booleans()):
        options["headers"]["Idempotency-Key"] = data.draw(
            st.text(string.printable.strip(), min_size=1, max_size=250)
        )
    return scene.client.request(method, path, **options)


@pytest.mark.parametrize("endpoint", OPERATIONS)
def test_no_request_makes_the_server_fail(scene: Scene, endpoint: str) -> None:
    @settings(
        max_examples=EXAMPLES_PER_ENDPOINT,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def attack(data: st.DataObject) -> None:
        response = send(scene, endpoint, OPERATIONS[endpoint], data)
        assert response.status_code < 500, response.text
        assert response.status_code not in (401, 403) or endpoint != "GET /api/v2/me"
        if response.status_code >= 400:
            assert response.headers["content-type"] == "application/problem+json", response.text
            assert response.json()["status"] == response.status_code

    attack()
