"""Who may be answered from what: audience sets, inheritance from folders, what a reader sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet

from netz.core.actor import Actor
from netz.core.permissions import Permission
from netz.knowledge.errors import BadAudience
from netz.knowledge.models import AudienceSet, Document, FolderRule
from netz.knowledge.paths import folders_above
from netz.workspaces import queries as workspaces
from netz.workspaces.access_errors import CompanyLimits

Kind = Literal["public", "workspace", "companies"]
DEFAULT_KIND: Kind = "workspace"


@dataclass(frozen=True, slots=True)
class AudienceSpec:
    """An audience as it is asked for."""

    kind: Kind
    company_ids: tuple[UUID, ...] = ()


def parse_audience(text: str) -> AudienceSpec:
    """Reads `public`, `workspace` or `companies:<id>,<id>`. Raises `BadAudience`."""
    kind, _, rest = text.strip().partition(":")
    if kind == "public" and not rest:
        return AudienceSpec("public")
    if kind == "workspace" and not rest:
        return AudienceSpec("workspace")
    if kind == "companies" and rest:
        try:
            return AudienceSpec("companies", tuple(UUID(part.strip()) for part in rest.split(",")))
        except ValueError as error:
            raise BadAudience from error
    raise BadAudience


def ensure_set(spec: AudienceSpec, *, actor: Actor) -> AudienceSet:
    """The set for this audience, made when it is new. Raises `BadAudience`, `CompanyNotFound`."""
    ids: list[str] = []
    if spec.kind == "companies":
        if not spec.company_ids:
            raise BadAudience
        ids = sorted({str(workspaces.company(actor, one).id) for one in spec.company_ids})
    rows = AudienceSet.objects.filter(workspace_id=actor.workspace_id)
    while True:
        found = rows.filter(kind=spec.kind, company_ids=ids).first()
        if found is not None:
            return found
        number = (rows.aggregate(Max("number"))["number__max"] or 0) + 1
        try:
            with transaction.atomic():
                return AudienceSet.objects.create(
                    workspace_id=actor.workspace_id, number=number, kind=spec.kind, company_ids=ids
                )
        except IntegrityError:
            continue  # somebody else made it, or took the number: look again


def inherited_set(path: str, *, actor: Actor) -> AudienceSet:
    """The audience of the nearest folder with a rule, else the IT company's own staff."""
    folders = folders_above(path)
    rules = {
        rule.path: rule.audience
        for rule in FolderRule.objects.filter(
            workspace_id=actor.workspace_id, path__in=folders
        ).select_related("audience")
    }
    for folder in folders:
        if folder in rules:
            return rules[folder]
    return ensure_set(AudienceSpec(DEFAULT_KIND), actor=actor)


def visible_numbers(
    actor: Actor, permission: Permission = Permission.DOCUMENTS_READ
) -> list[int] | None:
    """Numbers of the audience sets that count for the actor's permission; None means all."""
    companies = actor.companies(permission)
    if companies is None:
        return None
    rows = AudienceSet.objects.filter(workspace_id=actor.workspace_id)
    wanted = {str(company) for company in companies}
    return [
        number
        for number, kind, ids in rows.values_list("number", "kind", "company_ids")
        if kind == "public"
        or (kind == "workspace" and actor.is_staff)
        or (kind == "companies" and not wanted.isdisjoint(ids))
    ]


def check_changeable(audiences: Iterable[AudienceSet], *, actor: Actor) -> None:
    """Raises `CompanyLimits` when one reaches a company for which a limited member may not act."""
    companies = actor.companies(Permission.DOCUMENTS_MANAGE)
    if companies is None:
        return
    allowed = {str(company) for company in companies}
    for audience in audiences:
        if not allowed.issuperset(audience.company_ids):
            raise CompanyLimits


def documents_below(folder: str, *, actor: Actor) -> QuerySet[Document]:
    """Documents below a folder that inherit their audience."""
    return Document.objects.filter(
        workspace_id=actor.workspace_id,
        path__startswith=f"{folder}/",
        audience_given=False,
        deleted_at=None,
    ).select_related("audience")
