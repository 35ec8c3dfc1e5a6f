"""The conferences part as a Django application."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    """Hội nghị giao ban: chuẩn bị, tổ chức, kết luận, trả lời."""

    name = "giaoban.conferences"
    label = "conferences"
    default_auto_field = "django.db.models.BigAutoField"
