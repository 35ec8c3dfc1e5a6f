"""See that the tests' own programs are there, Chromium and PostgreSQL; on Debian and Ubuntu install what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser")
DATABASE_PROGRAMS = Path("/usr/lib/postgresql")


def missing_packages() -> list[str]:
    """Return the Debian packages that would bring what is missing."""
    packages = []
    if not any(shutil.which(name) for name in BROWSERS):
        packages.append("chromium")
    if not any(DATABASE_PROGRAMS.glob("*/bin/initdb")) and not shutil.which("initdb"):
        packages.append("postgresql")
    return packages


def root_prefix() -> list[str] | None:
    """Return the words before a command that make it run as root without asking, or None where there are none."""
    if os.geteuid() == 0:
        return []
    can_sudo = shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0
    return ["sudo", "-n"] if can_sudo else None


def install(packages: list[str], prefix: list[str]) -> None:
    """Install packages with apt-get, asking nothing."""
    print(f"→ Cài {', '.join(packages)} bằng apt-get (installing with apt-get)", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    assigned = ["env", "DEBIAN_FRONTEND=noninteractive"]
    for words in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*prefix, *assigned, "apt-get", *words], check=True, stdout=subprocess.DEVNULL, env=environment)


def main() -> None:
    """Install what is missing, or say what to install and stop."""
    packages = missing_packages()
    if not packages:
        return
    prefix = root_prefix()
    if shutil.which("apt-get") and prefix is not None:
        install(packages, prefix)
        packages = missing_packages()
    if packages:
        sys.exit(
            f"✗ Kiểm thử cần thêm chương trình: {', '.join(packages)}. Cài rồi chạy lại."
            f"\n  The tests need: {', '.join(packages)}. Install them and run again"
            f" (Debian, Ubuntu: sudo apt install {' '.join(packages)})."
        )


if __name__ == "__main__":
    main()
