"""How fast documents are read: documents of 3,000 characters a second beside underthesea and pyvi, then stage by stage.

``make bench`` runs it. The libraries that it compares with are installed from ``requirements/bench.txt`` into an
environment of their own; where that cannot be done it says so, and measures what there is. Every figure is of
processor time on one core, so that other work on the machine counts for little.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("src/giaoban/demo/data", "tests/corpus/documents", "tests/corpus/blind")
ENVIRONMENT = ROOT / ".venv" / "bench"
LOCK = ROOT / "requirements" / "bench.txt"
DOCUMENT = 3_000
#: Seconds of processor time for each figure, and rounds of which the best counts.
SECONDS, ROUNDS = 2.0, 3


def texts() -> list[str]:
    """Return the documents that are read, of their own lengths."""
    return [path.read_text("utf-8") for folder in TEXTS for path in sorted((ROOT / folder).glob("*.txt"))]


def speed(read: Callable[[str], object], seconds: float = SECONDS) -> float:
    """Return how many documents of 3,000 characters are read a second."""
    given, characters, started = texts(), 0, time.process_time()
    for text in cycle(given):
        read(text)
        characters += len(text)
        spent = time.process_time() - started
        if spent > seconds:
            break
    return characters / DOCUMENT / spent


def measure_giaoban() -> Iterator[tuple[str, float]]:
    """Measure all that the reader does with a text."""
    from giaoban.language import understand

    for text in texts():
        understand(text)
    yield "all that is found", max(speed(understand) for _ in range(ROUNDS))


def measure_pyvi() -> Iterator[tuple[str, float]]:
    """Measure the words, and the words with their tags."""
    from pyvi import ViPosTagger, ViTokenizer

    yield "words", speed(ViTokenizer.tokenize)
    yield "words and tags", speed(lambda text: ViPosTagger.postagging(ViTokenizer.tokenize(text)))


def measure_underthesea() -> Iterator[tuple[str, float]]:
    """Measure the words, the words with their tags, and the names in them."""
    from underthesea import ner, pos_tag, word_tokenize

    for name, read in (("words", word_tokenize), ("words and tags", pos_tag), ("names", ner)):
        read("Công an xã tuần tra.")
        yield name, speed(read)


MEASURES = {"giaoban": measure_giaoban, "pyvi": measure_pyvi, "underthesea": measure_underthesea}


def compare() -> None:
    """Print a line for each library and what it does; each is measured in a process of its own."""
    python = _environment()
    print(f"{'documents of 3,000 characters a second, one core':<52}{'a second':>10}")
    for library in MEASURES:
        program = sys.executable if library == "giaoban" else python
        done = program and subprocess.run(
            [program, "-W", "ignore", __file__, library], capture_output=True, text=True, check=False
        )
        if not done or done.returncode:
            print(f"{library:<52}{'missing':>10}")
            continue
        for name, figure in json.loads(done.stdout.splitlines()[-1]):
            print(f"{f'{library}: {name}':<52}{figure:>10.1f}")


def _environment() -> str:
    """Return the Python that has the other libraries, made where there is none; empty where it cannot be."""
    python, stamp = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "installed"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return str(python)
    print("→ installing underthesea and pyvi, for comparison only", flush=True)
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "-q", "--require-hashes", "--no-deps"]
    for command in ([sys.executable, "-m", "venv", str(ENVIRONMENT)], [*pip, "-r", str(LOCK)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            why = (done.stderr.strip().splitlines() or ["no reason was told"])[-1]
            print(f"✗ they could not be installed, so giaoban is measured alone ({why})")
            return ""
    stamp.write_text(wanted)
    return str(python)


def profile() -> None:
    """Print what share of the time each stage of the reader takes."""
    from giaoban.language import stages as reader

    stages: dict[str, float] = {}
    inner = [0.0]

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            outer, inner[0] = inner[0], 0.0
            started = time.perf_counter()
            try:
                return stage(*arguments, **options)
            finally:
                spent = time.perf_counter() - started
                stages[name] = stages.get(name, 0.0) + spent - inner[0]
                inner[0] = outer + spent

        return run

    given = texts()
    for text in given:
        reader.read_stages(text)
    for name, stage in _stages(reader):
        setattr(reader, name, timed(name, stage))
    for text in given * 5:
        reader.read_stages(text)
    total = sum(stages.values())
    print(f"\n{'stage of understanding':<52}{'share':>10}")
    for name, spent in sorted(stages.items(), key=lambda one: -one[1]):
        print(f"{name:<52}{spent / total:>10.1%}")


def _stages(reader: Any) -> list[tuple[str, Callable[..., Any]]]:
    """Return the functions that the reader goes through, and the whole itself."""
    return [(name, one) for name, one in vars(reader).items() if callable(one) and not isinstance(one, type)]


def main(arguments: list[str]) -> None:
    """Compare and profile; with a library's name, print its figures as JSON."""
    if arguments:
        print(json.dumps(list(MEASURES[arguments[0]]())))
        return
    compare()
    profile()


if __name__ == "__main__":
    main(sys.argv[1:])
