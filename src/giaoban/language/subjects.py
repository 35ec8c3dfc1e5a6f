"""Who a clause tells to act: its subject, and where its command begins.

A *head* is read at the opening of a clause: an optional phrase of time, "giao", the bodies in a row, then the verb.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from giaoban.language.bodies import Body, bodies_at, body_at
from giaoban.language.lexicon import phrases
from giaoban.language.openings import ordinal_end, time_end
from giaoban.language.reporting import reporting_at
from giaoban.language.verbs import verb_at
from giaoban.language.words import Words

_REACH = 14
_NARROWING = 6
_ANSWERING_REACH = 40
#: One who speaks of himself tells nobody to act.
_SPEAKERS = frozenset(("tôi", "em", "cháu", "con"))
#: Nouns that begin like a ban.
_NOUNS = frozenset((("không", "khí"), ("không", "gian"), ("không", "ít"), ("không", "chỉ")))
#: After a subject, words that say how things stand ("một số xã chưa …"), or what somebody may do ("được sử dụng").
_STATES = frozenset(("chưa", "vẫn", "bị", "mới", "từng", "được", "còn", "thiếu"))
_ASIDES = frozenset(("nhất", "đặc", "trong", "trước", "bao"))


@dataclass(slots=True)
class Head:
    """The head of a clause: the bodies named, the first token of the predicate, and what that word is.

    ``verb`` is what the predicate begins with ("verb", "must", "not", "how", "give", "later", "past", "pledge"), None
    for no known verb. ``delegates``: "phân công …", which those who lead already do themselves.
    """

    start: int
    leads: list[Body] = field(default_factory=list)
    predicate: int = 0
    verb: str | None = None
    timed: bool = False
    delegates: bool = False


def read_head(words: Words, index: int, stop: int) -> Head:
    """Return the head of the clause whose first token (after its openers) is ``index``; a condition belongs to it."""
    after_condition = _after_condition(words, index, stop)
    if after_condition is not None:
        return after_condition
    head = Head(start=index, predicate=index)
    at = _after_times(words, index, stop)
    head.timed = at > index
    given = _given(words, at, stop)
    head.leads, after_subject = _subject(words, given or at, stop)
    if given and not head.leads and (named := _unnamed(words, given, stop)) is not None:
        head.leads, after_subject = [named], words.index_from(named.end)
    at = after_subject if head.leads else at
    head.predicate = at
    head.delegates = given is not None and words.low[index] == "phân"
    if not head.leads and not given and (answerable := _answerable(words, at, stop)):
        head.leads, head.verb = answerable, "must"
        return head
    if not head.leads and not given and (named := _done_by(words, at, stop)) is not None:
        head.leads, head.verb = [named], "must"
        return head
    if not head.leads and not given and (named := _unlisted(words, at, stop)) is not None:
        head.leads, head.predicate, head.verb = [named], words.index_from(named.end), "must"
        return head
    head.verb = "give" if given and head.leads else _verb(words, at, stop, bool(head.leads))
    if not head.leads and head.verb == "not" and words.low[at] in ("nghiêm", "cấm"):
        head.leads = _banned(words, at, stop)
    if head.leads and head.verb in ("later", "past"):
        _narrow(words, head, at, stop)
    return head


def _banned(words: Words, index: int, stop: int) -> list[Body]:
    """Return those who are forbidden something ("Nghiêm cấm cán bộ, đảng viên tổ chức …")."""
    modal = phrases("modals").longest(words, index)
    leads, after = _subject(words, modal[1], stop) if modal else ([], stop)
    return leads if after < stop and verb_at(words, after) else []


def _narrow(words: Words, head: Head, index: int, stop: int) -> None:
    """Take into the subject what stands before a "phải" close by: "chi bộ thiếu cấp ủy phải bổ sung"."""
    for at in range(index, min(stop, index + _NARROWING)):
        modal = phrases("modals").longest(words, at)
        if modal is not None and modal[0] == "must":
            last = head.leads[-1]
            end = words.ends[at - 1] if at > index else last.end
            head.leads[-1] = Body(last.start, end, words.text[last.start : end], last.kind)
            head.predicate, head.verb = at, "must"
            return
        if not words.is_word(at) or words.low[at] in ("đã", "vừa"):
            return


_COMMANDING = frozenset(("verb", "must", "not", "how", "give"))
_CONDITION_REACH = 60


def _after_condition(words: Words, index: int, stop: int) -> Head | None:
    """Return the head of what is to be done under a leading condition or purpose ("Nếu …, …", "Để …, …")."""
    opener = phrases("openers").longest(words, index)
    if (opener is None or opener[0] != "condition") and not _whichever(words, index):
        return None
    for at in range(index + 2, min(stop - 1, index + _CONDITION_REACH)):
        if words.low[at] in (",", "thì"):
            head = read_head(words, at + 1, stop)
            if head.leads or head.verb in _COMMANDING:
                head.start = index
                return head
    return None


def _whichever(words: Words, index: int) -> bool:
    """Tell whether a condition begins with "nhà thầu nào …", "xã nào …": whoever it is, somebody else shall act."""
    body = body_at(words, index)
    after = words.index_from(body.end) if body is not None else index + 1
    return after < len(words) and words.low[after] == "nào"


def _after_times(words: Words, index: int, stop: int) -> int:
    """Return the token after the phrases of time at the head: "Mỗi tháng một lần, trước ngày 28, …"."""
    for _ in range(3):
        after = time_end(words, index, stop)
        if after is None or after >= stop:
            return index
        index = _skip_comma(words, after)
    return index


def _skip_comma(words: Words, index: int) -> int:
    return index + 1 if index < len(words) and words.low[index] == "," else index


def _given(words: Words, index: int, stop: int) -> int | None:
    found = reporting_at(words, index) if index < stop else None
    if found is None or found[0] != "give":
        return None
    after = found[1]
    return after + 1 if after < stop and words.low[after] == "cho" else after


def _subject(words: Words, index: int, stop: int) -> tuple[list[Body], int]:
    """Return the bodies named in a row from a token, and the token after them and their asides."""
    if index >= stop:
        return [], index
    leads = [body for body in bodies_at(words, index) if body.end <= words.ends[stop - 1]]
    if not leads:
        return [], index
    after = _after_asides(words, words.index_from(leads[-1].end), stop)
    after = _after_time(words, after, stop)
    ordinal = ordinal_end(words, after) if after < stop else None
    return leads, after if ordinal is None else ordinal


def _after_time(words: Words, index: int, stop: int) -> int:
    """Return the token after a time between subject and verb ("các xã trong tháng 7 phải …")."""
    after = time_end(words, index, stop) if index < stop else None
    return after if after is not None and after < stop and words.low[after - 1] != "," else index


def _after_asides(words: Words, index: int, stop: int) -> int:
    """Return the token after "(…)", ", nhất là …" and names that follow the subject."""
    if index < stop and words.low[index] == "(":
        close = next((at for at in range(index, min(stop, index + 30)) if words.low[at] == ")"), None)
        index = close + 1 if close is not None else index
    if index < stop and words.low[index] == ",":
        return _after_aside(words, index, stop)
    return index


def _after_aside(words: Words, index: int, stop: int) -> int:
    after = index + 1
    if after < stop and words.low[after] not in _ASIDES:
        return after
    for at in range(after + 1, min(stop, after + 30)):
        if not words.capital(at) and verb_at(words, at) and not _inside_body(words, after, at):
            return at
    return after


def _inside_body(words: Words, first: int, at: int) -> bool:
    """Tell whether a token is inside the name of a body that begins shortly before it."""
    for start in range(max(first, at - 8), at):
        row = bodies_at(words, start)
        if row and row[-1].end > words.starts[at]:
            return True
    return False


def _verb(words: Words, index: int, stop: int, has_subject: bool) -> str | None:
    """Return what the first word of the predicate is; a verb may stand a little further on than the subject known."""
    if index >= stop:
        return None
    if words.low[index] in ("đã", "vừa", "sẽ"):
        return "past" if words.low[index] != "sẽ" else "pledge"
    if has_subject and words.low[index] in _STATES:
        return "past"
    if tuple(words.low[index : index + 2]) in _NOUNS:
        return None
    if modal := phrases("modals").longest(words, index):
        return "past" if modal[1] < stop and words.low[modal[1]] in ("đã", "vừa") else modal[0]
    if verb_at(words, index):
        return "verb"
    return _later_verb(words, index, stop) if has_subject else _must_later(words, index, stop)


def _later_verb(words: Words, index: int, stop: int) -> str | None:
    for at in range(index + 1, min(stop, index + _REACH)):
        if words.low[at] in ("đã", "vừa"):
            return "past"
        if verb_at(words, at) or phrases("modals").longest(words, at):
            return "later"
    return None


def _must_later(words: Words, index: int, stop: int) -> str | None:
    """Return "must" where a thing, not somebody, must be so ("việc đưa đón học sinh phải bảo đảm …")."""
    if words.low[index] in _SPEAKERS:
        return None
    for at in range(index + 1, min(stop, index + _REACH)):
        if words.low[at] in ("đã", "vừa", ":", "là", "chưa"):
            return None
        if words.low[at - 1] in ("sự", "điều") or words.low[at + 1 : at + 2] == ["thiết"]:
            return None
        if words.low[at] in ("phải", "cần"):
            return "must"
        if words.low[at] == "không" and words.low[at + 1 : at + 2] in (["được"], ["để"]):
            return "must"
    return None


def _done_by(words: Words, index: int, stop: int) -> Body | None:
    """Return who is to do a thing that is named first: "gờ giảm tốc do Phòng Kinh tế lắp xong trước 30/4"."""
    for at in range(index + 1, min(stop - 2, index + _REACH)):
        if words.low[at] in ("đã", "vừa", ",", ":", "(", "vì") or words.low[at - 1] == "nhân":
            return None
        body = body_at(words, at + 1) if words.low[at] in ("do", "được") else None
        if body is not None and body.kind != "place" and (after := words.index_from(body.end)) < stop:
            return body if (verb_at(words, after) and words.low[at] == "do") or _must_be(words, at, after) else None
    return None


def _must_be(words: Words, at: int, after: int) -> bool:
    """Tell whether a thing "phải được" done by somebody: "hồ sơ phải được Trung tâm hoàn thiện"."""
    return words.low[at] == "được" and words.low[at - 1] in ("phải", "cần") and verb_at(words, after) is not None


def _unlisted(words: Words, index: int, stop: int) -> Body | None:
    """Return people whom no list of bodies knows, before "phải" or "cần" ("cán bộ địa chính phải trả lời")."""
    found = phrases("speakers").longest(words, index)
    if found is None or found[0] != "person":
        return None
    for at in range(found[1], min(stop, index + 8)):
        if words.low[at] in ("phải", "cần"):
            start, end = words.starts[index], words.ends[at - 1]
            return Body(start, end, words.text[start:end], "group")
        if not words.is_word(at) or phrases("modals").longest(words, at):
            return None
    return None


def _unnamed(words: Words, index: int, stop: int) -> Body | None:
    """Return those after "giao" whom no list knows, up to the verb ("giao công chức địa chính trả lời …")."""
    found = phrases("speakers").longest(words, index)
    if found is None or found[0] != "person":
        return None
    for at in range(found[1], min(stop, index + 8)):
        if verb_at(words, at) or phrases("modals").longest(words, at):
            return Body(words.starts[index], words.ends[at - 1], words.slice(index, at), "group")
        if not words.is_word(at):
            return None
    return None


def _answerable(words: Words, index: int, stop: int) -> list[Body]:
    """Return who answers for it in "nơi nào để xảy ra … thì người đứng đầu chịu trách nhiệm"."""
    if "chịu" not in words.low[index + 1 : min(stop, index + _ANSWERING_REACH)]:
        return []
    for at in range(index + 1, min(stop, index + _ANSWERING_REACH)):
        if words.low[at] == "chịu" and words.low[at + 1 : at + 3] == ["trách", "nhiệm"]:
            then = next((n for n in range(at - 1, index, -1) if words.low[n] in ("thì", ",")), None)
            return [] if then is None else bodies_at(words, then + 1)
    return []
