"""Addresses of a meeting, under its conference; and the projectors' own."""

from django.urls import path

from giaoban.web.meeting import attendance_views, minutes_views, presenter_views, projector_views

_HERE = "hoi-nghi/<int:conference_id>"

urlpatterns = [
    path(f"{_HERE}/diem-danh/", attendance_views.show_attendance, name="attendance"),
    path(f"{_HERE}/diem-danh/tat-ca/", attendance_views.tick_all, name="attendance-all"),
    path(f"{_HERE}/diem-danh/hoan-tac/", attendance_views.untick, name="attendance-untick"),
    path(f"{_HERE}/diem-danh/<int:delegate_id>/", attendance_views.tick, name="attendance-tick"),
    path(f"{_HERE}/dieu-khien/", presenter_views.presenter, name="presenter"),
    path(f"{_HERE}/dieu-khien/hien-tai/", presenter_views.present_now, name="present-now"),
    path(f"{_HERE}/dieu-khien/chuyen/", presenter_views.show, name="slide-show"),
    path(f"{_HERE}/dieu-khien/y-kien/", presenter_views.decide, name="decision-record"),
    path(f"{_HERE}/dieu-khien/y-kien/<int:decision_id>/hoan-tac/", presenter_views.undo, name="decision-undo"),
    path(f"{_HERE}/dieu-khien/ket-luan/", presenter_views.note, name="meeting-note"),
    path(f"{_HERE}/dieu-khien/ket-luan/<int:directive_id>/bo/", presenter_views.take_back, name="meeting-take-back"),
    path(f"{_HERE}/dieu-khien/man-chieu/", presenter_views.open_screen, name="projector-open"),
    path(f"{_HERE}/dieu-khien/man-chieu/thu-hoi/", presenter_views.close_screens, name="projector-close"),
    path(f"{_HERE}/dieu-khien/<str:slide>/", presenter_views.present_slide, name="present-slide"),
    path("trinh-chieu/<str:secret>/", projector_views.projector, name="projector"),
    path("trinh-chieu/<str:secret>/trang/", projector_views.projected, name="projected"),
    path(f"{_HERE}/bien-ban/", minutes_views.show_minutes, name="minutes"),
    path(f"{_HERE}/bien-ban/hien-tai/", minutes_views.minutes_now, name="minutes-now"),
    path(f"{_HERE}/bien-ban/ket-luan/", minutes_views.save_conclusion, name="minutes-conclusion"),
    path(f"{_HERE}/bien-ban/xin-y-kien/", minutes_views.send_out, name="minutes-send"),
    path(f"{_HERE}/bien-ban/gop-y/<int:delegate_id>/", minutes_views.check, name="minutes-check"),
    path(f"{_HERE}/bien-ban/tra-loi/<int:check_id>/", minutes_views.answer_check, name="minutes-answer"),
    path(f"{_HERE}/bien-ban/chot/", minutes_views.finalise, name="minutes-finalise"),
    path(f"{_HERE}/bien-ban/mo-lai/", minutes_views.reopen, name="minutes-reopen"),
    path(f"{_HERE}/bien-ban/tai-ve/", minutes_views.download, name="minutes-download"),
    path(f"{_HERE}/bien-ban/phat-bieu/", minutes_views.add, name="remark-add"),
    path(f"{_HERE}/bien-ban/phat-bieu/<int:remark_id>/", minutes_views.remark, name="remark"),
    path(f"{_HERE}/bien-ban/phat-bieu/<int:remark_id>/chuyen/", minutes_views.move, name="remark-move"),
    path(f"{_HERE}/bien-ban/phat-bieu/<int:remark_id>/bo/", minutes_views.close, name="remark-close"),
    path(f"{_HERE}/bien-ban/phat-bieu/<int:remark_id>/lay-lai/", minutes_views.restore, name="remark-restore"),
]
