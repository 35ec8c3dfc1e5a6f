"""A refusal: the one way in which any part says "no" to a person.

A refusal has a stable ``code`` for programs and a sentence for people. The sentence is Vietnamese, the
interface's first language; a door translates it and fills in its values, so no part below the doors needs to
know which language the reader has chosen.
"""

from __future__ import annotations

from typing import Any


def phrase(text: str) -> str:
    """Mark a Vietnamese sentence that people will read, so that its translation can be checked; returns it."""
    return text


class Refusal(Exception):
    """Something that the person asked for cannot be done, and why.

    ``code`` is ``part.reason`` (``documents.secret``); ``sentence`` may hold ``%(name)s`` places, which
    ``values`` fill.
    """

    def __init__(self, code: str, sentence: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return self.sentence % self.values if self.values else self.sentence

    def kept(self) -> dict[str, object]:
        """Return the refusal as JSON holds it, to be said later in the language of whoever reads it then."""
        return {"code": self.code, "sentence": self.sentence, "values": self.values}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Refusal:
        """Return the refusal that was kept."""
        return Refusal(str(kept["code"]), str(kept["sentence"]), **kept["values"])


class FieldRefusal(Refusal):
    """A refusal about one value that was given; ``field`` names it, so that a form can show the words there."""

    def __init__(self, code: str, sentence: str, *, field: str = "", **values: object) -> None:
        super().__init__(code, sentence, **values)
        self.field = field


class NotAllowed(Refusal):
    """The person may not do this in the role that they hold."""

    def __init__(self, code: str = "access.not_allowed", sentence: str = "", **values: object) -> None:
        super().__init__(
            code,
            sentence or phrase("Đồng chí không có quyền thực hiện việc này trong vai trò hiện tại."),
            **values,
        )


class NotFound(Refusal):
    """There is no such thing, or it is not this person's to see: the two are answered alike."""

    def __init__(self) -> None:
        super().__init__("access.not_found", phrase("Không tìm thấy nội dung này."))


class Stale(Refusal):
    """The thing was changed by somebody else after this person opened it; nothing was written.

    ``current`` is the row as it now stands, so that the door can show both versions.
    """

    def __init__(self, current: object) -> None:
        super().__init__(
            "edit.stale",
            phrase("Nội dung này đã được người khác sửa sau khi đồng chí mở. Phần đồng chí nhập vẫn còn bên dưới."),
        )
        self.current = current
