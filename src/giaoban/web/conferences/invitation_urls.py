"""Addresses of the delegates' own links."""

from django.urls import path

from giaoban.web.conferences import invitation_views

urlpatterns = [
    path("<str:secret>/bien-ban/", invitation_views.invitation_minutes, name="invitation-minutes"),
    path("<str:secret>/", invitation_views.invitation, name="invitation"),
    path("<str:secret>/tai-lieu/<int:version_id>/", invitation_views.invitation_file, name="invitation-file"),
]
