"""Names of bodies: by grammar and lists, in sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.bodies import bodies_at, bodies_from, body_at, find_bodies
from giaoban.language.words import words_of

ONE = [
    "Công an huyện",
    "Công an 3 xã biên giới",
    "UBND các huyện, thị xã, thành phố",
    "UBND các huyện, thị xã ven biển và huyện Phú Hải",
    "UBND các huyện Tân Lập, Bình Sơn và Hòa Phú",
    "Ban Chỉ huy Quân sự thị xã",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "Sở Nông nghiệp và Môi trường",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Lao động - TB&XH",
    "Phòng Cảnh sát giao thông Công an tỉnh Ninh Bình",
    "Ban Nội chính Tỉnh ủy",
    "Ban Tuyên giáo và Dân vận Thành ủy Hà Nội",
    "Ủy ban Kiểm tra Huyện uỷ",
    "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",
    "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh",
    "Văn phòng Thường trực Ban Chỉ huy PCTT và TKCN thành phố",
    "Văn phòng HĐND và UBND xã",
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
    "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh",
    "Tòa án nhân dân khu vực 5 - Nghệ An",
    "Viện kiểm sát nhân dân tối cao",
    "TAND hai cấp",
    "Chi cục Thuế khu vực Bình Sơn - Tân Lập",
    "Vùng Cảnh sát biển 4",
    "Quân khu 5",
    "Đồn Biên phòng Cửa Sót",
    "Trường THPT Tân Lập",
    "Công ty TNHH MTV Cấp nước Quảng Trị",
    "các cơ quan, đơn vị trong khối",
    "các sở, ban, ngành, địa phương",
    "các Huyện ủy Tân Lập, Bình Sơn",
    "các sở: Tài chính, Xây dựng, Nông nghiệp và Môi trường",
    "Các đảng ủy trực thuộc Tỉnh ủy",
    "Ban Thường vụ các huyện ủy, thị ủy, thành ủy",
    "mỗi chi bộ",
    "7 phường",
    "tổ hòa giải khu vực 3",
    "cấp ủy các xã biên giới",
    "khối Dân vận các xã, thị trấn",
    "Viện kiểm sát nhân dân (VKSND) tỉnh Quảng Trị",
    "Ban Chỉ đạo Tỉnh ủy về phòng, chống tham nhũng, tiêu cực",
    "Ban Chỉ huy Phòng thủ khu vực 2 – Phúc Thọ",
    "Thuế cơ sở 3 tỉnh Lâm Đồng",
    "Tổ công nghệ số cộng đồng các thôn",
    "UBND phường 5",
    "Phòng TN-MT",
    "Các đơn vị: Công an, Quân sự, Kiểm lâm",
    "Các cơ quan tham mưu, giúp việc của Đảng ủy",
    "phòng Quản lý thu",
    "phòng Thanh tra - Kiểm tra",
    "Phòng Văn hóa – Xã hội",
    "Văn phòng Sở Y tế",
    "Văn phòng Ban An toàn giao thông tỉnh",
    "Công ty CP Môi trường Xứ Thanh",
    "các xã có rừng",
    "UBND các xã ven sông",
    "Ban Quản lý dự án đầu tư xây dựng công trình nông nghiệp",
]
POSTS = [
    "Trưởng Công an xã",
    "Chủ tịch UBND các quận, huyện",
    "Trưởng Ban Chỉ đạo 389 tỉnh",
    "Trưởng các phòng, ban, ngành",
    "thủ trưởng các cơ quan khối nội chính",
    "Người đứng đầu cấp ủy",
    "người đứng đầu cấp ủy, chính quyền, cơ quan, đơn vị",
    "Bí thư Đoàn phường",
    "đồng chí Phó Chủ tịch Thường trực UBND huyện",
    "Đ/c Trần Thị Bé",
    "cán bộ tư pháp",
]


@pytest.mark.parametrize("name", ONE + POSTS)
def test_a_name_is_read_whole_and_stops_before_the_verb(name: str) -> None:
    found = body_at(words_of(f"{name} khẩn trương rà soát, báo cáo trước ngày 15/4."), 0)

    assert found is not None
    assert found.text == name
    assert (found.kind == "post") == (name in POSTS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Y tế giám sát chặt người nhập cảnh", "Sở Y tế"),
        ("Phòng Kinh tế xây dựng kế hoạch", "Phòng Kinh tế"),
        ("Sở Tư pháp phổ biến, giáo dục pháp luật", "Sở Tư pháp"),
        ("Ban Quản lý dự án kiểm điểm tiến độ", "Ban Quản lý dự án"),
        ("Thanh tra huyện phối hợp với Phòng Tư pháp", "Thanh tra huyện"),
        ("Phòng Tư pháp, Công an huyện rà soát", "Phòng Tư pháp"),
        ("Bộ Quốc phòng và Lệnh gọi nhập ngũ", "Bộ Quốc phòng"),
        ("Công an tỉnh\nSở Tư pháp", "Công an tỉnh"),
        ("UBND TỈNH LÀO CAI      CỘNG HÒA XÃ HỘI", "UBND TỈNH LÀO CAI"),
    ],
)
def test_what_follows_a_name_is_no_part_of_it(text: str, name: str) -> None:
    found = body_at(words_of(text), 0)

    assert found is not None
    assert found.text == name


@pytest.mark.parametrize(
    "text",
    [
        "Thanh tra, kiểm tra việc chấp hành",
        "phòng, chống tham nhũng",
        "tổ chức hội nghị",
        "ban hành kế hoạch",
        "Trường hợp có vướng mắc",
        "các trường hợp vi phạm",
        "03 vụ việc",
        "đội ngũ cán bộ",
        "Báo cáo kết quả",
        "Bà Rịa - Vũng Tàu",
        "Tăng cường tuần tra",
        "",
    ],
)
def test_what_only_looks_like_a_body_is_none(text: str) -> None:
    assert body_at(words_of(text), 0) is None


def test_a_start_inside_a_word_names_nothing() -> None:
    assert bodies_from(words_of("Công an huyện"), 1) == []


def test_bodies_in_a_row_are_several() -> None:
    text = "Viện kiểm sát nhân dân, Tòa án nhân dân huyện và Công an huyện phối hợp"

    assert [one.text for one in bodies_at(words_of(text), 0)] == [
        "Viện kiểm sát nhân dân",
        "Tòa án nhân dân huyện",
        "Công an huyện",
    ]


def test_a_text_gives_all_its_bodies_in_order() -> None:
    text = "Giao Sở Tư pháp chủ trì, phối hợp với Công an tỉnh, UBND các xã, phường thực hiện tại xã Tân Lập."

    assert [one.text for one in find_bodies(text)] == ["Sở Tư pháp", "Công an tỉnh", "UBND các xã, phường"]


def test_bodies_inside_of_one_another_end_somewhere() -> None:
    assert find_bodies("UBND " * 2000)
    assert find_bodies("các Công an thuộc " * 2000)


WORDS = st.sampled_from(
    ["Công an", "các", "UBND", "huyện", "Trần", "Văn", "An", "và", ",", "số", "12", "Ban", "Chỉ đạo", "\n",
     "Sở", "Tư pháp", "đồng chí", "Trưởng", "-", "khu vực", "thuộc", "của", "   ", "(", "tỉnh ủy", "cấp"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_offsets_hold_for_any_text(text: str) -> None:
    end = 0
    for body in find_bodies(text):
        assert end <= body.start < body.end <= len(text)
        assert text[body.start : body.end] == body.text
        end = body.end
