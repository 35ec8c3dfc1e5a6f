"""What each clause of a short document does."""

from __future__ import annotations

from giaoban.language import understand
from giaoban.language.stance import judge
from giaoban.language.subject import day_of


def stances(text: str, doc_type: str = "news") -> list[tuple[str, str]]:
    """Return of each clause its stance and its words."""
    _, judged = judge(text, doc_type, None, (), day_of(text, None))
    return [(one.stance, text[one.start : one.end]) for one in judged]


def test_a_conclusion_in_the_news() -> None:
    text = (
        "Tại hội nghị, các đại biểu đề xuất xã hỗ trợ kinh phí.\n"
        "Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu Công an xã tuần tra ban đêm; các thôn họp dân. "
        "Qua đó phấn đấu hoàn thành tốt nhiệm vụ.\n"
        "Nhân dịp này, 3 tập thể được khen thưởng."
    )
    assert [words for stance, words in stances(text) if stance == "directive"] == [
        "Công an xã tuần tra ban đêm",
        "các thôn họp dân",
    ]


def test_sections_of_a_report() -> None:
    text = (
        "I. KẾT QUẢ\nTòa án xét xử 40 vụ; án tồn còn nhiều.\n"
        "II. NHIỆM VỤ\n1. Công an huyện mở cao điểm.\n"
        "III. KIẾN NGHỊ\nĐề nghị tỉnh bổ sung biên chế."
    )
    found = [stance for stance, _ in stances(text, "report")]
    assert found == ["none", "result", "limitation", "intro", "directive", "none", "none"]


def test_what_is_said_in_a_discussion_is_no_command() -> None:
    text = (
        "II. Ý KIẾN THẢO LUẬN\n- Ông Nam: đề nghị Công an xã tuần tra.\n"
        "III. KẾT LUẬN\nChủ trì yêu cầu Công an xã tuần tra."
    )
    assert [words for stance, words in stances(text, "minutes") if stance == "directive"] == ["Công an xã tuần tra"]


def test_what_an_earlier_paper_ordered_is_no_command() -> None:
    text = (
        "UBND XÃ HÒA AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/TB-UBND\n\nTHÔNG BÁO\nKết luận giao ban\n\n"
        "Tại Thông báo số 1/TB-UBND, Chủ tịch UBND xã yêu cầu Công an xã tuần tra; các thôn họp dân. "
        "Chủ tịch UBND xã yêu cầu Trạm Y tế tiêm vắc xin."
    )
    assert [words for stance, words in stances(text, "conclusion") if stance == "directive"] == [
        "Trạm Y tế tiêm vắc xin"
    ]


def test_what_is_pledged_is_no_command() -> None:
    text = "Các hộ ký cam kết:\n- Không tàng trữ pháo nổ;\n- Chấp hành pháp luật."
    assert all(stance != "directive" for stance, _ in stances(text))


def test_every_clause_has_a_rule() -> None:
    _, judged = judge("Sáng 2/4, xã giao ban. Chủ tịch UBND xã yêu cầu các thôn rà soát.", "news", None)
    assert all(one.rule for one in judged)


PAPER = (
    "UBND XÃ HÒA AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/TB-UBND        Hòa An, ngày 02/7/2024\n\n"
    "THÔNG BÁO\nKết luận giao ban\n\nChủ tịch UBND xã kết luận:\n\n"
)


def commands(text: str, doc_type: str = "conclusion") -> list[str]:
    """Return the words of the directives of a short document."""
    return [words for stance, words in stances(text, doc_type) if stance == "directive"]


def test_what_goes_on_with_results_told_is_no_command() -> None:
    text = PAPER + (
        "1. Từ đầu năm đến nay, xã đã gia cố 3 điểm sạt lở; di dời an toàn 12 hộ. Tuy nhiên, tiến độ chậm; "
        "một số thôn chưa lập danh sách.\n2. 6 tháng đầu năm, các lực lượng bắt giữ 4 vụ; thu giữ 2 máy.\n"
        "3. Công an xã tuần tra ban đêm; các thôn họp dân trước ngày 15/7/2024."
    )
    assert commands(text) == ["Công an xã tuần tra ban đêm", "các thôn họp dân trước ngày 15/7/2024"]


def test_praise_and_assent_are_no_commands() -> None:
    text = PAPER + (
        "1. Ghi nhận nỗ lực của các thôn. Cơ bản nhất trí với báo cáo.\n"
        "2. Dự thảo Kế hoạch phòng, chống rét: Thống nhất về chủ trương. Giao Văn phòng hoàn chỉnh."
    )
    assert commands(text) == ["Giao Văn phòng hoàn chỉnh"]


def test_somebody_is_told_to_act_in_the_passive() -> None:
    text = (
        "Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu các thôn họp dân. Trạm Y tế được giao tiêm vắc xin. "
        "Tổ công tác được sử dụng con dấu của UBND xã."
    )
    assert commands(text, "news") == ["các thôn họp dân", "Trạm Y tế được giao tiêm vắc xin"]


def test_a_quotation_of_several_sentences_is_cut_and_its_speaker_heard() -> None:
    text = (
        "Sáng 2/7, UBND phường A họp giao ban, ông Lê Văn Khiết, Chủ tịch UBND phường chủ trì.\n"
        "“Bao giờ xong? Công an phường tháo dỡ rào chắn trước ngày 15/7. Nếu không làm được thì báo cáo ngay”, "
        "ông Khiết ngắt lời."
    )
    assert [one.text for one in understand(text).directives] == [
        "Công an phường tháo dỡ rào chắn trước ngày 15/7",
        "Nếu không làm được thì báo cáo ngay",
    ]


def test_a_deadline_alone_is_no_command_of_its_own() -> None:
    text = (
        PAPER + "1. Phòng Kinh tế lập bản đồ rừng. Việc này hoàn thành trước ngày 30/9/2024. Hạn hoàn thành: 30/9/2024."
    )
    assert [stance for stance, _ in stances(text, "conclusion")][-3:] == ["directive", "attribute", "attribute"]


def test_an_order_among_results_in_the_news_is_one_of_them() -> None:
    text = (
        "Sáng 2/7, Huyện ủy A sơ kết 6 tháng. 6 tháng qua, huyện đã thu ngân sách đạt 60%; Huyện ủy chỉ đạo "
        "các xã thành lập 34 tổ tự quản."
    )
    assert commands(text, "news") == []


def told(text: str, doc_type: str = "news") -> list[tuple[str, str]]:
    """Return the results and limitations of a short document."""
    return [one for one in stances(text, doc_type) if one[0] in ("result", "limitation")]


def test_what_came_of_an_earlier_order_is_a_result_or_a_limitation() -> None:
    text = (
        "Sáng 2/7, UBND xã A giao ban. Tháng trước, UBND xã đã yêu cầu 9 cơ sở xây ao; đến nay 9 cơ sở đã xây xong; "
        "còn 2 hộ chưa ký. UBND xã đã giao các thôn họp dân, vậy mà đến nay mới có 3 thôn thực hiện."
    )
    found = understand(text)
    assert [text[one.start : one.end] for one in found.results] == ["đến nay 9 cơ sở đã xây xong"]
    assert [text[one.start : one.end] for one in found.limitations] == [
        "còn 2 hộ chưa ký",
        "đến nay mới có 3 thôn thực hiện",
    ]


def test_what_stands_before_a_colon_or_names_the_matter_is_left_out() -> None:
    text = "I. KẾT QUẢ\n1. Quản lý hành chính: cấp 2.118 thẻ.\n2. Đối với 02 điểm nhóm lạ, đã vận động 31 người từ bỏ."
    assert told(text, "report") == [("result", "cấp 2.118 thẻ"), ("result", "đã vận động 31 người từ bỏ")]


def test_a_number_too_small_and_what_was_late_fell_short() -> None:
    text = "I. KẾT QUẢ\nThu từ đất chỉ bằng 18% dự toán; báo cáo gửi không đúng giờ. Đoạn cầu vượt đã hết ùn tắc."
    assert [kind for kind, _ in told(text, "report")] == ["limitation", "limitation", "result"]


def test_who_does_a_thing_may_stand_behind_it() -> None:
    text = PAPER + (
        "1. Gờ giảm tốc do Phòng Kinh tế lắp xong trước 30/9.\n2. Hồ sơ phải được Trạm Y tế hoàn thiện.\n"
        "3. Đối với Công an xã, cần tuần tra ban đêm.\n4. Sửa đường thôn (Phòng Văn hóa chủ trì)."
    )
    assert [one.lead for one in understand(text).directives] == [
        ["Phòng Kinh tế"], ["Trạm Y tế"], ["Công an xã"], ["Phòng Văn hóa"],
    ]  # fmt: skip


def test_petitions_to_a_higher_body_and_plain_statements_are_no_commands() -> None:
    text = PAPER + (
        "1. Thôn Đông đề nghị xã hỗ trợ kinh phí.\n2. Đây là nhiệm vụ thường xuyên.\n3. Không khí họp căng thẳng.\n"
        "4. Các thôn họp dân."
    )
    assert commands(text) == ["Các thôn họp dân"]


def directives(text: str, doc_type: str = "news") -> list[str]:
    return [words for stance, words in stances(text, doc_type) if stance == "directive"]


def test_what_the_chair_asks_counts_whoever_spoke_before() -> None:
    discussed = "II. THẢO LUẬN\n- Ông Nam: kiến nghị cấp trên bổ sung kinh phí.\n"
    concluded = (
        "III. Ý kiến kết luận của đồng chí chủ trì\nViệc tháng 9, đồng chí giao:\na) Công an xã tuần tra ban đêm."
    )
    assert directives(discussed + concluded, "minutes") == ["Công an xã tuần tra ban đêm"]
    at_once = (
        "Chủ trì cho ý kiến ngay: Công an xã tuần tra ban đêm; Trạm Y tế phun thuốc.\n- Bà Lan: đề nghị xã hỗ trợ."
    )
    assert directives(discussed + at_once, "minutes") == ["Công an xã tuần tra ban đêm", "Trạm Y tế phun thuốc"]


def test_an_order_given_before_goes_on_behind_a_semicolon() -> None:
    told = "Ngày 8/1/2021, Huyện ủy tổ chức giao ban.\nBan Thường vụ Huyện ủy đã chỉ đạo xử lý 04 vụ tranh chấp đất; "
    assert directives(told + "yêu cầu các xã rà soát 9,4 ha đất lấn chiếm.") == []
    assert directives(told + "yêu cầu các xã rà soát đất lấn chiếm trước ngày 30/3/2021.") != []


def test_opinions_wishes_and_things_are_no_commands() -> None:
    begun = "Kết luận hội nghị, Bí thư Huyện ủy yêu cầu Công an huyện tuần tra.\n"
    for text in (
        "Có ý kiến cho rằng cần sớm tập huấn cho tổ bầu cử.",
        "Phát biểu cuối buổi, ông bày tỏ mong muốn các cơ quan trong khối giữ được sự đồng lòng.",
        "Bí thư Huyện ủy quán triệt tinh thần “không để án cũ ăn sang năm mới”.",
        "Báo cáo tuần của 4 xã gửi trễ.",
    ):
        assert directives(begun + text) == ["Công an huyện tuần tra"], text


def test_a_body_that_was_asked_may_warn_and_guide() -> None:
    begun = "Kết luận hội nghị, Bí thư Tỉnh ủy yêu cầu Công an tỉnh tuần tra.\n"
    for deed in ("Ban Tuyên giáo Tỉnh ủy định hướng báo chí đưa tin.", "Về an ninh mạng, Sở Y tế cảnh báo người dân."):
        assert len(directives(begun + deed)) == 2, deed


def test_a_matter_named_first_leaves_the_order_to_what_follows() -> None:
    for matter in ("Lưu ý về địa bàn bãi ngang", "Nhắc đến tàu cá mất kết nối"):
        text = f"Hội nghị giao ban quý I.\n{matter}, Bí thư Huyện ủy đề nghị Đồn Biên phòng rà lại hồ sơ từng tàu."
        assert directives(text) == ["Đồn Biên phòng rà lại hồ sơ từng tàu"]


def test_what_a_paper_is_the_ground_of_is_asked_now() -> None:
    head = "UBND TỈNH AN PHÚ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHANH TRA TỈNH\nSố: 3/TTr-NV\n\n"
    text = (
        f"{head}Kính gửi: UBND các xã.\n\nThực hiện ý kiến tại Công văn số 3/UBND-NC, Thanh tra tỉnh đề nghị các xã:\n"
    )
    assert directives(text + "1. Nộp tiền trước ngày 31/8.", "dispatch") == ["Nộp tiền trước ngày 31/8"]
