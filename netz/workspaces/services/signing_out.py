"""What admins do for a member's sign-in: end its sessions, take lost second factors away."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from netz.accounts.mail import send
from netz.accounts.models import User, display_name
from netz.accounts.sessions import end_all_sessions
from netz.accounts.trail import note
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces.access_errors import AccountUnknown, FactorsElsewhere, FactorsOwn
from netz.workspaces.models import Member
from netz.workspaces.queries.people import staff_of
from netz.workspaces.queries.workspace import workspaces_of_user
from netz.workspaces.services.granting import check_below


def end_member_sessions(member: Member, *, actor: Actor) -> None:
    """Whoever is signed in as the member proves it anew before this workspace opens again.

    The same sign-in goes on in the person's other workspaces, which are not the actor's. Raises
    `MemberAbove`.
    """
    check_below(member, actor=actor)
    member.sessions_from = timezone.now()
    member.save(update_fields=["sessions_from"])
    record(actor, "member.sign_out", member)
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[member.id])


def reset_member_factors(member: Member, *, actor: Actor) -> None:
    """Takes the person's second factors away and signs the account out everywhere; the person and
    the other admins are told by mail.

    The account is the person's in every workspace: one alone may not weaken it for the others.
    Raises `FactorsOwn`, `MemberAbove`, `FactorsElsewhere`.
    """
    if member.id == actor.member_id:
        raise FactorsOwn
    check_below(member, actor=actor)
    places = {place.id for place in workspaces_of_user(member.user_id, None, None)}
    if places - {actor.workspace_id}:
        raise FactorsElsewhere
    kinds = clear_factors(member.user)
    record(actor, "factor.reset", member, before={"kinds": kinds})
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[member.id])
    by = actor.name or actor.workspace_name
    tell_of_reset(member.user, member.user, by=by, workspace=actor.workspace_name)
    for admin in (one.user for one in staff_of(actor.workspace_id, (Role.ADMIN,))):
        if admin.pk not in (actor.user_id, member.user_id):
            tell_of_reset(admin, member.user, by=by, workspace=actor.workspace_name)


def reset_account_factors(address: str) -> list[str]:
    """For who operates the installation: the same for an account that opens several workspaces;
    each of them has it in its trail. Raises `AccountUnknown`."""
    with transaction.atomic():
        user = User.objects.filter(email=address.strip().lower(), is_active=True).first()
        if user is None:
            raise AccountUnknown
        kinds = clear_factors(user)
        note(user, "factor.reset", kinds=kinds, by="operator")
        by = "The operator" if user.language == "en" else "L’exploitant"
        tell_of_reset(user, user, by=by, workspace=settings.PUBLIC_URL)
    return kinds


def clear_factors(user: User) -> list[str]:
    """Removes every second factor and ends every session of the account; their kinds."""
    with transaction.atomic():
        factors = Authenticator.objects.select_for_update().filter(user_id=user.pk)
        kinds = sorted(str(factor.type) for factor in factors)
        factors.delete()
        end_all_sessions(user.pk)
    return kinds


def tell_of_reset(to: User, user: User, *, by: str, workspace: str) -> None:
    """Queues the mail that tells somebody whose second factors were taken away, and by whom."""
    send(
        to.email,
        "accounts/mail/factors_reset",
        to.language,
        name=display_name(to),
        account=user.email,
        by=by,
        workspace=workspace,
    )
