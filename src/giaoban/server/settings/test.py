"""For the tests: quick password hashes, jobs run by the tests themselves, files in a folder of their own."""

import tempfile
from pathlib import Path

from giaoban.server.settings.base import *
from giaoban.server.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "only-for-tests-" * 4
AUDIT_KEY = "only-for-tests-too-" * 3
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATA_DIR = Path(tempfile.gettempdir()) / "giaoban-tests"
FILES_ROOT = DATA_DIR / "files"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"

# No test sends mail to where a person's environment points.
SMTP_HOST = MAIL_FROM = PUBLIC_ADDRESS = ""
