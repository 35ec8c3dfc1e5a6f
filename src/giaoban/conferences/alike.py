"""What a directive of a draft seems to repeat, proposed as soon as its words are written."""

from __future__ import annotations

from giaoban.conferences.models import Conference, DraftDirective, DraftRepetition
from giaoban.documents.repeats import earlier_alike


def propose_draft_repetitions(row: DraftDirective, conference: Conference) -> None:
    """Propose the earlier directives that one of a draft seems to repeat: those said before its conference.

    Inside an action. Proposals on which nobody has decided are made anew; what a person decided stays.
    """
    row.repeats.filter(state=DraftRepetition.State.PROPOSED).delete()
    decided = set(row.repeats.values_list("earlier_id", flat=True))
    found = earlier_alike(conference.committee_id, row.text, until=conference.held_on)
    DraftRepetition.objects.bulk_create(
        DraftRepetition(directive=row, earlier=one.directive, likeness=one.likeness)
        for one in found
        if one.directive.pk not in decided
    )
