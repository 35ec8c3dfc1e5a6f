"""What the conferences part refuses, in words for people."""

from __future__ import annotations

from giaoban.conferences.rules import Verb
from giaoban.refusal import FieldRefusal, phrase


class ConferenceRefusal(FieldRefusal):
    """Something about a conference that cannot be; ``field`` names the value that is at fault."""

    def __init__(self, code: str, sentence: str, *, field: str = "", **values: object) -> None:
        super().__init__(f"conferences.{code}", sentence, field=field, **values)


_NOT_NOW = {
    Verb.EDIT: phrase("Hội nghị đã họp hoặc đã hủy, không sửa kế hoạch được nữa."),
    Verb.INVITE: phrase("Chỉ ghi nhận đã mời khi hội nghị đang được chuẩn bị."),
    Verb.UNINVITE: phrase("Hội nghị không ở bước đã mời."),
    Verb.UNOPEN: phrase("Hội nghị không đang họp."),
    Verb.OPEN: phrase("Hội nghị này không ở bước khai mạc được."),
    Verb.HOLD: phrase("Hội nghị này không ở bước kết thúc phiên họp được."),
    Verb.RESUME: phrase("Chỉ họp tiếp được khi hội nghị vừa họp xong, chưa có kết luận."),
    Verb.CONCLUDE: phrase("Chỉ gắn kết luận cho hội nghị đã họp."),
    Verb.DETACH: phrase("Hội nghị này chưa có kết luận hoặc đã kết thúc."),
    Verb.CLOSE: phrase("Chỉ kết thúc được hội nghị đã có kết luận."),
    Verb.REOPEN: phrase("Chỉ mở lại được hội nghị đã kết thúc."),
    Verb.CANCEL: phrase("Hội nghị đã họp hoặc đã hủy, không hủy được."),
    Verb.RESTORE: phrase("Chỉ khôi phục được hội nghị đã hủy."),
}


class WrongConferenceState(ConferenceRefusal):
    """The conference's state does not permit the verb."""

    def __init__(self, verb: Verb) -> None:
        super().__init__(f"cannot_{verb}_now", _NOT_NOW[verb])


class ReminderToOneself(ConferenceRefusal):
    """The committee's office issues reminders, and writes none to itself."""

    def __init__(self) -> None:
        sentence = phrase("Văn phòng ban hành công văn đôn đốc, không gửi cho chính mình. Hãy nhắc trong nội bộ.")
        super().__init__("reminder_to_oneself", sentence)


class ReasonMissing(ConferenceRefusal):
    """Something that must be explained came without words; ``field`` names where they belong."""

    def __init__(self, field: str = "reason") -> None:
        super().__init__("reason_missing", phrase("Cần ghi lý do."), field=field)
