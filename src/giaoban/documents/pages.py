"""The pages of documents whose files have pages: kept as they were read, and where a stretch of the text stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giaoban.documents.models import Document, Page
from giaoban.documents.spans import Span
from giaoban.reading import Text
from giaoban.reading.text import Place, joined_places

#: Places are kept in such shares of a page's width and height.
SHARES = 10_000


def keep_pages(document: Document, read: Text) -> None:
    """Write down the pages of a document, in the place of those of an earlier reading; call inside an action."""
    document.pages.all().delete()
    places: dict[int, list[Place]] = {page.number: [] for page in read.pages}
    for place in read.places:
        places[place.page].append(place)
    Page.objects.bulk_create(
        Page(
            document=document,
            number=page.number,
            width=page.width,
            height=page.height,
            confidence=page.confidence,
            start=min((one.start for one in places[page.number]), default=0),
            end=max((one.end for one in places[page.number]), default=0),
            places=[_plain(one) for one in places[page.number]],
        )
        for page in read.pages
    )


def pages_of(document: Document, *, only: Iterable[Span] | None = None) -> list[Page]:
    """Return the pages of a document in order; ``only`` leaves out those on which none of these stretches stands."""
    pages = list(document.pages.defer("places"))
    if only is not None:
        spans = list(only)
        pages = [one for one in pages if any(one.start < end and one.end > start for start, end in spans)]
    places = dict(document.pages.filter(pk__in=[one.pk for one in pages]).values_list("pk", "places"))
    for page in pages:
        page.places = places[page.pk]
    return pages


def boxes_on(page: Page, spans: Sequence[Span]) -> list[Place]:
    """Return where the stretches stand on a page, one box for each line of them."""
    words = [
        Place(start, end, page.number, *(edge / SHARES for edge in edges))
        for start, end, *edges in page.places
        if any(start < last and end > first for first, last in spans)
    ]
    return list(joined_places(words))


def _plain(place: Place) -> list[int]:
    edges = (place.left, place.top, place.right, place.bottom)
    return [place.start, place.end, *(round(edge * SHARES) for edge in edges)]
