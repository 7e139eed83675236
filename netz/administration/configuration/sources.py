"""The rows that hold a workspace's settings, and how one of them gets its default again."""

from dataclasses import replace
from typing import Any

from netz.administration.configuration.setting import Source
from netz.ai.choices import choice
from netz.ai.queries import models
from netz.assistant.queries import suggestions
from netz.audit.choices import choose
from netz.audit.queries import settings_of
from netz.core.actor import Actor
from netz.core.permissions import Permission
from netz.knowledge.queries import synonym_groups
from netz.sso.queries import verified_domains
from netz.workspaces import queries
from netz.workspaces.queries.branding import branding_of
from netz.workspaces.queries.policy import policy_of
from netz.workspaces.services.branding import BrandingSpec, remove_logo, set_branding
from netz.workspaces.services.keys import set_key_policy
from netz.workspaces.services.policy import PolicySpec, facts_of, set_policy


def _reset_policy(name: str, default: Any, actor: Actor) -> None:
    spec = PolicySpec(**facts_of(policy_of(actor.workspace_id)))
    set_policy(
        replace(spec, **{name: default}),
        verified_domains=verified_domains(actor),
        # The ways in that are accepted only grow by this: nobody can lock themselves out.
        used_methods=None,
        actor=actor,
    )


def _reset_keys(name: str, default: Any, actor: Actor) -> None:
    policy = policy_of(actor.workspace_id)
    held = {
        "key_max_days": policy.key_max_days,
        "keys_by_admins_only": policy.keys_by_admins_only,
        name: default,
    }
    set_key_policy(
        max_days=held["key_max_days"], by_admins_only=held["keys_by_admins_only"], actor=actor
    )


def _reset_trail(name: str, default: Any, actor: Actor) -> None:
    chosen = settings_of(actor.workspace_id)
    held = {
        "retention_days": chosen.retention_days,
        "mail_to": chosen.mail_to,
        "webhook_url": chosen.webhook_url,
    }
    choose(**{**held, name: default}, actor=actor)


def _reset_branding(name: str, default: Any, actor: Actor) -> None:
    if name == "logo_hash":
        remove_logo(actor=actor)
        return
    found = branding_of(actor.workspace_id)
    names = ("title", "text", "primary", "accent", "sender", "domain")
    held = {one: getattr(found, one) for one in names}
    set_branding(BrandingSpec(**{**held, name: default}), name=None, actor=actor)


def _policy(actor: Actor) -> Any:
    return policy_of(actor.workspace_id)


SECURITY, SETTINGS = Permission.SECURITY_MANAGE, Permission.SETTINGS_MANAGE

POLICY = Source(_policy, "policy.change", "policy", SECURITY, SECURITY, _reset_policy)
KEYS = Source(_policy, "policy.change", "api-keys", SECURITY, SECURITY, _reset_keys)
SSO = Source(_policy, "policy.sso", "sso", SECURITY, SECURITY)
TRAIL = Source(
    lambda actor: settings_of(actor.workspace_id),
    "trail.settings",
    "trail",
    Permission.TRAIL_READ,
    SECURITY,
    _reset_trail,
)
BRANDING = Source(
    lambda actor: branding_of(actor.workspace_id),
    "branding.change",
    "branding",
    SETTINGS,
    SETTINGS,
    _reset_branding,
)
WORKSPACE = Source(queries.current_workspace, "branding.change", "branding", SETTINGS, SETTINGS)
MODELS = Source(
    models, "model.change", "models", Permission.MODELS_MANAGE, Permission.MODELS_MANAGE
)
MEANING = Source(
    choice, "embeddings.change", "meaning", Permission.MODELS_MANAGE, Permission.MODELS_MANAGE
)
SYNONYMS = Source(synonym_groups, "synonyms.change", "synonyms", SETTINGS, SETTINGS)
SUGGESTIONS = Source(suggestions, "suggestions.change", None, SETTINGS, SETTINGS)
