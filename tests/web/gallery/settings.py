"""Settings of the gallery: the product's templates and content policy, no database, nobody signed in."""

from copy import deepcopy
from pathlib import Path

from giaoban.server.settings.test import *  # noqa: F403
from giaoban.server.settings.test import TEMPLATES as PRODUCT_TEMPLATES

ROOT_URLCONF = "web.gallery.site"
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = deepcopy(PRODUCT_TEMPLATES)
TEMPLATES[0]["DIRS"] = [str(Path(__file__).parent / "templates"), *TEMPLATES[0]["DIRS"]]
TEMPLATES[0]["OPTIONS"]["context_processors"] = [
    "django.template.context_processors.request",
    "django.template.context_processors.i18n",
    "web.gallery.site.shell",
]
