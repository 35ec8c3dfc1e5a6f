"""``giaoban extract``: documents → JSON, on the terminal or into a folder."""

# No postponed annotations here: the options' help, which stands in them, depends on the language asked for.

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from giaoban.cli import explaining, words
from giaoban.cli.saying import said
from giaoban.cli.words import Language
from giaoban.language import explain
from giaoban.language.extraction import Extraction
from giaoban.reader import understand
from giaoban.reading import ReadingRefusal, Text, read_bytes
from giaoban.reading.apart import read_file_apart

REFUSED = 2
_STANDARD_INPUT = Path("-")
_EXTENSIONS = (".txt", ".docx", ".doc", ".pdf", ".html", ".htm", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


def add_to(app: typer.Typer, language: Language) -> None:
    """Give the application the command, with its help in a language."""

    @app.command("extract", help=words.EXTRACT[language])
    def run(
        files: Annotated[list[Path], typer.Argument(metavar="FILE", help=words.FILES[language])],
        out: Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help=words.OUT[language])] = None,
        explained: Annotated[bool, typer.Option("--explain", help=words.EXPLAIN[language])] = False,
        as_data: Annotated[bool, typer.Option("--json", help=words.JSON[language])] = False,
        # Read before the application is built; it may also stand behind the command's name.
        _lang: Annotated[str, typer.Option("--lang", help=words.LANG[language], hidden=True)] = language,
    ) -> None:
        if explained:
            done = _explain_one(files, out, language, as_data=as_data)
        else:
            done = _print_one(files, language) if out is None else _write_all(files, out, language)
        raise typer.Exit(0 if done else REFUSED)


def as_json(extraction: Extraction) -> str:
    """Return the JSON object, keys in the order of the specification."""
    return json.dumps(extraction.as_dict(), ensure_ascii=False, indent=2) + "\n"


def _print_one(files: list[Path], language: Language) -> bool:
    if len(files) > 1 or files[0].is_dir():
        _complain(words.ONE_FILE[language])
        return False
    extraction = _extracted(files[0], language)
    if extraction is not None:
        _print(as_json(extraction))
    return extraction is not None


def _explain_one(files: list[Path], out: Path | None, language: Language, *, as_data: bool) -> bool:
    """Print what each clause of a file is and why; ``as_data`` prints JSON."""
    if out is not None or len(files) > 1 or files[0].is_dir():
        _complain(words.EXPLAIN_ONE[language])
        return False
    text = _read(files[0], language)
    if text is not None:
        written = explaining.as_json if as_data else explaining.as_text
        _print(written(explain(text.text), language))
    return text is not None


def _print(words: str) -> None:
    # Bytes, because a terminal's own encoding may have no Vietnamese letters.
    sys.stdout.buffer.write(words.encode())
    sys.stdout.flush()


def _write_all(files: list[Path], out: Path, language: Language) -> bool:
    chosen = [one for file in files for one in _files_in(file)]
    targets = [out / f"{'stdin' if file == _STANDARD_INPUT else file.stem}.json" for file in chosen]
    if twice := next((one for one in targets if targets.count(one) > 1), None):
        _complain(words.SAME_NAME[language].format(name=twice))
        return False
    if not chosen:
        _complain(f"{files[0]}: {words.NO_FILES[language]}")
        return False
    out.mkdir(parents=True, exist_ok=True)
    written = [_write(file, target, language) for file, target in zip(chosen, targets, strict=True)]
    return all(written)


def _files_in(path: Path) -> Iterator[Path]:
    """Yield the file itself, or a folder's readable files by name."""
    if path.is_dir():
        yield from sorted(one for one in path.iterdir() if one.suffix.lower() in _EXTENSIONS)
    else:
        yield path


def _write(file: Path, target: Path, language: Language) -> bool:
    extraction = _extracted(file, language)
    if extraction is not None:
        target.write_text(as_json(extraction), "utf-8")
    return extraction is not None


def _extracted(file: Path, language: Language) -> Extraction | None:
    """Return what is found in the file; None, and the reason on stderr, where it cannot be read."""
    text = _read(file, language)
    return None if text is None else understand(text)


def _read(file: Path, language: Language) -> Text | None:
    """Return the text of the file; None, and the reason on stderr, where it cannot be read."""
    try:
        if file == _STANDARD_INPUT:
            return read_bytes(sys.stdin.buffer.read(), "stdin.txt")
        return read_file_apart(file)
    except ReadingRefusal as refusal:
        _complain(f"{file}: {said(refusal, language)}")
    except FileNotFoundError:
        _complain(f"{file}: {words.NO_SUCH_FILE[language]}")
    except OSError as error:
        _complain(f"{file}: {words.NOT_OPENED[language].format(reason=error.strerror or error)}")
    return None


def _complain(sentence: str) -> None:
    typer.echo(f"✗ {sentence}", err=True)
