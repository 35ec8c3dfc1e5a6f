"""The server as a Django application: it holds the management commands and the start-up checks."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """Máy chủ."""

    name = "giaoban.server"
    label = "server"
