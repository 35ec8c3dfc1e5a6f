"""Pictures of the pages of stored files: ``FILES_ROOT/<committee>/pages/<first two of the hash>/<hash>/<page>.webp``.

They are derived: made by the confined process when first asked for, some pages at once, and made anew where they are
missing. A backup can leave them out.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from giaoban.committees.actors import Actor
from giaoban.documents.files import PICTURES, read_stored, write_file
from giaoban.documents.models import StoredFile
from giaoban.documents.queries import document_of
from giaoban.reading import Limits
from giaoban.reading.apart import pictures_apart
from giaoban.refusal import NotFound

#: So many pages are made at once: starting the process takes longer than a page.
AT_ONCE = 6
#: How long (seconds) they may take at most.
LONGEST = 60


def page_picture(actor: Actor, document_id: int, number: int) -> bytes:
    """Return the picture (WebP) of a page of a document that the actor may see.

    Raises :class:`~giaoban.refusal.NotFound` for a document that the actor may not see and for a page that it has not,
    and a refusal where the stored file is damaged.
    """
    document = document_of(actor, document_id)
    numbers = list(document.pages.filter(number__gte=number).values_list("number", flat=True)[:AT_ONCE])
    if number not in numbers:
        raise NotFound
    path = picture_path(document.file, number)
    if not path.exists():
        make_pictures(document.file, numbers)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFound from None


def picture_path(file: StoredFile, number: int) -> Path:
    """Return where the picture of a file's page is kept."""
    folder = Path(settings.FILES_ROOT) / str(file.committee_id) / PICTURES
    return folder / file.sha256[:2] / file.sha256 / f"{number}.webp"


def make_pictures(file: StoredFile, numbers: Sequence[int]) -> None:
    """Make the pictures of those of the pages that have none."""
    with _alone(picture_path(file, 1).parent):
        missing = [one for one in numbers if not picture_path(file, one).exists()]
        if missing:
            limits = Limits(bytes=settings.UPLOAD_LIMIT, most_seconds=LONGEST)
            made = pictures_apart(read_stored(file), file.name, missing, limits=limits)
            for page, picture in made.items():
                write_file(picture_path(file, page), picture)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let only one process at a time make the pictures of a file: a page asks for several of them at once."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".making").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
