"""The other process of :mod:`giaoban.reading.apart` where it is an interpreter of its own: one file, and it ends."""

from __future__ import annotations

import os

from giaoban.reading.answering import answer
from giaoban.reading.confinement import end_with
from giaoban.reading.programs import APART

if __name__ == "__main__":
    end_with(int(os.environ[APART]))
    answer()
