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
    "vi": "Ngôn ngữ của phần trợ giúp và các thông báo: vi hoặc en.",
    "en": "Language of the help and the messages: vi or en.",
}
VERSION = {
    "vi": "In phiên bản rồi thoát.",
    "en": "Print the version and exit.",
}
EXTRACT = {
    "vi": "Đọc văn bản và in ra JSON những gì văn bản nêu: hội nghị, người, văn bản viện dẫn, nhiệm vụ được giao. "
    "Với --out: đọc nhiều tệp, cả thư mục và mọi thư mục con, bằng nhiều tiến trình; chạy lại thì chỉ đọc tệp mới, tệp "
    "đã đổi và tệp chưa đọc được.\n\n"
    "Không lưu gì ngoài kết quả và không gửi đi đâu (trừ khi có --dask). Mã thoát: 0 xong; 2 lệnh sai hoặc có tệp "
    "không đọc được, lý do ở stderr; 130 đã dừng theo yêu cầu (Ctrl-C).",
    "en": "Read a document and print as JSON what it says: conference, people, citations, directives. "
    "With --out: read many files, folders and all that is nested in them, by several processes; run again, it reads "
    "only files that are new, changed, or were not read.\n\n"
    "Nothing is stored but the results and nothing is sent anywhere (but with --dask). Exit codes: 0 done; 2 wrong "
    "usage or a file that was refused, the reason on stderr; 130 stopped on request (Ctrl-C).",
}
FILES = {
    "vi": "Tệp .txt, .docx, .doc, .pdf, .html, ảnh .png, .jpg, .tiff; "
    "- là văn bản từ đầu vào chuẩn. Với --out: nhiều tệp hoặc thư mục.",
    "en": "A .txt, .docx, .doc, .pdf, .html file or an image .png, .jpg, .tiff; "
    "- is text from standard input. With --out: several files or folders.",
}
OUT = {
    "vi": "Nơi ghi kết quả thay vì in ra: một thư mục (mỗi tệp thành TÊN.json, cùng cây thư mục; failures.jsonl nêu "
    "tệp không đọc được), hoặc một tệp .parquet (mỗi văn bản một dòng; cần giaoban[parquet]).",
    "en": "Where to write the results instead of printing: a folder (each file as NAME.json, in the same tree; "
    "failures.jsonl tells what was not read), or one .parquet file (a row for each document; needs giaoban[parquet]).",
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
