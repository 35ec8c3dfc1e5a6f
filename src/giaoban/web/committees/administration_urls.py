"""Addresses of administration (quản trị): members, roles, the committee's settings."""

from django.urls import path

from giaoban.web.committees.views import members

urlpatterns = [
    path("", members.member_list, name="member-list"),
    path("them/", members.member_add, name="member-add"),
    path("quyen/", members.access_review, name="access-review"),
    path("cap-uy/", members.committee_settings, name="committee-settings"),
    path("<int:member_id>/", members.member_page, name="member-page"),
    path("<int:member_id>/vai-tro/", members.member_role, name="member-role"),
    path("<int:member_id>/them-vai-tro/", members.member_role_add, name="member-role-add"),
    path("<int:member_id>/ho-ten/", members.member_name, name="member-name"),
    path("<int:member_id>/mat-khau/", members.member_password, name="member-password"),
    path("<int:member_id>/thu-truong/", members.member_head, name="member-head"),
    path("<int:member_id>/ngung/", members.member_deactivate, name="member-deactivate"),
    path("<int:member_id>/dung-lai/", members.member_reactivate, name="member-reactivate"),
]
