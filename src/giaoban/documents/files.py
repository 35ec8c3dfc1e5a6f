"""The bytes of files as received: ``FILES_ROOT/<committee>/<first two of the hash>/<hash>``, names that are ours.

A file is on disk, flushed and under its final name, before the row that tells of it can be committed; so a row
without its file cannot be, and a file without a row is an orphan that :func:`sweep_orphans` removes.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from django.conf import settings

from giaoban.committees.actors import Actor
from giaoban.documents.models import StoredFile
from giaoban.refusal import Refusal, phrase
from giaoban.vietnamese import tidy

#: A file younger than this may belong to a row that is not committed yet (seconds).
ORPHAN_AGE = 3600
#: The folder of a committee in which pictures of its files' pages are kept (:mod:`giaoban.documents.pictures`).
PICTURES = "pages"


class FileDamaged(Refusal):
    """A stored file is missing, or is no longer what was received."""

    def __init__(self, name: str) -> None:
        sentence = phrase(
            "Tệp “%(name)s” trong kho không còn nguyên vẹn. Hãy báo quản trị để khôi phục từ bản sao lưu."
        )
        super().__init__("documents.file_damaged", sentence, name=name)


def content_hash(data: bytes) -> str:
    """Return the SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def keep_file(actor: Actor, name: str, data: bytes, media_type: str) -> StoredFile:
    """Store the bytes, then make their row; call inside an action.

    ``name`` is the sender's, kept to be shown and never used as a path. Raises :class:`~giaoban.refusal.Refusal`
    where the disk is full or cannot be written.
    """
    sha256 = content_hash(data)
    write_file(_path(actor.committee_id, sha256), data)
    return StoredFile.objects.create(
        committee_id=actor.committee_id,
        sha256=sha256,
        name=plain_name(name),
        media_type=media_type,
        size=len(data),
        added_by_id=actor.user_id,
    )


def read_stored(file: StoredFile) -> bytes:
    """Return a stored file's bytes. Raises :class:`FileDamaged` where they are not those that were received."""
    try:
        data = _path(file.committee_id, file.sha256).read_bytes()
    except FileNotFoundError as error:
        raise FileDamaged(file.name) from error
    if content_hash(data) != file.sha256:
        raise FileDamaged(file.name)
    return data


def remove_file(file: StoredFile) -> None:
    """Remove a stored file's bytes and the pictures of its pages, unless another row tells of the same content."""
    if StoredFile.objects.filter(committee_id=file.committee_id, sha256=file.sha256).exclude(pk=file.pk).exists():
        return
    _path(file.committee_id, file.sha256).unlink(missing_ok=True)
    pictures = Path(settings.FILES_ROOT) / str(file.committee_id) / PICTURES / file.sha256[:2] / file.sha256
    if pictures.exists():
        rmtree(pictures)


def write_file(path: Path, data: bytes) -> None:
    """Write the bytes under the path so that, whenever the power fails, they are there whole or not at all.

    Raises :class:`~giaoban.refusal.Refusal` where the disk is full or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path.with_name(f"{path.name}.{os.getpid()}.{time.monotonic_ns()}.part"), path, data)
        _flush_folder(path.parent)
    except OSError as error:
        raise _not_written() from error


def plain_name(name: str) -> str:
    """Return the sender's name for a file without folders and control characters, at most 255 characters."""
    last = tidy(name).replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip(". ")
    stem, dot, extension = shown.rpartition(".")
    if not stem or len(extension) > 10:
        return shown[:255] or "van-ban"
    return f"{stem[: 254 - len(extension)]}{dot}{extension}"


def sweep_orphans(*, is_dry: bool = False) -> list[str]:
    """Remove files that no row tells of, pictures of such, and half-written ones, older than an hour.

    Returns their paths within the store; ``is_dry`` only tells, and removes nothing.
    """
    removed: list[str] = []
    for path in _old_files(time.time() - ORPHAN_AGE):
        committee, _, name = _parts(path)
        if not StoredFile.objects.filter(committee_id=int(committee), sha256=name).exists():
            removed.append(str(path.relative_to(settings.FILES_ROOT)))
            if not is_dry:
                path.unlink(missing_ok=True)
    return removed


def _parts(path: Path) -> tuple[str, str, str]:
    """Return of a file in the store its committee, the first two of its hash, and its hash; of a picture its file's."""
    parts = path.relative_to(settings.FILES_ROOT).parts
    committee, first, name, *_ = (parts[0], *parts[2:]) if parts[1] == PICTURES else parts
    return committee, first, name


def _old_files(before: float) -> Iterator[Path]:
    root = Path(settings.FILES_ROOT)
    for path in sorted([*root.glob("[0-9]*/??/*"), *root.glob(f"[0-9]*/{PICTURES}/??/*/*")]):
        if path.is_file() and path.stat().st_mtime < before:
            yield path


def _path(committee_id: int, sha256: str) -> Path:
    return Path(settings.FILES_ROOT) / str(committee_id) / sha256[:2] / sha256


def _write_whole(part: Path, path: Path, data: bytes) -> None:
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _not_written() -> Refusal:
    return Refusal(
        "documents.not_written",
        phrase("Không ghi được tệp vì kho lưu trữ đã đầy hoặc không cho ghi. Chưa có gì được lưu. Hãy báo quản trị."),
    )
