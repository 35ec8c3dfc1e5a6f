"""``giaoban extract … --out``: the run as it is seen on the terminal, its progress, failures, summary and exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

import typer

from giaoban.archive import cluster, workers
from giaoban.archive.finding import Found, find
from giaoban.archive.folder import Folder
from giaoban.archive.kept import Kept
from giaoban.archive.reading import Reader, Tally, read_archive
from giaoban.archive.table import Table
from giaoban.archive.work import Failure, Outcome
from giaoban.cli import archive_words, words
from giaoban.cli.saying import said
from giaoban.cli.words import Language
from giaoban.refusal import Refusal

if TYPE_CHECKING:
    from rich.progress import Progress

#: Exit codes: all was read; some of it was not, or the command was wrong; it was stopped (128 + SIGINT).
DONE, FAILED, STOPPED = 0, 2, 130


def run(files: list[Path], out: Path, jobs: int, dask: str, language: Language) -> int:
    """Read files and folders into a folder or a Parquet file; returns the exit code."""
    is_table = out.suffix == ".parquet"
    try:
        found = find(files, leaving_out=out)
        if not found.sources and not found.closed:
            return _refused(f"{files[0]}: {words.NO_FILES[language]}")
        with Stop() as stop, _reader(jobs, dask, stop) as reader, _kept(out, is_table=is_table) as kept:
            tally = _watched(found, kept, reader, language)
    except Refusal as refusal:
        return _refused(said(refusal, language))
    _sum_up(tally, kept, language)
    if not tally.is_complete:
        return STOPPED
    return FAILED if tally.failures else DONE


class Stop:
    """Whether the run was asked to stop (Ctrl-C, SIGTERM): at the first time after the file at hand, then at once."""

    def __init__(self) -> None:
        self.is_asked = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Stop:
        self._before = {one: signal.signal(one, self._asked) for one in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def __call__(self) -> bool:
        return self.is_asked

    def _asked(self, number: int, frame: FrameType | None) -> None:
        if self.is_asked:
            raise KeyboardInterrupt
        self.is_asked = True


@contextmanager
def _reader(jobs: int, dask: str, stop: Callable[[], bool]) -> Iterator[Reader]:
    if not dask:
        yield partial(workers.read_here, jobs=jobs or workers.processors(), is_stopped=stop)
        return
    with cluster.joined(dask) as client:
        yield lambda requests: cluster.read_there(client, requests, stop)


@contextmanager
def _kept(out: Path, *, is_table: bool) -> Iterator[Kept]:
    if is_table:
        with Table.opened(out) as table:
            yield table
    else:
        with Folder.opened(out) as folder:
            yield folder


def _watched(found: Found, kept: Kept, reader: Reader, language: Language) -> Tally:
    """Read the archive, with a bar on a terminal, and a line for each failure."""

    def say(failure: Failure) -> str:
        return said(failure.refusal(), language)

    with _progress(len(found.sources) + len(found.closed), language) as advance:

        def listen(outcome: Outcome) -> None:
            if outcome.failure is not None:
                typer.echo(f"✗ {outcome.name}: {say(outcome.failure)} ({outcome.failure.code})", err=True)
            advance()

        return read_archive(found, kept, reader, listen, say)


@contextmanager
def _progress(total: int, language: Language) -> Iterator[Callable[[], None]]:
    """Show how far the run is; yields what is to be called after each file. Nothing is shown but on a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console

    with _bar(Console(stderr=True), language) as bar:
        task = bar.add_task(archive_words.READING[language], total=total)
        yield lambda: bar.advance(task)


def _bar(console: Any, language: Language) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(archive_words.LEFT[language]),
        TimeRemainingColumn(),
        console=console,
        # The lines of failures go past the bar, not through it.
        redirect_stderr=True,
        redirect_stdout=False,
    )


def _sum_up(tally: Tally, kept: Kept, language: Language) -> None:
    def tell(sentence: dict[str, str], **values: object) -> None:
        typer.echo(sentence[language].format(**values), err=True)

    seconds = f"{tally.seconds:.1f}"
    tell(
        archive_words.SUMMARY,
        total=tally.total,
        read=tally.read,
        known=tally.known,
        failed=len(tally.failures),
        seconds=seconds.replace(".", ",") if language == "vi" else seconds,
    )
    if tally.others:
        tell(archive_words.OTHERS, others=tally.others)
    if tally.failures:
        tell(archive_words.FAILURES, path=kept.failures)
    if not tally.is_complete:
        tell(archive_words.STOPPED, left=tally.total - tally.read - tally.known - len(tally.failures))


def _refused(sentence: str) -> int:
    typer.echo(f"✗ {sentence}", err=True)
    return FAILED
