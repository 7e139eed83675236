"""Attributes that filters may name, each as a condition that the database checks.

An attribute without a value equals nothing, contains nothing and is not present, as in RFC 7644; so
no condition here is ever unknown to SQL, and its negation is its opposite.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from scim2_models import InvalidFilterException
from scim2_models.path import CompareOperator as Op

NOTHING = Q(pk__in=())
_TEXT_LOOKUPS = {Op.eq: "exact", Op.co: "contains", Op.sw: "startswith", Op.ew: "endswith"}
_TIME_LOOKUPS = {Op.eq: "exact", Op.gt: "gt", Op.ge: "gte", Op.lt: "lt", Op.le: "lte"}


def refused(detail: str) -> InvalidFilterException:
    """A filter that this service can't answer, and why."""
    return InvalidFilterException(detail=detail)


class Attribute(Protocol):
    """What a filter may ask of an attribute; both raise `InvalidFilterException`."""

    def compare(self, op: Op, value: Any) -> Q:
        """The rows whose value compares so."""

    def present(self) -> Q:
        """The rows that have a value."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text in a column or an alias; never null, and absent where it is empty."""

    source: str
    exact: bool = False

    def compare(self, op: Op, value: Any) -> Q:
        """By equality or a part, without regard to case unless the attribute is exact."""
        if op == Op.ne:
            return ~self.compare(Op.eq, value)
        if value is None:
            return _without(self, op)
        if op not in _TEXT_LOOKUPS or not isinstance(value, str):
            raise refused(f"'{op.value}' with this value is not supported for text")
        lookup = _TEXT_LOOKUPS[op] if self.exact else f"i{_TEXT_LOOKUPS[op]}"
        return Q(**{f"{self.source}__{lookup}": value}) & self.present()

    def present(self) -> Q:
        """Where there is any text."""
        return ~Q(**{self.source: ""})


@dataclass(frozen=True, slots=True)
class Flag:
    """A boolean column. Entra ID writes it as text, and with a capital."""

    source: str

    def compare(self, op: Op, value: Any) -> Q:
        """By equality alone."""
        if op == Op.ne:
            return ~self.compare(Op.eq, value)
        if value is None:
            return _without(self, op)
        wanted = {"true": True, "false": False}.get(str(value).lower())
        if op != Op.eq or wanted is None:
            raise refused("a boolean is compared by 'eq' with true or false")
        return Q(**{self.source: wanted})

    def present(self) -> Q:
        """Always."""
        return ~NOTHING


@dataclass(frozen=True, slots=True)
class Moment:
    """A time."""

    source: str

    def compare(self, op: Op, value: Any) -> Q:
        """Before, at or after."""
        if op == Op.ne:
            return ~self.compare(Op.eq, value)
        if value is None:
            return _without(self, op)
        try:
            when = datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise refused("the value is no time") from error
        if op not in _TIME_LOOKUPS or when.tzinfo is None:
            raise refused("a time is compared with a time that names its zone")
        return Q(**{f"{self.source}__{_TIME_LOOKUPS[op]}": when})

    def present(self) -> Q:
        """Always."""
        return ~NOTHING


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids in rows of another table, which `rows` gives for the outer query's row."""

    rows: Callable[[OuterRef], QuerySet[Any]]
    column: str

    def compare(self, op: Op, value: Any) -> Q:
        """By equality alone: whether the id is among them."""
        if op == Op.ne:
            return ~self.compare(Op.eq, value)
        if op != Op.eq or not isinstance(value, str):
            raise refused("members are compared by 'eq' with an id")
        try:
            wanted = UUID(value)
        except ValueError:
            return NOTHING
        return Q(Exists(self.rows(OuterRef("pk")).filter(**{self.column: wanted})))

    def present(self) -> Q:
        """Where there is any."""
        return Q(Exists(self.rows(OuterRef("pk"))))


class Foreign:
    """An attribute that only another kind of resource has: nobody here has a value."""

    def compare(self, op: Op, value: Any) -> Q:
        """Nothing compares with what is not there, but that it is not equal."""
        if op == Op.ne:
            return ~self.compare(Op.eq, value)
        return ~NOTHING if op == Op.eq and value is None else NOTHING

    def present(self) -> Q:
        """Never."""
        return NOTHING


Attributes = Mapping[str, Attribute]


def _without(attribute: Attribute, op: Op) -> Q:
    if op != Op.eq:
        raise refused("null is compared by 'eq' and 'ne'")
    return ~attribute.present()
