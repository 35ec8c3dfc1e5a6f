"""Addresses of the directory (danh bạ)."""

from django.urls import path

from giaoban.web.committees.views import groups, people, units

urlpatterns = [
    path("", units.unit_list, name="unit-list"),
    path("don-vi/them/", units.unit_add, name="unit-add"),
    path("don-vi/<int:unit_id>/", units.unit_shown, name="unit-page"),
    path("don-vi/<int:unit_id>/sua/", units.unit_edit, name="unit-edit"),
    path("don-vi/<int:unit_id>/ket-thuc/", units.unit_close, name="unit-close"),
    path("don-vi/<int:unit_id>/mo-lai/", units.unit_reopen, name="unit-reopen"),
    path("don-vi/<int:unit_id>/ke-thua/", units.unit_succeed, name="unit-succeed"),
    path("don-vi/<int:unit_id>/ten-goi/", units.unit_alias_add, name="unit-alias-add"),
    path("ten-goi/<int:alias_id>/bo/", units.unit_alias_remove, name="unit-alias-remove"),
    path("nhom/", groups.group_list, name="group-list"),
    path("nhom/them/", groups.group_add, name="group-add"),
    path("nhom/<int:group_id>/", groups.group_shown, name="group-page"),
    path("nhom/<int:group_id>/sua/", groups.group_edit, name="group-edit"),
    path("nhom/<int:group_id>/thoi-dung/", groups.group_close, name="group-close"),
    path("nhom/<int:group_id>/dung-lai/", groups.group_reopen, name="group-reopen"),
    path("nhom/<int:group_id>/ten-goi/", groups.group_alias_add, name="group-alias-add"),
    path("ten-goi-nhom/<int:alias_id>/bo/", groups.group_alias_remove, name="group-alias-remove"),
    path("nhom/<int:group_id>/don-vi/", groups.group_unit_put, name="group-unit-put"),
    path("don-vi-trong-nhom/<int:place_id>/ra/", groups.group_unit_take, name="group-unit-take"),
    path("can-bo/", people.person_list, name="person-list"),
    path("can-bo/them/", people.person_add, name="person-add"),
    path("can-bo/<int:person_id>/", people.person_shown, name="person-page"),
    path("can-bo/<int:person_id>/sua/", people.person_edit, name="person-edit"),
    path("can-bo/<int:person_id>/thoi-cong-tac/", people.person_close, name="person-close"),
    path("can-bo/<int:person_id>/chuc-vu/", people.post_add, name="post-add"),
    path("chuc-vu/<int:post_id>/thoi/", people.post_end, name="post-end"),
]
