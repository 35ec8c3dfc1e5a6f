"""Try the reader on random broken files: ``python scripts/fuzz_reading.py --seconds 600 --seed 1``.

Files of every format, made by the tests, are cut, repeated, mixed and changed at random, and read in a process of their
own as from outside. Every one must be read, or refused with a reason, in time; nothing may be left behind. A file that
breaks this is kept in ``--keep``, and the seed and number that make it again are told. Exit code 1 where there was one.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from PIL import Image  # noqa: E402

from giaoban.reading import Limits, ReadingRefusal  # noqa: E402
from giaoban.reading.apart import read_bytes_apart  # noqa: E402
from reading.conftest import Converter  # noqa: E402
from reading.documents import make_notice  # noqa: E402
from reading.hostile import CORPUS, plain_pdf  # noqa: E402
from reading.making import repacked  # noqa: E402

#: What a file may come to, beside being read.
LIMITS = Limits(seconds=30, most_seconds=60, scanned_pages=3)
SLOWEST = 45.0
SPLICED = 400
NUMBERS = (b"0", b"-1", b"65535", b"4294967295", b"9" * 30)


def seeds() -> dict[str, list[bytes]]:
    """Return good and hostile files by their extension."""
    found: dict[str, list[bytes]] = {".docx": [make_notice()], ".pdf": [plain_pdf()], ".html": [b"<html><body><p>a"]}
    with tempfile.TemporaryDirectory() as folder:
        notice = Path(folder) / "notice.docx"
        notice.write_bytes(make_notice())
        for extension in (".doc", ".pdf"):
            made = Converter(Path(folder)).convert(notice, extension[1:])
            found.setdefault(extension, []).append(made.read_bytes())
    picture = BytesIO()
    Image.effect_noise((200, 120), 50).save(picture, "PNG")
    found[".png"] = [picture.getvalue()]
    for one in CORPUS:
        data = one.make()
        if 0 < len(data) < 200_000:
            found.setdefault(Path(one.name).suffix, []).append(data)
    return found


def flip(data: bytearray, chance: random.Random) -> None:
    """Change some bytes."""
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    """Leave out a stretch."""
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, len(data))]


def repeat(data: bytearray, chance: random.Random) -> None:
    """Repeat a stretch somewhere."""
    start = chance.randrange(len(data))
    stretch = bytes(data[start : start + chance.randint(1, SPLICED)])
    place = chance.randrange(len(data))
    data[place:place] = stretch * chance.randint(1, 50)


def number(data: bytearray, chance: random.Random) -> None:
    """Put another number in the place of one."""
    digits = [place for place, byte in enumerate(data) if 0x30 <= byte <= 0x39]
    if digits:
        place = chance.choice(digits)
        data[place : place + 1] = chance.choice(NUMBERS)


CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (flip, cut, repeat, number)


def changed(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few changes; those of a zip's part where it is one, so that the zip stays whole."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        try:
            return repacked(data, lambda parts: _change_part(parts, chance))
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            return _changed(data, chance)
    return _changed(data, chance)


def _change_part(parts: dict[str, bytes], chance: random.Random) -> None:
    name = chance.choice(sorted(parts))
    parts[name] = _changed(parts[name], chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if made:
            chance.choice(CHANGES)(made, chance)
    return bytes(made)


def files(seed: int) -> Iterator[tuple[int, str, bytes]]:
    """Yield numbered files without end: name and bytes; the same for the same seed."""
    good = seeds()
    count = 0
    while True:
        count += 1
        chance = random.Random(f"{seed}/{count}")
        extension = chance.choice(sorted(good))
        yield count, f"a{extension}", changed(chance.choice(good[extension]), chance)


def outcome(name: str, data: bytes) -> tuple[str, str]:
    """Return what came of a file, and what is wrong with that."""
    began = time.monotonic()
    try:
        read_bytes_apart(data, name, limits=LIMITS)
        code = "read"
    except ReadingRefusal as refusal:
        code = refusal.code
    # Whatever else is raised is what is looked for here.
    except Exception as fault:
        return "fault", str(fault)
    taken = time.monotonic() - began
    return code, f"took {taken:.0f} s" if taken > SLOWEST else ""


def main() -> int:
    """Run for the time that was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "giaoban-fuzz")
    asked = parser.parse_args()
    ends = time.monotonic() + asked.seconds
    counts: Counter[str] = Counter()
    broken = 0
    with tempfile.TemporaryDirectory(prefix="giaoban-fuzzing-") as scratch:
        tempfile.tempdir = scratch
        for count, name, data in files(asked.seed):
            if time.monotonic() > ends:
                break
            code, wrong = outcome(name, data)
            wrong = wrong or ("left files behind" if any(Path(scratch).iterdir()) else "")
            counts[code] += 1
            if wrong:
                broken += 1
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{asked.seed}-{count}{Path(name).suffix}").write_bytes(data)
                print(f"✗ seed {asked.seed}, file {count} ({name}): {wrong}", file=sys.stderr)
    print(f"{sum(counts.values())} files, {broken} faults: {dict(counts.most_common())}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
