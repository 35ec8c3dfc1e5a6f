"""The pages as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Trang web."""

    name = "giaoban.web"
    label = "web"

    def ready(self) -> None:
        """Note the beginning of every session, whichever way it was begun."""
        from django.contrib.auth.signals import user_logged_in

        from giaoban.web.access.sessions import begin

        user_logged_in.connect(begin, dispatch_uid="giaoban.web.session.begin")
