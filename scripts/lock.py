"""Lock the libraries anew: the lists in ``requirements/``, with a hash for every file.

``run.txt`` is what the office and the reader need, ``test.txt`` that and all extras, ``bench.txt`` what the reader
needs and the libraries that ``make bench`` compares it with.

Uses uv (from the path, else installed beside the environment). The lists hold no host name, so they serve behind any
mirror.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv" / "lock"
UV_VERSION = "0.13.8"
COMPILE = ["pip", "compile", "--universal", "--generate-hashes", "--no-header", "--python-version", "3.11", "--quiet"]
RUN = [*COMPILE, "pyproject.toml", "requirements/build.in", "--extra", "office", "-o", "requirements/run.txt"]
TEST = [
    *COMPILE,
    "pyproject.toml",
    "requirements/build.in",
    *("--extra", "office", "--extra", "dask", "--extra", "parquet", "--extra", "test"),
    *("-c", "requirements/run.txt", "-o", "requirements/test.txt"),
]
BENCH = [
    *COMPILE,
    "pyproject.toml",
    "requirements/bench.in",
    *("-c", "requirements/run.txt", "-o", "requirements/bench.txt"),
]


def uv() -> str:
    """Return the path of uv, installing it into a folder of its own where the machine has none."""
    found = shutil.which("uv")
    if found is None:
        subprocess.run([sys.executable, "-m", "venv", str(TOOLS)], check=True)
        subprocess.run([str(TOOLS / "bin" / "pip"), "install", "-q", f"uv=={UV_VERSION}"], check=True)
        found = str(TOOLS / "bin" / "uv")
    return found


def main() -> None:
    """Write both lists; further words are handed to uv (``--upgrade``)."""
    program = uv()
    for words in (RUN, TEST, BENCH):
        print(f"→ {words[-1]}", flush=True)
        subprocess.run([program, *words, *sys.argv[1:]], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
