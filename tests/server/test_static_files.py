"""The pages' files are gathered when they have changed, and only then."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from giaoban.server.static_files import collect_static_files

HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")
#: What a module asks for: the name behind "from", or behind a bare "import".
IMPORT = re.compile(r"""(?:from|import)\s*["']\./([^"']+)["']""")


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


def test_scripts_import_each_other_by_hashed_names(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = str(tmp_path / "static")
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "giaoban.server.static_files.HashedFiles"}}
    collect_static_files()
    folder = tmp_path / "static" / "giaoban" / "js"
    served = [path for path in folder.glob("*.js") if HASHED.search(path.name)]
    assert {path.name.split(".")[0] for path in served} == {path.name.split(".")[0] for path in folder.glob("*.js")}
    imports = [(path, name) for path in served for name in IMPORT.findall(path.read_text("utf-8"))]
    assert len(imports) > 30
    for path, name in imports:
        assert HASHED.search(name), (path.name, name)
        assert (folder / name).is_file(), (path.name, name)


def test_a_changed_module_renames_those_that_import_it(tmp_path: Path, settings: Any) -> None:
    source = tmp_path / "source" / "giaoban"
    source.mkdir(parents=True)
    (source / "a.js").write_text('import { b } from "./b.js";\nb();\n')
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [str(source.parent)], str(tmp_path / "static")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "giaoban.server.static_files.HashedFiles"}}
    names = []
    for body in ("export function b() { return 1; }", "export function b() { return 2; }"):
        (source / "b.js").write_text(body)
        collect_static_files()
        names.append({path.name for path in (tmp_path / "static" / "giaoban").glob("a.*.js")})
    assert names[0]
    assert names[0] != names[1]
