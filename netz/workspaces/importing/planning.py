"""What a table would do, found by doing it and taking it back; then the same, for good."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Literal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.errors import Problem
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.importing.errors import PlanChanged
from netz.workspaces.importing.reading import Line, folded, read_table
from netz.workspaces.models import Company, CustomRole, Invitation, Member
from netz.workspaces.services.invitations import invite
from netz.workspaces.services.people import MemberEdit, edit_member

Action = Literal["invite", "change", "reactivate", "deactivate", "unchanged", "error"]

_ROLES = {
    "admin": Role.ADMIN,
    "administrateur": Role.ADMIN,
    "administrator": Role.ADMIN,
    "agent": Role.AGENT,
    "technicien": Role.AGENT,
    "manager": Role.MANAGER,
    "responsable": Role.MANAGER,
    "guest": Role.GUEST,
    "invite": Role.GUEST,
}
_YES = {"oui", "yes", "true", "vrai", "1", "actif", "active"}
_NO = {"non", "no", "false", "faux", "0", "inactif", "inactive", "desactive"}

_WORDS = {
    "email": ("Adresse e-mail non valide", "Not a valid e-mail address"),
    "twice": ("Déjà présente à la ligne {line}", "Already on line {line}"),
    "role": ("Rôle inconnu : {value}", "Unknown role: {value}"),
    "role_needed": ("Rôle ou entreprise manquant", "Role or company missing"),
    "company": ("Entreprise inconnue : {value}", "Unknown company: {value}"),
    "language": ("Langue inconnue : {value} (fr ou en)", "Unknown language: {value} (fr or en)"),
    "active": ("« actif » doit être oui ou non : {value}", "“active” must be yes or no: {value}"),
    "self": ("C’est vous : changez-le à la main", "This is you: change it by hand"),
    "stranger": ("N’est pas membre : rien à désactiver", "Not a member: nothing to deactivate"),
    "invited": ("Invitation déjà en attente", "An invitation is waiting already"),
}


class _Refused(Exception):  # noqa: N818  # caught where it is raised
    """The row can't be done; why, in words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table and what becomes of it; `reason` says why not, or adds to it."""

    line: int
    email: str
    action: Action
    before: str = ""
    after: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table does, and the seal that says that it is exactly this."""

    rows: list[Row]
    digest: str

    def count(self, *actions: Action) -> int:
        """How many rows do one of these."""
        return sum(row.action in actions for row in self.rows)


class _TakenBackError(Exception):
    """Ends a rehearsal."""


def preview_table(content: bytes, *, actor: Actor) -> Plan:
    """What the table would do now; nothing is changed. Raises what `read_table` does.

    It is done and taken back, so that each rule (last admin, too wide a grant, a company that is
    missing) answers here as it will then.
    """
    lines = read_table(content)
    plan: Plan | None = None
    try:
        with transaction.atomic():
            plan = _sealed(content, _carried_out(lines, actor))
            raise _TakenBackError
    except _TakenBackError:
        assert plan is not None
    return plan


def apply_table(content: bytes, digest: str, *, actor: Actor) -> Plan:
    """Does what the preview with this digest has shown; rows with an error stay out.

    Raises `PlanChanged` when it would be anything else, and then nothing has changed.
    """
    plan = _sealed(content, _carried_out(read_table(content), actor))
    if plan.digest != digest:
        raise PlanChanged
    actions: tuple[Action, ...] = ("invite", "change", "reactivate", "deactivate")
    counts = {action: plan.count(action) for action in actions}
    record(actor, "members.import", after=counts | {"errors": plan.count("error")})
    return plan


def _sealed(content: bytes, rows: list[Row]) -> Plan:
    told = json.dumps([asdict(row) for row in rows]).encode()
    return Plan(rows, hashlib.sha256(hashlib.sha256(content).digest() + told).hexdigest())


def _carried_out(lines: list[Line], actor: Actor) -> list[Row]:
    one = _Importer(actor)
    return [one.carry_out(line) for line in lines]


class _Importer:
    """One run over a table, with what is needed for each row read once."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.companies = {folded(row.name): row for row in queries.companies(actor)}
        self.custom = {folded(row.name): row for row in queries.custom_roles(actor)}
        people = queries.known_members(actor).select_related("user", "company", "custom_role")
        self.members = {row.user.email: row for row in people}
        self.invited = {row.email: row for row in queries.open_invitations(actor)}
        self.seen: dict[str, int] = {}

    def carry_out(self, line: Line) -> Row:
        """Does one row, or says why not; a row that fails leaves nothing."""
        member = self.members.get(line.email)
        before = _place(member) if member else ""
        try:
            with transaction.atomic():
                self._check(line)
                return self._change(line, member) if member else self._invite(line)
        except _Refused as refused:
            reason = str(refused)
        except Problem as problem:
            words = problem.words(self.actor.language)
            reason = words.title
        if member is not None:  # what was set on it in memory has not been stored
            self.members[line.email] = queries.member(self.actor, member.id)
        return Row(line.number, line.email, "error", before, "", reason)

    def _check(self, line: Line) -> None:
        try:
            validate_email(line.email)
        except ValidationError as error:
            raise self._no("email") from error
        if line.email in self.seen:
            raise self._no("twice", line=self.seen[line.email])
        self.seen[line.email] = line.number
        if line.language and line.language.lower() not in ("fr", "en"):
            raise self._no("language", value=line.language)

    def _invite(self, line: Line) -> Row:
        if self._active(line) is False:
            raise self._no("stranger")
        company = self._company(line)
        role, custom = self._role(line)
        if role is None:
            if company is None:
                raise self._no("role_needed")
            role = Role.GUEST
        after = _named(role, custom, company if role.in_company else None)
        waiting = self.invited.get(line.email)
        if waiting is not None and _offered(waiting) == after:
            reason = self._words("invited")
            return Row(line.number, line.email, "unchanged", after, after, reason)
        invite(
            line.email,
            role=role,
            company_id=company.id if company else None,
            language=(line.language or self.actor.language).lower(),
            custom_role_id=custom.id if custom else None,
            actor=self.actor,
        )
        return Row(line.number, line.email, "invite", "", after)

    def _change(self, line: Line, member: Member) -> Row:
        before, was_active = _place(member), member.active
        company, (role, custom), active = self._company(line), self._role(line), self._active(line)
        wanted = role or Role(member.role)
        custom_id = custom.id if custom else None if role else member.custom_role_id
        company_id: UUID | None = company.id if company else member.company_id
        company_id = company_id if wanted.in_company else None
        wanted_active = member.active if active is None else active
        if (wanted, custom_id, company_id, wanted_active) == (
            member.role,
            member.custom_role_id,
            member.company_id,
            member.active,
        ):
            return Row(line.number, line.email, "unchanged", before, before)
        if member.id == self.actor.member_id:
            raise self._no("self")
        edit = MemberEdit(
            role=role,
            custom_role_id=custom_id,
            custom_role_given=role is not None,
            company_id=company_id,
            company_given=True,
            active=active,
        )
        after = _place(edit_member(member, edit, actor=self.actor))
        action: Action = "change"
        if was_active != wanted_active:
            action = "reactivate" if wanted_active else "deactivate"
        return Row(line.number, line.email, action, before, after)

    def _role(self, line: Line) -> tuple[Role | None, CustomRole | None]:
        if not line.role:
            return None, None
        name = folded(line.role)
        custom = self.custom.get(name)
        if custom is not None:
            return Role(custom.base), custom
        if name not in _ROLES:
            raise self._no("role", value=line.role[:80])
        return _ROLES[name], None

    def _company(self, line: Line) -> Company | None:
        if not line.company:
            return None
        found = self.companies.get(folded(line.company))
        if found is None:
            raise self._no("company", value=line.company[:80])
        return found

    def _active(self, line: Line) -> bool | None:
        word = folded(line.active or "")
        if word and word not in _YES | _NO:
            raise self._no("active", value=(line.active or "")[:80])
        return word in _YES if word else None

    def _no(self, why: str, **values: object) -> _Refused:
        return _Refused(self._words(why, **values))

    def _words(self, why: str, **values: object) -> str:
        french, english = _WORDS[why]
        return (english if self.actor.language == "en" else french).format(**values)


def _named(role: Role, custom: CustomRole | None, company: Company | None) -> str:
    """`guest · Atelier Brun`: built-in roles by their own name, which screens translate."""
    parts = (custom.name if custom else role.value, company.name if company else "")
    return " · ".join(part for part in parts if part)


def _place(member: Member) -> str:
    return _named(Role(member.role), member.custom_role, member.company)


def _offered(invitation: Invitation) -> str:
    return _named(Role(invitation.role), invitation.custom_role, invitation.company)
