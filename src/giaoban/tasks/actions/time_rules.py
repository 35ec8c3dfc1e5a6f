"""Setting a committee's rules on dues (đặt quy định về thời hạn)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Committee
from giaoban.tasks.models import TimeRules
from giaoban.tasks.refusals import RulesChanged, RulesOutOfRange, RulesUnchanged
from giaoban.tasks.rules_in_force import FIELDS, rules_of, time_rules_versions
from giaoban.vietnamese import tidy

#: No number of the rules is above this: times, or days.
MOST = 365


@action
def set_time_rules(actor: Actor, *, number: int, values: Mapping[str, Any], basis: str = "") -> TimeRules:
    """Set the committee's rules on dues anew; what held before stays on record.

    ``number`` is the version that was seen, 0 for none; ``values`` those of
    :data:`~giaoban.tasks.rules_in_force.FIELDS`; ``basis`` the regulation that they follow. Raises
    :class:`~giaoban.refusal.NotAllowed` without ``dues.rule``, a refusal where somebody else set them meanwhile,
    where nothing differs, and for a number or a choice that cannot be.
    """
    actor.require(Right.DUES_RULE)
    Committee.objects.select_for_update(no_key=True).get(pk=actor.committee_id)
    last = time_rules_versions(actor).first()
    if number != (last.number if last else 0):
        raise RulesChanged
    before, kept = rules_of(actor.committee_id), {name: values[name] for name in FIELDS}
    _require_possible(kept)
    held = {name: getattr(before, name) for name in FIELDS}
    if held == kept and last is not None and tidy(basis) == last.basis:
        raise RulesUnchanged
    made = TimeRules.objects.create(
        committee_id=actor.committee_id,
        number=number + 1,
        basis=tidy(basis)[:300],
        made_by_id=actor.user_id,
        made_by_name=actor.name,
        **kept,
    )
    record(actor, "tasks.time_rules.set", made, before=held, after=kept | {"basis": made.basis})
    return made


def _require_possible(values: Mapping[str, Any]) -> None:
    numbers = (values[name] for name in ("most_extensions", "longest_extension", "remind_before", "tell_after"))
    is_known = (
        values["extension_by"] in TimeRules.ExtensionBy.values
        and values["continuous_rhythm"] in TimeRules.Rhythm.values
    )
    if not is_known or not all(0 <= one <= MOST for one in numbers):
        raise RulesOutOfRange(MOST)
