"""The notices part as a Django application."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Thông báo: điều mỗi người cần biết."""

    name = "giaoban.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Look for what is to be told as soon as something was done."""
        from giaoban.audit.listening import listen
        from giaoban.notices.keeping import tell_soon

        listen(tell_soon)
