"""Install the programs that only some formats need: Tesseract with Vietnamese, antiword, LibreOffice and its fonts.

Debian and Ubuntu; elsewhere it says what to install. With ``--check`` nothing is installed.
"""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from system_tools import install, root_prefix

#: Each package, and what shows that it is there: a command, with the word that it must answer, or a file.
PACKAGES: dict[str, tuple[str, ...]] = {
    "tesseract-ocr": ("tesseract", "--version", "tesseract"),
    "tesseract-ocr-vie": ("tesseract", "--list-langs", "vie"),
    "antiword": ("antiword",),
    "libreoffice-writer-nogui": ("soffice",),
}
#: Liberation, which LibreOffice takes for Times New Roman, lacks most Vietnamese letters; these have them all.
FONT_PACKAGE, FONTS = "fonts-croscore", Path("/usr/share/fonts/truetype/croscore")


def missing_packages() -> list[str]:
    """Return the packages that are not there."""
    missing = [package for package, shown in PACKAGES.items() if not _is_there(*shown)]
    return missing if FONTS.exists() else [*missing, FONT_PACKAGE]


def _is_there(command: str, argument: str = "", word: str = "") -> bool:
    if shutil.which(command) is None:
        return False
    if not argument:
        return True
    told = subprocess.run([command, argument], capture_output=True, text=True, check=False)
    return word in told.stdout.split() + told.stderr.split()


def main() -> None:
    """Install what is missing, or say what to install and stop."""
    # Several test workers may ask at once, and apt-get lets only one in.
    with (Path(tempfile.gettempdir()) / "giaoban-formats.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        packages = missing_packages()
        prefix = root_prefix()
        if packages and "--check" not in sys.argv and shutil.which("apt-get") and prefix is not None:
            install(packages, prefix)
            packages = missing_packages()
    if packages:
        sys.exit(
            f"✗ Một số định dạng cần thêm chương trình: {', '.join(packages)}. Cài rồi chạy lại."
            f"\n  Some formats need: {', '.join(packages)}. Install them and run again"
            f" (Debian, Ubuntu: sudo apt install {' '.join(packages)})."
        )


if __name__ == "__main__":
    main()
