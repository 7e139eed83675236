"""Settings that an installation may give through its environment; `netz doctor` prints them all."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from netz.core.outbound import LOOPBACK_HOSTS


class Environment(BaseSettings):
    """The installation's environment. Every value has a default that works on one machine."""

    model_config = SettingsConfigDict(env_prefix="NETZ_", populate_by_name=True, extra="ignore")

    host: str = Field("127.0.0.1", validation_alias="HOST", description="address to listen on")
    port: int = Field(
        8000, validation_alias="PORT", ge=1, le=65535, description="port to listen on"
    )
    data_dir: Path = Field(
        Path("var"), validation_alias="DATA_DIR", description="database, files and secrets"
    )
    database_url: str = Field(
        "",
        validation_alias="DATABASE_URL",
        description="PostgreSQL to use instead of the embedded one",
    )
    owner_database_url: str = Field(
        "", description="role that owns the tables, for netz migrate, if DATABASE_URL is not it"
    )
    secret_key: SecretStr = Field(
        SecretStr(""), description="signing key; made and kept in DATA_DIR when not given"
    )
    public_url: str = Field(
        "", description="address that people type; https turns secure cookies on"
    )
    proxies: int = Field(
        0, ge=0, le=10, description="proxies in front whose X-Forwarded-For is to be believed"
    )
    mail_url: str = Field(
        "",
        description="smtp, smtps or smtp+starttls://user:password@host:port; empty: to the log",
    )
    mail_from: str = Field("NETZ AI <noreply@localhost>", description="sender of mails")
    dns_servers: str = Field(
        "",
        description="name servers asked for domains' TXT records, as host or host:port, with"
        " commas; empty: the machine's own",
    )
    google_client_id: str = Field("", description="sign-in with Google: the OAuth client's id")
    google_client_secret: SecretStr = Field(SecretStr(""), description="its secret")
    microsoft_client_id: str = Field("", description="sign-in with Microsoft: the app's id")
    microsoft_client_secret: SecretStr = Field(SecretStr(""), description="its secret")
    microsoft_tenant: str = Field(
        "organizations",
        description="tenant whose people sign in with Microsoft; its id, to trust its addresses",
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    log_json: bool = Field(False, description="one JSON object a line instead of text")
    demo: bool | None = Field(
        None,
        description="load the demo workspace once and show its sign-ins; by default only where"
        " nobody but this machine reaches the installation",
    )
    threads: int = Field(12, ge=2, le=200, description="requests served at once by a web process")
    worker_jobs: int = Field(2, ge=1, le=64, description="jobs worked on at once by a worker")
    upload_limit_mb: int = Field(100, ge=1, description="largest file taken, in MB")
    allow_local_models: bool = Field(
        True, description="model endpoints on this machine are allowed"
    )
    local_model_hosts: str = Field(
        "localhost,127.0.0.1,::1", description="hosts that count as this machine"
    )
    embeddings: str = Field(
        "",
        description="embeddings: empty for the built-in model, off, onnx:/path/to/folder or a URL",
    )
    embeddings_model: str = Field("", description="name of the embeddings model at the endpoint")
    embeddings_key: SecretStr = Field(SecretStr(""), description="key of the embeddings endpoint")
    # Set by the supervisor for the processes that it starts; not meant to be set by hand.
    app_dsn: str = Field("", description="connection of the application's role (internal)")
    owner_dsn: str = Field("", description="connection of the owner's role (internal)")

    @property
    def origin_secure(self) -> bool:
        """Whether people reach the installation over https."""
        return self.public_url.startswith("https://")

    @property
    def shows_demo(self) -> bool:
        """Whether the demo's sign-ins, whose passwords everybody knows, may be used."""
        if self.demo is not None:
            return self.demo
        return {self.host, self.public_host or self.host} <= LOOPBACK_HOSTS

    @property
    def public_host(self) -> str:
        """The host by which people reach the installation; empty where it is not set."""
        return urlsplit(self.public_url).hostname or ""

    @property
    def address(self) -> str:
        """The address that is shown to people."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")


@lru_cache
def environment() -> Environment:
    """The environment, read once."""
    return Environment()
