"""Every write of the documents part."""

from giaoban.documents.actions.citing import (
    CitedFacts,
    attach_text,
    merge_cited,
    split_cited,
    state_cited,
    unmerge_cited,
)
from giaoban.documents.actions.deciding import (
    accept_directive,
    accept_shown,
    reject_directive,
    reject_shown,
    reopen_directive,
    sign_rest,
)
from giaoban.documents.actions.dividing import add_directive, merge_directives, split_directive
from giaoban.documents.actions.editing import Changes, add_unit, drop_unit, edit_directive, move_edge
from giaoban.documents.actions.incoming import Added, add_document, add_pasted_text, read_again
from giaoban.documents.actions.repeating import agree_repetition, refuse_repetition, reopen_repetition
from giaoban.documents.actions.stating import Facts, edit_facts
from giaoban.documents.actions.undoing import redo_step, undo_step

__all__ = [
    "Added",
    "Changes",
    "CitedFacts",
    "Facts",
    "accept_directive",
    "accept_shown",
    "add_directive",
    "add_document",
    "add_pasted_text",
    "add_unit",
    "agree_repetition",
    "attach_text",
    "drop_unit",
    "edit_directive",
    "edit_facts",
    "merge_cited",
    "merge_directives",
    "move_edge",
    "read_again",
    "redo_step",
    "refuse_repetition",
    "reject_directive",
    "reject_shown",
    "reopen_directive",
    "reopen_repetition",
    "sign_rest",
    "split_cited",
    "split_directive",
    "state_cited",
    "undo_step",
    "unmerge_cited",
]
