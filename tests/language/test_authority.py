"""With what authority somebody speaks."""

from __future__ import annotations

import pytest

from giaoban.language.authority import Hearing, Subject, authority_of, begins_with, content_begins, is_high
from giaoban.language.bodies import body_at
from giaoban.language.extraction import Person
from giaoban.language.office import Office
from giaoban.language.reporting import reporting_at
from giaoban.language.words import words_of

NOBODY = Office(official=False, issuer=frozenset(), chair=frozenset())


def authority(text: str, verb: str, *, frame: str | None = None, occasion: bool = True) -> str | None:
    """Return the authority of the body at the head of a text that speaks with a verb in it."""
    words = words_of(text)
    body = body_at(words, 0)
    assert body is not None
    at = words.index_from(text.index(verb))
    hit = reporting_at(words, at)
    assert hit is not None
    hearing = Hearing(NOBODY, None, False, occasion)
    return authority_of(words, Subject("body", body.text, body), hit, frame, hearing, at, len(words))


@pytest.mark.parametrize(
    ("text", "verb", "heard"),
    [
        ("Bí thư Huyện ủy yêu cầu các xã rà soát", "yêu cầu", "order"),
        ("Chủ tịch UBND tỉnh đề nghị các sở báo cáo", "đề nghị", "order"),
        ("Chủ tịch UBND huyện đề nghị cấp trên sớm bổ sung vốn", "đề nghị", "proposal"),
        ("Chủ tịch UBND huyện kiến nghị tỉnh hỗ trợ", "kiến nghị", "proposal"),
        ("Chủ tịch Hội Nông dân huyện đề nghị các xã phối hợp", "đề nghị", "proposal"),
        ("Thủ tướng đề nghị các bộ, ngành báo cáo", "đề nghị", "order"),
        ("UBND tỉnh yêu cầu các sở báo cáo", "yêu cầu", "order"),
        ("Sở Công Thương đề nghị các ngân hàng giảm lãi", "đề nghị", "proposal"),
    ],
)
def test_rank_and_matter_decide(text: str, verb: str, heard: str) -> None:
    assert authority(text, verb) == heard


def test_who_concludes_has_the_chair() -> None:
    assert authority("đồng chí Lê Văn Hiến đề nghị các xã rà soát", "đề nghị", frame="frame") == "chair"


def test_without_a_meeting_a_committee_only_acts_in_a_story() -> None:
    assert authority("UBND huyện yêu cầu các xã ký cam kết", "yêu cầu", occasion=False) is None


def test_a_person_leads_by_the_titles_given_elsewhere() -> None:
    people = [Person("Lê Văn Hiến", ["Bí thư Huyện ủy"], 0, 11), Person("Đỗ Thị Mơ", ["nông dân"], 20, 29)]
    office = Office.of(words_of("Tin"), [], None, people)
    hien, mo = (body_at(words_of(text), 0) for text in ("đồng chí Lê Văn Hiến nói", "bà Đỗ Thị Mơ nói"))
    assert hien is not None
    assert mo is not None
    assert is_high(hien, office)
    assert not is_high(mo, office)


def test_what_is_asked_begins_with_a_body_or_a_colon() -> None:
    words = words_of("yêu cầu: Công an xã tuần tra")
    assert content_begins(words, 2, len(words))
    assert content_begins(words, 3, len(words))
    assert not content_begins(words, 6, len(words))


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Sau khi lắng nghe, Bí thư Huyện ủy Lê Văn Hiến dành một giờ phân tích", "chair"),
        ("Trưởng phòng Nội vụ nhận trách nhiệm", "proposal"),
        ("Bí thư Đảng ủy xã Sơn Trạch nêu khó khăn", "proposal"),
        ("Chủ tịch UBND các xã rà soát", None),
        ("Thu ngân sách đạt 60%", None),
    ],
)
def test_whom_a_clause_is_about(text: str, authority: str | None) -> None:
    words = words_of(text)
    district = Office(official=False, issuer=frozenset(), chair=frozenset(), level=2)
    assert begins_with(words, 0, len(words), district) == authority


def test_one_called_by_honorific_and_name_is_the_chair_or_only_proposes() -> None:
    words = words_of("ông Khiết đề nghị các xã rà soát")
    hit = reporting_at(words, 2)
    assert hit is not None
    for chair, heard in (
        (frozenset(("le", "cong", "khiet")), "chair"),
        (frozenset(("tran", "van", "tam")), "proposal"),
    ):
        office = Office(official=False, issuer=frozenset(), chair=chair)
        subject = Subject("pronoun", "ông Khiết")
        assert authority_of(words, subject, hit, None, Hearing(office, "order"), 2, len(words)) == heard
