"""The keyed hash chain of a committee's events: adding a link, and finding the first bad one."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from giaoban.audit.models import AuditEvent, AuditHead
from giaoban.vietnamese import fold

HASHED_FIELDS = (
    "committee_id",
    "sequence",
    "actor_id",
    "actor_name",
    "actor_role",
    "address",
    "action",
    "subject_type",
    "subject_id",
    "subject_name",
    "before",
    "after",
    "previous_hash",
)

Fault = Literal["changed", "missing", "out_of_order", "cut_off", "head_changed"]


@dataclass(frozen=True, slots=True)
class BadLink:
    """The first event of a chain that does not hold: its sequence, and what is wrong with it."""

    committee_id: int
    sequence: int
    fault: Fault


def _keyed(content: str) -> str:
    return hmac.new(settings.AUDIT_KEY.encode(), content.encode(), hashlib.sha256).hexdigest()


def plain(value: dict[str, Any]) -> dict[str, Any]:
    """Return the values as the database will give them back: dates, decimals and lazy strings as text."""
    result: dict[str, Any] = json.loads(json.dumps(value, cls=DjangoJSONEncoder))
    return result


def link_hash(event: AuditEvent) -> str:
    """Return the hash that the event must carry, over its content and the hash before it."""
    content = {name: getattr(event, name) for name in HASHED_FIELDS}
    content["at"] = event.at.astimezone(timezone.get_default_timezone()).isoformat(timespec="microseconds")
    return _keyed(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def _seal(committee_id: int, sequence: int, last_hash: str) -> str:
    return _keyed(f"head:{committee_id}:{sequence}:{last_hash}")


def append(**content: Any) -> AuditEvent:
    """Add an event at the end of its committee's chain; call inside a transaction."""
    committee_id = content["committee_id"]
    AuditHead.objects.get_or_create(committee_id=committee_id)
    head = AuditHead.objects.select_for_update().get(committee_id=committee_id)
    content["before"], content["after"] = plain(content["before"]), plain(content["after"])
    event = AuditEvent(sequence=head.sequence + 1, previous_hash=head.hash, at=timezone.now(), **content)
    event.hash = link_hash(event)
    event.folded = fold(f"{event.actor_name} {event.subject_name}")
    event.save(force_insert=True)
    head.sequence, head.hash = event.sequence, event.hash
    head.seal = _seal(committee_id, head.sequence, head.hash)
    head.save()
    return event


def verify(committee_id: int) -> BadLink | None:
    """Return the first bad event of a committee's chain, or None where every one holds.

    Finds an event that was changed, removed, inserted, swapped, or cut off the end.
    """
    previous, expected = "", 1
    events = AuditEvent.objects.filter(committee_id=committee_id).order_by("sequence", "pk")
    for event in events.iterator(chunk_size=1000):
        if event.sequence != expected:
            fault: Fault = "missing" if event.sequence > expected else "out_of_order"
            return BadLink(committee_id, expected, fault)
        if event.previous_hash != previous or event.hash != link_hash(event):
            return BadLink(committee_id, event.sequence, "changed")
        previous, expected = event.hash, expected + 1
    return _verify_head(committee_id, expected - 1, previous)


def _verify_head(committee_id: int, sequence: int, last_hash: str) -> BadLink | None:
    head = AuditHead.objects.filter(committee_id=committee_id).first()
    if head is None:
        return BadLink(committee_id, sequence, "head_changed") if sequence else None
    if head.sequence > sequence:
        return BadLink(committee_id, sequence + 1, "cut_off")
    if (head.sequence, head.hash) != (sequence, last_hash) or (
        sequence and head.seal != _seal(committee_id, sequence, last_hash)
    ):
        return BadLink(committee_id, sequence, "head_changed")
    return None


def chains() -> Iterator[int]:
    """Yield the id of every committee that has a chain, whether its head or only its events are left."""
    ids = set(AuditHead.objects.values_list("committee_id", flat=True))
    ids |= set(AuditEvent.objects.order_by().values_list("committee_id", flat=True).distinct())
    yield from sorted(ids)
