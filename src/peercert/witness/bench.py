"""Where made-up people are tried: two catalogues on one day, every person run through the engine for both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from peercert.case import Case
from peercert.catalog import Catalog
from peercert.requirements import Requirement
from peercert.witness.profiles import json_text, read


class Side(NamedTuple):
    """One of two sets of rules that are held against each other."""

    catalog: Catalog
    root: Requirement


class Bench:
    """Tries people, and counts them.

    Args:
        one: The rules that a person is to pass.
        two: The rules that the same person is to fail.
        as_of: The day decided on.
    """

    def __init__(self, one: Side, two: Side, as_of: date) -> None:
        self.sides = (one, two)
        self.as_of = as_of
        self.tried = 0
        self.given: dict[str, Any] = {}
        """What every person tried has in common: the day of application, where it is told."""

        first, second = one.catalog.words, two.catalog.words
        self.words = first if first == second else replace(
            first,
            programs={**second.programs, **first.programs},
            components={**second.components, **first.components},
            exams={**second.exams, **first.exams},
            credentials=tuple(dict.fromkeys([*first.credentials, *second.credentials])),
        )  # fmt: skip

    def cases(self, made: Mapping[str, Any]) -> tuple[Case, Case] | None:
        """Return a person as each side sees them; None where nobody can be so."""
        self.tried += 1
        candidate = read(json_text({**self.given, **made}), self.words, self.as_of)
        if candidate is None:
            return None
        one, two = (Case(candidate, side.catalog, self.as_of) for side in self.sides)
        return one, two
