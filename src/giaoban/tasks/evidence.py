"""Files that units add to what they say (minh chứng): which are taken, and keeping them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.conf import settings

from giaoban.committees.actors import Actor
from giaoban.documents.files import keep_file, plain_name, read_stored
from giaoban.documents.models import StoredFile
from giaoban.facts import load
from giaoban.reading.apart import read_bytes_apart
from giaoban.refusal import NotFound, Refusal, phrase
from giaoban.tasks.scope import evidence_for

_MACRO = re.compile(r"vbaproject\.bin$|vbadata\.xml$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of file that is taken as evidence.

    ``begins`` are the first bytes of one, as hexadecimal digits; ``parts`` is the folder that a zip of parts must have.
    """

    id: str
    words: str
    media_type: str
    extensions: tuple[str, ...]
    begins: tuple[str, ...]
    parts: str
    is_read: bool
    source: str

    def fits(self, name: str, data: bytes) -> bool:
        """Return whether name and content are those of this kind."""
        has_name = name.casefold().rpartition(".")[2] in self.extensions
        return has_name and (not self.begins or any(data.startswith(bytes.fromhex(one)) for one in self.begins))


class EvidenceRefused(Refusal):
    """A file that is not taken: its kind, its size, or nothing in it."""


def evidence_kinds() -> tuple[EvidenceKind, ...]:
    """Return every kind of file that is taken."""
    return load("giaoban.tasks", "evidence_kinds", EvidenceKind)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was kept, and its words where it is of a kind that can be read."""

    file: StoredFile
    text: str


def keep_evidence(actor: Actor, name: str, data: bytes) -> StoredFile:
    """Keep a file that somebody sent as evidence; call inside an action. Raises as :func:`keep_read` does."""
    return keep_read(actor, name, data).file


def keep_read(actor: Actor, name: str, data: bytes) -> Kept:
    """Keep a file and return its words too; call inside an action.

    Raises :class:`EvidenceRefused` for an empty or too large file and for a kind that is not taken, and
    :class:`~giaoban.reading.ReadingRefusal` for a text that bears a secrecy mark, a macro, a bomb, a password.
    """
    shown = plain_name(name)
    kind = _kind_of(shown, data)
    text = _admit(kind, shown, data)
    return Kept(keep_file(actor, name, data, kind.media_type), text)


def _kind_of(shown: str, data: bytes) -> EvidenceKind:
    if not data:
        raise EvidenceRefused("tasks.evidence_empty", phrase("Tệp “%(name)s” không có nội dung."), name=shown)
    if len(data) > settings.UPLOAD_LIMIT:
        raise EvidenceRefused(
            "tasks.evidence_too_large",
            phrase("Tệp “%(name)s” lớn hơn %(limit)s MB. Hãy gửi tệp nhỏ hơn."),
            name=shown,
            limit=settings.UPLOAD_LIMIT // (1024 * 1024),
        )
    kind = next((one for one in evidence_kinds() if one.fits(shown, data)), None)
    if kind is None:
        raise EvidenceRefused(
            "tasks.evidence_kind",
            phrase("Không nhận tệp “%(name)s”. Các loại tệp nhận được: %(kinds)s."),
            name=shown,
            kinds=", ".join(one.words for one in evidence_kinds()),
        )
    return kind


def evidence_file(actor: Actor, evidence_id: int) -> tuple[str, str, bytes]:
    """Return name, media type and bytes of a file that the actor may see; raises :class:`NotFound`."""
    found = evidence_for(actor).select_related("file").filter(pk=evidence_id).first()
    if found is None:
        raise NotFound
    return found.file.name, found.file.media_type, read_stored(found.file)


def _admit(kind: EvidenceKind, name: str, data: bytes) -> str:
    """Refuse what must not be kept, return the words of what can be read: it is read for secrecy marks.

    In the others macros are looked for by name.
    """
    if kind.is_read:
        return read_bytes_apart(data, name).text
    if kind.parts:
        names = _part_names(data)
        if not any(one.startswith(kind.parts) for one in names) or any(map(_MACRO.search, names)):
            raise EvidenceRefused(
                "tasks.evidence_package",
                phrase("Tệp “%(name)s” bị hỏng, có mật khẩu hoặc có macro. Hãy lưu lại rồi gửi."),
                name=name,
            )
    return ""


def _part_names(data: bytes) -> list[str]:
    """Return the names of a zip's parts; none of a broken one. Nothing is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return package.namelist()
    except (BadZipFile, OSError, ValueError):
        return []
