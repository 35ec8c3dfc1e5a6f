"""A server for people: HTTPS, keys and host names from the environment; starts only when all are given."""

from giaoban.server.settings.base import *
from giaoban.server.settings.base import env

DEBUG = False
SECRET_KEY = env.str("GIAOBAN_SECRET_KEY")
AUDIT_KEY = env.str("GIAOBAN_AUDIT_KEY")
ALLOWED_HOSTS: list[str] = env.list("GIAOBAN_HOSTS")
if "*" in ALLOWED_HOSTS:
    raise ValueError("GIAOBAN_HOSTS must name the server's own host names, not *")

SECURE_SSL_REDIRECT = env.bool("GIAOBAN_SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("GIAOBAN_BEHIND_PROXY", False) else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-giaoban"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-giaoban-form"
