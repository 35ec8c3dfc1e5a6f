"""Pages of units: found without diacritics, edited with labels and both texts, in as many queries as before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import Office
from giaoban.committees.actions import UnitDetails, add_alias, add_unit, close_unit, edit_unit
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit

Browse = Callable[[Actor], Client]
LIST = "/danh-ba/"


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def typed(unit: Unit, **changes: object) -> dict[str, object]:
    """Return what the edit form sends for a unit as it stands, with changes."""
    return {
        "name": unit.name,
        "short_name": unit.short_name,
        "kind": unit.kind,
        "place": unit.place,
        "main_area": unit.areas[0] if unit.areas else "",
        "other_areas": unit.areas[1:],
        "position": unit.position,
        "valid_from": "",
        "version": unit.version,
    } | changes


def test_the_list_groups_by_relation_and_says_how_to_address_them(office: Office, browse: Browse) -> None:
    text = page(browse(office.reporter), LIST)
    assert text.index("Cơ quan, tổ chức đảng của cấp ủy") < text.index("Cơ quan ngành dọc đóng trên địa bàn")
    assert "trong kết luận: “đề nghị”" in text
    assert "Thêm đơn vị" not in text


@pytest.mark.parametrize("words", ["toa an", "TÒA ÁN", "tand", "Toà"])
def test_it_finds_without_diacritics_by_name_and_alias(office: Office, browse: Browse, words: str) -> None:
    text = page(browse(office.reporter), f"{LIST}?q={words}")
    assert "Tòa án nhân dân thị xã" in text
    assert "Ban Chỉ huy Quân sự" not in text


def test_it_filters_by_kind_area_and_state(office: Office, browse: Browse) -> None:
    client, police = browse(office.specialist), office.units["Công an thị xã"]
    assert "Công an thị xã" in page(client, f"{LIST}?area=security&kind=police")
    assert "Không có đơn vị nào khớp" in page(client, f"{LIST}?area=security&kind=ward")
    close_unit(office.specialist, police.pk, police.version, date(2024, 1, 31))
    assert "đến 31/01/2024" in page(client, f"{LIST}?state=ended")
    assert "Công an thị xã" not in page(client, LIST)


def test_an_unknown_filter_finds_nothing_and_breaks_nothing(office: Office, browse: Browse) -> None:
    assert "Không có đơn vị nào khớp" in page(browse(office.reporter), f"{LIST}?kind=planet&area=moon&q=%00")


def test_the_number_of_queries_does_not_grow(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    page(client, LIST)
    with CaptureQueriesContext(connection) as few:
        page(client, LIST)
    for number in range(30):
        unit = add_unit(office.specialist, UnitDetails(f"Phòng {number}", "government_division"))
        add_alias(office.specialist, unit.pk, f"P{number}")
    with CaptureQueriesContext(connection) as many:
        page(client, LIST)
    assert len(many) == len(few)


def test_a_page_shows_names_relation_and_areas(office: Office, browse: Browse) -> None:
    text = page(browse(office.leader), reverse("unit-page", args=[office.units["Tòa án nhân dân thị xã"].pk]))
    for words in ("TAND thị xã", "đề nghị", "Xét xử, thi hành án", "chưa thuộc nhóm nào"):
        assert words in text
    assert "Ghi kế thừa" not in text


def test_adding_one_works(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    new = Unit(name="Phòng Nội vụ", kind="government_division", areas=["agency", "party"])
    answer = client.post(reverse("unit-add"), typed(new, valid_from="5/3/2024"), follow=True)
    assert "Đã thêm Phòng Nội vụ vào danh bạ." in answer.content.decode()
    unit = Unit.objects.get(name="Phòng Nội vụ")
    assert (unit.areas, unit.valid_from) == (["agency", "party"], date(2024, 3, 5))


def test_a_form_that_fails_says_why_and_keeps_what_was_typed(office: Office, browse: Browse) -> None:
    new = Unit(name="Công an", kind="police", short_name="CATX")
    answer = browse(office.specialist).post(reverse("unit-add"), typed(new, valid_from="31/02/2024"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="CATX"' in text
    assert "data-error-summary" in text
    again = browse(office.specialist).post(reverse("unit-add"), typed(new))
    assert "“Công an” đã là tên gọi của Công an thị xã" in again.content.decode()


def test_a_stale_edit_shows_both_texts_and_the_next_save_is_made_on_the_newest(office: Office, browse: Browse) -> None:
    unit = office.units["Công an thị xã"]
    edit_unit(office.administrator, unit.pk, 1, UnitDetails("Công an thị xã", "police", "CA của người khác"))
    client, address = browse(office.specialist), reverse("unit-edit", args=[unit.pk])
    answer = client.post(address, typed(unit, short_name="CA của tôi", other_areas=["traffic", "sea"]))
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "CA của người khác" in text
    assert 'value="CA của tôi"' in text
    assert 'name="version" value="2"' in text
    assert Unit.objects.get(pk=unit.pk).short_name == "CA của người khác"
    saved = client.post(address, typed(unit, short_name="CA của tôi", version=2))
    assert saved.status_code == 302
    assert Unit.objects.get(pk=unit.pk).short_name == "CA của tôi"


@pytest.mark.parametrize("version", ["", "0", "x", "²", "-1"])
def test_an_edit_without_its_version_overwrites_nothing(office: Office, browse: Browse, version: str) -> None:
    unit = office.units["Công an thị xã"]
    address = reverse("unit-edit", args=[unit.pk])
    answer = browse(office.specialist).post(address, typed(unit, name="Tên khác", version=version))
    assert answer.status_code in (409, 422)
    assert Unit.objects.get(pk=unit.pk).name == "Công an thị xã"


def test_closing_and_reopening_work(office: Office, browse: Browse) -> None:
    unit, client = office.units["Công an thị xã"], browse(office.specialist)
    client.post(reverse("unit-close", args=[unit.pk]), {"last_day": "31-01-2024", "version": 1})
    assert Unit.objects.get(pk=unit.pk).valid_to == date(2024, 1, 31)
    assert client.post(reverse("unit-reopen", args=[unit.pk]), {"version": 1}).status_code == 409
    client.post(reverse("unit-reopen", args=[unit.pk]), {"version": 2})
    assert Unit.objects.get(pk=unit.pk).valid_to is None


def test_a_succession_is_shown_on_both_pages(office: Office, browse: Browse) -> None:
    client, old = browse(office.specialist), office.units["Công an thị xã"]
    heir = add_unit(office.specialist, UnitDetails("Công an thành phố Vinh", "police"))
    given = {"successor_id": heir.pk, "kind": "absorbed", "on": "1/12/2024", "basis": "Nghị quyết 1243", "version": 1}
    assert client.post(reverse("unit-succeed", args=[old.pk]), given).status_code == 302
    assert "Nhập toàn bộ vào · 01/12/2024 · Nghị quyết 1243" in page(client, reverse("unit-page", args=[old.pk]))
    assert "Công an thị xã" in page(client, reverse("unit-page", args=[heir.pk]))


def test_a_foreign_heir_cannot_be_chosen(office: Office, stranger: Office, browse: Browse) -> None:
    foreign = stranger.units["Công an thị xã"].pk
    given = {"successor_id": foreign, "kind": "absorbed", "on": "1/12/2024", "version": 1}
    old = office.units["Công an thị xã"]
    assert browse(office.specialist).post(reverse("unit-succeed", args=[old.pk]), given).status_code == 422


def test_aliases_are_added_refused_and_removed(office: Office, browse: Browse) -> None:
    unit, client = office.units["Công an thị xã"], browse(office.specialist)
    address = reverse("unit-alias-add", args=[unit.pk])
    assert client.post(address, {"text": "Lực lượng 113"}).status_code == 302
    refused = client.post(address, {"text": "TAND thị xã"})
    assert refused.status_code == 422
    assert "Tòa án nhân dân thị xã" in refused.content.decode()
    alias = unit.aliases.get(text="Lực lượng 113")
    client.post(reverse("unit-alias-remove", args=[alias.pk]))
    assert "Lực lượng 113" not in page(client, reverse("unit-page", args=[unit.pk])).split("toast")[0]


def test_what_is_typed_is_shown_as_text(office: Office, browse: Browse) -> None:
    unit = add_unit(office.specialist, UnitDetails("<script>alert(1)</script>", "police", place="{{ 7*7 }}"))
    text = page(browse(office.specialist), reverse("unit-page", args=[unit.pk]))
    assert "<script>alert" not in text
    assert "{{ 7*7 }}" in text


def test_it_speaks_english_where_chosen(office: Office, browse: Browse) -> None:
    client = browse(office.reporter)
    client.post(reverse("language"), {"language": "en"})
    text = page(client, LIST)
    assert "Bodies of a vertical system that serve the area" in text
