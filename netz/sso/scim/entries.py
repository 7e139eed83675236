"""Filters over the addresses that a directory lists of a user, as PostgreSQL's JSON paths.

They lie in the user's document. `emails[type eq "work" and value co "x"]` asks for one entry that
fits both, which is what a JSON path's filter says too.
"""

import json
import re
from typing import Any

from django.db.models import BooleanField, F, Func, Q, Value
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
from scim2_models.path import CompareOperator as Op

from netz.sso.scim.attributes import refused

_TEXTS, _FLAG = {"value", "type", "display"}, "primary"
_SHAPES = {Op.eq: "^{}$", Op.co: "{}", Op.sw: "^{}", Op.ew: "{}$"}
# What means something in a PostgreSQL regular expression.
_SPECIAL = re.compile(r"[][.{}()\\*+?^$|]")


class _Fits(Func):
    """Whether a JSON path finds anything in a document."""

    function = "jsonb_path_exists"
    template = "%(function)s(%(expressions)s::jsonpath)"
    output_field = BooleanField()


class Entries(FilterVisitor[str]):
    """The condition on one entry, in the words of a JSON path."""

    def __init__(self, document: str, name: str) -> None:
        self.document, self.name = document, name

    def where(self, condition: str | None = None) -> Q:
        """The rows of which an entry fits; without a condition, those that have any."""
        found = f"$.{self.name}[*]" + (f" ? ({condition})" if condition else "")
        return Q(_Fits(F(self.document), Value(found)))

    def compare(self, sub: str | None, op: Op, value: Any) -> Q:
        """The rows of which an entry compares so; by `ne`, those of which none equals."""
        if op == Op.ne or value is None:
            if op not in (Op.ne, Op.eq):
                raise refused("null is compared by 'eq' and 'ne'")
            fitting = self.present(sub) if value is None else self.compare(sub, Op.eq, value)
            return fitting if op == Op.ne and value is None else ~fitting
        return self.where(_compared(sub or "value", op, value))

    def present(self, sub: str | None) -> Q:
        """The rows of which an entry has a value."""
        return self.where(_there(sub) if sub else None)

    def visit_comparison(self, node: Comparison) -> str:
        """One attribute of the entry, compared."""
        return _compared(_plain(node.attr_path), node.op, node.value)

    def visit_present(self, node: Present) -> str:
        """One attribute of the entry, there."""
        return _there(_plain(node.attr_path))

    def visit_not(self, node: Not) -> str:
        """The opposite."""
        return f"!({self.visit(node.expr)})"

    def visit_logical_expr(self, node: LogicalExpr) -> str:
        """All of them, or any."""
        joiner = " && " if node.op == LogicalOperator.and_ else " || "
        return joiner.join(f"({self.visit(term)})" for term in node.terms)

    def visit_value_path(self, node: ValuePath) -> str:
        """Entries hold no entries."""
        raise refused("a selection inside a selection is not supported")


def _plain(path: AttrPath) -> str:
    if path.sub_attr or path.uri:
        raise refused(f"'{path}' is not an attribute of an entry")
    return path.attr


def _there(name: str) -> str:
    known = _known(name)
    return "@.primary == true || @.primary == false" if known == _FLAG else f'@.{known} != ""'


def _compared(name: str, op: Op, value: Any) -> str:
    known = _known(name)
    if op == Op.ne:
        return f"!({_compared(name, Op.eq, value)})"
    if value is None and op == Op.eq:
        return f"!({_there(known)})"
    if known == _FLAG:
        wanted = str(value).lower()
        if op != Op.eq or wanted not in ("true", "false"):
            raise refused("a boolean is compared by 'eq' with true or false")
        return f"@.{known} == {wanted}"
    if op not in _SHAPES or not isinstance(value, str):
        raise refused(f"'{op.value}' with this value is not supported for text")
    pattern = _SHAPES[op].format(_SPECIAL.sub(r"\\\g<0>", value))
    told = json.dumps(pattern, ensure_ascii=False)
    return f'@.{known} like_regex {told} flag "i" && {_there(known)}'


def _known(name: str) -> str:
    lower = name.lower()
    if lower not in _TEXTS and lower != _FLAG:
        raise refused(f"'{name}' is not supported in filters")
    return lower
