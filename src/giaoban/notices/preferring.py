"""A person's own choice of what comes how: an e-mail address, and a way for each topic (tùy chọn nhận thông báo)."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor
from giaoban.notices.kinds import Topic, kinds, tellings, topics
from giaoban.notices.models import Preference, Way
from giaoban.notices.refusals import NoticeRefusal
from giaoban.refusal import NotFound, phrase
from giaoban.vietnamese import nfc

#: The topics of the steps of escalation, which no event names one by one: to whom they come.
_ESCALATED = {"reporter": "dues", "leader": "dues"}


def topics_of(role_code: str) -> list[Topic]:
    """Return the topics of which somebody in the role is told at all."""
    is_unit = role_code == "reporter"
    told = {
        kinds()[one.kind].topic for one in tellings().values() if role_code in one.roles or (is_unit and one.units)
    } | {_ESCALATED.get(role_code, "")}
    return [one for one in topics() if one.id in told]


def preference_of(actor: Actor) -> Preference:
    """Return what the person chose; where nothing was yet, a choice that is not kept, with version 0."""
    found = Preference.objects.filter(user_id=actor.user_id).first() if actor.user_id else None
    return found or Preference(user_id=actor.user_id or 0, version=0)


@action
def change_preference(actor: Actor, *, version: int, address: str, ways: Mapping[str, str]) -> Preference:
    """Keep the actor's own address and ways, a way for each topic given; other topics stay as they are.

    Raises :class:`NoticeRefusal` for an address that is none, mail without an address, an unknown topic or way; Stale.
    """
    if actor.user_id is None:
        raise NotFound
    kept = _address(address)
    _check_ways(ways, kept)
    row, is_new = Preference.objects.get_or_create(user_id=actor.user_id)
    if not is_new:
        advance(row, version)
    before = {"address": row.address, "ways": dict(row.ways)}
    row.address, row.ways = kept, row.ways | dict(ways)
    row.save()
    record(actor, "notices.preference.changed", row, before=before, after={"address": kept, "ways": row.ways})
    return row


def _address(text: str) -> str:
    kept = nfc(text).strip()
    try:
        if kept:
            validate_email(kept)
    except ValidationError:
        sentence = phrase("Địa chỉ thư điện tử chưa đúng. Ví dụ: nguyenvana@example.gov.vn.")
        raise NoticeRefusal("notices.address", sentence, field="address") from None
    if len(kept) > 254:
        raise NoticeRefusal("notices.address_long", phrase("Địa chỉ thư điện tử quá dài."), field="address")
    return kept


def _check_ways(ways: Mapping[str, str], address: str) -> None:
    known = {one.id for one in topics()}
    if not set(ways) <= known or not set(ways.values()) <= set(Way.values):
        raise NoticeRefusal("notices.way", phrase("Hãy chọn một cách nhận trong danh sách."))
    if not address and {Way.MAIL, Way.DIGEST} & set(ways.values()):
        sentence = phrase("Cần ghi địa chỉ thư điện tử để nhận thông báo qua thư.")
        raise NoticeRefusal("notices.address_missing", sentence, field="address")
