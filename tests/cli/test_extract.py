"""``giaoban extract``: one JSON object, folders, standard input, and refusals with their exit code."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from giaoban import explain, extract
from giaoban.cli.main import main

NOTICE = "Kết luận hội nghị, đồng chí Bí thư yêu cầu Công an xã tăng cường tuần tra trước ngày 30/9/2025.\n"


def run(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command."""
    with pytest.raises(SystemExit) as ended:
        main([str(one) for one in arguments])
    captured = capfd.readouterr()
    return int(ended.value.code or 0), captured.out, captured.err


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "thông báo.txt"
    path.write_text(NOTICE, "utf-8")
    return path


def test_one_file_is_printed_as_one_object(capfd: pytest.CaptureFixture[str], notice: Path) -> None:
    code, out, err = run(capfd, "extract", notice)
    assert (code, err) == (0, "")
    assert json.loads(out) == extract(NOTICE).as_dict()
    assert "Công an xã" in out
    assert out.endswith("}\n")


def test_standard_input_is_text(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(NOTICE.encode())))
    code, out, _ = run(capfd, "extract", "-")
    assert (code, json.loads(out)["text"]) == (0, NOTICE)


def test_a_refused_file_does_not_keep_the_others_back(
    capfd: pytest.CaptureFixture[str], notice: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "mật.txt"
    secret.write_text("TỐI MẬT\nChuyện riêng", "utf-8")
    code, _, err = run(capfd, "extract", secret, notice, "--out", tmp_path / "out")
    assert code == 2
    assert "dấu chỉ độ mật “Tối mật”" in err
    assert "Chuyện riêng" not in err
    assert [one.name for one in (tmp_path / "out").glob("*.json")] == ["thông báo.txt.json"]


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Chưa đọc được định dạng này."), ("en", "This format cannot be read yet.")]
)
def test_a_refusal_is_told_on_standard_error(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, language: str, words: str
) -> None:
    (tmp_path / "kl.rtf").write_bytes(b"{\\rtf1}")
    code, out, err = run(capfd, "--lang", language, "extract", tmp_path / "kl.rtf")
    assert (code, out) == (2, "")
    assert words in err


@pytest.mark.parametrize(("language", "words"), [("vi", "Không có tệp này"), ("en", "There is no such file")])
def test_a_file_that_is_not_there(capfd: pytest.CaptureFixture[str], language: str, words: str) -> None:
    code, out, err = run(capfd, "--lang", language, "extract", "không-có.txt")
    assert (code, out) == (2, "")
    assert words in err


def test_several_files_need_a_folder(capfd: pytest.CaptureFixture[str], notice: Path) -> None:
    for arguments in ([notice, notice], [notice.parent]):
        code, out, err = run(capfd, "extract", *arguments)
        assert (code, out) == (2, "")
        assert "--out" in err


def test_standard_input_is_written_too(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(NOTICE.encode())))
    assert run(capfd, "extract", "-", "--out", tmp_path)[0] == 0
    assert json.loads((tmp_path / "stdin.txt.json").read_text("utf-8")) == extract(NOTICE).as_dict()


def test_a_folder_without_documents(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capfd, "extract", tmp_path, "--out", tmp_path / "out")
    assert code == 2
    assert "không có tệp" in err


def test_no_file_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "extract")[0] == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["[chỉ đạo 1]", "(asked)", "chủ trì: Công an xã (nêu ngay trong câu)", "hạn: trước ngày 30/9/2025"]),
        ("en", ["[directive 1]", "(asked)", "lead: Công an xã (named in the clause)", "due: trước ngày 30/9/2025"]),
    ],
)
def test_a_file_is_explained_clause_by_clause(
    capfd: pytest.CaptureFixture[str], notice: Path, language: str, words: list[str]
) -> None:
    code, out, err = run(capfd, "--lang", language, "extract", "--explain", notice)
    assert (code, err) == (0, "")
    assert run(capfd, "extract", "--explain", notice, "--lang", language) == (0, out, "")
    assert [one for one in words if one not in out] == []
    assert max(map(len, out.splitlines())) <= 100


def test_an_explanation_is_printed_as_data(capfd: pytest.CaptureFixture[str], notice: Path) -> None:
    code, out, _ = run(capfd, "extract", "--explain", "--json", notice)
    data = json.loads(out)
    assert (code, data) == (0, explain(NOTICE).as_dict())
    assert data["extraction"] == extract(NOTICE).as_dict()


def test_only_one_file_is_explained(capfd: pytest.CaptureFixture[str], notice: Path, tmp_path: Path) -> None:
    for arguments in ([notice, notice], [notice.parent], [notice, "--out", tmp_path / "out"]):
        code, out, err = run(capfd, "extract", "--explain", *arguments)
        assert (code, out) == (2, "")
        assert "--explain" in err


def test_a_refused_file_is_not_explained(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    secret = tmp_path / "mật.txt"
    secret.write_text("TỐI MẬT\nChuyện riêng", "utf-8")
    code, out, err = run(capfd, "extract", "--explain", secret)
    assert (code, out) == (2, "")
    assert "Tối mật" in err
