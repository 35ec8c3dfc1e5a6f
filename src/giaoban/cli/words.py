"""What the command line says of itself, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

ABOUT = {
    "vi": "Giao Ban: từ kết luận giao ban đến nhiệm vụ được trả lời.",
    "en": "Giao Ban: from the conclusion of a conference to tasks that are answered.",
}
LANG = {
    "vi": "Ngôn ngữ của phần trợ giúp: vi hoặc en.",
    "en": "Language of the help: vi or en.",
}
VERSION = {
    "vi": "In phiên bản rồi thoát.",
    "en": "Print the version and exit.",
}
EXTRACT = {
    "vi": "Đọc văn bản và in ra JSON những gì văn bản nêu: hội nghị, người, văn bản viện dẫn, nhiệm vụ được giao.\n\n"
    "Không lưu gì và không gửi đi đâu. Mã thoát: 0 xong; 2 lệnh sai hoặc có tệp không đọc được, lý do ở stderr.",
    "en": "Read a document and print as JSON what it says: conference, people, citations, directives.\n\n"
    "Nothing is stored and nothing is sent anywhere. Exit codes: 0 done; 2 wrong usage or a file that was refused, "
    "the reason on stderr.",
}
FILES = {
    "vi": "Tệp .txt, .docx, .doc, .pdf, .html, ảnh .png, .jpg, .tiff; "
    "- là văn bản từ đầu vào chuẩn. Với --out: nhiều tệp hoặc thư mục.",
    "en": "A .txt, .docx, .doc, .pdf, .html file or an image .png, .jpg, .tiff; "
    "- is text from standard input. With --out: several files or folders.",
}
OUT = {
    "vi": "Thư mục để ghi mỗi tệp thành TÊN.json, thay vì in ra.",
    "en": "Folder to write NAME.json into for each file, instead of printing.",
}
EXPLAIN = {
    "vi": "In từng câu của một tệp: là chỉ đạo, kết quả, hạn chế hay để ngoài, vì sao, theo đề mục và lời nào.",
    "en": "Print each clause of one file: directive, result, limitation or left out, why, governed by which words.",
}
JSON = {
    "vi": "In JSON; chỉ cần khi có --explain.",
    "en": "Print JSON; needed only with --explain.",
}
EXPLAIN_ONE = {
    "vi": "--explain chỉ dùng cho một tệp và in ra màn hình, không kèm --out.",
    "en": "--explain is for one file and prints; it takes no --out.",
}
ONE_FILE = {
    "vi": "Chỉ in được một tệp. Với nhiều tệp hoặc một thư mục, hãy thêm --out THƯ-MỤC.",
    "en": "Only one file can be printed. For several files or a folder, add --out FOLDER.",
}
NO_SUCH_FILE = {
    "vi": "không có tệp này.",
    "en": "there is no such file.",
}
NOT_OPENED = {
    "vi": "không mở được: {reason}",
    "en": "cannot be opened: {reason}",
}
SAME_NAME = {
    "vi": "Hai tệp sẽ cùng ghi vào {name}. Hãy đổi tên một tệp hoặc ghi vào hai thư mục.",
    "en": "Two files would be written to {name}. Rename one, or write into two folders.",
}
NO_FILES = {
    "vi": "không có tệp nào đọc được (.txt, .docx, .doc, .pdf, .html, ảnh).",
    "en": "there is no file that can be read (.txt, .docx, .doc, .pdf, .html, images).",
}
NO_OFFICE = {
    "vi": "Lệnh này cần phần máy chủ, chưa được cài. Hãy chạy: pip install 'giaoban[office]'",
    "en": "This command needs the server part, which is not installed. Run: pip install 'giaoban[office]'",
}

#: The commands of the office, each a function of that name in ``giaoban.cli.office`` or ``giaoban.cli.upkeep``.
OFFICE: Mapping[str, Mapping[str, str]] = {
    "serve": {
        "vi": "Chạy máy chủ: trang web và việc nền.",
        "en": "Run the server: web pages and background jobs.",
    },
    "worker": {"vi": "Chạy riêng việc nền.", "en": "Run background jobs alone."},
    "migrate": {"vi": "Tạo hoặc cập nhật cơ sở dữ liệu.", "en": "Create or update the database."},
    "demo": {
        "vi": "Nạp dữ liệu mẫu vào cơ sở dữ liệu trống.",
        "en": "Load the example committee into an empty database.",
    },
    "new-committee": {
        "vi": "Lập một cấp ủy và tài khoản quản trị đầu tiên.",
        "en": "Open a committee and make its first administrator.",
    },
    "reader-quality": {
        "vi": "Chất lượng đọc văn bản, theo các lần rà soát đã xong.",
        "en": "How good the reader is, by the reviews that are finished.",
    },
    "sweep-files": {
        "vi": "Tìm tệp không thuộc văn bản nào trong kho; chỉ xóa khi có --delete.",
        "en": "Find stored files that belong to nothing; remove them only with --delete.",
    },
    "verify-audit": {
        "vi": "Kiểm tra sổ nhật ký, nêu dòng sai đầu tiên.",
        "en": "Check the audit chains and name the first bad row.",
    },
}
