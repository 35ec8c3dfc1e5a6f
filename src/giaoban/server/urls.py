"""Every address of the product: each part's pages under its own word."""

from django.urls import include, path

urlpatterns = [
    path("", include("giaoban.web.access.urls")),
    path("", include("giaoban.web.today.urls")),
    path("van-ban/vien-dan/", include("giaoban.web.resolutions.urls")),
    path("van-ban/", include("giaoban.web.documents.urls")),
    path("", include("giaoban.web.meeting.urls")),
    path("", include("giaoban.web.conclusions.urls")),
    path("nhiem-vu/", include("giaoban.web.tasks.urls")),
    path("hoi-nghi/", include("giaoban.web.conferences.urls")),
    path("moi/", include("giaoban.web.conferences.invitation_urls")),
    path("thong-bao/", include("giaoban.web.notices.urls")),
    path("danh-ba/", include("giaoban.web.committees.urls")),
    path("quan-tri/", include("giaoban.web.committees.administration_urls")),
    path("nhat-ky/", include("giaoban.web.audit.urls")),
]

handler400 = "giaoban.web.access.views.bad_request"
handler403 = "giaoban.web.access.views.not_allowed"
handler404 = "giaoban.web.access.views.not_found"
handler500 = "giaoban.web.access.views.server_error"
