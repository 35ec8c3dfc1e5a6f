"""The tasks part as a Django application."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Nhiệm vụ và phần việc của từng đơn vị."""

    name = "giaoban.tasks"
    label = "tasks"
    default_auto_field = "django.db.models.BigAutoField"
