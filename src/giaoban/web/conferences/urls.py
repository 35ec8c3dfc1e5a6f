"""Addresses of the conferences."""

from django.urls import path

from giaoban.web.conferences import views
from giaoban.web.conferences.moves import MOVES

urlpatterns = [
    path("", views.list_conferences, name="conference-list"),
    path("lap/", views.plan, name="conference-plan"),
    path("<int:conference_id>/", views.show_conference, name="conference-page"),
    path("<int:conference_id>/sua/", views.edit, name="conference-edit"),
    path("<int:conference_id>/huy/", views.cancel, name="conference-cancel"),
    path("<int:conference_id>/ket-luan/", views.attach, name="conclusion-attach"),
    *(path(f"<int:conference_id>/{one.path}/", one.view(), name=one.name) for one in MOVES),
]
