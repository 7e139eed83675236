"""Completes web/package-lock.json with the packages of other platforms.

npm leaves out optional packages that its registry does not offer at the moment of locking, and
then `npm ci` refuses the lock file. Naming them with their platform is enough: npm passes over
what is meant for another system, and fetches the right one elsewhere.
"""

import json
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "web" / "package-lock.json"
SYSTEMS = ("android", "darwin", "freebsd", "openbsd", "netbsd", "openharmony", "sunos", "aix")
PROCESSORS = ("arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el")


def platform(name: str) -> dict[str, list[str]]:
    """The system and processor that a package's name tells."""
    parts = name.replace("/", "-").split("-")
    system = next((one for one in SYSTEMS if one in parts), None)
    if name == "fsevents":
        system = "darwin"
    if system is None:
        system = "win32" if "win32" in parts else "linux"
    found = {"os": [system]}
    processor = next((one for one in PROCESSORS if one in parts), None)
    return found | ({"cpu": [processor]} if processor else {})


def complete(packages: dict[str, dict[str, object]]) -> int:
    """Adds what is named as optional and missing; returns how many."""
    added = 0
    for entry in list(packages.values()):
        wanted = entry.get("optionalDependencies", {})
        assert isinstance(wanted, dict)
        for name, version in wanted.items():
            place = f"node_modules/{name}"
            if place not in packages and version[:1].isdigit():
                packages[place] = {
                    "version": version,
                    "dev": True,
                    "optional": True,
                    **platform(name),
                }
                added += 1
    return added


if __name__ == "__main__":
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    if complete(lock["packages"]):
        lock["packages"] = dict(sorted(lock["packages"].items()))
        LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
