"""What axe finds wrong on a page (WCAG 2.2 AA and its own advice), one line a fault."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH, AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page

#: The rules of WCAG 2.2 AA alone, for axe's ``runOnly``; without it axe adds its own advice.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: Only what is wrong is told, and of that only what a line says: the whole report of a long page is megabytes.
RUN = """async (options) => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...options });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]));
}"""


def bring_axe(context: BrowserContext) -> None:
    """Let every page of a context have axe from its start, for a test that asks it of many."""
    context.add_init_script(path=AXE_FILE_PATH)


def faults(page: Page, **options: Any) -> list[str]:
    """Return what axe finds on the open page; ``options`` are axe's own, such as ``runOnly``."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [f"{page.url}: {rule}: {' '.join(html.split())[:160]}" for rule, html in page.evaluate(RUN, options)]
