"""Which files are read, and that no two share a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from giaoban.archive.finding import EXTENSIONS, find
from giaoban.archive.folder import result_name
from giaoban.archive.refusals import ArchiveRefusal


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def names(folder: Path, *more: Path) -> list[str]:
    return [one.name for one in find([folder, *more], leaving_out=folder / "kết quả").sources]


def test_all_that_is_nested_is_found_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a.DOCX", "2024/quý I/kl.pdf", "2024/kl.pdf")
    assert names(tmp_path) == ["2024/kl.pdf", "2024/quý I/kl.pdf", "a.DOCX", "b.txt"]


def test_hidden_files_other_formats_and_the_results_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "kl.docx", "~$kl.docx", ".kl.docx", "bảng.xlsx", ".git/kl.txt", "kết quả/kl.txt")
    found = find([tmp_path], leaving_out=tmp_path / "kết quả")
    assert [one.name for one in found.sources] == ["kl.docx"]
    assert found.others == 4


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    touch(tmp_path, "kl.docx")
    (tmp_path / "vòng").symlink_to(tmp_path)
    assert names(tmp_path) == ["kl.docx"]


def test_files_of_several_folders_are_told_apart(tmp_path: Path) -> None:
    touch(tmp_path, "a/kl.txt", "b/kl.txt", "kl.txt")
    assert names(tmp_path / "a", tmp_path / "b", tmp_path / "kl.txt") == ["a/kl.txt", "b/kl.txt", "kl.txt"]


def test_two_of_one_name_are_refused(tmp_path: Path) -> None:
    touch(tmp_path, "a/x/kl.txt", "b/x/kl.txt")
    with pytest.raises(ArchiveRefusal, match="cùng mang tên"):
        names(tmp_path / "a" / "x", tmp_path / "b" / "x")


def test_every_format_is_among_them() -> None:
    assert {".txt", ".docx", ".doc", ".pdf", ".html", ".htm", ".png", ".jpg", ".tiff"} <= EXTENSIONS


def test_results_of_two_files_have_two_names_that_a_disk_takes() -> None:
    long = "Báo cáo kết quả thực hiện nhiệm vụ " * 6
    given = ["kl.docx", "kl.pdf", "a/kl.pdf", f"{long}1.docx"[-180:], f"{'ế' * 83}.docx", f"{'ế' * 83}.docs"]
    made = [result_name(name) for name in given]
    assert len(set(made)) == len(given)
    assert all(len(name.encode()) <= 255 and name.endswith(".json") for name in made)
