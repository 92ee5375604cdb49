"""Whatever holds facts of a person shows nothing of them when it is printed: not even by mistake."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from peercert.batch import Work, Worker
from peercert.case import Case
from peercert.cohort import standings
from peercert.disclosure import Asked, least
from peercert.explain import Explainer
from peercert.inputs.given import Given
from peercert.interview import Interview, answer, next_question, start
from peercert.plan.several import plans
from peercert.plan.todo import Pace
from peercert.reading import Document, read_text
from peercert.session import Options, decide, open_profile
from upper import built_in

from .planted import CANARY, planted

pytestmark = pytest.mark.unmeasured

DAY = date(2026, 11, 22)


def read() -> Document:
    """Read the planted profile."""
    return read_text(json.dumps(planted().profile), "one.json", syntax="json")


def everything() -> Iterator[Any]:
    """Give what each part of the program makes of the planted profile."""
    catalog = built_in()
    given = Given("one.json", None, read)
    options = Options(DAY, timeline=True, fragility=True)
    (checked,) = decide(catalog, [open_profile(catalog, given, 1, options)], options)
    yield checked
    yield Case(checked.candidate, catalog, DAY)
    yield [Explainer(catalog).explain(one) for one in checked.determinations]
    yield standings(catalog, None)(checked)
    yield plans(
        catalog, checked._replace(determinations=checked.determinations[:2]), Pace(Decimal(20), Decimal(4)), "hours"
    )
    facts = read().value
    assert isinstance(facts, dict)
    state = start(Interview(catalog, catalog.ids, DAY), facts)
    yield state, next_question(state), answer(state, "yes")
    yield least(Asked(catalog, catalog.credential("CPSRP-P"), DAY), read())
    yield Worker(Work(None, Options(DAY), partial(drawing)), catalog)(1, given)
    yield [one for one in gc.get_objects() if ours(one)]


def drawing(_catalog: object) -> Any:
    """Draw all that is known of a person."""
    return lambda checked: (str(checked.candidate.profile.name),)


def ours(value: object) -> bool:
    """Say whether something is of a kind of our own."""
    return str(type(value).__module__).startswith("peercert.")


def inside(value: Any, seen: dict[int, Any]) -> Iterator[Any]:
    """Give all of our kinds that something holds, itself too, each once."""
    if id(value) in seen:
        return
    seen[id(value)] = value
    if ours(value):
        yield value
    parts: list[Any] = list(vars(value).values()) if ours(value) and hasattr(value, "__dict__") else []
    if ours(value):
        names = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        parts += [getattr(value, name) for name in names if hasattr(value, name)]
    if isinstance(value, dict):
        parts += [*value, *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        parts += list(value)
    for part in parts:
        yield from inside(part, seen)


@pytest.fixture(scope="module")
def shown() -> dict[str, list[str]]:
    """Return what is shown of a person by what kind of ours; and look at enough kinds for that to mean something."""
    seen: dict[int, Any] = {}
    found: dict[str, list[str]] = {}
    secrets = (CANARY, *planted().days, *planted().amounts, *map(repr, map(date.fromisoformat, planted().days)))
    for one in (inner for whole in everything() for inner in inside(whole, seen)):
        text = f"{one!r} {one}" if not isinstance(one, str) else ""
        found.setdefault(type(one).__name__, []).extend(secret for secret in secrets if secret in text)
    return found


def test_nothing_that_holds_facts_shows_them(shown: dict[str, list[str]]) -> None:
    """No text, no day, no amount, in any kind of thing that the program makes of a profile."""
    assert {kind: secrets[:3] for kind, secrets in shown.items() if secrets and kind != "Span"} == {}


@pytest.mark.parametrize(
    "kind",
    ["Candidate", "Case", "Checked", "Determination", "Disclosed", "Document", "Explanation", "Finding", "Profile",
     "Result", "Span", "State", "Training"],
)  # fmt: skip
def test_the_kinds_that_matter_were_looked_at(shown: dict[str, list[str]], kind: str) -> None:
    """So that the test above cannot pass by looking at nothing."""
    assert kind in shown
