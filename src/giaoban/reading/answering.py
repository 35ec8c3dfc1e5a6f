"""What the process does that reads one file for another one: shuts itself in, reads it, says what came of it.

It reads a line of JSON (``name`` and ``limits``) and the file's bytes from standard input, and writes lines of JSON to
standard output: ``done`` and ``total`` as pages are read, at last ``text``, ``refusal`` or ``fault``. Where
``pictures`` of pages are asked for by their numbers, it says ``number`` and ``picture`` of each, at last ``are_made``;
where a ``portion`` of a scan is, it says ``number`` and ``page`` of each that it recognised, at last ``text`` or
``unfinished``.
"""

from __future__ import annotations

import json
import os
import traceback
from base64 import b64encode
from dataclasses import astuple
from typing import IO, Any

from giaoban.reading import read_bytes, read_portion
from giaoban.reading.confinement import close_network, limit
from giaoban.reading.passing import plain
from giaoban.reading.pictures import pictures_of
from giaoban.reading.progress import told_to
from giaoban.reading.refusals import ReadingRefusal, bomb
from giaoban.reading.scans import Portion, Unfinished
from giaoban.reading.text import Limits


def answer() -> None:
    """Read the file that standard input holds; the process must be its own, for it gives up its network and memory."""
    answers = _answers()
    with open(0, "rb", closefd=False) as asked:
        request = json.loads(asked.readline())
        data = asked.read()
    limits = Limits(**request["limits"])
    close_network()
    limit(limits.memory)
    _say(answers, _outcome(data, request, limits, answers))


def _answers() -> IO[bytes]:
    """Return the way back, and let nothing else write to it."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _outcome(data: bytes, request: dict[str, Any], limits: Limits, answers: IO[bytes]) -> dict[str, Any]:
    name, numbers = request["name"], request["pictures"]
    try:
        if numbers:
            return _make_pictures(data, name, numbers, limits, answers)
        with told_to(lambda done, total: _say(answers, {"done": done, "total": total})):
            return _read(data, name, request["portion"], limits, answers)
    except ReadingRefusal as refusal:
        return _told(refusal)
    except MemoryError:
        return _told(bomb())
    # Nobody sees this process: whatever went wrong is told to the one who waits, and raised there.
    except Exception:
        return {"fault": traceback.format_exc()}


def _read(data: bytes, name: str, portion: dict[str, Any] | None, limits: Limits, answers: IO[bytes]) -> dict[str, Any]:
    if portion is None:
        return {"text": plain(read_bytes(data, name, limits=limits))}
    known = {int(number): page for number, page in portion["known"].items()}
    read = read_portion(
        data,
        name,
        Portion(portion["seconds"], known),
        lambda number, page: _say(answers, {"number": number, "page": page}),
        limits=limits,
    )
    return {"unfinished": astuple(read)} if isinstance(read, Unfinished) else {"text": plain(read)}


def _make_pictures(data: bytes, name: str, numbers: list[int], limits: Limits, answers: IO[bytes]) -> dict[str, Any]:
    for number, picture in pictures_of(data, name, numbers, limits):
        _say(answers, {"number": number, "picture": b64encode(picture).decode()})
    return {"are_made": True}


def _told(refusal: ReadingRefusal) -> dict[str, Any]:
    return {"refusal": refusal.code, "sentence": refusal.sentence, "values": refusal.values}


def _say(answers: IO[bytes], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()
