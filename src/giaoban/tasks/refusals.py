"""What the tasks part refuses, in words for people."""

from __future__ import annotations

from datetime import date

from giaoban.documents.rules import Blocker
from giaoban.refusal import Refusal, phrase
from giaoban.tasks.rules import Verb


class ReviewNotDone(Refusal):
    """Something of the review stands between the document and its tasks; the words say what."""

    def __init__(self, blocker: Blocker) -> None:
        super().__init__(f"tasks.review_{blocker.code}", blocker.sentence, count=blocker.count)


class LeadMissing(Refusal):
    """A task that is being changed would have nobody who leads."""

    def __init__(self, title: str) -> None:
        super().__init__(
            "tasks.lead_missing",
            phrase("“%(title)s” chưa có đơn vị chủ trì. Hãy chọn ít nhất một đơn vị."),
            title=title,
        )


class AlreadyAssigned(Refusal):
    """The document's tasks were made before."""

    def __init__(self) -> None:
        super().__init__("tasks.already_assigned", phrase("Nhiệm vụ của văn bản này đã được giao."))


_NOT_NOW = {
    Verb.ACCEPT: phrase("Phần việc này đã được nhận hoặc đã khép."),
    Verb.PROGRESS: phrase("Chỉ báo tiến độ được khi đã nhận việc và chưa báo cáo hoàn thành."),
    Verb.ASK: phrase("Chỉ xin gia hạn được khi đã nhận việc và chưa báo cáo hoàn thành."),
    Verb.REPORT: phrase("Chỉ báo cáo hoàn thành được khi đã nhận việc và chưa báo cáo."),
    Verb.RETURN: phrase("Chỉ trả lại được báo cáo đang chờ xác nhận."),
    Verb.CONFIRM: phrase("Chỉ xác nhận được báo cáo đang chờ xác nhận."),
    Verb.WITHDRAW: phrase("Phần việc này đã khép, không thu hồi được."),
    Verb.REOPEN: phrase("Chỉ mở lại được phần việc đã hoàn thành."),
    Verb.SETTLE: phrase("Phần việc này đã khép."),
    Verb.CHECK_IN: phrase("Chỉ gửi báo cáo kỳ được khi đã nhận việc và chưa báo cáo hoàn thành."),
}


class WrongState(Refusal):
    """The assignment's state does not permit the verb."""

    def __init__(self, verb: Verb) -> None:
        super().__init__(f"tasks.cannot_{verb}_now", _NOT_NOW[verb])


class TaskClosed(Refusal):
    """The task is done or withdrawn."""

    def __init__(self) -> None:
        super().__init__("tasks.closed", phrase("Nhiệm vụ này đã khép. Muốn sửa, hãy mở lại hoặc hoàn tác trước."))


class WordsMissing(Refusal):
    """The action asks for words: a reason, a result, a title."""

    def __init__(self, sentence: str) -> None:
        super().__init__("tasks.words_missing", sentence)


REASON_WANTED = phrase("Hãy ghi lý do.")
RESULT_WANTED = phrase("Hãy ghi kết quả thực hiện.")
PROGRESS_WANTED = phrase("Hãy ghi đã làm được gì.")
CHECK_IN_WANTED = phrase("Hãy ghi tình hình trong kỳ, hoặc chọn “Không phát sinh”.")
TITLE_WANTED = phrase("Hãy ghi tên nhiệm vụ.")


class PercentOutOfRange(Refusal):
    """Progress outside of 0 to 100 percent."""

    def __init__(self) -> None:
        super().__init__("tasks.percent_out_of_range", phrase("Tiến độ là số nguyên từ 0 đến 100 phần trăm."))


class DueNotLater(Refusal):
    """The wanted or granted due is not after the present one, or has passed already."""

    def __init__(self) -> None:
        super().__init__("tasks.due_not_later", phrase("Hạn mới phải sau hạn hiện nay và không trước hôm nay."))


class DueUnchanged(Refusal):
    """The due that is set is the one that stands."""

    def __init__(self) -> None:
        super().__init__("tasks.due_unchanged", phrase("Hạn mới trùng hạn hiện nay."))


class DueMissing(Refusal):
    """There is no due that could be extended."""

    def __init__(self) -> None:
        super().__init__("tasks.due_missing", phrase("Phần việc này không có hạn nên không cần gia hạn."))


class ExtensionAlreadyAsked(Refusal):
    """One request at a time."""

    def __init__(self) -> None:
        super().__init__(
            "tasks.extension_already_asked",
            phrase("Đơn vị đã có một đề nghị gia hạn đang chờ quyết định."),
        )


class ExtensionDecided(Refusal):
    """The request was decided or dropped before."""

    def __init__(self) -> None:
        super().__init__("tasks.extension_decided", phrase("Đề nghị gia hạn này đã được quyết định hoặc đã rút."))


class LeadIsSupport(Refusal):
    """A unit cannot lead and support the same task."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            "tasks.lead_is_support",
            phrase("%(unit)s đang chủ trì nhiệm vụ này nên không thể đồng thời phối hợp."),
            unit=unit,
        )


class PartClosed(Refusal):
    """A unit whose assignment is confirmed cannot be taken off the task."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            "tasks.part_closed",
            phrase("%(unit)s đã hoàn thành phần việc nên không thể thay. Hãy mở lại phần việc trước."),
            unit=unit,
        )


class UnitsUnchanged(Refusal):
    """The units that are set are the ones that stand."""

    def __init__(self) -> None:
        super().__init__("tasks.units_unchanged", phrase("Các đơn vị được chọn không khác hiện nay."))


class NothingOwed(Refusal):
    """Nobody owes anything on the task, so nobody can be reminded."""

    def __init__(self) -> None:
        super().__init__("tasks.nothing_owed", phrase("Không còn đơn vị nào phải báo cáo ở nhiệm vụ này."))


class NothingReported(Refusal):
    """No report of the task waits for an answer."""

    def __init__(self) -> None:
        super().__init__("tasks.nothing_reported", phrase("Nhiệm vụ này không có báo cáo chờ xác nhận."))


class CannotUndo(Refusal):
    """What was done has no undoing, or was undone."""

    def __init__(self) -> None:
        super().__init__("tasks.cannot_undo", phrase("Việc này không hoàn tác được hoặc đã được hoàn tác."))


class ChangedSince(Refusal):
    """Something happened after the decision that would be undone."""

    def __init__(self) -> None:
        super().__init__(
            "tasks.changed_since",
            phrase("Đã có thay đổi khác sau việc này nên không hoàn tác được nữa."),
        )


class FilterNameMissing(Refusal):
    """A saved filter needs a name."""

    def __init__(self) -> None:
        super().__init__("tasks.filter_name_missing", phrase("Hãy đặt tên cho bộ lọc."))


class FilterNameTaken(Refusal):
    """The person has a filter of that name."""

    def __init__(self, name: str) -> None:
        super().__init__("tasks.filter_name_taken", phrase("Đồng chí đã có bộ lọc tên “%(name)s”."), name=name)


class TooMany(Refusal):
    """More tasks at once than one action takes."""

    def __init__(self, count: int, limit: int) -> None:
        super().__init__(
            "tasks.too_many",
            phrase("Đã chọn %(count)s nhiệm vụ; mỗi lần làm được nhiều nhất %(limit)s. Hãy lọc hẹp lại."),
            count=count,
            limit=limit,
        )


class NothingChosen(Refusal):
    """A bulk action without any task."""

    def __init__(self) -> None:
        super().__init__("tasks.nothing_chosen", phrase("Chưa chọn nhiệm vụ nào."))


class TaskWithdrawn(Refusal):
    """The task was withdrawn, so no conference decides on it."""

    def __init__(self) -> None:
        super().__init__("tasks.withdrawn", phrase("Nhiệm vụ này đã thu hồi. Muốn quyết định, hãy hoàn tác trước."))


class NewDueMissing(Refusal):
    """A task whose due has passed is carried on or given again without another."""

    def __init__(self) -> None:
        super().__init__("tasks.new_due_missing", phrase("Hạn hiện nay đã qua. Hãy ghi hạn mới."))


class NewDuePassed(Refusal):
    """The new due lies before today."""

    def __init__(self) -> None:
        super().__init__("tasks.new_due_passed", phrase("Hạn mới đã qua. Hãy ghi ngày từ hôm nay trở đi."))


class CheckInNotWanted(Refusal):
    """The check-in was given before, or was never sent back."""

    def __init__(self) -> None:
        super().__init__("tasks.check_in_not_wanted", phrase("Báo cáo của kỳ này đã được gửi."))


class CheckInNotGiven(Refusal):
    """Only what was given can be returned."""

    def __init__(self) -> None:
        super().__init__("tasks.check_in_not_given", phrase("Báo cáo của kỳ này chưa được gửi nên không trả lại được."))


class ExtensionsUsedUp(Refusal):
    """The committee's rules allow no further extension."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "tasks.extensions_used_up",
            phrase("Phần việc này đã được gia hạn đủ %(most)s lần theo quy định của cấp ủy."),
            most=most,
        )


class ExtensionTooLong(Refusal):
    """The committee's rules allow no extension as long."""

    def __init__(self, latest: date) -> None:
        super().__init__(
            "tasks.extension_too_long",
            phrase("Theo quy định của cấp ủy, lần này gia hạn chậm nhất đến %(latest)s."),
            latest=f"{latest:%d/%m/%Y}",
        )


class LeaderDecides(Refusal):
    """The committee's rules leave more time to a leader alone."""

    def __init__(self) -> None:
        super().__init__(
            "tasks.leader_decides", phrase("Theo quy định của cấp ủy, chỉ lãnh đạo được quyết định gia hạn.")
        )


class RulesChanged(Refusal):
    """Somebody else set the rules on dues meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "tasks.rules_changed",
            phrase("Quy định vừa được người khác sửa. Hãy xem bản mới ở dưới rồi lưu lại nếu vẫn cần."),
        )


class RulesUnchanged(Refusal):
    """The rules on dues that are set are those that hold."""

    def __init__(self) -> None:
        super().__init__("tasks.rules_unchanged", phrase("Nội dung không khác quy định đang áp dụng."))


class RulesOutOfRange(Refusal):
    """A number or a choice of the rules that cannot be."""

    def __init__(self, most: int) -> None:
        super().__init__(
            "tasks.rules_out_of_range",
            phrase("Số lần và số ngày là số nguyên từ 0 đến %(most)s; 0 là không giới hạn hoặc không nhắc."),
            most=most,
        )
