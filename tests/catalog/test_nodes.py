"""From plain values to requirements."""

from __future__ import annotations

from typing import Any

import pytest

from peercert.catalog.nodes import build_requirement
from peercert.reading import Plain
from peercert.requirements.age import Age
from peercert.requirements.at_least import AtLeast
from peercert.requirements.disputed import Disputed

CITED = [{"id": "law", "at": "page 1"}]
AGE = {"id": "x.age", "kind": "age", "title": "Eighteen", "at_least": Plain("18"), "sources": CITED}
OLDER = {**AGE, "id": "x.older", "at_least": Plain("21")}


def faults(raw: object) -> list[tuple[tuple[str | int, ...], str]]:
    """Return path and code of every fault of something that cannot be built."""
    built, found = build_requirement(raw, ("here",))
    assert built is None
    return [(fault.path, fault.code) for fault in found]


def test_a_leaf_is_built_as_its_kind() -> None:
    """The kind decides what else may stand there."""
    built, found = build_requirement(AGE, ())

    assert found == []
    assert isinstance(built, Age)
    assert (built.id, built.at_least, built.about) == ("x.age", 18, "age")


def test_a_group_is_built_with_what_is_inside() -> None:
    """However deep, each by its own kind."""
    inner = {"id": "x.one", "kind": "any_of", "title": "One", "of": [AGE, OLDER]}
    built, found = build_requirement(
        {"id": "x", "kind": "at_least", "n": Plain("1"), "title": "All", "of": [inner, OLDER]}, ()
    )

    assert found == []
    assert isinstance(built, AtLeast)
    assert [child.id for child in built.children] == ["x.one", "x.older"]
    assert [child.id for child in built.children[0].children] == ["x.age", "x.older"]


def test_readings_take_their_topic_from_the_requirement() -> None:
    """A disputed requirement has one topic, and so have its readings."""
    raw = {"id": "x", "kind": "disputed", "title": "Age", "topic": "timing", "readings": [AGE, OLDER]}
    built, found = build_requirement(raw, ())

    assert found == []
    assert isinstance(built, Disputed)
    assert [reading.about for reading in built.alternatives] == ["timing", "timing"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("age", [(("here",), "wrong-type")]),
        ([AGE], [(("here",), "wrong-type")]),
        ({"id": "x"}, [(("here",), "missing-key")]),
        ({**AGE, "kind": "agee"}, [(("here", "kind"), "unknown-word")]),
        ({**AGE, "kind": ["age"]}, [(("here", "kind"), "wrong-type")]),
        ({**AGE, "at_leest": Plain("18")}, [(("here", "at_leest"), "unknown-key")]),
        ({**AGE, "sources": []}, [(("here",), "number-without-source")]),
        ({**AGE, "topic": "ages"}, [(("here", "topic"), "unknown-word")]),
        ({"id": "x", "kind": "all_of", "title": "All", "of": {"kind": "age"}}, [(("here", "of"), "wrong-type")]),
        ({"id": "x", "kind": "all_of", "title": "All", "of": []}, [(("here", "of"), "empty-value")]),
        (
            {"id": "x", "kind": "all_of", "title": "All", "of": [AGE, {**OLDER, "kind": "years"}]},
            [(("here", "of", 1, "kind"), "unknown-word")],
        ),
        (
            {"id": "x", "kind": "at_least", "n": Plain("3"), "title": "All", "of": [AGE, OLDER]},
            [(("here",), "bad-number")],
        ),
        (
            {"id": "x", "kind": "disputed", "title": "Age", "topic": "age", "readings": [AGE]},
            [(("here", "readings"), "empty-value")],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_once_and_at_its_place(raw: Any, expected: list[Any]) -> None:
    """One slip gives one fault, with the way to it."""
    assert faults(raw) == expected


def test_a_list_is_short_when_nothing_is_right_in_it() -> None:
    """Where everything inside is wrong, only that is told, and not that the list is empty."""
    raw = {"id": "x", "kind": "any_of", "title": "One", "of": [{**AGE, "kind": "years"}]}

    assert faults(raw) == [(("here", "of", 0, "kind"), "unknown-word")]
