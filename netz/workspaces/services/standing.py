"""Where a member stands, as a value: to compare, to change many at once, and to put back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from netz.core.permissions import Role
from netz.workspaces.models import Company, CompanyGrant, CustomRole, Member


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's role, company, activity and limits; `grants` are company and permissions."""

    role: Role
    custom_role_id: UUID | None
    company_id: UUID | None
    active: bool
    limited: bool
    grants: tuple[tuple[UUID, tuple[str, ...] | None], ...] = ()

    @classmethod
    def of(cls, member: Member, grants: Iterable[CompanyGrant] = ()) -> "Standing":
        """From the row and its grants."""
        return cls(
            Role(member.role),
            member.custom_role_id,
            member.company_id,
            member.active,
            member.limited_to_companies,
            tuple(
                (row.company_id, None if row.permissions is None else tuple(row.permissions))
                for row in sorted(grants, key=lambda row: row.company_id)
            ),
        )

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Standing":
        """From what `kept` wrote."""

        def an_id(value: str | None) -> UUID | None:
            return UUID(value) if value else None

        return cls(
            Role(kept["role"]),
            an_id(kept["custom_role_id"]),
            an_id(kept["company_id"]),
            kept["active"],
            kept["limited_to_companies"],
            tuple((UUID(one), None if p is None else tuple(p)) for one, p in kept["grants"]),
        )

    def kept(self) -> dict[str, Any]:
        """For the trail, and to be read again."""
        return {
            "role": self.role.value,
            "custom_role_id": str(self.custom_role_id) if self.custom_role_id else None,
            "company_id": str(self.company_id) if self.company_id else None,
            "active": self.active,
            "limited_to_companies": self.limited,
            "grants": [[str(one), p if p is None else list(p)] for one, p in self.grants],
        }


@dataclass(frozen=True, slots=True)
class Places:
    """The workspace's custom roles and companies by id, read once for many members."""

    roles: Mapping[UUID, CustomRole]
    companies: Mapping[UUID, Company]

    def words(self, standing: Standing) -> str:
        """`guest · Atelier Brun`: built-in roles by their own name, which screens translate."""
        custom = self.roles.get(standing.custom_role_id) if standing.custom_role_id else None
        company = self.companies.get(standing.company_id) if standing.company_id else None
        parts = (custom.name if custom else standing.role.value, company.name if company else "")
        return " · ".join(part for part in parts if part)


def granted(workspace_id: UUID, changed: Sequence[tuple[Member, Standing]]) -> list[CompanyGrant]:
    """The rows of the grants that the standings hold."""
    return [
        CompanyGrant(
            workspace_id=workspace_id,
            member=member,
            company_id=company_id,
            permissions=None if names is None else list(names),
        )
        for member, standing in changed
        for company_id, names in standing.grants
    ]
