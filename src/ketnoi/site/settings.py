"""How this installation runs. What differs between installations is in the environment."""

import base64
import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF

from ketnoi.foundation.crypto import keyfile
from ketnoi.foundation.crypto.ring import Ring
from ketnoi.foundation.notices import gateways

MODE = os.environ.get("KETNOI_MODE", "serve")
DEMO, TESTING = MODE == "demo", MODE == "test"
PACKAGE = Path(__file__).resolve().parents[1]
KETNOI_DIR = Path(os.environ.get("KETNOI_DIR", ".ketnoi")).absolute()
KETNOI_KEYS = Path(os.environ.get("KETNOI_KEYS", KETNOI_DIR / "keys"))
RING = Ring(keyfile.read(KETNOI_KEYS))

SECRET_KEY = base64.b64encode(RING.key("session")).decode()
DEBUG = False
LOCAL = DEMO or TESTING
ALLOWED_HOSTS = os.environ.get("KETNOI_HOSTS", "localhost,127.0.0.1").split(",")
TLS = "off" if LOCAL else os.environ.get("KETNOI_TLS", "proxy")
ROOT_URLCONF = "ketnoi.site.urls"
WSGI_APPLICATION = "ketnoi.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django_htmx",
    "template_partials",
    "procrastinate.contrib.django",
    "ketnoi.foundation",
    "ketnoi.places",
    "ketnoi.agencies",
    "ketnoi.directory",
    "ketnoi.trainings",
    "ketnoi.law",
    "ketnoi.learning",
    "ketnoi.people",
    "ketnoi.cases",
    "ketnoi.intake",
    "ketnoi.linkage",
    "ketnoi.identification",
    "ketnoi.referrals",
    "ketnoi.protection",
    "ketnoi.support",
    "ketnoi.lending",
    "ketnoi.livelihood",
    "ketnoi.rounds",
    "ketnoi.reintegration",
    "ketnoi.recognition",
    "ketnoi.conferences",
    "ketnoi.osso",
    "ketnoi.drives",
    "ketnoi.vigilance",
    "ketnoi.counselling",
    "ketnoi.reminding",
    "ketnoi.merging",
    "ketnoi.blocking",
    "ketnoi.transfers",
    "ketnoi.dwelling",
    "ketnoi.pathway",
    "ketnoi.reports",
    "ketnoi.rights",
    "ketnoi.api",
    "ketnoi.site",
]
INSTALLED_APPS = [
    name
    for name in INSTALLED_APPS
    if not name.startswith("ketnoi.") or (PACKAGE / name.split(".")[1] / "__init__.py").exists()
]
# The cookies of the staff side are bound to /cb/: on public pages nobody is anybody.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ketnoi.site.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "ketnoi.agencies.middleware.CurrentMember",
    "ketnoi.site.middleware.Lock",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ketnoi.site.context.around",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "ketnoi.site.templatetags.ui",
                "ketnoi.site.templatetags.work",
            ],
        },
    }
]
FORM_RENDERER = "ketnoi.site.forms.OneTemplate"


def database(url: str, *, pool: bool) -> dict:
    """Django's settings for a PostgreSQL address (a socket folder may stand in `?host=`)."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    options: dict = {k: v for k, v in query.items() if k not in {"host", "port"}}
    if pool:
        options["pool"] = {"min_size": 1, "max_size": int(os.environ.get("KETNOI_POOL", "6"))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or unquote(parts.hostname or ""),
        "PORT": query.get("port") or str(parts.port or ""),
        "OPTIONS": options,
        # A connection of the pool may be older than the last restart of the server.
        "CONN_HEALTH_CHECKS": pool,
    }


DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql:///ketnoi")
DATABASES = {"default": database(DATABASE_URL, pool=not TESTING)}
if os.environ.get("KETNOI_OWNER_URL"):
    DATABASES["owner"] = database(os.environ["KETNOI_OWNER_URL"], pool=False)
# The room of a domain in which the worker looks for what it is to do.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "/cb/vao/"
LOGIN_REDIRECT_URL = "/cb/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_ADAPTER = "ketnoi.site.accounts.Accounts"
ACCOUNT_RATE_LIMITS = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kết Nối"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL
MFA_ADAPTER = "ketnoi.site.accounts.SecondFactor"
ACCOUNT_SESSION_REMEMBER = False
KETNOI_SECOND_FACTOR = not LOCAL
AXES_HANDLER = "ketnoi.site.counting.OnlyCounts"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "ketnoi.site.accounts.name_to_lock"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
AXES_IPWARE_META_PRECEDENCE_ORDER = ["REMOTE_ADDR"]

SESSION_COOKIE_NAME = "kn"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/cb/"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS != "off"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "kn-form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
KETNOI_LOCK_AFTER = timedelta(minutes=int(os.environ.get("KETNOI_LOCK_MINUTES", "15")))

# What is handed in stays in memory: a file on its way must lie on no disk in clear.
FILE_UPLOAD_HANDLERS = ["ketnoi.foundation.uploads.memory.InMemory"]
FILE_UPLOAD_MAX_MEMORY_SIZE = int(os.environ.get("KETNOI_UPLOAD_MB", "10")) * 1024 * 1024

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = TLS != "off"
# Only a proxy that we were told of is believed: anybody can send this header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS == "proxy" else None
SECURE_HSTS_SECONDS = 0 if TLS == "off" else 31_536_000
# As little is this: the name of the header in which that proxy says who is at the other end.
KETNOI_ADDRESS_HEADER = os.environ.get("KETNOI_ADDRESS_HEADER", "")
X_FRAME_OPTIONS = "DENY"
KETNOI_EXIT_URL = os.environ.get("KETNOI_EXIT_URL", "https://www.nchmf.gov.vn/")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("km", "ភាសាខ្មែរ")]
# Khmer that no speaker has reviewed is shown in the demo and the tests only.
LOCALE_PATHS = [*([PACKAGE / "locale" / "draft"] if LOCAL else []), PACKAGE / "locale"]
FORMAT_MODULE_PATH = "ketnoi.site.formats"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/tinh/"
STATIC_ROOT = None if TESTING else Path(os.environ.get("KETNOI_STATIC", KETNOI_DIR / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = TESTING
WHITENOISE_AUTOREFRESH = False

EMAIL_BACKEND = os.environ.get(
    "KETNOI_MAIL",
    "django.core.mail.backends.filebased.EmailBackend"
    if LOCAL
    else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_FILE_PATH = KETNOI_DIR / "mail"
DEFAULT_FROM_EMAIL = os.environ.get("KETNOI_FROM", "ket-noi@localhost")
# Push services may write to this address; without it no device is told.
NOTICE_CONTACT = os.environ.get("KETNOI_PUSH", "")
NOTICE_GATEWAYS = (
    gateways.read(Path(os.environ["KETNOI_GATEWAYS"])) if os.environ.get("KETNOI_GATEWAYS") else {}
)
NOTICE_CHANNELS = {
    "mail": "ketnoi.foundation.notices.Mail",
    "console": "ketnoi.foundation.notices.Console",
    "file": "ketnoi.foundation.notices.ToFile",
}
if LOCAL:
    NOTICE_CHANNELS |= {
        "push": "ketnoi.foundation.notices.PushToFile",
        "sms": "ketnoi.foundation.notices.SmsToFile",
        "zalo": "ketnoi.foundation.notices.ZaloToFile",
    }
else:
    ready = {"push": "@" in NOTICE_CONTACT, **NOTICE_GATEWAYS}
    offered = {
        "push": "ketnoi.foundation.notices.push.WebPush",
        "sms": "ketnoi.foundation.notices.gateways.Sms",
        "zalo": "ketnoi.foundation.notices.gateways.Zalo",
    }
    NOTICE_CHANNELS |= {name: path for name, path in offered.items() if ready.get(name)}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"quiet": {"()": "ketnoi.site.logs.WithoutValues"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["quiet"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS = ["axes.W004"]
