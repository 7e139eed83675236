"""What happens to users beyond allauth's flows: addresses that are proved or given up."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from netz.accounts.models import User
from netz.accounts.sessions import end_all_sessions


def release_address(address: str, *, keeper_id: UUID | None) -> None:
    """Takes the address from whoever registered it and never proved it nor signed in.

    Whoever proves an address gets it: a stranger who registered first must not keep it.
    """
    claims = EmailAddress.objects.filter(
        email=address.lower(), verified=False, user__email=address.lower(), user__last_login=None
    ).exclude(user__emailaddress__verified=True)
    for claim in claims.select_related("user"):
        if claim.user_id != keeper_id:
            close_user(claim.user)


def take_unproved(address: str) -> None:
    """Clears the way for a person who has proved the address by other means (an invitation)."""
    release_address(address, keeper_id=None)


def move_address(user: User, address: str) -> bool:
    """Gives the user another proved address in place of all that they had, which can't sign in or
    reset the password any more; False when somebody has it."""
    try:
        with transaction.atomic():
            user.email = address
            user.save(update_fields=["email"])
            EmailAddress.objects.filter(user=user).delete()
            EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    except IntegrityError:
        user.refresh_from_db(fields=["email"])
        return False
    return True


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
