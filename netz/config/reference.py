"""A readable page for an OpenAPI document: no script, no request to anybody."""

from html import escape
from typing import Any

_STYLE = """
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 16%,transparent);
--soft:color-mix(in srgb,currentColor 6%,transparent);--quiet:color-mix(in srgb,currentColor 70%,transparent)}
*{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,sans-serif;background:Canvas;color:CanvasText}
.wrap{display:grid;grid-template-columns:15rem minmax(0,1fr);max-width:76rem;margin:auto}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1.5rem 1rem}
nav a{display:block;padding:.2rem .5rem;text-decoration:none;color:inherit;border-radius:6px;font-size:.875rem}
nav a:hover,nav a:focus-visible{background:var(--soft)}main{padding:1.5rem 1.25rem 6rem}
h2{margin:2.5rem 0 .5rem;text-transform:capitalize}article{border:1px solid var(--line);border-radius:10px;
padding:1rem 1.25rem;margin:1rem 0}h3{margin:0;font-size:1rem;overflow-wrap:anywhere}
.verb{font-weight:700;margin-right:.5rem}.quiet{color:var(--quiet)}code,pre{font-family:ui-monospace,monospace;
font-size:.875rem}pre{background:var(--soft);padding:.75rem;border-radius:8px;overflow:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem}td,th{text-align:left;padding:.3rem .6rem .3rem 0;
border-top:1px solid var(--line);vertical-align:top}details{margin-top:.5rem}
@media(max-width:48rem){.wrap{display:block}nav{position:static;max-height:none}}
"""


def render(document: dict[str, Any], nonce: str) -> str:
    """The page: one section a tag, one article an operation, with parameters and bodies."""
    tags: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, operations in document["paths"].items():
        for verb, operation in operations.items():
            tags.setdefault(operation.get("tags", ["other"])[0], []).append((verb, path, operation))
    schemas = document.get("components", {}).get("schemas", {})
    links = "".join(f'<a href="#{escape(tag)}">{escape(tag)}</a>' for tag in tags)
    body = "".join(
        f'<h2 id="{escape(tag)}">{escape(tag)}</h2>'
        + "".join(_operation(*entry, schemas) for entry in entries)
        for tag, entries in tags.items()
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>NETZ AI API</title><style nonce="{nonce}">{_STYLE}</style></head><body>'
        f'<div class="wrap"><nav aria-label="Sections"><strong>NETZ AI API</strong>{links}'
        '<a href="/api/v2/openapi.json">openapi.json</a></nav><main>'
        f"<h1>API reference</h1>{_intro()}{body}</main></div></body></html>"
    )


def _intro() -> str:
    return (
        "<p>Send <code>Authorization: Bearer &lt;API key or access token&gt;</code>. Bodies are JSON. "
        "Lists take <code>limit</code> and <code>cursor</code>. A POST takes an "
        "<code>Idempotency-Key</code>. Errors are RFC 9457 problem details with a stable "
        "<code>code</code>.</p><pre>curl -H 'Authorization: Bearer netz_…' \\\n"
        "  -H 'Content-Type: application/json' \\\n"
        '  -d \'{"question": "…"}\' http://127.0.0.1:8000/api/v2/answers</pre>'
    )


def _operation(verb: str, path: str, operation: dict[str, Any], schemas: dict[str, Any]) -> str:
    permission = operation.get("x-permission")
    allowed = f"permission <code>{escape(permission)}</code>" if permission else "open to anyone"
    parts = [
        f'<h3><span class="verb">{verb.upper()}</span><code>{escape(path)}</code></h3>',
        f"<p>{escape(operation.get('description', ''))}</p>",
        f'<p class="quiet">{allowed}</p>',
        _parameters(operation.get("parameters", [])),
    ]
    for media in operation.get("requestBody", {}).get("content", {}).values():
        parts.append(_body("Request body", media.get("schema", {}), schemas))
    for status, response in operation.get("responses", {}).items():
        for media in response.get("content", {}).values():
            if status.startswith("2"):
                parts.append(_body(f"Response {status}", media.get("schema", {}), schemas))
    return f"<article>{''.join(parts)}</article>"


def _parameters(parameters: list[dict[str, Any]]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(p['name'])}</code></td><td>{escape(p['in'])}</td>"
        f"<td>{escape(_type(p.get('schema', {})))}</td><td>{escape(p.get('description', ''))}</td></tr>"
        for p in parameters
    )
    return f"<table><tbody>{rows}</tbody></table>" if rows else ""


def _body(label: str, schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    name = schema.get("$ref", "").rsplit("/", 1)[-1]
    known = schemas.get(name, schema)
    rows = "".join(
        f"<tr><td><code>{escape(field)}</code></td><td>{escape(_type(spec))}</td>"
        f"<td>{escape(spec.get('description', ''))}</td></tr>"
        for field, spec in known.get("properties", {}).items()
    )
    note = escape(known.get("description", ""))
    return (
        f"<details><summary>{escape(label)} <code>{escape(name or _type(schema))}</code></summary>"
        f"<p>{note}</p><table><tbody>{rows}</tbody></table></details>"
    )


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " | ".join(_type(part) for part in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "any")
