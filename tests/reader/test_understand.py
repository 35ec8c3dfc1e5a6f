"""How much time and memory reading takes: in proportion to the text, and within what a small machine has.

Processor time is measured, not the clock's: other work on the machine must not fail it. ``make bench`` prints the
figures themselves.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from corpus.scoring import DOCUMENTS
from giaoban.reader import Text, understand

LONGEST = 1_000_000
#: Documents of 3,000 characters a second below which something is badly wrong; a quiet core reads twice as many.
SLOWEST = 100
#: The two lengths whose times are compared, and how much more a character of the long text may take.
SHORT, LONG = 40_000, 400_000
STEEPEST = 1.5
MOST_MEMORY = 250 * 1024 * 1024
PEAK = """
import re, sys
from pathlib import Path
from giaoban import extract
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    extract(path)
assert len(extract(sys.stdin.read()).directives) > 1000
# What getrusage tells would count in the process that started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024)
"""


def texts() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(Path(DOCUMENTS).glob("*.txt"))]


def of_length(characters: int, number: int = 1) -> str:
    """Return a conclusion of many directives; another number makes another text, not remembered from before."""
    head = f"THÔNG BÁO\nKết luận hội nghị giao ban lần {number}\nĐồng chí Bí thư Đảng ủy kết luận, yêu cầu:\n"
    item = (
        "{n}. Công an xã chủ trì, phối hợp với Ban Chỉ huy Quân sự xã và Trưởng thôn {n} tuần tra, báo cáo trước ngày"
        " {day}/9/2025; thực hiện Nghị quyết số {n}-NQ/ĐU của Đảng ủy, do đồng chí Trần Văn An, Phó Bí thư theo dõi.\n"
    )
    count = characters // len(item) + 1
    body = "".join(item.format(n=n, day=n % 28 + 1) for n in range(1, count))
    return (head + body)[:characters]


def seconds(text: str) -> float:
    started = time.process_time()
    understand(Text(text, "text/plain", ""))
    return time.process_time() - started


def test_documents_a_second() -> None:
    given = texts()
    best = min(sum(seconds(text) for text in given) for _ in range(3))
    assert sum(map(len, given)) / 3_000 / best > SLOWEST


def test_time_grows_as_the_text_does() -> None:
    short = min(seconds(of_length(SHORT, number)) for number in (1, 2, 3))
    # Both are the best of several: another process on the machine slows a single run down.
    long = min(seconds(of_length(LONG, number)) for number in (4, 5, 6))
    assert long / short < LONG / SHORT * STEEPEST


def test_peak_of_memory() -> None:
    command = [sys.executable, "-c", PEAK, str(DOCUMENTS)]
    done = subprocess.run(command, input=of_length(LONGEST), capture_output=True, text=True, check=True)
    assert int(done.stdout) < MOST_MEMORY
