"""Addresses of the tasks."""

from django.urls import path

from giaoban.web.tasks import act_views, bulk_views, record_views, rules_views, views

urlpatterns = [
    path("", views.task_list, name="task-list"),
    path("xuat/", views.task_export, name="task-export"),
    path("don-vi/<int:unit_id>/", views.unit_tasks, name="unit-tasks"),
    path("don-vi/<int:unit_id>/ket-qua/", record_views.unit_record, name="unit-record"),
    path("don-vi/<int:unit_id>/ket-qua/xuat/", record_views.unit_record_export, name="unit-record-export"),
    path("ket-qua/", record_views.area_record, name="area-record"),
    path("ket-qua/xuat/", record_views.area_record_export, name="area-record-export"),
    path("hang-loat/", bulk_views.task_bulk, name="task-bulk"),
    path("hang-loat/<uuid:batch>/hoan-tac/", act_views.batch_undo, name="batch-undo"),
    path("bo-loc/", views.filter_save, name="filter-save"),
    path("bo-loc/<int:filter_id>/chia-se/", views.filter_share, name="filter-share"),
    path("bo-loc/<int:filter_id>/cat/", views.filter_close, name="filter-close"),
    path("tai-lieu/<int:evidence_id>/", views.evidence_download, name="evidence-download"),
    path("dien-bien/<int:pk>/hoan-tac/", act_views.entry_undo, name="entry-undo"),
    path("quy-dinh/", rules_views.time_rules_page, name="time-rules"),
    path("<int:task_id>/", views.task_shown, name="task-page"),
    *act_views.act_paths(),
]
