"""Runs the browser tests, or says in one line why they are left out."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    if not (shutil.which("chromium") or shutil.which("chromium-browser")):
        sys.stdout.write("browser tests left out: there is no Chromium on this machine\n")
        sys.exit(0)
    command = [sys.executable, "-m", "pytest", "-m", "browser", "tests/browser"]
    sys.exit(subprocess.run(command, cwd=ROOT).returncode)
