"""Files are on disk before their row, are what was received, and leave no orphans."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from conftest import Office
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.documents.files import FileDamaged, keep_file, plain_name, read_stored, sweep_orphans
from giaoban.documents.models import StoredFile
from giaoban.refusal import Refusal


@action
def keep(actor: Actor, name: str, data: bytes) -> StoredFile:
    file = keep_file(actor, name, data, "text/plain")
    record(actor, "tests.file.kept")
    return file


def on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_works(office: Office, files: Path) -> None:
    file = keep(office.specialist, "Kết luận.txt", b"abc")
    (path,) = on_disk(files)
    assert path == files / str(office.committee.pk) / file.sha256[:2] / file.sha256
    assert read_stored(file) == b"abc"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Văn bản\\kết luận.docx", "kết luận.docx"),
        ("a\r\nSet-Cookie: x.txt", "a Set-Cookie: x.txt"),
        ("", "van-ban"),
        ("x" * 300 + ".docx", "x" * 250 + ".docx"),
    ],
)
def test_the_senders_name_is_never_a_path(sent: str, shown: str) -> None:
    assert plain_name(sent) == shown


def test_a_changed_file_is_told_by_name(office: Office, files: Path) -> None:
    file = keep(office.specialist, "Kết luận.txt", b"abc")
    on_disk(files)[0].write_bytes(b"abd")
    with pytest.raises(FileDamaged, match=r"Kết luận\.txt"):
        read_stored(file)


def test_a_missing_file_is_told_by_name(office: Office, files: Path) -> None:
    file = keep(office.specialist, "Kết luận.txt", b"abc")
    on_disk(files)[0].unlink()
    with pytest.raises(FileDamaged):
        read_stored(file)


def test_where_nothing_can_be_written_nothing_is_kept(office: Office, files: Path) -> None:
    files.write_text("no folder")
    with pytest.raises(Refusal) as refused:
        keep(office.specialist, "a.txt", b"abc")
    assert refused.value.code == "documents.not_written"
    assert not StoredFile.objects.exists()


def test_orphans_are_swept_and_nothing_else(office: Office, files: Path) -> None:
    keep(office.specialist, "a.txt", b"abc")
    kept = on_disk(files)
    folder = kept[0].parent
    old, half, young = folder / ("ab" * 32), folder / "0123.1.2.part", folder / "cdef"
    for path in (old, half, young):
        path.write_bytes(b"x")
    past = time.time() - 7200
    for path in (*kept, old, half):
        os.utime(path, (past, past))
    assert sorted(Path(name).name for name in sweep_orphans()) == sorted([old.name, half.name])
    assert set(on_disk(files)) == {*kept, young}


def test_a_dry_sweep_only_tells(office: Office, files: Path) -> None:
    folder = files / str(office.committee.pk) / "ab"
    folder.mkdir(parents=True)
    (folder / ("ab" * 32)).write_bytes(b"x")
    os.utime(folder / ("ab" * 32), (time.time() - 7200,) * 2)
    assert len(sweep_orphans(is_dry=True)) == 1
    assert len(sweep_orphans()) == 1
    assert on_disk(files) == []


def test_pictures_of_files_that_are_gone_are_swept(office: Office, files: Path) -> None:
    kept = keep(office.specialist, "a.pdf", b"abc")
    pages = files / str(office.committee.pk) / "pages"
    past = (time.time() - 7200,) * 2
    for sha256 in (kept.sha256, "cd" * 32):
        picture = pages / sha256[:2] / sha256 / "1.webp"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(b"x")
        os.utime(picture, past)
    assert sweep_orphans() == [f"{office.committee.pk}/pages/cd/{'cd' * 32}/1.webp"]
