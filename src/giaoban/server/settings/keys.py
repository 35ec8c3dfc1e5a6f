"""Keys that a local installation makes for itself once and keeps in files that only its owner reads."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def kept_key(folder: Path, name: str) -> str:
    """Return the key in the folder's file of that name, making it (64 random characters, mode 0600) if missing."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii").strip()
