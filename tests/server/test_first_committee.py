"""The first committee of an installation, and its administrator."""

from __future__ import annotations

from typing import Any

import pytest

from giaoban.audit.chain import verify
from giaoban.committees.actions import CommitteeDetails
from giaoban.committees.models import Committee, User
from giaoban.refusal import Refusal
from giaoban.server.first_committee import found_committee

DETAILS = CommitteeDetails("Huyện ủy Thử", "district", "huyện", "Thử", "Văn phòng Huyện ủy")


def test_it_works(db: Any) -> None:
    made = found_committee(DETAILS, "", "quantri", "Nguyễn Văn Quản")
    assert made.member.role == "administrator"
    assert made.member.user.must_change_password
    assert made.member.user.check_password(made.password)
    assert verify(made.member.committee_id) is None


def test_a_superior_is_found_by_its_name(db: Any) -> None:
    found_committee(DETAILS, "", "quantri", "Nguyễn Văn Quản")
    below = CommitteeDetails("Đảng ủy xã Thử", "commune", "xã", "Thử", "Văn phòng Đảng ủy")
    found_committee(below, " Huyện ủy Thử ", "quantri-xa", "Trần Thị Xã")
    superior = Committee.objects.get(name="Đảng ủy xã Thử").superior
    assert superior is not None
    assert superior.name == "Huyện ủy Thử"


def test_an_unknown_superior_is_refused(db: Any) -> None:
    with pytest.raises(Refusal, match="Tỉnh ủy Không Có"):
        found_committee(DETAILS, "Tỉnh ủy Không Có", "quantri", "Nguyễn Văn Quản")
    assert not Committee.objects.exists()


def test_where_the_account_does_not_fit_there_is_no_committee_either(db: Any) -> None:
    with pytest.raises(Refusal):
        found_committee(DETAILS, "", "quản trị có dấu cách", "Nguyễn Văn Quản")
    assert (Committee.objects.count(), User.objects.count()) == (0, 0)
