"""The command itself: help in two languages, the office's commands by name, what happens without the office."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from importlib.metadata import version

import pytest
import typer

from giaoban.cli import main as command
from giaoban.cli.main import language_of, main
from giaoban.cli.words import OFFICE

from .test_extract import run


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        (["extract"], {"LANG": "vi_VN.UTF-8"}, "vi"),
        (["extract"], {"LANG": "C.UTF-8"}, "vi"),
        (["extract"], {"LANG": "en_US.UTF-8"}, "en"),
        (["extract"], {"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, "vi"),
        (["--lang", "en", "extract"], {"LANG": "vi_VN.UTF-8"}, "en"),
        (["--lang=en"], {}, "en"),
        (["--lang", "vi"], {"LANG": "en_US.UTF-8"}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_the_language_of_the_help(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "đến nhiệm vụ được trả lời"), ("en", "tasks that are answered")]
)
def test_help_names_every_command(capfd: pytest.CaptureFixture[str], language: str, words: str) -> None:
    code, out, _ = run(capfd, "--lang", language, "--help")
    assert code == 0
    assert words in out
    assert all(f" {name} " in out for name in ("extract", *OFFICE))


def test_extract_explains_itself(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Không lưu gì" in run(capfd, "--lang", "vi", "extract", "--help")[1]
    assert "Nothing is stored" in run(capfd, "--lang", "en", "extract", "--help")[1]


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "--version")[:2] == (0, f"{version('giaoban')}\n")


def test_another_language_or_command_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "--lang", "fr", "extract", "-")[0] == 2
    assert run(capfd, "no-such-command")[0] == 2


@pytest.mark.parametrize("name", OFFICE)
def test_every_office_command_is_there_and_documented(name: str) -> None:
    modules = [import_module(f"giaoban.cli.{one}") for one in ("office", "upkeep")]
    functions = [getattr(one, name.replace("-", "_"), None) for one in modules]
    assert any(one and one.__doc__ for one in functions)


def test_arguments_and_exit_code_go_through(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def serve(port: int = 1, *, loud: bool = False) -> None:
        typer.echo(f"{port} {loud}")
        raise typer.Exit(3)

    monkeypatch.setattr("giaoban.cli.office.serve", serve)
    assert run(capfd, "serve", "--port", "8765", "--loud") == (3, "8765 True\n", "")
    assert run(capfd, "serve", "--port", "x")[0] == 2
    assert "--port" in run(capfd, "serve", "--help")[1]


def test_without_the_office_its_commands_say_so() -> None:
    program = "import sys\nsys.modules['django'] = None\nfrom giaoban.cli.main import main\nmain(['serve'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'giaoban[office]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_fault_of_our_own_is_not_taken_for_a_missing_office(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> object:
        raise ModuleNotFoundError("No module named 'giaoban.lost'", name="giaoban.lost")

    monkeypatch.setattr(command, "_office_command", broken)
    with pytest.raises(ModuleNotFoundError, match=r"giaoban\.lost"):
        main(["serve"])
