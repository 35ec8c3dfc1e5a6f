"""Results as one Parquet file: a row for each document, with its name, its hash, and all that was found in it.

Rows go into parts beside the file, in ``NAME.parts``, each written whole; at the end the parts become the file, a
group of rows each, so that no more than one of them is in the memory. A run that was cut short goes on after its last
part. The columns follow the shapes of :mod:`giaoban.language.extraction`.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from giaoban.archive.fingerprint import reader_version
from giaoban.archive.kept import alone
from giaoban.archive.refusals import needs_library, not_ours
from giaoban.archive.work import Outcome
from giaoban.language.extraction import Extraction

if TYPE_CHECKING:
    import pyarrow

_ROWS, _CHARACTERS, _SECONDS = 500, 16_000_000, 30.0
_OWN = ("file", "sha256", "reader")


class Table:
    """The Parquet file of the results, and its parts."""

    def __init__(self, path: Path) -> None:
        self.failures = path.with_name(f"{path.stem}.failures.jsonl")
        self._path = path
        self._parts = parts_of(path)
        self._schema = schema()
        self._rows: list[dict[str, Any]] = []
        self._characters = 0
        self._since = time.monotonic()
        #: Of each file the hash, and the part in which its row stands.
        self._done: dict[str, tuple[str, Path]] = {}

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Table]:
        """Open the file for one run; raises a refusal without pyarrow, or where the file is not ours or in use."""
        try:
            import pyarrow.parquet
        except ModuleNotFoundError as error:
            raise needs_library("pyarrow", "parquet") from error
        del pyarrow
        table = cls(path)
        table._look_at(path)
        with alone(table._parts / "lock"):
            for part in table._written():
                table._look_at(part)
            yield table

    def known(self, name: str) -> str:
        """Return the hash of the content from which the file's row was made by this reader."""
        return self._done.get(_legible(name), ("", self._path))[0]

    def keep(self, outcome: Outcome) -> None:
        """Put the result among the rows of the next part, and write it if it is large, or long in the making."""
        own = {"file": _legible(outcome.name), "sha256": outcome.sha256, "reader": outcome.reader}
        self._rows.append(own | json.loads(outcome.json))
        self._characters += len(outcome.json)
        is_late = time.monotonic() - self._since > _SECONDS
        if is_late or len(self._rows) >= _ROWS or self._characters >= _CHARACTERS:
            self._write_part()

    def finish(self, names: set[str], *, is_complete: bool) -> None:
        """Write the last part; once all is complete, make the file of the rows of these names."""
        self._write_part()
        if is_complete:
            self._join({_legible(name) for name in names})
            shutil.rmtree(self._parts)

    def _look_at(self, part: Path) -> None:
        """Take note of what a part holds."""
        import pyarrow
        from pyarrow import parquet

        if not part.exists():
            return
        try:
            rows = parquet.read_table(part, columns=list(_OWN)).to_pydict()
        except (OSError, pyarrow.ArrowException) as error:
            raise not_ours(str(part)) from error
        if set(rows) != set(_OWN):
            raise not_ours(str(part))
        for file, sha256, reader in zip(*(rows[name] for name in _OWN), strict=True):
            if reader == reader_version():
                self._done[file] = (sha256, part)

    def _written(self) -> list[Path]:
        return sorted(self._parts.glob("*.parquet"))

    def _write_part(self) -> None:
        import pyarrow
        from pyarrow import parquet

        self._since, self._characters = time.monotonic(), 0
        if not self._rows:
            return
        number = max((int(one.stem) for one in self._written()), default=0) + 1
        part, unfinished = self._parts / f"{number:08}.parquet", self._parts / "unfinished"
        parquet.write_table(pyarrow.Table.from_pylist(self._rows, self._schema), unfinished, compression="zstd")
        os.replace(unfinished, part)
        self._done |= {row["file"]: (row["sha256"], part) for row in self._rows}
        self._rows = []

    def _join(self, names: set[str]) -> None:
        """Make the file of the rows of these names, each from the last part that has it."""
        from pyarrow import parquet

        parts = [one for one in (self._path, *self._written()) if one.exists()]
        if parts == [self._path] and parquet.ParquetFile(self._path).metadata.num_rows == len(names):
            return
        unfinished = self._parts / "unfinished"
        with parquet.ParquetWriter(unfinished, self._schema, compression="zstd") as writer:
            for part in parts:
                wanted = {name for name in names if self._done[name][1] == part}
                self._copy(part, wanted, writer)
        os.replace(unfinished, self._path)

    def _copy(self, part: Path, wanted: set[str], writer: Any) -> None:
        from pyarrow import parquet

        file = parquet.ParquetFile(part)
        for number in range(file.num_row_groups if wanted else 0):
            rows = file.read_row_group(number)
            chosen = rows.filter([name in wanted for name in rows.column("file").to_pylist()])
            if chosen.num_rows:
                writer.write_table(chosen.select(self._schema.names).cast(self._schema))


def parts_of(path: Path) -> Path:
    """Return the folder of a Parquet file's parts."""
    return path.with_name(f"{path.name}.parts")


def schema() -> pyarrow.Schema:
    """Return the columns: name, hash and reader, then the fields of an extraction."""
    import pyarrow

    own = [pyarrow.field(name, pyarrow.string(), nullable=False) for name in _OWN]
    return pyarrow.schema([*own, *_columns(Extraction)])


def _columns(shape: type) -> list[pyarrow.Field]:
    import pyarrow

    assert is_dataclass(shape)
    hints = get_type_hints(shape)
    return [pyarrow.field(one.name, _kind(hints[one.name])) for one in fields(shape)]


def _kind(hint: Any) -> pyarrow.DataType:
    """Return the kind of column for a field's type."""
    import pyarrow

    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _kind(next(one for one in arguments if one is not type(None)))
    if origin is list:
        return pyarrow.list_(_kind(arguments[0]))
    if origin is Literal:
        return pyarrow.string()
    plain = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    return plain[hint] if hint in plain else pyarrow.struct(_columns(hint))


def _legible(name: str) -> str:
    """Return a file's name as text that Parquet takes, whatever bytes it has on the disk."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
