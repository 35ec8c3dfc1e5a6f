"""The papers laid before a conference, each with its versions (tài liệu hội nghị)."""

from __future__ import annotations

from django.db.models import Max

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.conferences.actions.in_hand import changed_values, fitting, lock_prepared, take_part
from giaoban.conferences.models import AgendaItem, Conference, Material, MaterialVersion
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotFound, phrase
from giaoban.tasks.evidence import keep_read

#: A file as it was sent: its name and its bytes.
File = tuple[str, bytes]


@action
def add_material(
    actor: Actor,
    conference_id: int,
    *,
    title: str,
    file: File,
    declares_no_secret: bool,
    item_id: int | None = None,
    is_shared: bool = True,
) -> Material:
    """Lay a paper before the conference, for one item of the programme or for all of it.

    Raises what the file store and the reader refuse (:mod:`giaoban.tasks.evidence`), and a refusal without the
    declaration that it holds no state secret (không chứa bí mật nhà nước).
    """
    conference = lock_prepared(actor, conference_id)
    _demand_declaration(declares_no_secret)
    material = Material.objects.create(
        conference=conference,
        item=_item(conference, item_id),
        title=fitting(Material, "title", title, required=True),
        is_shared=is_shared,
    )
    _keep_version(actor, material, file, note="")
    record(actor, "conferences.material.added", material, after={"is_shared": is_shared})
    return material


@action
def add_version(
    actor: Actor, material_id: int, *, version: int, file: File, declares_no_secret: bool, note: str = ""
) -> MaterialVersion:
    """Lay a newer version of a paper before the conference; the earlier ones stay. Raises as :func:`add_material`."""
    material = take_part(actor, Material, material_id, version)
    _demand_declaration(declares_no_secret)
    made = _keep_version(actor, material, file, note)
    record(actor, "conferences.material.revised", material, after={"number": made.number, "note": made.note})
    return made


@action
def edit_material(
    actor: Actor, material_id: int, *, version: int, title: str, item_id: int | None, is_shared: bool
) -> Material:
    """Change a paper's title, the item that it belongs to, and whether delegates read it by their own links."""
    material = take_part(actor, Material, material_id, version)
    item = _item(material.conference, item_id)
    values = {"title": fitting(Material, "title", title, required=True), "item": item, "is_shared": is_shared}
    before, after = changed_values(material, values)
    material.save()
    record(actor, "conferences.material.edited", material, before=before, after=after)
    return material


@action
def drop_material(actor: Actor, material_id: int, *, version: int) -> Material:
    """Take a paper back; its versions stay in the store, no page shows them."""
    material = take_part(actor, Material, material_id, version)
    material.is_closed = True
    material.save()
    record(actor, "conferences.material.dropped", material)
    return material


def _keep_version(actor: Actor, material: Material, file: File, note: str) -> MaterialVersion:
    kept = keep_read(actor, *file)
    last = material.versions.aggregate(last=Max("number"))["last"] or 0
    return MaterialVersion.objects.create(
        material=material,
        number=last + 1,
        file=kept.file,
        text=kept.text,
        note=fitting(MaterialVersion, "note", note),
        added_by=actor.name,
    )


def _item(conference: Conference, item_id: int | None) -> AgendaItem | None:
    if item_id is None:
        return None
    found = conference.agenda.filter(pk=item_id, is_closed=False).first()
    if found is None:
        raise NotFound
    return found


def _demand_declaration(declares_no_secret: bool) -> None:
    if not declares_no_secret:
        sentence = phrase("Cần xác nhận tài liệu không chứa bí mật nhà nước. Chưa có gì được lưu.")
        raise ConferenceRefusal("undeclared", sentence, field="declares_no_secret")
