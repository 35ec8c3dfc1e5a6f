"""Addresses of the register of cited documents, under the documents."""

from django.urls import path

from giaoban.web.resolutions import correcting, views

urlpatterns = [
    path("", views.list_cited, name="cited-list"),
    path("<int:cited_id>/", views.show, name="cited-page"),
    path("<int:cited_id>/sua/", correcting.edit, name="cited-edit"),
    path("<int:cited_id>/gop/", correcting.merge, name="cited-merge"),
    path("<int:cited_id>/tach-lai/", correcting.unmerge, name="merged-apart"),
    path("<int:cited_id>/tach/", correcting.split, name="cited-split"),
    path("<int:cited_id>/toan-van/", correcting.text, name="cited-text"),
]
