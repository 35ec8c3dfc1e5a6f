"""A body as written leads to the town's units, or to a question; never to a silent guess."""

from __future__ import annotations

import time
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.committees.actions import SuccessionDetails, UnitDetails, add_unit, succeed_unit
from giaoban.committees.actors import the_system
from giaoban.committees.models import Group, Unit
from giaoban.committees.resolution import (
    Directory,
    Resolution,
    propose_by_area,
    resolve,
    resolve_body,
)
from giaoban.demo.town import Town, make_town

pytestmark = pytest.mark.django_db

DAY = date(2024, 3, 27)
WARDS = [
    "Phường Nghi Hải",
    "Phường Nghi Hòa",
    "Phường Nghi Hương",
    "Phường Nghi Tân",
    "Phường Nghi Thu",
    "Phường Nghi Thủy",
    "Phường Thu Thủy",
]

ONE_UNIT = (
    ("Công an thị xã", "name", "Công an thị xã"),
    ("CÔNG AN THỊ XÃ", "name", "Công an thị xã"),
    ("Công an", "level", "Công an thị xã"),
    ("Công an thị xã Cửa Lò", "level", "Công an thị xã"),
    ("Công an TX Cửa Lò", "level", "Công an thị xã"),
    ("lực lượng Công an thị xã", "abbreviation", "Công an thị xã"),
    ("Đảng ủy Công an thị xã", "name", "Công an thị xã"),
    ("Ban CHQS thị xã", "alias", "Ban Chỉ huy Quân sự thị xã"),
    ("Ban CHQS", "level", "Ban Chỉ huy Quân sự thị xã"),
    ("BCH Quân sự thị xã", "abbreviation", "Ban Chỉ huy Quân sự thị xã"),
    ("Toà án nhân dân thị xã", "name", "Tòa án nhân dân thị xã"),
    ("Tòa án nhân dân thị xã Cửa Lò", "level", "Tòa án nhân dân thị xã"),
    ("TAND thị xã", "alias", "Tòa án nhân dân thị xã"),
    ("TAND TX. Cửa Lò", "level", "Tòa án nhân dân thị xã"),
    ("Tòa án thị xã", "abbreviation", "Tòa án nhân dân thị xã"),
    ("VKS", "level", "Viện kiểm sát nhân dân thị xã"),
    ("Viện Kiểm sát nhân dân", "level", "Viện kiểm sát nhân dân thị xã"),
    ("Chi cục THADS", "level", "Chi cục Thi hành án dân sự thị xã"),
    ("Thi hành án dân sự thị xã", "abbreviation", "Chi cục Thi hành án dân sự thị xã"),
    ("UBKT Thị ủy", "abbreviation", "Ủy ban Kiểm tra Thị ủy"),
    ("Uỷ ban Kiểm tra Thị uỷ", "name", "Ủy ban Kiểm tra Thị ủy"),
    ("UBKT", "level", "Ủy ban Kiểm tra Thị ủy"),
    ("Văn phòng Thị ủy Cửa Lò", "level", "Văn phòng Thị ủy"),
    ("UBND thị xã", "alias", "Ủy ban nhân dân thị xã"),
    ("UBND", "level", "Ủy ban nhân dân thị xã"),
    ("Văn phòng HĐND - UBND thị xã", "abbreviation", "Văn phòng HĐND và UBND thị xã"),
    ("Văn phòng HĐND&UBND", "level", "Văn phòng HĐND và UBND thị xã"),
    ("Ban QLDA", "level", "Ban Quản lý dự án đầu tư xây dựng thị xã"),
    ("Mặt trận Tổ quốc thị xã", "abbreviation", "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã"),
    ("UBMTTQVN thị xã", "abbreviation", "Ủy ban Mặt trận Tổ quốc Việt Nam thị xã"),
    ("Đồn Biên phòng Cửa Lò", "alias", "Đồn Biên phòng Cửa khẩu cảng Cửa Lò - Bến Thủy"),
    ("BĐBP", "abbreviation", "Đồn Biên phòng Cửa khẩu cảng Cửa Lò - Bến Thủy"),
    ("Phường Nghi Hương", "name", "Phường Nghi Hương"),
    ("UBND phường Nghi Hương", "name", "Phường Nghi Hương"),
    ("Đảng ủy phường Thu Thuỷ", "name", "Phường Thu Thủy"),
    ("Thường trực Đảng ủy phường Nghi Hải", "name", "Phường Nghi Hải"),
    ("Ban Nội chính Tỉnh ủy", "alias", "Ban Nội chính Tỉnh ủy Nghệ An"),
    ("Trưởng Công an thị xã", "post", "Công an thị xã"),
    ("đồng chí Chánh án TAND thị xã", "post", "Tòa án nhân dân thị xã"),
    ("Chủ tịch UBND phường Nghi Thu", "post", "Phường Nghi Thu"),
    ("Phó Chủ tịch UBND thị xã", "post", "Ủy ban nhân dân thị xã"),
    ("Chánh Thanh tra thị xã", "post", "Thanh tra thị xã"),
    ("Trưởng phòng Tư pháp", "post", "Phòng Tư pháp"),
    ("đ/c Chánh Văn phòng Thị ủy", "post", "Văn phòng Thị ủy"),
)

SEVERAL = (
    ("7 phường", WARDS),
    ("07 phường", WARDS),
    ("bảy phường", WARDS),
    ("các phường", WARDS),
    ("các phường trên địa bàn thị xã", WARDS),
    ("UBND 7 phường", WARDS),
    ("UBND các phường", WARDS),
    ("Thường trực Đảng ủy 7 phường", WARDS),
    ("Chủ tịch UBND các phường", WARDS),
    ("các Đảng ủy phường", WARDS),
    ("7 Đảng ủy phường", WARDS),
    ("các đảng ủy xã, phường", WARDS),
    ("các xã, phường", WARDS),
    ("UBND các phường Nghi Thu, Nghi Hương", ["Phường Nghi Thu", "Phường Nghi Hương"]),
    ("phường Nghi Hải và phường Nghi Hòa", ["Phường Nghi Hải", "Phường Nghi Hòa"]),
    (
        "các cơ quan tiến hành tố tụng thị xã",
        ["Công an thị xã", "Viện kiểm sát nhân dân thị xã", "Tòa án nhân dân thị xã"],
    ),
    ("Viện kiểm sát nhân dân, Tòa án nhân dân thị xã", ["Viện kiểm sát nhân dân thị xã", "Tòa án nhân dân thị xã"]),
    ("Công an, Ban CHQS thị xã và UBND các phường", ["Công an thị xã", "Ban Chỉ huy Quân sự thị xã", *WARDS]),
)

EVERYBODY = (
    "các cơ quan, đơn vị trong khối nội chính",
    "Các cơ quan, đơn vị trong khối",
    "các cơ quan, đơn vị khối Nội chính",
    "các cơ quan, đơn vị trong khối nội chính thị xã",
    "thủ trưởng các cơ quan, đơn vị",
    "khối Nội chính",
)

QUESTIONS = (
    ("Công an tỉnh", "elsewhere"),
    ("Công an phường Nghi Thu", "elsewhere"),
    ("Công an thị xã Hoàng Mai", "elsewhere"),
    ("UBND huyện Nghi Lộc", "elsewhere"),
    ("UBND các huyện, thị xã", "elsewhere"),
    ("phường Trường Vinh", "elsewhere"),
    ("5 phường", "count"),
    ("Trưởng Công an tỉnh", "elsewhere"),
    ("Phòng Tài chính - Kế hoạch", "unknown"),
    ("các trường học", "unknown"),
    ("", "unknown"),
    ("...", "unknown"),
)

#: Words that make names of bodies, joined at random.
PIECES = ["các", "7", "phường", "UBND", "Công", "an", "thị", "xã", ",", "và", "tỉnh", "TAND", "Trưởng"]


@pytest.fixture(scope="module")
def town(db_of_the_file: None) -> Town:
    return make_town()


@pytest.fixture
def directory(town: Town) -> Directory:
    return Directory(town.committee_id, DAY)


def names(resolution: Resolution) -> list[str]:
    return [unit.name for unit in resolution.units]


@pytest.mark.django_db
def test_it_works_for_one_unit(directory: Directory) -> None:
    found = {written: resolve(directory, written) for written, _, _ in ONE_UNIT}
    wrong = {
        written: (got.basis, names(got), got.reason)
        for (written, basis, unit), got in zip(ONE_UNIT, found.values(), strict=True)
        if (got.basis, names(got), got.reason) != (basis, [unit], None)
    }
    assert wrong == {}


@pytest.mark.django_db
def test_it_works_for_several_units(directory: Directory) -> None:
    got = {written: names(resolve(directory, written)) for written, _ in SEVERAL}
    assert {written: sorted(units) for written, units in got.items()} == {
        written: sorted(units) for written, units in SEVERAL
    }


@pytest.mark.django_db
@pytest.mark.parametrize("written", EVERYBODY)
def test_a_name_for_everybody_is_told_as_such(directory: Directory, written: str) -> None:
    got = resolve(directory, written)
    assert got.is_everybody
    assert got.group_id is not None
    assert len(got.units) == 11


@pytest.mark.django_db
@pytest.mark.parametrize(("written", "reason"), QUESTIONS)
def test_what_does_not_fit_is_asked(directory: Directory, written: str, reason: str) -> None:
    got = resolve(directory, written)
    assert (got.reason, got.matches) == (reason, ())
    assert not got.is_resolved


@pytest.mark.django_db
def test_a_question_offers_what_is_near(directory: Directory) -> None:
    assert "Công an thị xã" in [unit.name for unit in resolve(directory, "Công an tỉnh").candidates]
    assert len(resolve(directory, "5 phường").candidates) == 7


@pytest.mark.django_db
def test_of_a_list_of_which_one_is_unknown_the_known_are_offered(directory: Directory) -> None:
    got = resolve(directory, "Công an thị xã, Phòng Vật tư")
    assert not got.is_resolved
    assert "Công an thị xã" in [unit.name for unit in got.candidates]


@pytest.mark.django_db
@pytest.mark.parametrize("written", ["cong an thi xa", "TOA AN NHAN DAN", "phuong nghi thuy", "Phường Nghi Thùy"])
def test_without_diacritics_it_is_the_last_resort_and_says_so(directory: Directory, written: str) -> None:
    got = resolve(directory, written)
    assert got.is_loose
    assert len(got.units) == 1


def test_two_units_that_share_a_short_name_are_asked_about(town: Town) -> None:
    actor = the_system(town.committee_id)
    add_unit(actor, UnitDetails("Ban Tổ chức Hội nghị", "government_division"))
    Unit.objects.create(committee_id=town.committee_id, name="Thanh tra Cửa Lò", kind="inspectorate")
    got = resolve_body(town.committee_id, "Thanh tra", DAY)
    assert got.reason == "ambiguous"
    assert {unit.name for unit in got.candidates} == {"Thanh tra thị xã", "Thanh tra Cửa Lò"}


def test_on_the_day_a_unit_that_has_ended_is_asked_about_with_its_heir(town: Town) -> None:
    actor = the_system(town.committee_id)
    first_day = date(2024, 12, 1)
    heir = add_unit(actor, UnitDetails("Tòa án nhân dân thành phố Vinh", "court", valid_from=first_day))
    court = Unit.objects.get(pk=town.unit_ids["court"])
    succeed_unit(actor, court.pk, court.version, SuccessionDetails(heir.pk, "dissolved", first_day))
    assert resolve_body(town.committee_id, "TAND thị xã", DAY).is_resolved
    got = resolve_body(town.committee_id, "TAND thị xã", first_day)
    assert got.reason == "ended"
    assert [unit.name for unit in got.candidates] == ["Tòa án nhân dân thành phố Vinh"]


def test_places_are_a_group_though_nobody_made_one(town: Town) -> None:
    Group.objects.filter(pk__gt=0).update(is_closed=True)
    got = resolve_body(town.committee_id, "UBND các phường", DAY)
    assert set(names(got)) == set(WARDS)
    assert got.group_id is None


def test_another_committee_has_its_own_names(town: Town) -> None:
    assert names(resolve_body(town.superior_id, "Ban Nội chính", DAY)) == ["Ban Nội chính Tỉnh ủy"]
    assert not resolve_body(town.superior_id, "Công an thị xã", DAY).is_resolved


def test_500_names_need_no_more_queries_than_one(town: Town) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        directory = Directory(town.committee_id, DAY)
    assert len(queries) <= 7
    with CaptureQueriesContext(connection) as none:
        for written, *_ in (*ONE_UNIT, *SEVERAL, *QUESTIONS) * 8:
            resolve(directory, written)
    assert len(none) == 0


def test_a_lead_that_names_everybody_comes_with_proposals_by_area(town: Town) -> None:
    everybody = resolve_body(town.committee_id, "các cơ quan, đơn vị trong khối", DAY).units
    best = {
        area: propose_by_area(town.committee_id, [area], DAY, among=everybody)[0].name
        for area in ("security", "justice", "defence", "petition", "sea", "anticorruption")
    }
    assert best == {
        "security": "Công an thị xã",
        "justice": "Viện kiểm sát nhân dân thị xã",
        "defence": "Ban Chỉ huy Quân sự thị xã",
        "petition": "Ban Tiếp công dân thị xã",
        "sea": "Đồn Biên phòng Cửa khẩu cảng Cửa Lò - Bến Thủy",
        "anticorruption": "Ủy ban Kiểm tra Thị ủy",
    }


def test_outside_the_group_it_proposes_where_nobody_in_it_answers(town: Town) -> None:
    everybody = resolve_body(town.committee_id, "các cơ quan, đơn vị trong khối", DAY).units
    found = propose_by_area(town.committee_id, ["project"], DAY, among=everybody)
    assert [unit.name for unit in found] == [
        "Ủy ban nhân dân thị xã",
        "Ban Quản lý dự án đầu tư xây dựng thị xã",
        "Phòng Quản lý đô thị",
    ]
    assert propose_by_area(town.committee_id, ["other"], DAY) == ()


def test_a_side_area_of_the_group_does_not_outdo_the_main_one(town: Town) -> None:
    everybody = resolve_body(town.committee_id, "các cơ quan, đơn vị trong khối", DAY).units
    alone = propose_by_area(town.committee_id, ["project"], DAY, among=everybody)
    assert propose_by_area(town.committee_id, ["project", "plan"], DAY, among=everybody) == alone


@pytest.mark.django_db
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_whatever_is_written_it_is_either_units_or_a_question(directory: Directory, written: str) -> None:
    got = resolve(directory, written)
    assert got.written == written
    assert bool(got.matches) != bool(got.reason)
    ids = [unit.id for unit in got.units]
    assert len(ids) == len(set(ids))
    assert all(directory.unit(unit.id) is not None for unit in (*got.units, *got.candidates))


@pytest.mark.django_db
def test_every_unit_is_found_by_each_of_its_own_names(directory: Directory, town: Town) -> None:
    for unit in Unit.objects.filter(committee_id=town.committee_id).prefetch_related("aliases"):
        for text in (unit.name, unit.short_name, *(alias.text for alias in unit.aliases.all())):
            if text:
                assert names(resolve(directory, text)) == [unit.name], text


@pytest.mark.django_db
@pytest.mark.parametrize("piece", ["phó bí thư ", "các ", "Công an, ", "UBND ", "7 ", "đồng chí "])
def test_a_hostile_name_is_answered_at_once(directory: Directory, piece: str) -> None:
    begun = time.process_time()
    resolve(directory, piece * 2000)
    assert time.process_time() - begun < 2
