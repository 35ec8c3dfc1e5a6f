"""Four hours of a meeting in a few minutes: does anything grow, does any question fail?

Run from ``tests`` (or ``make meeting`` from the root)::

    python -m pages.long_meeting               # four hours, about eight minutes on two processors
    python -m pages.long_meeting --hours 0.5

A real server with the example, a presenter's page and a projector's in Chromium. Only the pages' timers run faster, so
both ask as often as in the hall: the projector twice a second, the presenter every two seconds; a step every two
minutes. (Playwright's own clock keeps a note of each step in the page, the very growth that is looked for here.)
Printed every quarter of an hour: questions asked and failed, the script memory of both pages once rubbish is
collected, the projector's nodes, the memory of the server. The exit code is 1 when a question failed or memory grew.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, expect, sync_playwright

from pages import chromium
from pages.conftest import WINDOW, sign_in
from pages.meeting_steps import open_conference, open_projector
from pages.site import Site, make_demo, serve

SPEED = 100
ASKED_AN_HOUR = 2 * 3600
STEP_EVERY = 240
TOLD_EVERY = ASKED_AN_HOUR // 4
#: What both pages and the server may grow by from the first half hour to the end, in megabytes.
PAGE_MAY_GROW, SERVER_MAY_GROW = 1.0, 20.0
#: Timers run faster, and every answer is counted by its status.
FASTER = """
  const [later, ask] = [window.setTimeout, window.fetch];
  window.setTimeout = (work, wait = 0, ...rest) => later(work, wait / %d, ...rest);
  window.told = {};
  const count = (name) => { window.told[name] = (window.told[name] ?? 0) + 1; };
  window.fetch = async (...asked) => {
    try {
      const answer = await ask(...asked);
      count(answer.status);
      return answer;
    } catch (error) {
      count("failed");
      throw error;
    }
  };
"""


@dataclass(frozen=True)
class Reading:
    """What was measured at one moment; memory in megabytes."""

    asked: int
    failed: int
    projector: float
    presenter: float
    nodes: int
    server: float

    def __str__(self) -> str:
        asked = f"{self.asked / ASKED_AN_HOUR:5.2f} h {self.asked:7} asked {self.failed:3} failed"
        pages = f"projector {self.projector:5.2f} MB {self.nodes:5} nodes   presenter {self.presenter:5.2f} MB"
        return f"{asked}   {pages}   server {self.server:6.1f} MB"


class Meeting:
    """The two pages of a meeting that goes on."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._site = site
        office = browser.new_context(base_url=site.address, viewport=WINDOW)
        hall = browser.new_context(base_url=site.address, viewport=WINDOW)
        self.presenter, self.projector = office.new_page(), hall.new_page()
        sign_in(self.presenter, "chuyenvien", site.passwords["chuyenvien"])
        there = open_conference(self.presenter)
        for context in (office, hall):
            context.add_init_script(FASTER % SPEED)
        self.presenter.goto(f"{there}dieu-khien/")
        open_projector(self.presenter, self.projector)
        self._sessions = [page.context.new_cdp_session(page) for page in (self.presenter, self.projector)]

    def asked(self) -> int:
        """Return how many questions of the projector were answered, by news or by none."""
        told = _told(self.projector)
        return told.get("200", 0) + told.get("304", 0)

    def step(self, place: int) -> None:
        """Go on to the next slide, and back to the first after the last."""
        self.presenter.keyboard.press("ArrowRight" if place % 12 else "0")
        if not place % 12:
            self.presenter.keyboard.press("Enter")

    def read(self) -> Reading:
        """Measure both pages and the server."""
        answers = [answer for page in (self.presenter, self.projector) for answer in _told(page).items()]
        failed = sum(count for status, count in answers if status not in {"200", "304"})
        presenter, projector = (_script_memory(one) for one in self._sessions)
        nodes = int(self._sessions[1].send("Memory.getDOMCounters")["nodes"])
        return Reading(self.asked(), failed, projector, presenter, nodes, _server_memory(self._site.process))


def _told(page: Page) -> dict[str, int]:
    return dict(page.evaluate("window.told"))


def _script_memory(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def _server_memory(process: int) -> float:
    """Return the memory of a process and of all that it started, in megabytes; what they share counts once."""
    everybody = [one for one in Path("/proc").iterdir() if one.name.isdigit()]
    parents = {int(one.name): _told_of(one / "status", "PPid") for one in everybody}
    family = {process}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(_told_of(Path(f"/proc/{one}/smaps_rollup"), "Pss") for one in family) / 1000


def _told_of(paper: Path, field: str) -> int:
    """Return a number of one of a process's papers; 0 for a process that has ended meanwhile."""
    try:
        lines = paper.read_text("ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{field}:")), 0)


def hold(meeting: Meeting, hours: float) -> Iterator[Reading]:
    """Let the meeting go on; yield a reading each quarter of an hour of it."""
    next_step, next_reading, place = STEP_EVERY, TOLD_EVERY, 0
    while (asked := meeting.asked()) < hours * ASKED_AN_HOUR:
        if asked >= next_step:
            next_step, place = next_step + STEP_EVERY, place + 1
            meeting.step(place)
        if asked >= next_reading:
            next_reading += TOLD_EVERY
            yield meeting.read()
        time.sleep(0.05)
    yield meeting.read()


def judge(readings: list[Reading]) -> list[str]:
    """Return what went wrong: failed questions, memory that grew since the first half hour."""
    first, last = readings[min(1, len(readings) - 1)], readings[-1]
    grown = {
        "projector": (last.projector - first.projector, PAGE_MAY_GROW),
        "presenter": (last.presenter - first.presenter, PAGE_MAY_GROW),
        "server": (last.server - first.server, SERVER_MAY_GROW),
    }
    wrong = [f"{name} grew by {by:.1f} MB" for name, (by, limit) in grown.items() if by > limit]
    return wrong + ([f"{last.failed} questions failed"] if last.failed else [])


def main(arguments: list[str]) -> int:
    """Hold the meeting; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--hours", type=float, default=4.0)
    hours = parser.parse_args(arguments).hours
    with tempfile.TemporaryDirectory(prefix="giaoban-meeting-") as folder, sync_playwright() as playwright:
        demo = Path(folder) / "demo"
        demo.mkdir()
        make_demo(demo)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)
        with serve(demo, Path(folder) / "var") as site:
            meeting, readings = Meeting(browser, site), []
            for reading in hold(meeting, hours):
                print(reading, flush=True)
                readings.append(reading)
            expect(meeting.projector.locator("#broken")).to_be_hidden()
        browser.close()
    wrong = judge(readings)
    print("\n".join(wrong) or "nothing failed, nothing grew")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
