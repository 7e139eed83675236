"""Bodies of changes of many members at once."""

from typing import Literal
from uuid import UUID

from pydantic import Field, model_validator

from netz.core.api.schema import Input, Output
from netz.core.errors import RefusedValueError
from netz.core.permissions import Role
from netz.workspaces.schemas.people import MemberWhere, UserOut
from netz.workspaces.services.changing import (
    MOST,
    Change,
    ChangePlan,
    Kind,
    Outcome,
    Selection,
    Step,
)


class SelectionIn(Input):
    """Whom: `member_ids`, or everybody whom `filter` leaves but `without`; one of the two."""

    member_ids: list[UUID] | None = Field(None, min_length=1, max_length=MOST)
    filter: MemberWhere | None = None
    without: list[UUID] = Field(default_factory=list, max_length=MOST)

    @model_validator(mode="after")
    def _one_of_both(self) -> "SelectionIn":
        if (self.member_ids is None) is (self.filter is None):
            raise RefusedValueError(
                en="Give either members or a filter", fr="Donnez des membres, ou bien un filtre"
            )
        return self

    def spec(self) -> Selection:
        """As the domain's value."""
        where = self.filter.filter() if self.filter else None
        return Selection(self.member_ids, where, self.without)


class ChangeIn(Input):
    """What: `role` takes a role or a custom one, and a company for client roles; `company` takes
    a company, and reaches members of client roles alone."""

    kind: Kind
    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None

    @model_validator(mode="after")
    def _complete(self) -> "ChangeIn":
        if self.kind == "role" and self.role is None and self.custom_role_id is None:
            raise RefusedValueError(en="Say which role", fr="Dites quel rôle")
        if self.kind == "company" and self.company_id is None:
            raise RefusedValueError(en="Say which company", fr="Dites quelle entreprise")
        return self

    def spec(self) -> Change:
        """As the domain's value."""
        return Change(self.kind, self.role, self.custom_role_id, self.company_id)


class MemberChangesIn(Input):
    """A change of many members, to look at."""

    selection: SelectionIn
    change: ChangeIn


class MemberChangesDone(MemberChangesIn):
    """The change to carry out; `digest` is the preview's."""

    digest: str = Field(max_length=64)


class ChangeRowOut(Output):
    """What becomes of one member; places are role and company, `reason` says why nothing does."""

    member_id: UUID
    user: UserOut
    outcome: Outcome
    before: str
    after: str
    active_before: bool
    active_after: bool
    code: str | None
    reason: str | None

    @classmethod
    def of(cls, step: Step, plan: ChangePlan, language: Literal["fr", "en"]) -> "ChangeRowOut":
        """In the reader's language."""
        problem = step.problem
        return cls(
            member_id=step.member.id,
            user=UserOut.model_validate(step.member.user),
            outcome=step.outcome,
            before=plan.places.words(step.before),
            after=plan.places.words(step.after),
            active_before=step.before.active,
            active_after=step.after.active,
            code=problem.code if problem else None,
            reason=problem.words(language).title if problem else None,
        )


class ChangePlanOut(Output):
    """What a change does, or did, to whom; who is refused first. `undo_id` undoes it for a day."""

    rows: list[ChangeRowOut]
    change: int
    unchanged: int
    refused: int
    digest: str
    undo_id: UUID | None = None

    @classmethod
    def of(
        cls, plan: ChangePlan, language: Literal["fr", "en"], undo_id: UUID | None = None
    ) -> "ChangePlanOut":
        """From the domain's value."""
        order = ("refused", "change", "unchanged")
        steps = sorted(plan.steps, key=lambda step: order.index(step.outcome))
        return cls(
            rows=[ChangeRowOut.of(step, plan, language) for step in steps],
            change=plan.count("change"),
            unchanged=plan.count("unchanged"),
            refused=plan.count("refused"),
            digest=plan.digest,
            undo_id=undo_id if plan.count("change") else None,
        )
