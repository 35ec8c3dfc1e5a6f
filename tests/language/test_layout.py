"""Blocks, what they are, and which governs which."""

from __future__ import annotations

from giaoban.language.layout import Block, find_blocks


def outline(text: str) -> list[tuple[str, str, str | None]]:
    """Return of each block its kind, its first words, and the first words of its parent."""
    blocks = find_blocks(text)

    def words(block: Block) -> str:
        return " ".join(text[block.start : block.end].split()[:3])

    return [
        (block.kind, words(block), None if block.parent is None else words(blocks[block.parent])) for block in blocks
    ]


def test_items_hang_under_the_heading_above_them() -> None:
    text = (
        "II. NHIỆM VỤ\n1. Công an huyện\na) Nắm chắc tình hình;\nb) Tuần tra ban đêm.\n"
        "2. Ban CHQS huyện\n- Huấn luyện dân quân."
    )
    assert outline(text) == [
        ("heading", "NHIỆM VỤ", None),
        ("heading", "Công an huyện", "NHIỆM VỤ"),
        ("item", "Nắm chắc tình", "Công an huyện"),
        ("item", "Tuần tra ban", "Công an huyện"),
        ("heading", "Ban CHQS huyện", "NHIỆM VỤ"),
        ("item", "Huấn luyện dân", "Ban CHQS huyện"),
    ]


def test_an_introduction_with_a_colon_governs_its_list() -> None:
    text = (
        "Xã họp giao ban hôm nay.\nChủ tịch yêu cầu các thôn:\n- Rà soát hộ nghèo;\n"
        "- Báo cáo kết quả.\nCuộc họp kết thúc."
    )
    assert [parent for _, _, parent in outline(text)] == [None, None, "Chủ tịch yêu", "Chủ tịch yêu", None]


def test_a_list_goes_on_after_a_paragraph() -> None:
    text = (
        "Ủy ban yêu cầu:\n1. Công an xã tuần tra.\n2. Các thôn họp dân.\nLuật quy định như vậy.\n3. Văn phòng theo dõi."
    )
    assert outline(text)[-1] == ("item", "Văn phòng theo", "Ủy ban yêu")


def test_headline_and_byline_of_news_are_set_apart() -> None:
    text = "Xã Hòa Phú giao ban quý I\n\nSáng 2/4, xã Hòa Phú giao ban.\n\nLê Thu Hà"
    assert [kind for kind, _, _ in outline(text)] == ["headline", "paragraph", "closing"]


def test_a_wrapped_line_is_joined() -> None:
    text = "Chủ tịch Ủy ban nhân dân xã yêu cầu các ban, ngành, đoàn thể\nphối hợp thực hiện tốt nhiệm vụ.\n"
    (block,) = find_blocks(text)
    assert text[block.start : block.end] == text.strip()
