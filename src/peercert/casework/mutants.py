"""Credentials with one small change each, made from the rules as they are loaded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from peercert.case import Case
from peercert.casework.mutations import RULE_CHANGES, Change, Spread, changes, day_moved, fresh
from peercert.casework.targets import nobody
from peercert.catalog import Catalog, Credential
from peercert.requirements import Requirement

Steps = tuple[tuple[str, int | None], ...]
"""The way into a credential: fields, with a place in them where they are lists."""


class Mutant(NamedTuple):
    """A credential with one small change."""

    subject: str
    """What is changed: a requirement or edition, and what it has inside after a slash."""

    said: str
    """How it is changed."""

    credential: Credential

    @property
    def head(self) -> str:
        """The requirement that a report names."""
        return self.subject.partition("/")[0]


class _Node(NamedTuple):
    """A rule, and the way to it."""

    subject: str
    rule: Requirement
    way: Steps
    outer: tuple[Requirement, ...]
    """The rules around it."""

    @property
    def handed(self) -> frozenset[str]:
        """Fields that the rules around it have handed down, and that are changed there."""
        return frozenset().union(*(_handed(one, self.rule) for one in self.outer))


def mutants(catalog: Catalog, credential: Credential) -> Iterator[Mutant]:
    """Give every credential that differs in one small change.

    Args:
        catalog: The rules.
        credential: The credential that is changed.
    """
    yield from _editions(credential)
    yield from _unbarred(credential)
    case = nobody(catalog, credential)
    for node in _nodes(credential):
        for change in _changes(node.rule, case, node.handed):
            subject = f"{node.subject}/{change.key}".rstrip("/")
            yield Mutant(subject, change.said, put(credential, node.way, change.model))


def _editions(credential: Credential) -> Iterator[Mutant]:
    for number, edition in enumerate(credential.editions):
        for bound in ("effective_from", "effective_to"):
            day = getattr(edition, bound)
            for said, after in day_moved(Spread(bound, day, Decimal(1), optional=True)):
                changed = put(credential, (("editions", number),), fresh(edition, **{bound: after}))
                yield Mutant(f"{credential.id}/{edition.id}/{bound}", said, changed)


def _unbarred(credential: Credential) -> Iterator[Mutant]:
    for number, edition in enumerate(credential.editions):
        for index, pathway in enumerate(edition.pathways):
            for bar in pathway.bars:
                less = fresh(pathway, bars=tuple(one for one in pathway.bars if one is not bar))
                yield Mutant(bar.id, "left out", put(credential, (("editions", number), ("pathways", index)), less))


def _nodes(credential: Credential) -> Iterator[_Node]:
    for number, edition in enumerate(credential.editions):
        for index, pathway in enumerate(edition.pathways):
            way: Steps = (("editions", number), ("pathways", index))
            yield from _inside(_Node(pathway.requires.id, pathway.requires, (*way, ("requires", None)), ()))
            for place, bar in enumerate(pathway.bars):
                yield from _inside(_Node(bar.id, bar, (*way, ("bars", place)), ()))


def _inside(node: _Node) -> Iterator[_Node]:
    yield node
    for field in ("of", "readings"):
        for number, inner in enumerate(getattr(node.rule, field, ())):
            subject = inner.id if field == "of" else f"{node.subject}/{inner.id}"
            outer = (*node.outer, node.rule)
            yield from _inside(_Node(subject, inner, (*node.way, (field, number)), outer))


def _handed(outer: Requirement, inner: Requirement) -> frozenset[str]:
    """Return the fields in which a rule says the same as the one around it."""
    shared = set(type(outer).model_fields) & set(type(inner).model_fields) - set(Requirement.model_fields)
    return frozenset(name for name in shared if getattr(outer, name) == getattr(inner, name) not in (None, (), {}))


def _changes(rule: Requirement, case: Case, handed: frozenset[str]) -> Iterator[Change]:
    """Give the changes to a rule; what it hands down changes with it."""
    steps = {one.key: abs(Decimal(one.step)) for one in rule.boundaries(case)}
    for change in changes(rule, steps, skipped=handed):
        yield change._replace(model=_handing_down(rule, change.model))
    for otherwise in RULE_CHANGES:
        for said, after in otherwise(rule):
            yield Change("", said, after)


def _handing_down(before: Any, after: Any) -> Any:  # noqa: ANN401 - a rule of any kind
    """Change, in what is inside a rule, each field that says the same as the rule did."""
    for field in ("of", "readings"):
        inner = getattr(after, field, ())
        if inner:
            changed = tuple(_told(one, before, after) for one in inner)
            after = after if changed == inner else fresh(after, **{field: changed})
    return after


def _told(inner: Any, before: Any, after: Any) -> Any:  # noqa: ANN401 - a rule of any kind
    names = {name for name in type(before).model_fields if getattr(before, name) is not getattr(after, name)}
    passed = {name: getattr(after, name) for name in names & _handed(before, inner)}
    changed = fresh(inner, **passed) if passed else inner
    readings = getattr(changed, "readings", ())
    return fresh(changed, readings=tuple(_told(one, before, after) for one in readings)) if readings else changed


def put(model: Any, way: Steps, after: Any) -> Any:  # noqa: ANN401 - models of many classes
    """Return a model with something inside it replaced; everything around that is made anew."""
    if not way:
        return after
    (field, number), *rest = way
    held = getattr(model, field)
    if number is None:
        return fresh(model, **{field: put(held, tuple(rest), after)})
    changed = (*held[:number], put(held[number], tuple(rest), after), *held[number + 1 :])
    return fresh(model, **{field: changed})
