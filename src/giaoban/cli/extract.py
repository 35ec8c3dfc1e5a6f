"""``giaoban extract``: documents → JSON, on the terminal or into a folder."""

# No postponed annotations here: the options' help, which stands in them, depends on the language asked for.

import sys
from pathlib import Path
from typing import Annotated

import typer

from giaoban.archive.work import as_json, refusal_of
from giaoban.cli import archive_words, explaining, words
from giaoban.cli.saying import said
from giaoban.cli.words import Language
from giaoban.language import explain
from giaoban.language.extraction import Extraction
from giaoban.reader import understand
from giaoban.reading import ReadingRefusal, Text, read_bytes
from giaoban.reading.apart import read_file_apart

REFUSED = 2
_STANDARD_INPUT = Path("-")


def add_to(app: typer.Typer, language: Language) -> None:
    """Give the application the command, with its help in a language."""

    @app.command("extract", help=words.EXTRACT[language])
    def run(
        files: Annotated[list[Path], typer.Argument(metavar="FILE", help=words.FILES[language])],
        out: Annotated[Path | None, typer.Option("--out", metavar="PATH", help=words.OUT[language])] = None,
        jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=0, help=archive_words.JOBS[language])] = 0,
        dask: Annotated[str, typer.Option("--dask", metavar="ADDRESS", help=archive_words.DASK[language])] = "",
        explained: Annotated[bool, typer.Option("--explain", help=words.EXPLAIN[language])] = False,
        as_data: Annotated[bool, typer.Option("--json", help=words.JSON[language])] = False,
        # Read before the application is built; it may also stand behind the command's name.
        _lang: Annotated[str, typer.Option("--lang", help=words.LANG[language], hidden=True)] = language,
    ) -> None:
        if explained:
            done = _explain_one(files, out, language, as_data=as_data)
        elif out is not None:
            raise typer.Exit(_write_all(files, out, jobs, dask, language))
        else:
            done = _print_one(files, language, is_many=bool(jobs or dask))
        raise typer.Exit(0 if done else REFUSED)


def _write_all(files: list[Path], out: Path, jobs: int, dask: str, language: Language) -> int:
    if jobs and dask:
        _complain(archive_words.JOBS_OR_DASK[language])
        return REFUSED
    from giaoban.cli import archive

    return archive.run(files, out, jobs, dask, language)


def _print_one(files: list[Path], language: Language, *, is_many: bool) -> bool:
    if is_many:
        _complain(archive_words.NEEDS_OUT[language])
        return False
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
    except OSError as error:
        _complain(f"{file}: {said(refusal_of(error), language)}")
    return None


def _complain(sentence: str) -> None:
    typer.echo(f"✗ {sentence}", err=True)
