"""How fast an archive of small files is read by one process: an interpreter started for each file, and one forked.

``make bench`` runs it. The same files are read in the same run both ways, in turns; a figure is the median of the
rounds, of the time on the clock with all that an archive does with a file but keeping the result.
"""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from statistics import median

from docx import Document

from giaoban.archive.work import Request, read_one
from giaoban.reading.forks import keep_none, keep_ready

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "src" / "giaoban" / "demo" / "data"
ROUNDS, STARTED, FORKED = 3, 6, 40


def paragraphs() -> list[str]:
    """Return the paragraphs of a document of some 3,000 characters."""
    lines = max((path.read_text("utf-8") for path in TEXTS.glob("*.txt")), key=len).splitlines()
    kept, length = [], 0
    for line in filter(None, lines):
        kept.append(line)
        length += len(line)
        if length > 3_000:
            break
    return kept


def word(lines: list[str]) -> bytes:
    """Return them as a .docx."""
    document, made = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def page(lines: list[str]) -> bytes:
    """Return them as an .html."""
    return ("<html><body><article>" + "".join(f"<p>{line}</p>" for line in lines) + "</article></body></html>").encode()


def seconds(name: str, data: bytes, count: int) -> float:
    """Return how long a file takes on average; the first one, which may start a server, is left out."""
    outcome = read_one(Request(name, data=data))
    assert outcome.json, outcome.failure
    started = time.perf_counter()
    for _ in range(count):
        read_one(Request(name, data=data))
    return (time.perf_counter() - started) / count


def main() -> None:
    """Print a line for each format."""
    print(f"{'files of 3,000 characters a second, one process':<52}{'started':>10}{'forked':>10}{'ratio':>8}")
    lines = paragraphs()
    for name, data in (("a.docx", word(lines)), ("a.html", page(lines))):
        started, forked = [], []
        for _ in range(ROUNDS):
            keep_none()
            started.append(seconds(name, data, STARTED))
            keep_ready()
            forked.append(seconds(name, data, FORKED))
        one, other = median(started), median(forked)
        print(f"{name.removeprefix('a'):<52}{1 / one:>10.1f}{1 / other:>10.1f}{one / other:>8.1f}")


if __name__ == "__main__":
    main()
