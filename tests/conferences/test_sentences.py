"""The sentence of a directive: in an official's words, nobody named twice, and read back as its fields say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import cycle, product

import pytest

from giaoban.conferences.heard import Heard, hear
from giaoban.conferences.names import Named, Names
from giaoban.conferences.sentences import Body, DirectiveWords, sentence

DAY = date(2024, 3, 27)
POLICE, MILITARY = Body("Công an thị xã", True), Body("Ban Chỉ huy Quân sự thị xã", True)
COURT, PROCURACY = Body("Tòa án nhân dân thị xã", False), Body("Viện kiểm sát nhân dân thị xã", False)
ENFORCERS = Body("Chi cục Thi hành án dân sự thị xã", False)
WARDS = (Body("Phường Nghi Thủy", True), Body("Phường Thu Thủy", True))
BODIES = {body.name: body for body in (POLICE, MILITARY, COURT, PROCURACY, ENFORCERS, *WARDS)}
CALLED = {"Công an": POLICE, "TAND thị xã": COURT, "Tòa án": COURT, "Viện kiểm sát": PROCURACY, "Ban CHQS": MILITARY}


class Called(Names):
    """The bodies of the tests by all that they are called."""

    def meant(self, written: str) -> Named:
        """Return whom a name means."""
        if written in ("UBND các phường", "các phường"):
            return Named(tuple(ward.name for ward in WARDS))
        if written == "đồng chí Trưởng Công an thị xã":
            return Named((POLICE.name,))
        body = CALLED.get(written) or BODIES.get(written)
        return Named((body.name,), is_name=True) if body else Named()


NAMES = Called(BODIES)


@dataclass(frozen=True)
class Fields:
    """What a directive says: who leads, who supports, by when."""

    leads: frozenset[Body]
    supports: frozenset[Body]
    due: tuple[date | None, str, str]

    def said(self, text: str) -> str:
        """Return the sentence of words with these fields."""
        ordered = [sorted(row, key=lambda body: body.name) for row in (self.leads, self.supports)]
        on, period, recurring = self.due
        return sentence(DirectiveWords(text, tuple(ordered[0]), tuple(ordered[1]), on, period, recurring), DAY, NAMES)


def read(text: str) -> Fields:
    """Return what the reader makes of a sentence."""
    heard = hear(NAMES.cased(text), DAY)
    assert heard, text
    leads = _meant(heard[0].leads)
    supports = _meant(name for one in heard for name in one.supports)
    return Fields(leads, supports - leads, _due(heard))


def _meant(names: Iterable[str]) -> frozenset[Body]:
    return frozenset(BODIES[name] for written in names for name in NAMES.meant(written).bodies)


def _due(heard: tuple[Heard, ...]) -> tuple[date | None, str, str]:
    dues = [(one.due.on, one.due.period, one.due.recurring) for one in heard]
    return next((due for due in reversed(dues) if any(due)), (None, "", ""))


ASKINGS = ("", "Giao ", "Yêu cầu ", "Đề nghị ", "giao cho ", "Đối với ")
LEADS = (
    "Công an thị xã",
    "Công an",
    "TAND thị xã",
    "Viện kiểm sát",
    "Chi cục Thi hành án dân sự thị xã",
    "UBND các phường",
)
JOINTS = (" ", " chủ trì, phối hợp với Ban CHQS ", " chủ trì, phối hợp Ban CHQS và các đơn vị liên quan ", " chủ trì ")
#: Five, so that each comes with every due.
WORKS = (
    "rà soát hồ sơ tồn đọng",
    "tiếp tục thực hiện kế hoạch tuần tra",
    "xây dựng quy chế quản lý kho vật chứng",
    "khẩn trương giải quyết dứt điểm các vụ việc kéo dài",
    "tham mưu Ban Thường vụ Thị ủy ban hành kế hoạch",
)
DUES = (
    "",
    ", hoàn thành trước ngày 30/6/2024",
    ", xong trước 30/6",
    " trong quý này",
    " hằng tháng",
    " trong vòng 10 ngày",
)


def test_what_is_typed_is_read_back_with_the_same_fields_and_nobody_twice() -> None:
    works = cycle(WORKS)
    for asking, lead, joint, due in product(ASKINGS, LEADS, JOINTS, DUES):
        typed = f"{asking}{lead}{', cần' if asking == 'Đối với ' else ''}{joint}{next(works)}{due}."
        fields = read(typed)
        assert fields.leads, typed
        said = fields.said(typed)
        assert read(said) == fields, f"{typed} → {said}"
        assert _is_told_once(said, fields), f"{typed} → {said}"


def _is_told_once(said: str, fields: Fields) -> bool:
    """Tell whether there is one asking at the head, the right one, and no official name of ours stands twice."""
    is_directed = all(body.is_directed for body in fields.leads)
    askings = sum(said.lower().count(word) for word in ("giao ", "đề nghị ", "yêu cầu "))
    right = said.startswith("Đề nghị ") or (is_directed and said.startswith(("Giao ", "Yêu cầu ")))
    return right and askings == 1 and all(said.count(body.name) < 2 for body in (*fields.leads, *fields.supports))


@pytest.mark.parametrize(("lead", "support"), [(MILITARY, COURT), (COURT, POLICE), (ENFORCERS, PROCURACY)])
def test_fields_that_a_person_chose_take_the_place_of_what_was_typed(lead: Body, support: Body) -> None:
    chosen = Fields(frozenset((lead,)), frozenset((support,)), (date(2024, 7, 15), "", ""))
    for asking, typed_lead, joint, due in product(ASKINGS[:4], LEADS[:3], JOINTS[:2], DUES):
        said = chosen.said(f"{asking}{typed_lead}{joint}rà soát hồ sơ tồn đọng{due}")
        found = read(said)
        assert (found.leads, found.supports, found.due) == (chosen.leads, chosen.supports, chosen.due), said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Công an thị xã phải rà soát camera, báo cáo kết quả trước ngày 15/7",
         "Giao Công an thị xã rà soát camera, báo cáo kết quả trước ngày 15/07/2024"),
        ("Trước ngày 30/6, Công an rà soát camera", "Trước ngày 30/06/2024, giao Công an thị xã rà soát camera"),
        ("giao công an thị xã rà soát camera", "Giao Công an thị xã rà soát camera"),
        ("Yêu cầu Tòa án xét xử lưu động 3 vụ", "Đề nghị Tòa án nhân dân thị xã xét xử lưu động 3 vụ"),
        ("UBND các phường rà soát hộ nghèo trong quý này", "Giao UBND các phường rà soát hộ nghèo trong quý I/2024"),
        ("Giao đồng chí Trưởng Công an thị xã trực tiếp chỉ đạo đợt cao điểm",
         "Giao đồng chí Trưởng Công an thị xã trực tiếp chỉ đạo đợt cao điểm"),
        ("Giao Công an thị xã mở đợt cao điểm, phối hợp với Tòa án xét xử lưu động 3 vụ",
         "Giao Công an thị xã mở đợt cao điểm, phối hợp với Tòa án xét xử lưu động 3 vụ"),
        ("Mở đợt.\nThời gian: quý III/2024\nChủ trì: Công an thị xã\nPhối hợp: Tòa án",
         "Giao Công an thị xã chủ trì, phối hợp với Tòa án nhân dân thị xã mở đợt, hoàn thành trong quý III/2024"),
        ("Giao Công an thị xã:\n- mở đợt cao điểm;\n- báo cáo trước ngày 30/9",
         "Giao Công an thị xã mở đợt cao điểm; báo cáo trước ngày 30/09/2024"),
        ("Tình hình trộm cắp còn nhiều. Công an mở đợt cao điểm trước 1/5.",
         "Tình hình trộm cắp còn nhiều. Giao Công an thị xã mở đợt cao điểm trước ngày 01/05/2024"),
        ("Để giữ bình yên, giao Công an tuần tra ban đêm trong tháng tới",
         "Để giữ bình yên, giao Công an thị xã tuần tra ban đêm trong tháng 4/2024"),
    ],
)  # fmt: skip
def test_it_reads_as_an_official_conclusion(typed: str, said: str) -> None:
    assert read(typed).said(typed) == said


@pytest.mark.parametrize(
    "typed",
    [
        "Nhất trí với đề xuất của Công an thị xã",
        "Hoàn thành trước ngày 30/6/2024, Công an thị xã phải rà soát xong camera",
        "Rà soát camera trên địa bàn (Công an thị xã chủ trì, xong trước ngày 30/6/2024)",
        "Đồng chí Bí thư yêu cầu Công an thị xã rà soát camera trước ngày 30/6/2024",
        "Giao Công an thị xã rà soát camera trước ngày 30/6/2024; đề nghị Tòa án nhân dân thị xã xét xử lưu động",
    ],
)
def test_words_that_name_the_one_who_leads_elsewhere_stand_as_they_were_typed(typed: str) -> None:
    heard = hear(typed, DAY)
    on = heard[0].due.on if heard else None
    assert sentence(DirectiveWords(typed, (POLICE,), due_on=on), DAY, NAMES) == typed


def test_a_due_that_a_person_took_away_is_not_said() -> None:
    for due in (", hoàn thành trước ngày 30/6/2024", " xong trước 30/6", " trong quý III/2024"):
        said = sentence(DirectiveWords(f"Giao Công an thị xã rà soát camera{due}.", (POLICE,)), DAY, NAMES)
        assert said == "Giao Công an thị xã rà soát camera"


def test_a_product_that_the_words_name_is_not_said_again() -> None:
    words = DirectiveWords("Giao Công an thị xã xây dựng kế hoạch tuần tra", (POLICE,), product="Kế hoạch tuần tra")
    assert sentence(words, DAY, NAMES) == "Giao Công an thị xã xây dựng kế hoạch tuần tra"
