"""Keys of a local installation: made once, read by their owner alone."""

from __future__ import annotations

import stat
from pathlib import Path

from giaoban.server.settings.keys import kept_key


def test_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first = kept_key(tmp_path / "keys", "secret")
    assert len(first) >= 64
    assert kept_key(tmp_path / "keys", "secret") == first
    assert stat.S_IMODE((tmp_path / "keys" / "secret").stat().st_mode) == 0o600


def test_each_key_is_another(tmp_path: Path) -> None:
    assert kept_key(tmp_path, "secret") != kept_key(tmp_path, "audit")
