"""Write ``tests/contracts/access.csv`` anew: the answer to each role at each address, to be read before it is kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Ask every address as everybody, and keep the answers; then judge them by the rules that always hold."""
    environment = {**os.environ, "GIAOBAN_WRITE_ACCESS_TABLE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "tests/contracts/test_access.py"]
    sys.exit(subprocess.run(command, cwd=ROOT, env=environment).returncode)


if __name__ == "__main__":
    main()
