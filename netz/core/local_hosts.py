"""Hosts that workspaces may have us call although they are not public: the operator's choice."""

from collections.abc import Mapping

from netz.core.outbound import LOOPBACK_HOSTS, clean_host

_TRUE, _FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


def allowed_local_hosts(environ: Mapping[str, str]) -> frozenset[str]:
    """Hosts of `NETZ_LOCAL_MODEL_HOSTS` (else this machine), unless they are switched off."""
    if not flag(environ, "NETZ_ALLOW_LOCAL_MODELS", default=True):
        return frozenset()
    listed = environ.get("NETZ_LOCAL_MODEL_HOSTS", "").split(",")
    return frozenset(clean_host(host.strip()) for host in listed if host.strip()) or LOOPBACK_HOSTS


def flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    """A variable that says yes or no."""
    text = environ.get(name, "").strip().lower()
    if text in _TRUE | _FALSE:
        return text in _TRUE
    return default
