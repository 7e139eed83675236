"""Django's settings: models, migrations, sign-in and translations; the API is FastAPI's."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from psycopg.conninfo import conninfo_to_dict

from netz.config.env import environment
from netz.config.social import social_providers
from netz.core.secrets_file import load_secrets

_env = environment()


def _database(dsn: str) -> dict[str, Any]:
    params: dict[str, Any] = dict(conninfo_to_dict(dsn)) if dsn else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": params.pop("dbname", "netz"),
        "USER": params.pop("user", ""),
        "PASSWORD": params.pop("password", ""),
        "HOST": params.pop("host", ""),
        "PORT": params.pop("port", ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        # What else the address says (TLS, time-outs) holds as well. Only statements that ask for
        # it are prepared (netz.core.db.rows_of), none by its count.
        "OPTIONS": {**params, "prepare_threshold": 2**31},
        "TEST": {"MIRROR": None},
    }


DATA_DIR: Path = _env.data_dir.resolve()
_secrets = load_secrets(DATA_DIR) if DATA_DIR.exists() else {}
SECRET_KEY = _env.secret_key.get_secret_value() or _secrets.get("secret_key", "not-set-up")
DEBUG = False
ALLOWED_HOSTS = ["*"]  # the origin check compares Host and Origin; no link is built from Host
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "netz.config.urls"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.microsoft",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.mfa",
    "allauth.idp.oidc",
    "allauth.headless",
    "allauth.usersessions",
    "procrastinate.contrib.django",
    "netz.core",
    "netz.audit",
    "netz.accounts",
    "netz.workspaces",
    "netz.notices",
    "netz.sso",
    "netz.ai",
    "netz.knowledge",
    "netz.assistant",
    "netz.habits",
    "netz.administration",
]
# No CsrfViewMiddleware: netz.core.api.origin checks Origin and Sec-Fetch-Site for Django and
# FastAPI alike, before either is reached.
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "netz.accounts.middleware.Guard",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
APP_DSN = _env.app_dsn
DATABASES = {"default": _database(_env.app_dsn), "owner": _database(_env.owner_dsn)}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        "OPTIONS": {"MAX_ENTRIES": 20000},
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["netz.accounts.hashing.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "netz.accounts.passwords.Strength"},
    {"NAME": "netz.accounts.passwords.NotLeaked"},
]
_secure = _env.origin_secure
SESSION_COOKIE_NAME = "__Host-netz" if _secure else "netz"
SESSION_COOKIE_SECURE = _secure
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_SERIALIZER = "netz.accounts.sessions.SealedSerializer"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SECURE = _secure
DEVICE_COOKIE_NAME = "__Host-netz-device" if _secure else "netz-device"
TRUSTED_PROXIES = _env.proxies

ACCOUNT_ADAPTER = "netz.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "netz.accounts.forms.SignUp"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "netz.accounts.models.display_name"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 3
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 3
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
# netz.accounts.brakes instead: counted at once in the database, per account and per source.
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
PASSWORD_RESET_TIMEOUT = 3600  # by a link in a mail, so that it works on another device
HEADLESS_ONLY = True
HEADLESS_TOKEN_STRATEGY = "netz.accounts.tokens.RotatingTokens"  # noqa: S105  # a class path, not a password
HEADLESS_JWT_ALGORITHM = "HS256"
HEADLESS_JWT_STATEFUL_VALIDATION_ENABLED = True
HEADLESS_JWT_ROTATE_REFRESH_TOKEN = True
HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN = 15 * 60
HEADLESS_JWT_REFRESH_TOKEN_EXPIRES_IN = 14 * 24 * 3600
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{_env.address}/verification/{{key}}",
    "account_reset_password": f"{_env.address}/password-reset",
    "account_reset_password_from_key": f"{_env.address}/password-reset/{{key}}",
    "account_signup": f"{_env.address}/register",
    "socialaccount_login_error": f"{_env.address}/sign-in/finished",
}
MFA_ADAPTER = "netz.accounts.mfa.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False  # an address is proved and a password set first
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "NETZ AI"
MFA_TOTP_TOLERANCE = 1  # clocks differ (RFC 6238, 5.2); a code is taken once all the same
USERSESSIONS_ADAPTER = "netz.accounts.sessions.SessionsAdapter"
USERSESSIONS_TRACK_ACTIVITY = True
SOCIALACCOUNT_PROVIDERS = social_providers(_env)
SOCIALACCOUNT_ADAPTER = "netz.sso.adapter.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "mandatory"  # whoever vouches, a proved address is needed
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an address alone never links an account

IDP_OIDC_ADAPTER = "netz.workspaces.oauth.adapter.OAuthAdapter"
IDP_OIDC_PRIVATE_KEY = _secrets.get("openid_key", "")
IDP_OIDC_ACCESS_TOKEN_EXPIRES_IN = 15 * 60
IDP_OIDC_REFRESH_TOKEN_EXPIRES_IN = 30 * 24 * 3600
IDP_OIDC_AUTHORIZATION_CODE_EXPIRES_IN = 60
IDP_OIDC_INTROSPECTION_ENABLED = True
IDP_OIDC_RATE_LIMITS = False  # our own brakes stand before it

_mail = urlsplit(_env.mail_url)
EMAIL_HOST = _mail.hostname or "localhost"
EMAIL_PORT = _mail.port or 25
EMAIL_HOST_USER = unquote(_mail.username or "")
EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
EMAIL_USE_TLS = _mail.scheme == "smtp+starttls"
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_TIMEOUT = 15
MAIL_IS_SET_UP = bool(_env.mail_url)
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _env.mail_url
    else "django.core.mail.backends.console.EmailBackend"
)
PUBLIC_URL = _env.address
PUBLIC_HOST = _env.public_host
DNS_SERVERS = [one.strip() for one in _env.dns_servers.split(",") if one.strip()]
DEFAULT_FROM_EMAIL = _env.mail_from

SHOW_DEMO = _env.shows_demo
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
LOGGING_CONFIG = None  # netz.core.logs configures structlog

UPLOAD_LIMIT = _env.upload_limit_mb * 1024 * 1024
