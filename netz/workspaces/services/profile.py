"""What a person changes of the own profile."""

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor


def change_profile(
    *, name: str | None, language: str | None, theme: str | None, actor: Actor
) -> User:
    """Changes the actor's own name, language and theme."""
    user = User.objects.get(pk=actor.user_id)
    changes = {
        k: v for k, v in (("name", name), ("language", language), ("theme", theme)) if v is not None
    }
    before = {field: getattr(user, field) for field in changes}
    if name is not None:
        user.name = name
    if language is not None:
        user.language = language
    if theme is not None:
        user.theme = theme
    if changes:
        user.save(update_fields=[*changes])
        record(actor, "profile.change", user, before=before, after=changes)
    return user
