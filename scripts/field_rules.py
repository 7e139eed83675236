"""Writes who may read and write which field, as the API has it, into the page on access rules."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from netz.core.permissions import ROLE_PERMISSIONS, Permission

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "security" / "access-rules.md"
BEGIN, END = "<!-- {} -->", "<!-- end -->"
# Who may, where no permission is asked for; and which roles hold a permission.
ANYBODY, SIGNED_IN = "anybody", "signed in"

Rows = dict[tuple[str, str], set[str]]


def who(operation: dict[str, Any]) -> str:
    """What an endpoint asks of its caller."""
    needed = operation.get("x-permission")
    if needed:
        return f"`{needed}`"
    return SIGNED_IN if operation.get("x-signed-in") else ANYBODY


def _objects(found: Any, schemas: dict[str, Any], seen: set[str]) -> set[str]:
    """The objects that a body consists of, at any depth; a page is its rows."""
    if isinstance(found, list):
        for one in found:
            _objects(one, schemas, seen)
    elif isinstance(found, dict):
        name = str(found.get("$ref", "")).rpartition("/")[2]
        if name and name not in seen:
            seen.add(name)
            _objects(schemas[name], schemas, seen)
        for value in found.values():
            _objects(value, schemas, seen)
    return {name for name in seen if "properties" in schemas[name] and not name.startswith("Page_")}


def rules(document: dict[str, Any]) -> tuple[Rows, Rows]:
    """Which objects are read, and which written, by whom."""
    read: Rows = defaultdict(set)
    written: Rows = defaultdict(set)
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            place = f"{method.upper()} {path.removeprefix('/api/v2')}"
            for name in _objects(operation.get("requestBody"), schemas, set()):
                written[name, who(operation)].add(place)
            for status, answer in operation["responses"].items():
                if status.startswith("2"):
                    for name in _objects(answer, schemas, set()):
                        read[name, who(operation)].add(place)
    return read, written


def _table(rows: Rows, schemas: dict[str, Any]) -> str:
    lines = ["| object | fields | by | at |", "|---|---|---|---|"]
    for (name, by), places in sorted(rows.items()):
        shown = name.rpartition("__")[2]
        fields = ", ".join(sorted(schemas[name]["properties"]))
        at = ", ".join(f"`{place}`" for place in sorted(places))
        lines.append(f"| {shown} | {fields} | {by} | {at} |")
    return "\n".join(lines)


def _roles() -> str:
    lines = ["| permission | built-in roles |", "|---|---|"]
    for permission in Permission:
        roles = [role.value for role, held in ROLE_PERMISSIONS.items() if permission in held]
        lines.append(f"| `{permission}` | {', '.join(roles)} |")
    return "\n".join(lines)


def page(document: dict[str, Any], text: str) -> str:
    """The page's text with the tables of this document in it."""
    schemas = document["components"]["schemas"]
    read, written = rules(document)
    tables = {
        "roles": _roles(),
        "written": _table(written, schemas),
        "read": _table(read, schemas),
    }
    for name, table in tables.items():
        begin = BEGIN.format(name)
        inside = re.compile(f"{re.escape(begin)}\n.*?{re.escape(END)}", re.DOTALL)
        assert inside.search(text), name
        filled = f"{begin}\n{table}\n{END}"
        text = inside.sub(lambda _, filled=filled: filled, text)  # type: ignore[misc]
    return text


if __name__ == "__main__":
    document = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))
    PAGE.write_text(page(document, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
