"""What needs the administrator, on their Today: each thing with why and where, and nothing that is another's."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

import giaoban
from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.committees.models import User
from giaoban.jobs.daily import WHOLE_SERVER
from giaoban.jobs.models import Job
from giaoban.reading.refusals import damaged
from giaoban.refusal import Refusal
from giaoban.web.today.upkeep import CHECK_AUDIT, JOBS

Browse = Callable[[Actor], Client]
READ, SWEEP = (
    "giaoban.documents.actions.reading.READ_DOCUMENT",
    "giaoban.documents.sweeping.SWEEP_FILES",
)


@pytest.fixture(autouse=True)
def everybody_has_signed_in(office: Office) -> None:
    User.objects.update(last_login=timezone.now())


def failed(committee_id: int, function: str, subject_id: int, refusal: Refusal) -> Job:
    return Job.objects.create(
        committee_id=committee_id, function=function, subject_id=subject_id, state="failed", refusal=refusal.kept()
    )


def today(office: Office, browse: Browse) -> str:
    return browse(office.administrator).get("/").content.decode()


def test_nothing_to_do_is_said(office: Office, browse: Browse) -> None:
    page = today(office, browse)
    assert "Không có việc gì phải xử lý" in page
    assert "chưa được kiểm tra lần nào" in page


def test_a_failed_job_is_told_with_its_reason_until_it_was_done(office: Office, browse: Browse) -> None:
    failed(office.committee.pk, READ, 5, damaged())
    failed(WHOLE_SERVER, SWEEP, 0, damaged())
    page = today(office, browse)
    assert "Đọc văn bản" in page
    assert "Dọn kho tệp" in page
    assert "Tệp bị hỏng nên không mở được" in page
    client = browse(office.administrator)
    client.post("/ngon-ngu/", {"language": "en"})
    assert "The file is damaged" in client.get("/").content.decode()
    for committee_id, function, subject_id in ((office.committee.pk, READ, 5), (WHOLE_SERVER, SWEEP, 0)):
        Job.objects.create(committee_id=committee_id, function=function, subject_id=subject_id, state="done")
    client.post("/ngon-ngu/", {"language": "vi"})
    assert "Không có việc gì phải xử lý" in client.get("/").content.decode()


def test_of_many_the_rest_is_counted(office: Office, browse: Browse) -> None:
    for subject_id in range(8):
        failed(office.committee.pk, READ, subject_id, damaged())
    page = today(office, browse)
    assert page.count("Tệp bị hỏng") == 5
    assert "Còn 3 việc nền không xong" in page


def test_jobs_that_nobody_does_are_told(office: Office, browse: Browse) -> None:
    job = Job.objects.create(committee_id=office.committee.pk, function=READ, subject_id=1)
    assert "việc nền chờ quá lâu" not in today(office, browse)
    Job.objects.filter(pk=job.pk).update(changed_at=timezone.now() - timedelta(minutes=16))
    assert "1 việc nền chờ quá lâu" in today(office, browse)


def test_accounts_never_used_open_a_list_of_so_many(office: Office, browse: Browse) -> None:
    User.objects.filter(pk__in=[office.leader.user_id, office.reporter.user_id]).update(last_login=None)
    assert "2 vai trò chưa đăng nhập lần nào" in today(office, browse)
    found = browse(office.administrator).get("/quan-tri/?state=unused").content.decode()
    assert found.count('class="what first"') == 2


def test_the_last_check_of_the_chain_is_told(office: Office, browse: Browse) -> None:
    mine = office.committee.pk
    job = Job.objects.create(committee_id=mine, function=CHECK_AUDIT, subject_id=mine, state="done")
    assert "kiểm tra lần gần nhất lúc" in today(office, browse)
    Job.objects.filter(pk=job.pk).update(changed_at=timezone.now() - timedelta(days=3))
    assert "đã lâu chưa được kiểm tra" in today(office, browse)
    failed(mine, CHECK_AUDIT, mine, Refusal("audit.bad_link", "Sổ nhật ký có dòng sai", sequence=7))
    assert "Sổ có lỗi" in today(office, browse)


def test_missing_programs_are_told(
    office: Office, browse: Browse, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    page = today(office, browse)
    assert "Máy chủ chưa đọc được tệp Word cũ (.doc)" in page
    assert "sudo apt install antiword" in page


def test_another_committee_s_are_not_told(office: Office, stranger: Office, browse: Browse) -> None:
    User.objects.update(last_login=timezone.now())
    failed(stranger.committee.pk, READ, 5, damaged())
    User.objects.filter(pk=stranger.leader.user_id).update(last_login=None)
    assert "Không có việc gì phải xử lý" in today(office, browse)


def test_every_job_has_words() -> None:
    """A work of the code that is not called anything here would be told as "a job"."""
    source = Path(giaoban.__file__).parent
    works = {
        ".".join(("giaoban", *path.relative_to(source).with_suffix("").parts, name))
        for path in source.rglob("*.py")
        for name in re.findall(r"^([A-Z_]+) = Work\(", path.read_text("utf-8"), re.MULTILINE)
    }
    assert works - set(JOBS) == set()
