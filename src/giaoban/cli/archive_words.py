"""What ``giaoban extract --out`` says of a run, in Vietnamese and in English."""

from __future__ import annotations

JOBS = {
    "vi": "Số tiến trình cùng đọc; 0 (mặc định) là bằng số bộ xử lý.",
    "en": "How many processes read at once; 0, the default, as many as there are processors.",
}
DASK = {
    "vi": "Đọc trên cụm Dask có bộ điều phối ở địa chỉ này, ví dụ tcp://may-chu:8786; kết quả ghi ở máy này.",
    "en": "Read on the Dask cluster whose scheduler is at this address, such as tcp://host:8786; results are written "
    "here.",
}
JOBS_OR_DASK = {
    "vi": "Chỉ dùng một trong hai: --jobs hoặc --dask.",
    "en": "Use either --jobs or --dask, not both.",
}
NEEDS_OUT = {
    "vi": "--jobs và --dask cần có --out.",
    "en": "--jobs and --dask need --out.",
}
READING = {"vi": "Đang đọc", "en": "Reading"}
LEFT = {"vi": "còn", "en": "left"}
SUMMARY = {
    "vi": "→ {total} tệp: đọc mới {read}, đã có {known}, không đọc được {failed}; {seconds} giây.",
    "en": "→ {total} files: {read} read, {known} already there, {failed} not read; {seconds} s.",
}
OTHERS = {
    "vi": "→ Bỏ qua {others} tệp ẩn hoặc thuộc định dạng khác.",
    "en": "→ {others} hidden files or files of other formats were passed over.",
}
FAILURES = {
    "vi": "→ Các tệp không đọc được, kèm lý do: {path}",
    "en": "→ The files that were not read, and why: {path}",
}
STOPPED = {
    "vi": "→ Đã dừng khi còn {left} tệp. Những gì đã đọc được giữ lại; chạy lại lệnh này thì đọc tiếp.",
    "en": "→ Stopped with {left} files left. What was read is kept; run the command again to go on.",
}
