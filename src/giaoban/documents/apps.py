"""The documents part as a Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Văn bản đến: tệp, lời văn, kết quả đọc, rà soát."""

    name = "giaoban.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
