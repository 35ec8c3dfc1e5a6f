"""Whether a name is free: in one committee, at one time, a name leads to one unit or group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from giaoban.committees.models import Group, GroupAlias, Timed, Unit, UnitAlias
from giaoban.committees.names import full
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import phrase


def demand_free(
    committee_id: int,
    text: str,
    *,
    field: str,
    unit: Unit | None = None,
    group: Group | None = None,
    since: date | None = None,
    until: date | None = None,
) -> None:
    """Raise :class:`DirectoryRefusal` where the text, short forms written out, already names another unit or group.

    ``unit`` or ``group`` is whom the name is for; a unit that has ended before ``since`` frees its names.
    """
    wanted = full(text)
    for owner, name in _names(committee_id):
        is_own = owner in (unit, group)
        if is_own or full(name) != wanted or not _overlaps(owner, since, until):
            continue
        sentence = phrase("“%(text)s” đã là tên gọi của %(owner)s. Hãy chọn tên khác hoặc bỏ tên gọi đó trước.")
        raise DirectoryRefusal("name_taken", sentence, field=field, text=text, owner=str(owner))


def _names(committee_id: int) -> Iterator[tuple[Unit | Group, str]]:
    for unit in Unit.objects.filter(committee_id=committee_id):
        yield unit, unit.name
        if unit.short_name:
            yield unit, unit.short_name
    for alias in UnitAlias.objects.filter(unit__committee_id=committee_id, is_closed=False).select_related("unit"):
        yield alias.unit, alias.text
    for group in Group.objects.filter(committee_id=committee_id, is_closed=False):
        yield group, group.name
    open_aliases = GroupAlias.objects.filter(group__committee_id=committee_id, group__is_closed=False, is_closed=False)
    for also in open_aliases.select_related("group"):
        yield also.group, also.text


def _overlaps(owner: Unit | Group, since: date | None, until: date | None) -> bool:
    """Tell whether the owner is there at some time from ``since`` to ``until``."""
    if not isinstance(owner, Timed):
        return True
    ends_before = owner.valid_to is not None and since is not None and owner.valid_to < since
    begins_after = owner.valid_from is not None and until is not None and owner.valid_from > until
    return not (ends_before or begins_after)
