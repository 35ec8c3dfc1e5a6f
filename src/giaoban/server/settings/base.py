"""What every installation shares. Values that differ come from the environment (``GIAOBAN_…``)."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _
from environs import Env

from giaoban.server.keeper_headers import add_headers

env = Env()
PACKAGE = Path(__file__).resolve().parents[2]

#: Where the database, the files and the keys of a local installation are kept.
DATA_DIR = Path(env.str("GIAOBAN_DATA", "var")).resolve()
FILES_ROOT = Path(env.str("GIAOBAN_FILES", str(DATA_DIR / "files"))).resolve()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_q",
    "lucide",
    "giaoban.audit",
    "giaoban.jobs",
    "giaoban.committees",
    "giaoban.documents",
    "giaoban.tasks",
    "giaoban.conferences",
    "giaoban.notices",
    "giaoban.web",
    "giaoban.server",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "giaoban.web.access.headers.ResponseHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "giaoban.web.access.actor.ActorOfRequest",
    "giaoban.web.access.language.LanguageOfUser",
    "giaoban.web.access.once.OnceOnly",
    "giaoban.web.access.refusals.RefusalPages",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "giaoban.server.urls"
WSGI_APPLICATION = "giaoban.server.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": sorted(str(path) for path in (PACKAGE / "web").glob("*/templates")),
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "giaoban.web.access.context.shell",
            ],
        },
    }
]

# One process writes at a time in SQLite: BEGIN IMMEDIATE waits for its turn where a plain BEGIN would fail midway.
# What is deleted is overwritten: it may be what was read of a scan before a page with a secrecy stamp was found.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
}
DATABASES = {"default": env.dj_db_url("GIAOBAN_DATABASE", f"sqlite:///{DATA_DIR}/giaoban.sqlite3", conn_max_age=60)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"].setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)

AUTH_USER_MODEL = "committees.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "sign-in"

# Five failures from one address for one name make it wait; another address, and another name, go on as before.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = env.float("GIAOBAN_SIGN_IN_WAIT_HOURS", 0.25)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "giaoban.web.access.views.locked_out"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "giaoban.web.access.views.form_expired"
SESSION_IDLE_MINUTES = env.int("GIAOBAN_SESSION_IDLE_MINUTES", 30)
SESSION_IDLE_MINUTES_ADMINISTRATOR = env.int("GIAOBAN_SESSION_IDLE_MINUTES_ADMINISTRATOR", 15)
SESSION_HOURS = env.int("GIAOBAN_SESSION_HOURS", 12)
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

#: Where an installation that shows the example keeps how far its calendar is moved; None: no example here.
EXAMPLE_CLOCK: Path | None = None

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [str(PACKAGE / "locale")]
FORMAT_MODULE_PATH = ["giaoban.web.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

STATIC_URL = "/static/"
STATIC_ROOT = str(DATA_DIR / "static")
WHITENOISE_ADD_HEADERS_FUNCTION = add_headers
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "giaoban.server.static_files.HashedFiles"},
}

#: The largest file that may be sent, in bytes; the reader has limits of its own beside it.
UPLOAD_LIMIT = env.int("GIAOBAN_UPLOAD_LIMIT", 20 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

#: Pages are answered by this many processes, each with so many threads: one process is what SQLite has work for.
WEB_PROCESSES = env.int("GIAOBAN_WEB_PROCESSES", 1)
WEB_THREADS = env.int("GIAOBAN_WEB_THREADS", 8)

#: The mail server, and from whom its mail comes; without both no mail is sent. Security: starttls, tls or none.
SMTP_HOST = env.str("GIAOBAN_SMTP_HOST", "")
SMTP_PORT = env.int("GIAOBAN_SMTP_PORT", 587)
SMTP_SECURITY = env.str("GIAOBAN_SMTP_SECURITY", "starttls")
SMTP_USER = env.str("GIAOBAN_SMTP_USER", "")
SMTP_PASSWORD = env.str("GIAOBAN_SMTP_PASSWORD", "")
MAIL_FROM = env.str("GIAOBAN_MAIL_FROM", "")
#: From what hour of the day on the daily digests are sent.
DIGEST_HOUR = env.int("GIAOBAN_DIGEST_HOUR", 7)
#: Where people reach this installation (https://giaoban.example.vn), for the links in mail and calendar; may be empty.
PUBLIC_ADDRESS = env.str("GIAOBAN_ADDRESS", "").rstrip("/")

Q_CLUSTER = {
    "name": "giaoban",
    "orm": "default",
    "workers": env.int("GIAOBAN_WORKERS", 1),
    "timeout": 600,
    "retry": 700,
    "max_attempts": 3,
    "ack_failures": True,
    "catch_up": False,
    "poll": 0.3,
    "label": "giaoban",
    "log_level": "WARNING",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("GIAOBAN_LOG_LEVEL", "WARNING")},
}
