"""One office on one machine, or a try: SQLite and files in ``var/``, plain HTTP on this machine's own address."""

from giaoban.server.settings.base import *
from giaoban.server.settings.base import DATA_DIR, env
from giaoban.server.settings.keys import kept_key

DEBUG = False
SECRET_KEY = kept_key(DATA_DIR / "keys", "secret")
AUDIT_KEY = kept_key(DATA_DIR / "keys", "audit")
ALLOWED_HOSTS = env.list("GIAOBAN_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
EXAMPLE_CLOCK = DATA_DIR / "example-clock"
