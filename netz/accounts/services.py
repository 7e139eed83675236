"""What happens to users beyond allauth's flows: addresses that are proved or given up."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction

from netz.accounts.models import User
from netz.accounts.sessions import end_all_sessions


def release_address(address: str, *, keeper_id: UUID | None) -> None:
    """Takes the address from an account that claimed it and never proved it.

    Whoever proves an address gets it: a stranger who registered first must not keep it.
    """
    claims = User.objects.filter(email=address.lower(), last_login=None)
    for user in claims:
        if user.pk == keeper_id:
            continue
        if not EmailAddress.objects.filter(user=user, verified=True).exists():
            user.delete()


def take_unproved(address: str) -> None:
    """Clears the way for a person who has proved the address by other means (an invitation)."""
    release_address(address, keeper_id=None)


def close_user(user: User) -> None:
    """Makes an account nobody's: no way in, no name, the address free. The row stays, since the
    trail and what the person wrote refer to it."""
    with transaction.atomic():
        end_all_sessions(user.pk)
        for relation in ("emailaddress_set", "authenticator_set", "socialaccount_set"):
            getattr(user, relation).all().delete()
        user.email = f"{user.pk}@closed.invalid"
        user.name = ""
        user.is_active = False
        user.set_unusable_password()
        user.save(update_fields=["email", "name", "is_active", "password"])
