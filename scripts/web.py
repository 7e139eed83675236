"""Runs the client's npm scripts with whichever Node.js the set-up found."""

import os
import subprocess
import sys

from setup import VENV, WEB, find_node, run

if __name__ == "__main__":
    environment = {**os.environ, **find_node()}
    if any(name.startswith("generate") for name in sys.argv[1:]):
        run(VENV / "bin" / "python", "scripts/openapi.py")
        run(VENV / "bin" / "python", "scripts/field_rules.py")
    for name in sys.argv[1:]:
        done = subprocess.run(["npm", "run", "--silent", name], cwd=WEB, env=environment)
        if done.returncode:
            sys.exit(done.returncode)
