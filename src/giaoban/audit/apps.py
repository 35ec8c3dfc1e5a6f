"""The audit part as a Django application."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Nhật ký: sổ ghi mọi thay đổi, không sửa, không xóa."""

    name = "giaoban.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
