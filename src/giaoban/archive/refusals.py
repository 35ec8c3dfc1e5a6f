"""Why a file of an archive, or all of it, is not read."""

from __future__ import annotations

from giaoban.refusal import Refusal, phrase


class ArchiveRefusal(Refusal):
    """Something about an archive that cannot be done; its code begins with ``archive.``."""


def no_such_file() -> ArchiveRefusal:
    """There is no file of that name (any more)."""
    return ArchiveRefusal("archive.no_such_file", phrase("Không có tệp này."))


def not_opened(reason: str) -> ArchiveRefusal:
    """The system does not open the file or folder."""
    return ArchiveRefusal("archive.not_opened", phrase("Không mở được: %(reason)s."), reason=reason)


def broke_off() -> ArchiveRefusal:
    """The process that read the file was ended from outside, as the system does when memory runs out."""
    return ArchiveRefusal(
        "archive.broke_off",
        phrase("Tiến trình đọc tệp này bị dừng giữa chừng, có thể vì máy hết bộ nhớ. Các tệp khác vẫn được đọc."),
    )


def out_of_memory() -> ArchiveRefusal:
    """Understanding the file took more memory than a process may use."""
    return ArchiveRefusal(
        "archive.out_of_memory",
        phrase("Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép. Hãy chia thành các tệp ngắn hơn."),
    )


def fault() -> ArchiveRefusal:
    """The reader itself failed on the file."""
    return ArchiveRefusal(
        "archive.fault", phrase("Bộ đọc gặp lỗi với tệp này. Đề nghị gửi lỗi cho người phát triển Giao Ban.")
    )


def same_name(name: str) -> ArchiveRefusal:
    """Two of the files and folders given would have one name in the result."""
    return ArchiveRefusal(
        "archive.same_name",
        phrase("Có hai tệp cùng mang tên “%(name)s” trong kết quả. Hãy đọc một thư mục chứa cả hai, hoặc đọc riêng."),
        name=name,
    )


def busy(path: str) -> ArchiveRefusal:
    """Another run is writing there."""
    return ArchiveRefusal(
        "archive.busy", phrase("Một lần đọc khác đang ghi vào %(path)s. Hãy chờ lần đó xong."), path=path
    )


def not_written(path: str, reason: str) -> ArchiveRefusal:
    """A result could not be written."""
    return ArchiveRefusal(
        "archive.not_written", phrase("Không ghi được vào %(path)s: %(reason)s."), path=path, reason=reason
    )


def not_ours(path: str) -> ArchiveRefusal:
    """The Parquet file that is there was not made by this command."""
    return ArchiveRefusal(
        "archive.not_ours",
        phrase("%(path)s đã có và không phải do lệnh này tạo ra. Hãy ghi vào một tệp khác."),
        path=path,
    )


def needs_library(what: str, extra: str) -> ArchiveRefusal:
    """An optional library is not installed; ``extra`` is the extra that brings it."""
    return ArchiveRefusal(
        "archive.needs_library",
        phrase("Cần cài thêm thư viện %(what)s: pip install 'giaoban[%(extra)s]'."),
        what=what,
        extra=extra,
    )


def no_cluster(address: str) -> ArchiveRefusal:
    """No Dask scheduler answers there, or none any more."""
    return ArchiveRefusal(
        "archive.no_cluster",
        phrase("Không liên lạc được với cụm Dask ở %(address)s. Chạy lại lệnh này thì đọc tiếp phần còn lại."),
        address=address,
    )


def no_cluster_workers(address: str) -> ArchiveRefusal:
    """The cluster has nobody who could read."""
    return ArchiveRefusal(
        "archive.no_cluster_workers", phrase("Cụm Dask ở %(address)s chưa có tiến trình nào."), address=address
    )


def other_reader(worker: str) -> ArchiveRefusal:
    """A worker of the cluster has another version of the reader."""
    return ArchiveRefusal(
        "archive.other_reader",
        phrase("Bộ đọc ở %(worker)s khác phiên bản với máy này. Hãy cài cùng một phiên bản giaoban trên mọi máy."),
        worker=worker,
    )
