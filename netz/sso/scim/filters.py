"""SCIM's filters as conditions that the database checks: no list is read to be filtered."""

from collections.abc import Mapping, Set
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Q
from scim2_models import InvalidPathException
from scim2_models.path import (
    AttrPath,
    Comparison,
    FilterVisitor,
    LogicalExpr,
    LogicalOperator,
    Not,
    Present,
    ValuePath,
)

from netz.sso.scim.attributes import Attribute, Attributes, Foreign, Listed, refused
from netz.sso.scim.entries import Entries


class Conditions(FilterVisitor[Q]):
    """Turns a filter's tree into a condition on the rows of one kind of resource.

    `attributes` are by their lower-case paths; `lists` are those with entries of their own.
    `elsewhere` names what other resources have: nobody here has a value for it.
    """

    def __init__(
        self,
        attributes: Attributes,
        lists: Mapping[str, Entries] | None = None,
        elsewhere: Set[str] = frozenset(),
    ) -> None:
        self.attributes, self.lists, self.elsewhere = attributes, lists or {}, elsewhere

    def visit_comparison(self, node: Comparison) -> Q:
        """One attribute, compared."""
        if entries := self.lists.get(node.attr_path.attr.lower()):
            return entries.compare(node.attr_path.sub_attr, node.op, node.value)
        return self._find(node.attr_path).compare(node.op, node.value)

    def visit_present(self, node: Present) -> Q:
        """One attribute, there."""
        if entries := self.lists.get(node.attr_path.attr.lower()):
            return entries.present(node.attr_path.sub_attr)
        return self._find(node.attr_path).present()

    def visit_not(self, node: Not) -> Q:
        """The opposite."""
        return ~self.visit(node.expr)

    def visit_logical_expr(self, node: LogicalExpr) -> Q:
        """All of them, or any."""
        join = and_ if node.op == LogicalOperator.and_ else or_
        return reduce(join, (self.visit(term) for term in node.terms))

    def visit_value_path(self, node: ValuePath) -> Q:
        """Rows with an entry that fits."""
        name = node.attr_path.attr.lower()
        if entries := self.lists.get(name):
            return entries.where(entries.visit(node.val_filter))
        found = self._find(node.attr_path)
        inner = node.val_filter
        if isinstance(found, Foreign):
            return found.present()
        # Ids have no attributes beside their value: one comparison says all there is to say.
        if isinstance(found, Listed) and isinstance(inner, Comparison) and _is_value(inner):
            return found.compare(inner.op, inner.value)
        raise refused(f"this selection in '{node.attr_path.attr}' is not supported in filters")

    def _find(self, path: AttrPath) -> Attribute:
        name = _name(path)
        if found := self.attributes.get(name):
            return found
        if name in self.elsewhere or path.attr.lower() in self.elsewhere:
            return Foreign()
        raise refused(f"'{path}' is not supported in filters")


def order_of(wanted: Any, columns: Mapping[str, str]) -> list[str]:
    """The order that is asked for, by columns; ties by age. Raises `InvalidPathException`."""
    usual = ["created_at", "id"]
    if wanted.sort_by is None:
        return usual
    name = str(wanted.sort_by).lower().rpartition(":")[2]
    column = columns.get(name)
    if column is None:
        raise InvalidPathException(detail=f"'{wanted.sort_by}' is not supported in sortBy")
    falling = wanted.sort_order is not None and wanted.sort_order.value == "descending"
    return [f"-{column}" if falling else column, *usual]


def _name(path: AttrPath) -> str:
    return f"{path.attr}.{path.sub_attr}".lower() if path.sub_attr else path.attr.lower()


def _is_value(node: Comparison) -> bool:
    return node.attr_path.attr.lower() == "value" and node.attr_path.sub_attr is None
