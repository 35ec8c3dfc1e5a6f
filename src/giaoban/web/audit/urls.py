"""Addresses of the journal (nhật ký)."""

from django.urls import path

from giaoban.web.audit import views

urlpatterns = [
    path("", views.audit_list, name="audit-list"),
    path("kiem-tra/", views.audit_check, name="audit-check"),
]
