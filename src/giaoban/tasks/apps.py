"""The tasks part as a Django application."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Nhiệm vụ và phần việc của từng đơn vị."""

    name = "giaoban.tasks"
    label = "tasks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the tasks looked after each hour."""
        from giaoban.jobs.kept import keep

        keep("giaoban.tasks.keeping.keep_tasks")
