"""Reading an archive: its files handed out, their results kept, its failures told."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from giaoban.archive.finding import Found
from giaoban.archive.kept import Kept, write_whole
from giaoban.archive.refusals import ArchiveRefusal, not_opened, not_written
from giaoban.archive.work import STANDARD_INPUT, Failure, Outcome, Request, content

#: Reads files somewhere: takes them as they are asked for, yields what comes of each.
Reader = Callable[[Iterator[Request]], Iterable[Outcome]]
#: Told each outcome as it comes, the ones that are known too.
Listener = Callable[[Outcome], None]
#: Says a failure in the language of whoever reads it.
Say = Callable[[Failure], str]


@dataclass(slots=True)
class Tally:
    """How a run went: files read now, read before, not read; files of other formats; seconds."""

    total: int
    others: int
    read: int = 0
    known: int = 0
    seconds: float = 0.0
    failures: dict[str, Failure] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether every file was looked at, and the run was not stopped before."""
        return self.read + self.known + len(self.failures) >= self.total


def read_archive(found: Found, kept: Kept, reader: Reader, listener: Listener, say: Say) -> Tally:
    """Read the files of an archive that have no result yet, or an older one; returns how it went.

    What was read is kept whatever happens. Raises a refusal where nothing can be written any more, and what the
    reader raises.
    """
    started = time.monotonic()
    tally = Tally(len(found.sources) + len(found.closed), found.others)
    names: set[str] = set()
    for outcome in _closed(found):
        _count(outcome, tally, names, listener)
    try:
        for outcome in reader(_requests(found, kept)):
            _count(_kept(outcome, kept), tally, names, listener)
    finally:
        tally.seconds = time.monotonic() - started
        _finish(kept, names, tally, say)
    return tally


def _requests(found: Found, kept: Kept) -> Iterator[Request]:
    for one in found.sources:
        # No other process has this one's standard input.
        data = content(one.path) if one.path == STANDARD_INPUT else None
        yield Request(one.name, one.path, data, kept.known(one.name))


def _closed(found: Found) -> Iterator[Outcome]:
    """Yield the folders that cannot be looked into, as failures of their own."""
    return (Outcome(name, "", "", failure=Failure.of(not_opened(reason))) for name, reason in found.closed)


def _kept(outcome: Outcome, kept: Kept) -> Outcome:
    """Keep what was found, and return the outcome: a failure where its file cannot be made."""
    if not outcome.json:
        return outcome
    try:
        kept.keep(outcome)
    except ArchiveRefusal as refusal:
        return replace(outcome, json="", failure=Failure.of(refusal))
    except OSError as error:
        raise not_written(str(kept.failures.parent), error.strerror or str(error)) from error
    return outcome


def _count(outcome: Outcome, tally: Tally, names: set[str], listener: Listener) -> None:
    if outcome.failure is not None:
        tally.failures[outcome.name] = outcome.failure
    else:
        names.add(outcome.name)
        tally.read += bool(outcome.json)
        tally.known += not outcome.json
    listener(outcome)


def _finish(kept: Kept, names: set[str], tally: Tally, say: Say) -> None:
    try:
        kept.finish(names, is_complete=tally.is_complete)
        _tell(kept, tally.failures, say)
    except OSError as error:
        raise not_written(str(kept.failures.parent), error.strerror or str(error)) from error


def _tell(kept: Kept, failures: Mapping[str, Failure], say: Say) -> None:
    """Write the failures, a line of JSON each; where there are none, there is no file."""
    if not failures:
        kept.failures.unlink(missing_ok=True)
        return
    lines = []
    for name, failure in sorted(failures.items()):
        line = {"file": name, "code": failure.code, "reason": say(failure)}
        lines.append(json.dumps(line | ({"detail": failure.detail} if failure.detail else {}), ensure_ascii=False))
    content = ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")
    write_whole(kept.failures, content, kept.failures.with_name(f".{kept.failures.name}"))
