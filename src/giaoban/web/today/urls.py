"""The address of Today."""

from django.urls import path

from giaoban.web.today import views

urlpatterns = [path("", views.today, name="today")]
