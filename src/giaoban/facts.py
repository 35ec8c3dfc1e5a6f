"""Facts as data: a part's ``data/NAME.toml`` → frozen dataclasses, on first use.

A file holds one list of rows, ``[[name]]``; above it stands what they all share, as a rule their source::

    # The roles of a committee's members (vai trò).
    source = "Luật X, Điều 5"

    [[role]]
    id = "leader"
    words = "Lãnh đạo"

The row class says which values a row has: a field without a default must be given, an unknown one is refused.
Every row needs an ``id`` of its own (the same id again only with another ``valid_from``) and a ``source``.
"""

from __future__ import annotations

import tomllib
import types
from dataclasses import MISSING, Field, fields
from functools import cache
from importlib.resources import files
from typing import (
    Any,
    ClassVar,
    Literal,
    Protocol,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from giaoban.vietnamese import nfc


class FactRow(Protocol):
    """What a row class must be: a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


RowClass = TypeVar("RowClass", bound=FactRow)


class FactError(Exception):
    """A data file is not as it must be; the words name the file and the row."""


def load(package: str, name: str, row_class: type[RowClass]) -> tuple[RowClass, ...]:
    """Return the rows of the package's ``data/NAME.toml``, in the file's order; a second call reads nothing.

    Raises :class:`FactError` naming file and row: no such file, no TOML, not one list, a row without an id or
    a source, an id twice, an unknown or missing value, a value of another type than the field's, text that is
    not in NFC.
    """
    return cast("tuple[RowClass, ...]", _load(package, name, row_class))


def parse(text: str, row_class: type[RowClass], *, where: str) -> tuple[RowClass, ...]:
    """Return the rows of a file's text; ``where`` names it in a :class:`FactError`."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FactError(f"{where}: not TOML: {error}") from error
    shared, rows = _divide(document, where)
    hints = get_type_hints(row_class)
    made = tuple(
        _row(shared | row, row_class, hints, where=f"{where}: row {number} ({row.get('id', 'no id')})")
        for number, row in enumerate(rows, start=1)
    )
    _refuse_twins(made, where)
    return made


@cache
def _load(package: str, name: str, row_class: type[Any]) -> tuple[Any, ...]:
    where = f"{package.replace('.', '/')}/data/{name}.toml"
    try:
        text = files(package).joinpath("data", f"{name}.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FactError(f"{where}: cannot be read: {error}") from error
    return parse(text, row_class, where=where)


def _divide(document: dict[str, Any], where: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the values that all rows share, and the rows."""
    lists = [key for key, value in document.items() if _is_table_list(value)]
    if len(lists) != 1:
        raise FactError(f"{where}: one list of rows is wanted, found {', '.join(lists) or 'none'}")
    rows = document.pop(lists[0])
    return document, rows


def _is_table_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _row(values: dict[str, Any], row_class: type[RowClass], hints: dict[str, Any], *, where: str) -> RowClass:
    for required in ("id", "source"):
        if not isinstance(values.get(required), str) or not values[required].strip():
            raise FactError(f"{where}: has no {required}")
    known = {one.name: one for one in fields(row_class)}
    if unknown := values.keys() - known.keys():
        raise FactError(f"{where}: unknown: {', '.join(sorted(unknown))}")
    if missing := [name for name, one in known.items() if _is_required(one) and name not in values]:
        raise FactError(f"{where}: missing: {', '.join(missing)}")
    return row_class(**{name: _value(value, hints[name], f"{where}: {name}") for name, value in values.items()})


def _is_required(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _value(value: object, hint: Any, where: str) -> object:
    """Return the value as the field wants it (a list as a tuple, if so declared)."""
    if not _fits(value, hint):
        raise FactError(f"{where}: {value!r} is no {getattr(hint, '__name__', hint)}")
    if not _is_nfc(value):
        raise FactError(f"{where}: {value!r} is not in Unicode NFC")
    return tuple(value) if isinstance(value, list) and _wants_tuple(hint) else value


def _fits(value: object, hint: Any) -> bool:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, one) for one in arguments)
    if origin is Literal:
        return value in arguments
    if origin in (list, tuple):
        return isinstance(value, list) and all(_fits(one, arguments[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(_fits(one, arguments[1]) for one in value.values())
    return type(value) is hint


def _wants_tuple(hint: Any) -> bool:
    return tuple in (get_origin(hint), *(get_origin(one) for one in get_args(hint)))


def _is_nfc(value: object) -> bool:
    if isinstance(value, str):
        return value == nfc(value)
    if isinstance(value, list):
        return all(map(_is_nfc, value))
    return all(_is_nfc(one) for one in value.values()) if isinstance(value, dict) else True


def _refuse_twins(rows: tuple[Any, ...], where: str) -> None:
    seen = set()
    for row in rows:
        key = (row.id, getattr(row, "valid_from", None))
        if key in seen:
            raise FactError(f"{where}: id {row.id} stands twice")
        seen.add(key)
