"""How to sign in, told when the server has started."""

from __future__ import annotations

from collections.abc import Iterator

from giaoban.demo.load import accounts_path


def ways_in() -> Iterator[str]:
    """Yield the lines that tell how to sign in: the demo's accounts, where there are any."""
    path = accounts_path()
    if not path.exists():
        return
    yield f"→ Tài khoản thử, mật khẩu lần đầu (cũng trong {path}): (accounts to try)"
    for line in path.read_text("utf-8").splitlines():
        yield f"  {line}"
