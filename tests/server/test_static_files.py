"""The pages' files are gathered when they have changed, and only then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from giaoban.server.static_files import collect_static_files


def test_they_are_gathered_once(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = str(tmp_path / "static")
    assert collect_static_files() is True
    assert (tmp_path / "static" / "giaoban" / "css" / "base.css").is_file()
    assert collect_static_files() is False


def test_a_changed_source_is_gathered_again_and_what_is_gone_is_removed(tmp_path: Path, settings: Any) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.css").write_text("a{}")
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [str(source)], str(tmp_path / "static")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    assert collect_static_files() is True
    (source / "one.css").unlink()
    (source / "two.css").write_text("b{}")
    assert collect_static_files() is True
    assert sorted(path.name for path in (tmp_path / "static").iterdir()) == ["gathered", "two.css"]
