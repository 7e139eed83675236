"""Proving by the DNS that an e-mail domain is the workspace's own."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.sso import queries
from netz.sso.errors import DnsSilent, DomainExists, DomainHeld, RecordMissing
from netz.sso.models import Connection, Domain
from netz.sso.resolver import DnsUnavailableError, resolver
from netz.workspaces.credentials import system_actor

RECORD_NAME = "_netz-challenge"
RECORD_START = "netz-verification="
# A record may vanish for a while when somebody moves a domain to another name server.
GRACE = timedelta(days=7)


def add_domain(name: str, connection: Connection | None, *, actor: Actor) -> Domain:
    """Lists a domain, which is to be proved. Raises `DomainExists`."""
    try:
        with transaction.atomic():
            domain = Domain.objects.create(
                workspace_id=actor.workspace_id,
                name=name,
                connection=connection,
                token=secrets.token_urlsafe(24),
            )
    except IntegrityError as error:
        raise DomainExists from error
    record(actor, "domain.create", domain, after={"name": name})
    return domain


def bind_domain(domain: Domain, connection: Connection | None, *, actor: Actor) -> Domain:
    """Says which identity provider may name addresses of the domain; None: any of ours."""
    before = {"connection_id": domain.connection_id}
    domain.connection = connection
    domain.save(update_fields=["connection"])
    after = {"connection_id": domain.connection_id}
    record(actor, "domain.change", domain, before=before, after=after)
    return domain


def check_domain(domain: Domain, *, actor: Actor) -> Domain:
    """Verifies the domain by its TXT record. Raises `RecordMissing`, `DnsSilent`, `DomainHeld`."""
    try:
        found = has_record(domain)
    except DnsUnavailableError as error:
        raise DnsSilent from error
    if not found:
        raise RecordMissing
    now = timezone.now()
    before = domain.verified_at
    domain.verified_at, domain.checked_at, domain.missing_since = before or now, now, None
    try:
        with transaction.atomic():
            domain.save(update_fields=["verified_at", "checked_at", "missing_since"])
    except IntegrityError as error:
        raise DomainHeld from error
    if before is None:
        record(actor, "domain.verify", domain, after={"name": domain.name})
    return domain


def remove_domain(domain: Domain, *, actor: Actor) -> None:
    """Takes the domain off the list: no address in it is taken from a provider any more."""
    before = {"name": domain.name, "verified": domain.verified_at is not None}
    record(actor, "domain.delete", domain, before=before)
    domain.delete()


def has_record(domain: Domain) -> bool:
    """Whether the DNS holds the domain's record now. Raises `DnsUnavailableError`."""
    return record_value(domain) in resolver().txt(record_name(domain))


def record_name(domain: Domain) -> str:
    """The name of the TXT record."""
    return f"{RECORD_NAME}.{domain.name}"


def record_value(domain: Domain) -> str:
    """What the TXT record must say."""
    return f"{RECORD_START}{domain.token}"


def recheck_domains(workspace_id: UUID) -> None:
    """Looks every verified domain up again; one without its record for a week is verified no more.

    Name servers that don't answer prove nothing. Each is asked outside a transaction.
    """
    with tenant(workspace_id):
        verified = list(Domain.objects.filter(verified_at__isnull=False))
    for domain in verified:
        try:
            there = has_record(domain)
        except DnsUnavailableError:
            continue
        with tenant(workspace_id):
            _keep_or_drop(domain, there=there)


def _keep_or_drop(domain: Domain, *, there: bool) -> None:
    now = timezone.now()
    domain.checked_at = now
    domain.missing_since = None if there else domain.missing_since or now
    if domain.missing_since is not None and now - domain.missing_since > GRACE:
        domain.verified_at = None
        actor = system_actor(domain.workspace_id, domain.id, domain.id)
        record(actor, "domain.lapse", domain, before={"name": domain.name})
    domain.save(update_fields=["checked_at", "missing_since", "verified_at"])


def connection_for(actor: Actor, connection_id: UUID | None) -> Connection | None:
    """The connection named, or none. Raises `ConnectionNotFound`."""
    return queries.connection(actor, connection_id) if connection_id else None
