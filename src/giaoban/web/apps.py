"""The pages as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Trang web."""

    name = "giaoban.web"
    label = "web"
