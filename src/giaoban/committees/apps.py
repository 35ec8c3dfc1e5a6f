"""The committees part as a Django application."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    """Cấp ủy, chính quyền: đơn vị, con người, vai trò."""

    name = "giaoban.committees"
    label = "committees"
    default_auto_field = "django.db.models.BigAutoField"
