"""The WSGI application that the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from giaoban.reading.forks import keep_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.server.settings.local")
keep_ready()
application = get_wsgi_application()
