"""Take the README's pictures from the product itself: the demo, served and looked at in Chromium, as the specialist."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pages.conftest import sign_in  # noqa: E402  the page tests' own way in
from pages.site import Site, make_demo, serve  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
WINDOW = {"width": 1280, "height": 800}


def take(site: Site) -> None:
    """Sign in and take both pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(base_url=site.address, viewport=WINDOW)
        sign_in(page, "chuyenvien", site.passwords["chuyenvien"])
        _review(page)
        _tasks(page)
        browser.close()


def _review(page: Page) -> None:
    page.goto("/van-ban/")
    page.get_by_role("link", name="Văn bản ví dụ").first.click()
    page.goto(f"{page.url.split('/ra-soat')[0].rstrip('/')}/ra-soat/")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / "review.png")


def _tasks(page: Page) -> None:
    page.goto("/nhiem-vu/")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / "tasks.png")


def main() -> None:
    """Serve the demo from a folder of its own and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        template = make_demo(Path(folder) / "demo")
        with serve(template, Path(folder) / "var") as site:
            take(site)


if __name__ == "__main__":
    main()
