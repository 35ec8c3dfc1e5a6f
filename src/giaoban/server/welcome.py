"""How to sign in, told when the server has started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings


def accounts_file() -> Path:
    """Return the file that holds the demo's accounts and first passwords; only its owner may read it."""
    return Path(settings.DATA_DIR) / "accounts.txt"


def ways_in() -> Iterator[str]:
    """Yield the lines that tell how to sign in: the demo's accounts, where there are any."""
    path = accounts_file()
    if not path.exists():
        return
    yield f"→ Tài khoản thử, mật khẩu lần đầu (cũng trong {path}): (accounts to try)"
    for line in path.read_text("utf-8").splitlines():
        yield f"  {line}"
