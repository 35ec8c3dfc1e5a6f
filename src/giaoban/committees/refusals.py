"""The committee part's "no": which field it is about, so that a form can show it there."""

from __future__ import annotations

from giaoban.refusal import FieldRefusal


class DirectoryRefusal(FieldRefusal):
    """Something about units, groups, people or members that cannot be; ``field`` names the value that is at fault."""

    def __init__(self, code: str, sentence: str, *, field: str = "", **values: object) -> None:
        super().__init__(f"committees.{code}", sentence, field=field, **values)
