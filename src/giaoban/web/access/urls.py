"""Addresses of signing in and of one's own account."""

from django.urls import path

from giaoban.web.access import views

urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign-in"),
    path("dang-xuat/", views.sign_out, name="sign-out"),
    path("mat-khau/", views.password_change, name="password-change"),
    path("ngon-ngu/", views.language, name="language"),
    path("vai-tro/", views.choose_membership, name="choose-membership"),
    path("chua-co-vai-tro/", views.no_committee, name="no-committee"),
]
