"""A .pdf of Vietnamese text, made in memory: a line of words is a line on the page."""

from __future__ import annotations

from collections.abc import Sequence

from reading.hostile import CATALOGUE, pdf, stream

PAGES = (
    (
        "Ngày 27/3/2024, Ban Thường vụ Thị ủy Thử tổ chức hội nghị giao ban quý I/2024.",
        "Kết luận hội nghị, đồng chí Bí thư Thị ủy yêu cầu:",
        "Công an thị xã mở đợt cao điểm tấn công tội phạm, xong trước ngày 30/6/2024.",
    ),
    ("Tòa án nhân dân thị xã nâng cao tỷ lệ xét xử lưu động trong quý II/2024.",),
)


def paged_pdf(pages: Sequence[Sequence[str]] = PAGES) -> bytes:
    """Return a .pdf of A4 pages with these lines; its letters say what they are (ToUnicode), however they look."""
    letters = sorted({letter for lines in pages for line in lines for letter in line})
    codes = {letter: 33 + place for place, letter in enumerate(letters)}
    kids = " ".join(f"{3 + number} 0 R" for number in range(len(pages)))
    font, first = 3 + 2 * len(pages), 3 + len(pages)
    objects = [CATALOGUE, f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode()]
    for number in range(len(pages)):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {first + number} 0 R"
            f"/Resources<</Font<</F {font} 0 R>>>>>>".encode()
        )
    objects += [stream(b"".join(_drawn(line, place, codes) for place, line in enumerate(lines))) for lines in pages]
    widths = " ".join(["500"] * len(letters))
    objects.append(
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 33/LastChar {32 + len(letters)}/Widths[{widths}]"
        f"/ToUnicode {font + 1} 0 R>>".encode()
    )
    return pdf(*objects, stream(_to_unicode(codes)))


def _drawn(line: str, place: int, codes: dict[str, int]) -> bytes:
    shown = "".join(f"{codes[letter]:02X}" for letter in line)
    return f"BT /F 12 Tf 1 0 0 1 56 {760 - 40 * place} Tm <{shown}> Tj ET\n".encode()


def _to_unicode(codes: dict[str, int]) -> bytes:
    rows = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap end end"
    ).encode()
