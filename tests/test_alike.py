"""What is shared between people who tell the same: nothing that comes out changes, and little is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from oracle.seven import RULES
from oracle.untold import half_told
from peercert.alike import Alike, Known, Told
from peercert.candidate.profile import LEDGERS, Attestations, Credits, Employment, Enrollment, Profile, Residence, Work
from peercert.catalog import Catalog, load_catalog
from peercert.errors import FileError
from peercert.inputs import Given
from peercert.logic import Disputes
from peercert.reading import Plain, read_bytes
from peercert.requirements import Requirement
from peercert.session import Checked, Options, decide, open_profile
from upper import TODAY, Written, built_in, case, credential, edition, group, leaf, requirement, rules_folder

DAYS = (date(2025, 3, 1), date(2026, 11, 22), date(2027, 6, 1))


def given(profile: Mapping[str, Any]) -> Given:
    """Give a profile as if it stood in `someone.json`."""
    return Given("someone.json", None, partial(read_bytes, json.dumps(profile).encode(), "someone.json", syntax="json"))


def judged(catalog: Catalog, profile: Mapping[str, Any], options: Options, alike: Alike | None) -> Checked | None:
    """Check a profile; None where it contradicts itself."""
    try:
        opened = open_profile(catalog, given(profile), 1, options, alike)
    except FileError:
        return None
    (checked,) = decide(catalog, [opened], options)
    return checked


def said(checked: Checked | None) -> list[tuple[object, ...]] | None:
    """Return all that was decided, the case left out."""
    return checked and [tuple(one)[1:] for one in checked.determinations]


def mingled(credential_: str, count: int, dice: Random) -> Iterator[Written]:
    """Give people each of whose facts is one that a few others tell too, and now and then none or one kept back."""
    told = [half_told(credential_, seed).told for seed in range(5)]
    keys = list(dict.fromkeys(key for one in told for key in one if key not in ("id", "name", "seeking")))
    for _ in range(count):
        source = {key: dice.choice(told) for key in keys}
        person = {key: one[key] for key, one in source.items() if key in one}
        if dice.random() < 0.2:
            person[dice.choice(keys)] = "declined"
        yield {key: fact for key, fact in person.items() if key != "application_date" or fact != "declined"}


@pytest.mark.unmeasured
@pytest.mark.parametrize("credential_", sorted(RULES))
def test_sharing_changes_nothing(credential_: str) -> None:
    """Whoever was checked before, on whatever day and under whatever options, each is found as if alone."""
    dice, alike, rules = Random(credential_), Alike(), built_in()  # noqa: S311 - no secret
    disputes: tuple[Disputes, ...] = ("undetermined", "strict", "lenient")
    some = product(dice.sample(DAYS, 2), dice.sample(disputes, 2), (False, True))  # so few that much is found again
    asked = [Options(day, (), disputes=dispute, verified_only=verified) for day, dispute, verified in some]
    compared = 0
    for person in mingled(credential_, 250, dice):
        options = dice.choice(asked)
        together, alone = judged(rules, person, options, alike), judged(rules, person, options, None)
        assert said(together) == said(alone)
        compared += alone is not None
    assert compared > 50
    assert len(alike) > 100


def test_what_was_found_is_found_again(tmp_path: Path) -> None:
    """From the second on, who tell the same of one thing share its finding; of another they do not."""
    both = group("both", "all_of", leaf("two", "references", at_least=2), leaf("grown", "age", at_least=18))
    rules = load_catalog(rules_folder(tmp_path, credential("TOY", edition(both))))
    alike, options = Alike(), Options(TODAY)

    _, one, other = (
        judged(rules, {"references": 2, "birth_date": f"19{decade}-01-01"}, options, alike) for decade in (70, 80, 90)
    )

    assert one is not None
    assert other is not None
    (references, age), (others_references, others_age) = (found(each) for each in (one, other))
    assert references is others_references
    assert age is not others_age


def found(checked: Checked) -> tuple[object, ...]:
    """Return the findings inside the first way."""
    return checked.determinations[0].ways[0].finding.children


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"references": 2}, {"references": 3}),
        ({"references": 2}, {}),
        ({"references": 2}, {"references": "declined"}),
        ({"references": [{}]}, {"references": {"records": [{}], "complete": False}}),
        ({"references": 2}, {"references": 2, "application_date": "2026-11-01"}),
    ],
)
def test_what_is_told_otherwise_is_not_shared(first: Written, second: Written) -> None:
    """A value, a fact left out or kept back, a list that may go on, the day of application."""
    alike = Alike()
    known = [judge_known(profile, alike)["references",] for profile in (first, second, first, second, first)]

    assert known[2] is known[4]
    assert known[2] is not known[3]


def judge_known(profile: Written, alike: Alike) -> Known:
    """Return what is known of a person."""
    return open_profile(built_in(), given(profile), 1, Options(TODAY), alike).case.known


def test_a_day_and_options_of_their_own_share_nothing() -> None:
    """What holds on one day, or under one option, need not hold under another."""
    alike = Alike()
    told = Told({"references": 2}, alike)
    unders = [(TODAY, None, *more) for more in product(("strict", "lenient"), (True, False), (True, False))]
    known = [[Known(under, told)["references",] for under in unders] for _ in range(3)]

    assert known[1] == known[2]
    assert len({id(one) for one in known[2]}) == len(unders)


def test_what_may_rest_on_any_fact_is_never_shared(tmp_path: Path) -> None:
    """Another credential's rules may look at anything; so may a choice that holds them."""
    base = credential("BASE", edition(leaf("two", "references", at_least=2)))
    choice = group(
        "choice", "any_of", leaf("meets", "meets_credential", credential="BASE"), leaf("me", "age", at_least=99)
    )
    rules = load_catalog(rules_folder(tmp_path, base, credential("TOP", edition(group("root", "all_of", choice)))))
    (root,) = rules.roots("TOP", TODAY)
    alike, options = Alike(), Options(TODAY, ("TOP",))

    people = [{"references": count, "birth_date": "declined"} for count in (2, 1, 2)]
    verdicts = [
        one.determinations[0].verdict.value for person in people if (one := judged(rules, person, options, alike))
    ]

    assert [one.facts for one in every(root)] == [None, None, None, ("birth_date",)]
    assert verdicts == ["eligible", "undetermined", "eligible"]


def every(one: Requirement) -> Iterator[Requirement]:
    """Give a requirement and all inside it."""
    yield one
    for inside in (*one.children, *one.alternatives):
        yield from every(inside)


SAMPLES = [
    leaf("licensed", "license", licenses=["LPN"]),
    leaf("judged", "human", question="Is it good enough?"),
    leaf("practice", "practicum_length", months_at_least=3, programs=["ms-cpss"], supervised=True),
    group("some", "at_least", leaf("two", "references", at_least=2), leaf("grown", "age", at_least=18), n=1),
]
"""Kinds that the built-in rules do without."""


@pytest.mark.unmeasured
@pytest.mark.parametrize("credential_", sorted(RULES))
def test_what_is_found_rests_on_the_facts_that_are_named(credential_: str) -> None:
    """Whatever else is told or left out, now and once all is finished."""
    roots = [root for day in DAYS for root in built_in().roots(credential_, day)]
    held = [one for root in roots for one in every(root) if one.kind != "together"]  # that, its training evaluates
    asked = [*held, *map(requirement, SAMPLES)]
    for seed in range(12):
        person = half_told(credential_, seed).told
        for one in {one.id: one for one in asked if one.facts is not None}.values():
            bare = {key: fact for key, fact in person.items() if key in (*(one.facts or ()), "application_date")}
            full, less = case(person), case(bare)
            assert one.find(full) == one.find(less), (seed, one.id)
            if later := full.once_finished():
                assert one.find(later) == one.find(less.once_finished() or less), (seed, one.id)


def test_nearly_every_leaf_rests_on_few_facts() -> None:
    """So that people tell them alike; a root, which looks at everything, is not worth keeping."""
    roots = [root for one in built_in() for day in DAYS for root in built_in().roots(one.id, day)]
    leaves = [one for root in roots for one in every(root) if not one.children and one.kind != "meets_credential"]

    assert all(one.facts is not None and len(one.facts) <= 2 for one in leaves)
    assert {root.facts for root in roots if len(root.looks_at()) > 6} == {None}


def test_what_one_person_tells_is_not_kept() -> None:
    """Most of what people tell nobody tells after them, and it would only take room."""
    alike = Alike()
    ones = [Told({"references": number}, alike).found((), ("references",)) for number in (1, 2, 2)]

    assert len(alike) == 1
    assert Told({"references": 1}, alike).found((), ("references",)) is not ones[0]
    assert Told({"references": 2}, alike).found((), ("references",)) is ones[2]


def test_what_is_kept_is_bounded() -> None:
    """However many different people there are."""
    alike = Alike()
    for number in range(5000):
        for _ in range(2):
            Told({"references": number}, alike).found((), ("references",)).turns["x"] = True

    assert len(alike) <= 2000
    assert Told({"references": 4999}, alike).found((), ("references",)).turns == {"x": True}
    assert Told({"references": 1}, alike).found((), ("references",)).turns == {}


def test_what_was_told_once_is_forgotten_in_time() -> None:
    """Even its mark takes room."""
    alike = Alike()
    first = Told({"references": "first"}, alike)
    first.found((), ("references",))
    for number in range(25_000):
        Told({"references": number}, alike).found((), ("references",))

    assert first.found((), ("references",)) is not first.found((), ("references",))
    assert first.found((), ("references",)) is first.found((), ("references",))


MODELS: tuple[type[BaseModel], ...] = (
    Profile,
    *LEDGERS.values(),
    Residence,
    Work,
    Enrollment,
    Attestations,
    Credits,
    Employment,
)
FIELDS = [(model, field.alias or name) for model in MODELS for name, field in model.model_fields.items()]
TEXTS = (
    "2",
    "2.0",
    "0.5",
    "12",
    "true",
    "false",
    "yes",
    "no",
    "2026",
    "2026-05-01",
    "declined",
    "none",
    "self",
    "MN",
    "1e3",
    "-1",
)


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_a_fact_of_the_same_text_means_the_same(model: type[BaseModel], name: str) -> None:
    """Quotes may make a value invalid; they never give it another meaning."""
    for text in TEXTS:
        read = [value for one in (Plain(text), text) if (value := taken(model, {name: one})) is not None]
        assert len({repr(tuple(vars(one).items())) for one in read}) <= 1, text


def taken(model: type[BaseModel], raw: Written) -> BaseModel | None:
    """Return what is read; None where it is invalid."""
    try:
        return model.model_validate(raw)
    except ValidationError:
        return None


def test_nothing_of_a_person_is_shown() -> None:
    """In a log or a debugger."""
    alike = Alike()
    told = Told({"name": "canary"}, alike)
    told.found((), ("name",))

    assert "canary" not in f"{alike!r}{told!r}{Known((), told)!r}"


def test_long_facts_are_not_kept() -> None:
    """A thousand records are hardly told twice, and profiles of many of them could fill the memory."""
    alike = Alike()
    told = Told({"experience": ["x" * 100] * 60}, alike)

    first, second, third = (told.found((), ("experience",)) for _ in range(3))

    assert first is not second is not third
    assert len(alike) == 0
