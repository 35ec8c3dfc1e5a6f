"""Make ``.venv`` from a lock file with hashes, once; say what is missing where that cannot be done.

``python3 scripts/environment.py run|test``. Stands on the standard library alone, and keeps to the grammar of Python
3.7, so that a Python that is too old can say so. The environment of ``test`` holds that of ``run``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "giaoban-installed"
LOCKS = {"run": ["run.txt"], "test": ["run.txt", "test.txt"]}
OLDEST = (3, 11)


def say(vietnamese: str, english: str) -> None:
    """Print one line of what is being done, in both languages."""
    print(f"→ {vietnamese} ({english})", flush=True)


def refuse(vietnamese: str, english: str) -> NoReturn:
    """Say why the environment cannot be made, and stop."""
    sys.exit(f"✗ {vietnamese}\n  {english}")


def stamp_of(kind: str) -> str:
    """Return what the stamp of a finished environment of that kind holds."""
    content = b"".join((ROOT / "requirements" / name).read_bytes() for name in LOCKS[kind])
    content += (ROOT / "pyproject.toml").read_bytes().partition(b"[tool.")[0]
    return f"{kind} {hashlib.sha256(content).hexdigest()}"


def is_ready(kind: str) -> bool:
    """Return whether the environment stands as the lock files say; that of the tests serves for running too."""
    if not STAMP.exists() or not PYTHON.exists():
        return False
    return STAMP.read_text().strip() in {stamp_of(kind), stamp_of("test")}


def find_python() -> str:
    """Return a Python that is new enough: the one that runs this, else the newest on the path."""
    if sys.version_info >= OLDEST:
        return sys.executable
    for minor in range(19, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    here = ".".join(str(part) for part in sys.version_info[:3])
    refuse(
        f"Cần Python 3.11 trở lên; máy này có {here}. Cài gói python3.11 (hoặc mới hơn) rồi chạy lại.",
        f"Python 3.11 or newer is needed; this machine has {here}. Install python3.11 or newer.",
    )


def demand_venv(python: str) -> None:
    """Refuse, naming the package to install, where Python came without its venv module."""
    if subprocess.call([python, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL) == 0:
        return
    code = "import sys; print(*sys.version_info[:2], sep='.')"
    package = f"python{subprocess.check_output([python, '-c', code], text=True).strip()}-venv"
    refuse(
        f"Python thiếu mô-đun venv. Trên Debian, Ubuntu: sudo apt install python3-venv (hoặc {package}).",
        f"Python lacks its venv module. On Debian, Ubuntu: sudo apt install python3-venv (or {package}).",
    )


def make_venv() -> None:
    """Make the empty environment, unless one is there whose Python still runs and is new enough."""
    test = "import sys; sys.exit(sys.version_info < (3, 11))"
    if PYTHON.exists() and subprocess.call([str(PYTHON), "-c", test]) == 0:
        return
    python = find_python()
    demand_venv(python)
    say("Tạo môi trường .venv", "making the environment .venv")
    shutil.rmtree(str(VENV), ignore_errors=True)
    subprocess.check_call([python, "-m", "venv", str(VENV)])


def pip(*arguments: str) -> None:
    """Run pip in the environment, counting the packages as it comes to them; stop with its words where it fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    process = subprocess.Popen(
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=str(ROOT)
    )
    lines: list[str] = []
    count = 0
    for line in process.stdout or []:
        lines.append(line)
        if line.startswith("Collecting "):
            count += 1
            if count % 20 == 0:
                print(f"  {count}…", flush=True)
    if process.wait():
        sys.stderr.writelines(lines[-30:])
        refuse("Không cài được các thư viện; lý do ở trên.", "The libraries could not be installed; see above.")


def install(kind: str) -> None:
    """Install the locked libraries, each checked against its hash, then this project as it stands in the folder."""
    lock = ROOT / "requirements" / LOCKS[kind][-1]
    total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())
    say(f"Cài {total} thư viện đã khóa phiên bản", f"installing {total} locked libraries")
    pip("--require-hashes", "--no-deps", "-r", str(lock))
    say("Cài Giao Ban từ thư mục này", "installing Giao Ban from this folder")
    pip("--no-deps", "--no-build-isolation", "-e", ".")


def main() -> None:
    """Make the environment where it is not as the lock files say."""
    kind = sys.argv[1]
    if is_ready(kind):
        return
    make_venv()
    if STAMP.exists():
        STAMP.unlink()
    install(kind)
    STAMP.write_text(stamp_of(kind) + "\n")


if __name__ == "__main__":
    os.umask(0o022)
    main()
