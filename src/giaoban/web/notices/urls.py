"""Addresses of the notices."""

from django.urls import path

from giaoban.web.notices import views

urlpatterns = [
    path("", views.list_notices, name="notice-list"),
    path("da-xem/", views.see_all, name="notice-see-all"),
    path("<int:notice_id>/mo/", views.open_notice, name="notice-open"),
    path("<int:notice_id>/da-xem/", views.see, name="notice-see"),
]
