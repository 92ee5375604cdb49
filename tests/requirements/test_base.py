"""What every requirement has."""

from typing import Any

import pytest

from build import case, faults, find, requirement, speech
from peercert.finding import Finding
from peercert.logic import Outcome
from peercert.requirements.base import Requirement


@pytest.mark.parametrize(
    ("raw", "topic"),
    [
        ({"kind": "age", "at_least": 18}, "age"),
        ({"kind": "age", "at_least": 18, "topic": "timing"}, "timing"),
        ({"kind": "not_asked"}, "other"),
    ],
)
def test_a_requirement_is_about_its_written_topic_or_its_kinds_own(raw: dict[str, Any], topic: str) -> None:
    """A topic that is written stands; else the kind knows one."""
    assert requirement(raw).about == topic


def test_a_requirement_looks_at_the_keys_of_all_inside_once() -> None:
    """Children and readings add their keys, each once, in order."""
    readings = [{"id": "a", "title": "A", "kind": "references", "at_least": 1, "sources": [{"id": "s", "at": "1"}]}] * 2
    raw = {
        "kind": "all_of",
        "of": [
            {"id": "b", "title": "B", "kind": "age", "at_least": 18, "sources": [{"id": "s", "at": "1"}]},
            {"id": "c", "title": "C", "kind": "disputed", "topic": "other", "readings": readings},
            {
                "id": "d",
                "title": "D",
                "kind": "exam",
                "exam": "ms-cpss",
                "sittings": {"course": "ms-cpss", "at_most": 2},
                "sources": [{"id": "s", "at": "1"}],
            },
        ],
    }

    assert requirement(raw).looks_at() == ("birth_date", "references", "exams", "training")


def test_a_remedy_that_a_rule_writes_replaces_the_kinds_own() -> None:
    """Where the usual step would be wrong, the rule's own is shown; the reason stays."""
    raw = {"kind": "references", "at_least": 2, "remedy": "Ask the board for the form."}

    said = requirement(raw).explain(find(raw, {"references": 1}), speech())

    assert said.text == "1 of 2 references."
    assert said.remedy == "Ask the board for the form."


def test_what_is_met_needs_no_step() -> None:
    """A met requirement says why, and nothing to do."""
    raw = {"kind": "references", "at_least": 2, "remedy": "Ask the board for the form."}

    assert requirement(raw).explain(find(raw, {"references": 2}), speech()).remedy is None


@pytest.mark.parametrize(
    ("raw", "code", "message"),
    [
        ({"kind": "age", "at_least": -1}, "negative", "This number is below zero. Write zero or more."),
        ({"kind": "age", "at_least": 18.5}, "bad-number", "This is not a whole number. Write a count such as 2."),
        ({"kind": "age", "at_least": 18, "atleast": 1}, "unknown-key", 'Unknown key "atleast".'),
        ({"kind": "serves", "exactly": []}, "empty-value", "This list is too short."),
        (
            {"kind": "application", "on_or_after": "2026-06"},
            "bad-date",
            "This date must name one day, such as 2026-05-31.",
        ),
        ({"kind": "age", "at_least": 18, "topic": "ages"}, "unknown-word", "This is not a word that topic knows."),
        (
            {"kind": "age", "at_least": 18, "sources": []},
            "number-without-source",
            "This requirement does not say where it is written.",
        ),
    ],
)
def test_a_rule_that_cannot_be_is_told(raw: dict[str, Any], code: str, message: str) -> None:
    """Each fault of a rule is told once, in the words of its author."""
    assert faults(raw) == [(code, message)]


@pytest.mark.parametrize("asked", ["declined", "soon"])
def test_a_rule_cannot_decline(asked: str) -> None:
    """Numbers, days and answers of a rule are told: `declined` belongs to people."""
    told = [
        faults({"kind": "supervision", "at_least": asked}),
        faults({"kind": "application", "on_or_after": asked}),
        faults({"kind": "practicum", "at_least": 1, "supervised": asked}),
    ]

    assert [[code for code, _ in one] for one in told] == [["bad-number"], ["bad-date"], ["bad-yes-no"]]
    if asked == "declined":
        assert told[0] == [("bad-number", "A rule cannot be declined.")]


def test_two_requirements_of_one_meaning_keep_their_names() -> None:
    """What is evaluated once for both stands in each one's place under its own id."""
    asked = {"kind": "age", "title": "A", "at_least": 18, "sources": [{"id": "s", "at": "1"}]}
    found = find({"kind": "all_of", "of": [{**asked, "id": "a"}, {**asked, "id": "b"}]}, {"birth_date": "2000-01-01"})

    assert found.children[1] == found.children[0]._replace(id="b")
    assert [one.id for one in found.children] == ["a", "b"]


def test_two_disputes_with_other_readings_mean_something_else() -> None:
    """All else of them may be the same; what the one finds is not what the other does."""

    def dispute(id_: str, *ages: int) -> dict[str, Any]:
        asked = {"kind": "age", "title": "A", "sources": [{"id": "s", "at": "1"}]}
        readings = [{**asked, "id": f"r{at}", "at_least": age} for at, age in enumerate(ages)]
        return {"id": id_, "title": "D", "kind": "disputed", "topic": "age", "readings": readings}

    found = find({"kind": "all_of", "of": [dispute("a", 18, 21), dispute("b", 70, 80)]}, {"birth_date": "2000-01-01"})

    assert [one.outcome for one in found.children] == [Outcome.MET, Outcome.UNMET]


def test_a_bare_requirement_does_nothing() -> None:
    """What has no kind cannot be evaluated or put into words; it has nothing inside and waits for no day."""
    bare = Requirement(kind="nothing", id="x", title="X")
    met, unmet = Finding("x", Outcome.MET), Finding("x", Outcome.UNMET)

    assert (bare.children, bare.alternatives, list(bare.turning_days(case({})))) == ((), (), [])
    assert list(bare.ending_days(case({}))) == []
    for call in (
        lambda: bare.evaluate(case({})),
        lambda: bare.describe(speech()),
        lambda: bare.explain(met, speech()),
        lambda: bare.explain(unmet, speech()),
    ):
        with pytest.raises(NotImplementedError):
            call()


@pytest.mark.parametrize("because_", ["", " ", "...", 7])
def test_what_is_allowed_is_allowed_for_a_reason(because_: object) -> None:
    """In words; else nobody knows later whether it still holds."""
    raw = {"kind": "age", "at_least": 18, "allow": [{"lint": "number-in-title", "because": because_}]}

    assert faults(raw) == [("empty-value", "Say why, in words.")]
