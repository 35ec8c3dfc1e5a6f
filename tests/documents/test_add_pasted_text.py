"""Taking in pasted text."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.documents.actions import add_pasted_text
from giaoban.documents.models import Document
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotAllowed, Refusal

from .conftest import CONCLUSION


def test_it_works(office: Office) -> None:
    added = add_pasted_text(office.specialist, "  Kết luận  ", CONCLUSION, declares_no_secret=True)
    run_waiting()
    added.document.refresh_from_db()
    assert (added.document.title, added.document.file.name) == ("Kết luận", "Kết luận.txt")
    assert added.document.text == CONCLUSION


def test_without_a_title_its_first_line_names_it(office: Office) -> None:
    added = add_pasted_text(office.specialist, "", "\n  rà soát kế hoạch.\nHai", declares_no_secret=True)
    assert added.document.title == "Rà soát kế hoạch."


def test_another_form_of_unicode_and_line_ends_is_the_same_text(office: Office) -> None:
    import unicodedata

    first = add_pasted_text(office.specialist, "a", CONCLUSION, declares_no_secret=True)
    other = unicodedata.normalize("NFD", CONCLUSION).replace("\n", "\r\n")
    again = add_pasted_text(office.specialist, "b", other, declares_no_secret=True)
    assert (again.is_new, again.document.pk) == (False, first.document.pk)


def test_a_secrecy_stamp_is_refused(office: Office) -> None:
    with pytest.raises(Refusal) as refused:
        add_pasted_text(office.specialist, "", "MẬT\nThông báo", declares_no_secret=True)
    assert refused.value.code == "reading.secret"
    assert not Document.objects.exists()


def test_words_that_only_sound_secret_pass(office: Office) -> None:
    text = "Đồng chí Nguyễn Văn Mật yêu cầu bảo mật; mật độ dân cư cao."
    assert add_pasted_text(office.specialist, "", text, declares_no_secret=True).is_new


def test_without_the_declaration_it_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="bí mật nhà nước"):
        add_pasted_text(office.specialist, "", CONCLUSION, declares_no_secret=False)


def test_only_a_specialist_may(office: Office) -> None:
    with pytest.raises(NotAllowed):
        add_pasted_text(office.leader, "", CONCLUSION, declares_no_secret=True)
