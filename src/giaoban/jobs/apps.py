"""The jobs part as a Django application."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Việc chạy nền."""

    name = "giaoban.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
