"""Why a clause under an order is no command: it praises, hopes, passes a notice on, or tells what was done."""

from __future__ import annotations

import re

from giaoban.language.evidence import Evidence
from giaoban.language.lexicon import phrases, phrases_of
from giaoban.language.ranks import level_of
from giaoban.language.reasons import Reason
from giaoban.language.reporting import reporting_at
from giaoban.language.speakers import Told
from giaoban.language.subjects import Head
from giaoban.language.verbs import verb_at
from giaoban.language.words import Words

_SOME = ("một số", "một vài", "nhiều", "không ít", "đa số", "phần lớn", "hầu hết")
#: "Trong quá trình thực hiện, nếu có vướng mắc …": nobody is told to act where nobody is named.
_ON_TROUBLE = re.compile(
    r"(?:nếu|có|gặp)\s+(?:có\s+)?(?:những\s+)?(?:khó khăn|vướng mắc)"
    r"[^;]{0,40}\b(?:phản ánh|báo cáo|liên hệ|trao đổi)\b"
)
_ASSENTS = frozenset((("thống", "nhất"), ("đồng", "ý"), ("nhất", "trí"), ("tán", "thành")))
_ASSENTED = frozenset((("với",), ("về",), ("chủ",), ("nội",), ("như",), ("theo",), ("sự",), ("các",), ()))
#: The call to everybody that closes a resolution.
_CALL = re.compile(r"kêu gọi\s+(?:toàn thể|toàn đảng|toàn dân|mọi tầng lớp|các tầng lớp)\b")
_ASKING = frozenset((("đề", "nghị"), ("kiến", "nghị"), ("đề", "xuất")))
_THIS_IS = frozenset((("đây", "là"), ("đó", "là"), ("điều", "này"), ("điều", "đó"), ("kết", "quả")))
_PRESIDING = (("chủ", "trì"), ("thống", "nhất"), ("nhất", "trí"), ("biểu", "quyết"))


def refusal_of(
    words: Words, stop: int, evidence: Evidence, head: Head, told: Told | None, *, strict: bool
) -> Reason | None:
    """Return why a clause under an order is no command, None where it is one; ``strict``: it is only hinted at."""
    ordered = told is not None and told.kind == "order"
    if evidence.notice:
        return "notice"
    if not head.leads and _ON_TROUBLE.search(words.small, words.starts[head.start], words.ends[stop - 1]):
        return "notice"
    if evidence.force and _is_paper(words, head.start):
        return "force"
    if (evidence.wish and not ordered) or _CALL.search(words.small, words.starts[head.start], words.ends[stop - 1]):
        return "wish"
    if head.verb == "past" or (not ordered and _is_past(words, stop, evidence, head)):
        return "past"
    if head.verb == "pledge":
        return "future"
    if head.leads and head.verb in ("verb", "later", "how") and head.leads[0].text.lower().startswith(_SOME):
        return "some_do"
    if _petitions(words, head):
        return "proposal"
    if not head.leads and tuple(words.low[head.start : head.start + 2]) in _THIS_IS:
        return "no_verb"
    if _praises(words, head, stop):
        return "praise"
    if _ends_presiding(words, head, stop):
        return "presides"
    if (head.verb is None and not (ordered and head.leads)) or (not head.leads and _is_thing(words, head.start)):
        return "no_verb"
    if strict and head.verb == "later":
        return "nobody"
    return _refusal_of_saying(words, head, told) if told is not None and told.kind == "said" else None


_SPIRIT = frozenset(("tinh", "phương", "quan", "khẩu", "thông", "nguyên", "mục", "chủ", "lời"))
_PAPERS = frozenset((("báo", "cáo"), ("thống", "kê"), ("phản", "ánh"), ("đánh", "giá"), ("đề", "xuất")))


def _is_thing(words: Words, index: int) -> bool:
    """Tell whether a thing stands here, and no verb: "tinh thần “không để án cũ …”", "Báo cáo tuần của 4 xã …"."""
    if index + 2 >= len(words):
        return False
    if words.low[index] in _SPIRIT and words.raw[index + 2] in '“"':
        return True
    owned = words.low[index + 2 : index + 4]
    return tuple(words.low[index : index + 2]) in _PAPERS and (owned[:1] == ["của"] or owned[1:] == ["của"])


def _petitions(words: Words, head: Head) -> bool:
    """Tell whether a body asks a higher one for something: "Xã An Phú đề nghị huyện hỗ trợ 200 triệu đồng"."""
    asks = tuple(words.low[head.predicate : head.predicate + 2])
    return (
        bool(head.leads)
        and asks in _ASKING
        and level_of(" ".join(words.low[head.predicate + 2 : head.predicate + 5])) is not None
    )


def _is_paper(words: Words, index: int) -> bool:
    """Tell whether "Quyết định này", "Nghị quyết …" stands here, and nobody who may act."""
    return phrases_of("speakers", "paper").longest(words, index) is not None


def _praises(words: Words, head: Head, stop: int) -> bool:
    """Tell whether a clause that names nobody begins with praise or assent ("Cơ bản nhất trí với báo cáo")."""
    if head.leads:
        return False
    at = head.predicate
    while (modal := phrases("modals").longest(words, at)) is not None and modal[0] == "how" and modal[1] < stop:
        at = modal[1]
    assents = tuple(words.low[at : at + 2]) in _ASSENTS and tuple(words.low[at + 2 : min(stop, at + 3)]) in _ASSENTED
    found = reporting_at(words, at)
    return assents or decides(words, at) or (found is not None and found[0] == "praise" and not verb_at(words, at))


def decides(words: Words, at: int) -> bool:
    """Tell whether a clause says that a draft was passed or not ("Chưa thông qua")."""
    at += words.low[at] in ("chưa", "không")
    return words.low[at : at + 2] == ["thông", "qua"]


def _is_past(words: Words, stop: int, evidence: Evidence, head: Head) -> bool:
    return evidence.past or (not head.leads and _done(words, head, stop))


def _ends_presiding(words: Words, head: Head, stop: int) -> bool:
    """Tell whether the clause ends in "… chủ trì", "… thống nhất": who presided over the meeting, or agreed."""
    return bool(head.leads) and tuple(words.low[stop - 2 : stop]) in _PRESIDING


def _done(words: Words, head: Head, stop: int) -> bool:
    """Tell whether after "Thực hiện …,", "Ngay sau cuộc họp," somebody "đã" did something."""
    if words.low[head.predicate] not in ("thực", "triển", "qua", "sau", "ngay"):
        return False
    commas = [at for at in range(head.predicate, stop) if words.low[at] == ","]
    return any("đã" in words.low[at + 1 : min(stop, at + 9)] for at in commas)


#: First words of verbs that tell what was found ("chỉ rõ", "phân tích", "đánh giá", "thừa nhận").
_FINDING = frozenset(("chỉ", "phân", "đánh", "thừa"))


_WISHING = ("mong", "hy vọng", "bày tỏ mong muốn", "bày tỏ hy vọng", "tin tưởng", "kỳ vọng")


def _refusal_of_saying(words: Words, head: Head, told: Told) -> Reason | None:
    """Return why what is only said is no command: neither somebody who acts nor a must or ban stands at its head.

    Of what was found, only a must or ban is one.
    """
    if words.text.startswith(_WISHING, words.starts[told.verb]) and head.verb not in ("must", "not", "give"):
        return "wish"
    finds = words.low[told.verb] in _FINDING
    if (head.leads and head.verb not in (None, "later") and not finds) or head.verb in ("must", "not", "give"):
        modal = phrases("modals").longest(words, head.predicate)
        return None if head.leads or not finds or modal is not None else "said"
    return "said"
