"""A directory gives one of its people another address to sign in with."""

from allauth.account.internal.emailkit import valid_email_or_none
from django.db import connection

from netz.accounts.services import move_address, take_unproved
from netz.audit.services import record
from netz.core.actor import Actor
from netz.sso import queries
from netz.sso.scim.errors import AddressFixed, NoAddress
from netz.workspaces.queries import MemberRow


def change_address(actor: Actor, member: MemberRow, user_name: str) -> None:
    """Gives the member's account the address, if it is another one.

    Whoever holds an address can reset the account's password. So both must be in domains that this
    workspace has proved, which gives its admins that power anyway; the account must be in no other
    workspace; and an emergency admin stays out of the directory's hands. Raises `NoAddress`,
    `AddressFixed`.
    """
    account, wanted = member.user, user_name.strip().lower()
    if wanted == account.email:
        return
    address, own = valid_email_or_none(wanted), queries.verified_domains(actor)
    if not address:
        raise NoAddress
    domains = {account.email.rpartition("@")[2], address.rpartition("@")[2]}
    if member.break_glass or not domains <= set(own) or _is_elsewhere(actor, member):
        raise AddressFixed
    take_unproved(address)
    before = account.email
    if not move_address(account, address):
        raise AddressFixed
    was, now = {"user_name": before}, {"user_name": address}
    record(actor, "directory.user_change", member, before=was, after=now)


def _is_elsewhere(actor: Actor, member: MemberRow) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_sso_is_elsewhere(%s, %s)", [member.user_id, actor.workspace_id])
        return bool(cursor.fetchone()[0])
