"""Which reader it is: results of another one are read anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1]
#: All that can change what comes out of a document.
_PARTS = ("vietnamese.py", "facts.py", "reader.py", "periods", "reading", "language")


@cache
def reader_version() -> str:
    """Return the version of the package and a fingerprint of the reader's code and lists: ``0.1.0+5c1f0d9a83b2``."""
    digest = hashlib.sha256()
    for part in _PARTS:
        for path in _files(_SOURCE / part):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(_SOURCE).as_posix()} {len(content)}\n".encode() + content)
    return f"{version('giaoban')}+{digest.hexdigest()[:12]}"


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(one for one in path.rglob("*") if one.is_file() and one.suffix != ".pyc")
