"""Addresses of the conferences."""

from django.urls import path

from giaoban.web.conferences import agenda_views, delegate_views, preparation_views, report_views, views
from giaoban.web.conferences.moves import MOVES

urlpatterns = [
    path("", views.list_conferences, name="conference-list"),
    path("lap/", views.plan, name="conference-plan"),
    path("<int:conference_id>/", views.show_conference, name="conference-page"),
    path("<int:conference_id>/sua/", views.edit, name="conference-edit"),
    path("<int:conference_id>/huy/", views.cancel, name="conference-cancel"),
    path("<int:conference_id>/ket-luan/", views.attach, name="conclusion-attach"),
    *(path(f"<int:conference_id>/{one.path}/", one.view(), name=one.name) for one in MOVES),
    path("<int:conference_id>/moi/", delegate_views.invite, name="delegate-invite"),
    path("<int:conference_id>/moi/khach/", delegate_views.invite_guest, name="guest-invite"),
    path("<int:conference_id>/duong-dan/", delegate_views.issue_links, name="delegate-links"),
    path("dai-bieu/<int:delegate_id>/sua/", delegate_views.edit_delegate, name="delegate-edit"),
    path("dai-bieu/<int:delegate_id>/bo/", delegate_views.drop_delegate, name="delegate-drop"),
    path("dai-bieu/<int:delegate_id>/duong-dan/", delegate_views.renew_link, name="delegate-link"),
    path("<int:conference_id>/chuong-trinh/them/", agenda_views.add_item, name="item-add"),
    path("chuong-trinh/<int:item_id>/sua/", agenda_views.edit_item, name="item-edit"),
    path("chuong-trinh/<int:item_id>/chuyen/", agenda_views.move_item, name="item-move"),
    path("chuong-trinh/<int:item_id>/bo/", agenda_views.drop_item, name="item-drop"),
    path("<int:conference_id>/tai-lieu/them/", agenda_views.add_material, name="material-add"),
    path("tai-lieu/<int:material_id>/sua/", agenda_views.edit_material, name="material-edit"),
    path("tai-lieu/<int:material_id>/ban-moi/", agenda_views.add_version, name="material-version"),
    path("tai-lieu/<int:material_id>/rut/", agenda_views.drop_material, name="material-drop"),
    path("tai-lieu/tep/<int:version_id>/", agenda_views.material_download, name="material-file"),
    path("lich/", report_views.calendar, name="conference-calendar"),
    path("<int:conference_id>/tinh-hinh/", report_views.readiness, name="conference-readiness"),
    path("bao-cao/<int:report_id>/", report_views.show_report, name="report-page"),
    path("bao-cao/<int:report_id>/tep/dua-len/", report_views.upload_report, name="report-upload"),
    path("bao-cao/<int:report_id>/tep/", report_views.report_download, name="report-file"),
    path("bao-cao/<int:report_id>/nhan/", report_views.accept_report, name="report-accept"),
    path("bao-cao/<int:report_id>/bo-nhan/", report_views.unaccept_report, name="report-unaccept"),
    path("bao-cao/<int:report_id>/tra-lai/", report_views.return_report, name="report-return"),
    path("bao-cao/<int:report_id>/don-doc/", report_views.remind_report, name="report-remind"),
    path("bao-cao/<int:report_id>/bo-yeu-cau/", report_views.unwant_report, name="report-unwant"),
    path("<int:conference_id>/chuan-bi/them/", preparation_views.add_preparation, name="preparation-add"),
    path("chuan-bi/<int:preparation_id>/sua/", preparation_views.edit_preparation, name="preparation-edit"),
    path("chuan-bi/<int:preparation_id>/xong/", preparation_views.tick_preparation, name="preparation-tick"),
    path("chuan-bi/<int:preparation_id>/bo/", preparation_views.drop_preparation, name="preparation-drop"),
    path("<int:conference_id>/chuan-bi/chuyen-ngay/", preparation_views.follow_day, name="preparation-follow"),
]
