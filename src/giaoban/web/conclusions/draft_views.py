"""The draft of a conclusion: its directives, its way to the chair and back, and how it is issued."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from giaoban.audit import clock
from giaoban.committees.actors import Right
from giaoban.committees.queries import committee_of
from giaoban.conferences import actions
from giaoban.conferences.queries import conference_of, draft_directive_of, draft_of, version_of
from giaoban.papers.forms import issuer_of
from giaoban.papers.notice import SYMBOL, notice_paper
from giaoban.papers.plain import MEDIA_TYPE
from giaoban.refusal import NotFound
from giaoban.web.access.requests import OfficeRequest
from giaoban.web.committees.views.pages import form_page, sent_version
from giaoban.web.conclusions.forms import CommentForm, DraftDirectiveForm, DraftForm, IssueForm, ReturnDraftForm
from giaoban.web.conclusions.page import DraftPage
from giaoban.web.conferences.pages import conference_crumbs, page_address, press
from giaoban.web.toasts import done

if TYPE_CHECKING:
    from giaoban.conferences.models import Conclusion

WORKERS = (Right.CONFERENCES_MANAGE, Right.CONCLUSIONS_APPROVE)


def draft_in_sight(request: OfficeRequest, conference_id: int) -> Conclusion:
    """Return the conference's draft; a conference that the actor does not see has none."""
    request.actor.require(*WORKERS)
    conference_of(request.actor, conference_id)
    draft = draft_of(request.actor, conference_id)
    if draft is None:
        raise NotFound
    return draft


def _page(conference_id: int, anchor: str = "") -> str:
    return reverse("draft-page", args=[conference_id]) + (f"#{anchor}" if anchor else "")


def draft_crumbs(conference: Any, title: str) -> list[tuple[str, str]]:
    """Return the way to a page of a conference's draft."""
    return conference_crumbs(conference, (_page(conference.pk), _("Dự thảo kết luận")), ("", title))


@require_safe
def show_draft(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The draft as it reads, its directives beside it with their 6 rõ, comments and versions."""
    draft = draft_in_sight(request, conference_id)
    page = DraftPage(request.actor, draft)
    crumbs = conference_crumbs(page.conference, ("", _("Dự thảo kết luận")))
    values = {"page": page, "draft": draft, "conference": page.conference, "crumbs": crumbs, "form": CommentForm()}
    return render(request, "conclusions/draft.html", values)


@require_POST
def begin(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Begin a draft."""
    work = lambda: actions.open_draft(request.actor, conference_id)  # noqa: E731
    return press(request, work, _("Đã mở dự thảo kết luận."), _begun(request, conference_id))


def _begun(request: OfficeRequest, conference_id: int) -> str:
    """Return where one goes after beginning: to the draft where it can be worked on, else back to the conference."""
    conference = conference_of(request.actor, conference_id)
    may_draft = conference.state in actions.DRAFTED_IN and request.actor.may(Right.CONFERENCES_MANAGE)
    return _page(conference_id) if may_draft else page_address(conference_id, "ket-luan")


@require_http_methods(["GET", "POST"])
def edit(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Change the words around the directives."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    draft = draft_in_sight(request, conference_id)
    form = DraftForm(request.POST or None, initial=DraftForm.values(draft) | {"version": draft.version})

    def write() -> object:
        values = {name: form.cleaned_data[name] for name in ("assessment", "closing")}
        return actions.edit_draft(request.actor, draft.pk, version=form.base_version, **values)

    if request.method == "POST" and form.saves(write):
        done(request, _("Đã lưu dự thảo."))
        return redirect(_page(conference_id))
    title = _("Sửa đánh giá, lời kết")
    crumbs = draft_crumbs(draft.conference, title)
    key = f"conclusion-{draft.pk}-v{draft.version}"
    return form_page(request, form, title=title, crumbs=crumbs, back=_page(conference_id), draft=key)


@require_http_methods(["GET", "POST"])
def add_directive(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Add a directive to the draft."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    draft = draft_in_sight(request, conference_id)
    form = DraftDirectiveForm(request.POST or None, actor=request.actor)
    made: list[Any] = []

    def write() -> object:
        made.append(actions.add_draft_directive(request.actor, conference_id, form.said()))
        return made

    if request.method == "POST" and form.saves(write):
        done(request, _("Đã thêm chỉ đạo."))
        return redirect(_page(conference_id, f"chi-dao-{made[0].pk}"))
    title = _("Thêm chỉ đạo")
    key = f"draft-directive-new-{draft.pk}"
    crumbs = draft_crumbs(draft.conference, title)
    return form_page(request, form, title=title, crumbs=crumbs, back=_page(conference_id), draft=key)


@require_http_methods(["GET", "POST"])
def edit_directive(request: OfficeRequest, draft_directive_id: int) -> HttpResponse:
    """Change a directive of the draft."""
    row = draft_directive_of(request.actor, draft_directive_id)
    conference = row.conclusion.conference
    initial = DraftDirectiveForm.values(row) | {"version": row.version}
    form = DraftDirectiveForm(request.POST or None, actor=request.actor, initial=initial)
    form.show_proposed(row.proposed)

    def write() -> object:
        return actions.edit_draft_directive(request.actor, row.pk, version=form.base_version, said=form.said())

    back = _page(conference.pk, f"chi-dao-{row.pk}")
    if request.method == "POST" and form.saves(write):
        done(request, _("Đã lưu chỉ đạo."))
        return redirect(back)
    title = _("Sửa chỉ đạo")
    key = f"draft-directive-{row.pk}-v{row.version}"
    return form_page(request, form, title=title, crumbs=draft_crumbs(conference, title), back=back, draft=key)


def _directive_button(act: Callable[..., object], words: Callable[[], str]) -> Callable[..., HttpResponse]:
    """Return the view of a button on one directive of the draft."""

    @require_POST
    def view(request: OfficeRequest, draft_directive_id: int) -> HttpResponse:
        row = draft_directive_of(request.actor, draft_directive_id)
        version = sent_version(request)
        work = lambda: act(request.actor, row.pk, version=version)  # noqa: E731
        return press(request, work, words(), _page(row.conclusion.conference_id, f"chi-dao-{row.pk}"))

    return view


keep_proposal = _directive_button(actions.keep_draft_proposal, lambda: _("Đã giữ đề xuất."))
split_directive = _directive_button(actions.split_draft_directive, lambda: _("Đã tách chỉ đạo."))


@require_POST
def move_directive(request: OfficeRequest, draft_directive_id: int) -> HttpResponse:
    """Put a directive one place up or down."""
    row = draft_directive_of(request.actor, draft_directive_id)
    version, is_up = sent_version(request), request.POST.get("to") == "up"
    return press(
        request,
        lambda: actions.move_draft_directive(request.actor, row.pk, version=version, up=is_up),
        _("Đã chuyển chỉ đạo."),
        _page(row.conclusion.conference_id, f"chi-dao-{row.pk}"),
    )


@require_POST
def drop_directive(request: OfficeRequest, draft_directive_id: int) -> HttpResponse:
    """Take a directive out of the draft."""
    row = draft_directive_of(request.actor, draft_directive_id)
    version = sent_version(request)
    return press(
        request,
        lambda: actions.drop_draft_directive(request.actor, row.pk, version=version),
        _("Đã bỏ chỉ đạo khỏi dự thảo."),
        _page(row.conclusion.conference_id),
        undo_address=reverse("draft-directive-restore", args=[row.pk]),
    )


@require_POST
def restore_directive(request: OfficeRequest, draft_directive_id: int) -> HttpResponse:
    """Put a directive back that was taken out."""
    row = actions.restore_draft_directive(request.actor, draft_directive_id)
    done(request, _("Đã đưa lại chỉ đạo vào dự thảo."))
    return redirect(_page(row.conclusion.conference_id, f"chi-dao-{row.pk}"))


@require_POST
def comment(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Say something on the draft."""
    draft = draft_in_sight(request, conference_id)
    form = CommentForm(request.POST)
    if form.saves(lambda: actions.comment_on_draft(request.actor, draft.pk, text=form.cleaned_data["text"])):
        done(request, _("Đã gửi góp ý."))
        return redirect(_page(conference_id, "gop-y"))
    page = DraftPage(request.actor, draft)
    crumbs = conference_crumbs(page.conference, ("", _("Dự thảo kết luận")))
    values = {"page": page, "draft": draft, "conference": page.conference, "crumbs": crumbs, "form": form}
    return render(request, "conclusions/draft.html", values, status=form.status)


@require_POST
def settle(request: OfficeRequest, comment_id: int) -> HttpResponse:
    """Mark a comment as dealt with."""
    settled = actions.settle_comment(request.actor, comment_id)
    done(request, _("Đã đánh dấu tiếp thu góp ý."))
    return redirect(_page(settled.conclusion.conference_id, "gop-y"))


def _button(act: Callable[..., object], words: Callable[[], str]) -> Callable[..., HttpResponse]:
    """Return the view of a button that moves the draft on."""

    @require_POST
    def view(request: OfficeRequest, conference_id: int) -> HttpResponse:
        draft = draft_in_sight(request, conference_id)
        version = sent_version(request)
        work = lambda: act(request.actor, draft.pk, version=version)  # noqa: E731
        return press(request, work, words(), _page(conference_id))

    return view


submit = _button(actions.submit_draft, lambda: _("Đã trình chủ trì."))
recall = _button(actions.recall_draft, lambda: _("Đã rút lại dự thảo."))
approve = _button(actions.approve_draft, lambda: _("Đã duyệt dự thảo kết luận."))


@require_http_methods(["GET", "POST"])
def return_to_office(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Return the draft with the chair's words."""
    request.actor.require(Right.CONCLUSIONS_APPROVE)
    draft = draft_in_sight(request, conference_id)
    form = ReturnDraftForm(request.POST or None, initial={"version": draft.version})

    def write() -> object:
        reason = form.cleaned_data["reason"]
        return actions.return_draft(request.actor, draft.pk, version=form.base_version, reason=reason)

    if request.method == "POST" and form.saves(write):
        done(request, _("Đã trả lại dự thảo."))
        return redirect(_page(conference_id))
    title = _("Trả lại dự thảo")
    crumbs = draft_crumbs(draft.conference, title)
    return form_page(request, form, title=title, crumbs=crumbs, back=_page(conference_id), submit=title)


@require_http_methods(["GET", "POST"])
def issue(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """Issue an approved draft: number, symbol, day; its tasks are made."""
    request.actor.require(Right.CONFERENCES_MANAGE)
    draft = draft_in_sight(request, conference_id)
    issuer = issuer_of(committee_of(request.actor))
    symbol = issuer.number(SYMBOL).removeprefix(issuer.form.number_label).strip()
    initial = {"version": draft.version, "symbol": symbol, "issued_on": clock.today()}
    form = IssueForm(request.POST or None, initial=initial)

    def write() -> object:
        values = {name: form.cleaned_data[name] for name in ("number", "symbol", "issued_on")}
        return actions.issue_conclusion(request.actor, draft.pk, version=form.base_version, **values)

    if request.method == "POST" and form.saves(write):
        done(request, _("Đã ban hành kết luận và giao nhiệm vụ cho các đơn vị."))
        return redirect(page_address(conference_id, "ket-luan"))
    title = _("Ban hành kết luận")
    lead = _(
        "Kết luận được ghi số, mỗi chỉ đạo thành một nhiệm vụ và các đơn vị được giao ngay. Việc này không hoàn tác."
    )
    crumbs = draft_crumbs(draft.conference, title)
    return form_page(request, form, title=title, crumbs=crumbs, back=_page(conference_id), submit=title, lead=lead)


@require_safe
def show_version(request: OfficeRequest, conference_id: int, number: int) -> HttpResponse:
    """A kept version of the draft."""
    draft = draft_in_sight(request, conference_id)
    kept = version_of(draft, number)
    title = _("Bản thứ %(number)s") % {"number": number}
    values = {"draft": draft, "kept": kept, "title": title, "crumbs": draft_crumbs(draft.conference, title)}
    return render(request, "conclusions/version.html", values)


@require_GET
def download(request: OfficeRequest, conference_id: int) -> HttpResponse:
    """The notice as a .docx."""
    draft = draft_in_sight(request, conference_id)
    content = notice_paper(draft)
    actions.record_notice_export(request.actor, conference_id)
    return docx(content, f"Thong bao ket luan {draft.conference.held_on:%Y-%m-%d}.docx")


def docx(content: bytes, name: str) -> HttpResponse:
    """Return a paper as a download."""
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
