"""Changing how a workspace looks and what it is called."""

import hashlib
from dataclasses import asdict, dataclass

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.events import emit
from netz.workspaces import queries
from netz.workspaces.branding_errors import ColorUnreadable, LogoRefused
from netz.workspaces.colors import LIGHT, contrast, readable_on
from netz.workspaces.domains import normal_domain
from netz.workspaces.models import Branding
from netz.workspaces.pictures import picture_of
from netz.workspaces.policy_errors import DomainMalformed

MAX_LOGO_BYTES = 256 * 1024
MAX_LOGO_SIDE = 2000


@dataclass(frozen=True, slots=True)
class BrandingSpec:
    """The looks as an admin wants them; empty fields mean the product's own."""

    title: str
    text: str
    primary: str
    accent: str
    sender: str
    domain: str


def set_branding(spec: BrandingSpec, *, name: str | None, actor: Actor) -> Branding:
    """Stores looks and name. Raises `ColorUnreadable`, `DomainMalformed`."""
    for color in (spec.primary, spec.accent):
        if color and contrast(color, LIGHT) < 4.5:
            ratio = f"{contrast(color, LIGHT):.1f}"
            raise ColorUnreadable(color=color, ratio=ratio, shade=readable_on(color, LIGHT))
    domain = normal_domain(spec.domain) if spec.domain else ""
    if domain is None:
        raise DomainMalformed(domain=spec.domain[:80])
    branding = _locked(actor)
    workspace = queries.current_workspace(actor)
    before = _facts(branding, workspace.name)
    for field, value in asdict(spec).items():
        setattr(branding, field, value)
    branding.domain = domain
    branding.save()
    if name is not None:
        workspace.name = name
        workspace.save(update_fields=["name"])
    record(
        actor, "branding.change", branding, before=before, after=_facts(branding, workspace.name)
    )
    emit(actor.workspace_id, "branding.changed", {}, member_id=actor.member_id)
    return branding


def set_logo(content: bytes, *, actor: Actor) -> Branding:
    """Stores a logo. Raises `LogoRefused`.

    What it is, is read from its bytes, and it is served as that and nothing else: a program that
    hides in a picture is never run.
    """
    kind = _kind_of(content)
    branding = _locked(actor)
    before = {"logo": branding.logo_hash}
    branding.logo, branding.logo_type = content, kind
    branding.logo_hash = hashlib.sha256(content).hexdigest()
    branding.save(update_fields=["logo", "logo_type", "logo_hash"])
    record(actor, "branding.logo", branding, before=before, after={"logo": branding.logo_hash})
    return branding


def remove_logo(*, actor: Actor) -> Branding:
    """Goes back to the product's own logo."""
    branding = _locked(actor)
    before = {"logo": branding.logo_hash}
    branding.logo, branding.logo_type, branding.logo_hash = b"", "", ""
    branding.save(update_fields=["logo", "logo_type", "logo_hash"])
    record(actor, "branding.logo", branding, before=before, after={"logo": ""})
    return branding


def _locked(actor: Actor) -> Branding:
    Branding.objects.get_or_create(workspace_id=actor.workspace_id)
    return Branding.objects.select_for_update().get(workspace_id=actor.workspace_id)


def _facts(branding: Branding, name: str) -> dict[str, str]:
    fields = ("title", "text", "primary", "accent", "sender", "domain")
    return {"name": name, **{field: getattr(branding, field) for field in fields}}


def _kind_of(content: bytes) -> str:
    found = picture_of(content) if len(content) <= MAX_LOGO_BYTES else None
    if found is None or not all(0 < side <= MAX_LOGO_SIDE for side in found[1:]):
        raise LogoRefused
    return found[0]
