"""Addresses of the notices."""

from django.urls import path

from giaoban.web.notices import own_views, views, weekly_views

urlpatterns = [
    path("", views.list_notices, name="notice-list"),
    path("da-xem/", views.see_all, name="notice-see-all"),
    path("<int:notice_id>/mo/", views.open_notice, name="notice-open"),
    path("<int:notice_id>/da-xem/", views.see, name="notice-see"),
    path("cho-toi/", own_views.preferences, name="notice-preferences"),
    path("lich/tao/", own_views.renew_calendar, name="calendar-renew"),
    path("lich/dong/", own_views.close_calendar, name="calendar-close"),
    path("lich/<str:secret>.ics", own_views.calendar_feed, name="calendar-feed"),
    path("tuan/", weekly_views.weekly, name="weekly-sheet"),
    path("tuan/<int:unit_id>/", weekly_views.unit_weekly, name="weekly-unit"),
]
