"""The files of the pages (style, fonts, scripts), gathered and compressed when they have changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise bears no types
    """Gathers every file under a name that holds the hash of its content; scripts import each other by these names.

    So a browser never runs a module of one version beside a module that it kept from another. Only our own scripts are
    looked into: those of libraries name files that they do not bring.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("giaoban/*.js", CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]),
    )


def _sources_digest() -> str:
    """Return a digest over the name, size and time of every source file."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_static_files() -> bool:
    """Gather the files into ``STATIC_ROOT`` unless they are the ones gathered last; returns whether it did."""
    stamp = Path(settings.STATIC_ROOT) / "gathered"
    digest = _sources_digest()
    if stamp.exists() and stamp.read_text("ascii") == digest:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=stamp.exists())
    stamp.write_text(digest, "ascii")
    return True
