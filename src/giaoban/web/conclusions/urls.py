"""Addresses of the draft of a conclusion and of the answers, under their conference."""

from django.urls import path

from giaoban.web.conclusions import answer_views, compare_views, draft_views, repeat_views

_HERE = "hoi-nghi/<int:conference_id>"
_DRAFT = f"{_HERE}/du-thao"
_DIRECTIVE = "du-thao/chi-dao/<int:draft_directive_id>"

urlpatterns = [
    path(f"{_DRAFT}/", draft_views.show_draft, name="draft-page"),
    path(f"{_DRAFT}/bat-dau/", draft_views.begin, name="draft-begin"),
    path(f"{_DRAFT}/sua/", draft_views.edit, name="draft-edit"),
    path(f"{_DRAFT}/chi-dao/them/", draft_views.add_directive, name="draft-directive-add"),
    path(f"{_DIRECTIVE}/sua/", draft_views.edit_directive, name="draft-directive-edit"),
    path(f"{_DIRECTIVE}/giu/", draft_views.keep_proposal, name="draft-directive-keep"),
    path(f"{_DIRECTIVE}/tach/", draft_views.split_directive, name="draft-directive-split"),
    path(f"{_DIRECTIVE}/chuyen/", draft_views.move_directive, name="draft-directive-move"),
    path(f"{_DIRECTIVE}/bo/", draft_views.drop_directive, name="draft-directive-drop"),
    path(
        "du-thao/chi-dao/<int:draft_directive_id>/lay-lai/",
        draft_views.restore_directive,
        name="draft-directive-restore",
    ),
    path("du-thao/lap-lai/<int:draft_repetition_id>/dung/", repeat_views.agree, name="draft-repetition-agree"),
    path("du-thao/lap-lai/<int:draft_repetition_id>/khong/", repeat_views.refuse, name="draft-repetition-refuse"),
    path("du-thao/lap-lai/<int:draft_repetition_id>/hoan-tac/", repeat_views.reopen, name="draft-repetition-reopen"),
    path(f"{_DRAFT}/gop-y/", draft_views.comment, name="draft-comment"),
    path("du-thao/gop-y/<int:comment_id>/tiep-thu/", draft_views.settle, name="comment-settle"),
    path(f"{_DRAFT}/trinh/", draft_views.submit, name="draft-submit"),
    path(f"{_DRAFT}/rut-lai/", draft_views.recall, name="draft-recall"),
    path(f"{_DRAFT}/duyet/", draft_views.approve, name="draft-approve"),
    path(f"{_DRAFT}/tra-lai/", draft_views.return_to_office, name="draft-return"),
    path(f"{_DRAFT}/ban-hanh/", draft_views.issue, name="draft-issue"),
    path(f"{_DRAFT}/ban/", compare_views.list_versions, name="draft-versions"),
    path(f"{_DRAFT}/so-sanh/", compare_views.compare_versions, name="draft-compare"),
    path(f"{_DRAFT}/ban/<int:number>/", draft_views.show_version, name="draft-version"),
    path(f"{_DRAFT}/tai-ve/", draft_views.download, name="draft-download"),
    path(f"{_HERE}/tra-loi/", answer_views.show_answers, name="answers"),
    path(f"{_HERE}/tra-loi/excel/", answer_views.answers_xlsx, name="answers-xlsx"),
    path(f"{_HERE}/tra-loi/word/", answer_views.answers_docx, name="answers-docx"),
    path(f"{_HERE}/tra-loi/don-doc/<int:unit_id>/", answer_views.reminder, name="answers-reminder"),
]
