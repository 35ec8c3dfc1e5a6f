"""Take the README's pictures from the product itself: the demo, served and looked at in Chromium.

``python scripts/pictures.py``; needs Chromium, and pngquant, which brings a picture down to 256 colours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pages.conftest import WINDOW, sign_in  # noqa: E402  the page tests' own way in
from pages.site import Site, make_demo, serve  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
#: The most that a picture may weigh, in bytes: it comes along with every clone.
HEAVIEST = 250_000


def take(site: Site) -> None:
    """Take both pictures: a review as the specialist sees it, Today as the leader does."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = _page_of(browser, site, "chuyenvien")
        page.goto("/van-ban/")
        page.get_by_role("link", name="Văn bản ví dụ").first.click()
        page.goto(f"{page.url.split('/ra-soat')[0].rstrip('/')}/ra-soat/")
        _keep(page, "review.png")
        _keep(_page_of(browser, site, "lanhdao"), "today.png")
        browser.close()


def _page_of(browser: Browser, site: Site, username: str) -> Page:
    page = browser.new_page(base_url=site.address, viewport=WINDOW)
    sign_in(page, username, site.passwords[username])
    return page


def _keep(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    path = PICTURES / name
    page.screenshot(path=path)
    subprocess.run(["pngquant", "--force", "--speed=1", "--strip", "--output", path, path], check=True)
    if (size := path.stat().st_size) > HEAVIEST:
        raise RuntimeError(f"{name} weighs {size} bytes, more than {HEAVIEST}")


def main() -> None:
    """Serve the demo from a folder of its own and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        template = make_demo(Path(folder) / "demo")
        with serve(template, Path(folder) / "var") as site:
            take(site)


if __name__ == "__main__":
    main()
