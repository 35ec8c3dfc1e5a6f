"""Why a file is not read. Nothing of a refused file is kept, and a refusal holds none of its words."""

from __future__ import annotations

from giaoban.refusal import Refusal, phrase


class ReadingRefusal(Refusal):
    """A file that is not read (không tiếp nhận); its code begins with ``reading.``."""


def secret(level: str) -> ReadingRefusal:
    """The document is stamped as a state secret; ``level`` is the stamp's."""
    return ReadingRefusal(
        "reading.secret",
        phrase(
            "Tài liệu có dấu chỉ độ mật “%(level)s” nên không được đưa vào hệ thống. Không phần nào của tài liệu"
            " được lưu lại. Đề nghị xử lý theo quy định về bảo vệ bí mật nhà nước."
        ),
        level=level,
    )


def encrypted() -> ReadingRefusal:
    """A password is needed."""
    return ReadingRefusal(
        "reading.encrypted",
        phrase("Tệp có mật khẩu nên không đọc được. Không có gì được lưu lại. Hãy bỏ mật khẩu của tệp rồi gửi lại."),
    )


def too_large(megabytes: float) -> ReadingRefusal:
    """The file has more bytes than the limit."""
    return ReadingRefusal(
        "reading.too_large",
        phrase(
            "Tệp lớn hơn mức cho phép là %(limit)s MB. Không có gì được lưu lại. Hãy bỏ bớt ảnh hoặc chia thành các"
            " tệp nhỏ hơn rồi gửi lại."
        ),
        limit=f"{megabytes:g}".replace(".", ","),
    )


def too_long(characters: int) -> ReadingRefusal:
    """The text has more characters than the limit."""
    return ReadingRefusal(
        "reading.too_large",
        phrase(
            "Văn bản dài hơn mức cho phép là %(limit)s ký tự. Không có gì được lưu lại. Hãy chia thành các văn bản"
            " ngắn hơn rồi gửi lại."
        ),
        limit=f"{characters:,}".replace(",", "."),
    )


def not_text() -> ReadingRefusal:
    """The bytes are no text in Unicode or in an encoding of before it."""
    return ReadingRefusal(
        "reading.not_text",
        phrase(
            "Tệp không phải là văn bản Unicode, TCVN3 hay VNI. Không có gì được lưu lại. Hãy lưu lại với bảng mã UTF-8"
            " rồi gửi lại."
        ),
    )


def empty() -> ReadingRefusal:
    """There is no word in the file."""
    return ReadingRefusal(
        "reading.empty",
        phrase("Tệp không có chữ nào. Không có gì được lưu lại. Hãy kiểm tra lại tệp; nếu là bản chụp, hãy gõ lại."),
    )


def macro() -> ReadingRefusal:
    """The document carries a program."""
    return ReadingRefusal(
        "reading.macro",
        phrase(
            "Tệp có chứa macro nên không được tiếp nhận. Không có gì được lưu lại. Hãy lưu lại thành .docx không có"
            " macro rồi gửi lại."
        ),
    )


def bomb() -> ReadingRefusal:
    """Unpacking or expanding the file would take far more room than the file."""
    return ReadingRefusal(
        "reading.bomb",
        phrase(
            "Tệp bung ra lớn bất thường nên không được mở. Không có gì được lưu lại. Hãy chép nội dung sang một tệp"
            " .docx mới rồi gửi lại."
        ),
    )


def unsupported() -> ReadingRefusal:
    """The format is one that cannot be read yet."""
    return ReadingRefusal(
        "reading.unsupported",
        phrase("Chưa đọc được định dạng này. Không có gì được lưu lại. Hãy lưu lại thành .docx hoặc .txt rồi gửi lại."),
    )


def mismatch() -> ReadingRefusal:
    """The content is of another format than the name says."""
    return ReadingRefusal(
        "reading.mismatch",
        phrase(
            "Phần mở rộng của tên tệp không đúng với nội dung tệp. Không có gì được lưu lại. Hãy mở tệp bằng chương"
            " trình soạn thảo, lưu lại thành .docx hoặc .txt rồi gửi lại."
        ),
    )


def damaged() -> ReadingRefusal:
    """The file is broken, or made so that it cannot be opened safely."""
    return ReadingRefusal(
        "reading.damaged",
        phrase("Tệp bị hỏng nên không mở được. Không có gì được lưu lại. Hãy gửi lại bản khác của tệp."),
    )


def too_many_pages(pages: int) -> ReadingRefusal:
    """The file has more pages than the limit."""
    return ReadingRefusal(
        "reading.too_large",
        phrase(
            "Tệp có nhiều trang hơn mức cho phép là %(limit)s trang. Không có gì được lưu lại. Hãy chia thành các tệp"
            " ngắn hơn rồi gửi lại."
        ),
        limit=f"{pages:,}".replace(",", "."),
    )


def too_slow() -> ReadingRefusal:
    """Reading took longer than the limit."""
    return ReadingRefusal(
        "reading.too_slow",
        phrase(
            "Đọc tệp này mất quá nhiều thời gian nên đã dừng. Không có gì được lưu lại. Hãy chia thành các tệp ngắn hơn"
            " hoặc chép nội dung sang một tệp .docx mới rồi gửi lại."
        ),
    )


def needs_program(packages: str) -> ReadingRefusal:
    """A program that the format needs is not installed; ``packages`` are the Debian packages that bring it."""
    return ReadingRefusal(
        "reading.needs_program",
        phrase(
            "Chưa đọc được định dạng này vì máy chủ còn thiếu chương trình. Không có gì được lưu lại. Hãy đề nghị quản"
            " trị cài thêm (sudo apt install %(packages)s) rồi gửi lại tệp này."
        ),
        packages=packages,
    )
