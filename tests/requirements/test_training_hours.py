"""Clock hours of training."""

from datetime import date
from decimal import Decimal

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, faults, find, outcome, turning
from peercert.finding import Aside, Measure
from peercert.logic import Outcome, Why

ETHICS: Raw = {"kind": "training_hours", "at_least": 16, "topics": ["ethics"]}
TOTAL: Raw = {"kind": "training_hours", "at_least": 100, "leave_out": ["other", "family_support", "child_development"]}
CORE: Raw = {"kind": "training_hours", "at_least": 54, "topics": ["core_functions", "family", "youth"]}
CAP: Raw = {"kind": "training_hours", "at_most": 54, "topics": ["core_functions"]}


def took(*records: Raw) -> Raw:
    """Return a profile with some training."""
    return {"training": list(records)}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"topics": {"ethics": 16}}], MET),
        ([{"topics": {"ethics": 15.9}}], UNMET),
        ([{"topics": {"ethics": 10}}, {"topics": {"ethics": 6}}], MET),
        ([{"topics": {"advocacy": 100}}], UNMET),
        ([{"hours": 24, "topics": {"ethics": 14, "advocacy": 10}}], UNMET),
        ([{"hours": 26, "topics": {"ethics": 14, "advocacy": 10}}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": 25.9, "topics": {"ethics": 14, "advocacy": 10}}], UNMET),
        ([{"hours": 16}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": 15}], UNMET),
        ([{}], (UNKNOWN, Why.NOT_PROVIDED)),
        ([{"hours": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"hours": "declined", "topics": {"ethics": 16}}], MET),
        ([{"topics": {"ethics": "declined", "advocacy": 10}}], (UNKNOWN, Why.DECLINED)),
        ([{"topics": {"ethics": 16}, "completed": "2026-11-23"}], UNMET),
        ([{"topics": {"ethics": 16}, "completed": "2026"}], (UNKNOWN, Why.IMPRECISE)),
        ([{"topics": {"ethics": 16}, "status": "planned"}], UNMET),
        ([{"credits": {"count": 1.2, "system": "semester"}, "topics": {"ethics": 16}}], MET),
        ([], UNMET),
    ],
)
def test_hours_of_a_topic_are_added_up(records: list[Raw], expected: object) -> None:
    """Told hours count exactly; hours without a topic may be of any; a topic not named has none."""
    assert outcome(ETHICS, took(*records)) == expected


def test_a_topic_that_is_not_named_has_no_hours_where_the_record_names_topics() -> None:
    """A declined topic may have any hours, but a topic beside it that is not named has none."""
    assert outcome(ETHICS, took({"topics": {"advocacy": "declined", "mentoring": 10}})) == UNMET


@pytest.mark.parametrize(
    ("profile", "options", "expected"),
    [
        ({}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"training": "declined"}, {}, (UNKNOWN, Why.DECLINED)),
        ({"training": {"records": [{"topics": {"ethics": 15}}], "complete": False}}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"training": {"records": [{"topics": {"ethics": 16}}], "complete": False}}, {}, MET),
        (took({"topics": {"ethics": 16}}), {"verified_only": True}, (UNKNOWN, Why.UNVERIFIED)),
        (took({"topics": {"ethics": 16}, "verified_by": "A. B."}), {"verified_only": True}, MET),
        (took({"topics": {"ethics": 16}, "status": "planned"}), {"finished": True}, MET),
    ],
)
def test_silence_is_not_a_no(profile: Raw, options: Raw, expected: object) -> None:
    """Training not told, perhaps more or unchecked stays open."""
    assert outcome(ETHICS, profile, **options) == expected


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([{"hours": 100}], MET),
        ([{"hours": 99.5}], UNMET),
        ([{"hours": 110, "topics": {"other": 10.5}}], UNMET),
        ([{"hours": 110, "topics": {"other": 10}}], MET),
        ([{"topics": {"ethics": 50, "child_development": 30, "family_support": 30}}], UNMET),
        ([{"topics": {"ethics": 50, "advocacy": 50}}], MET),
        ([{"hours": "declined", "topics": {"ethics": 100}}], MET),
        ([{"hours": "declined", "topics": {"ethics": 99, "other": 50}}], (UNKNOWN, Why.DECLINED)),
        ([{"topics": {"ethics": 99, "advocacy": "declined"}}], (UNKNOWN, Why.DECLINED)),
        ([{"topics": {"ethics": 99, "other": "declined"}}], UNMET),
        ([{"topics": {"ethics": 100, "other": "declined"}}], MET),
        ([{"topics": {"other": "declined"}, "hours": "declined"}], (UNKNOWN, Why.DECLINED)),
        ([{"topics": {"other": "declined"}, "hours": 100}], (UNKNOWN, Why.DECLINED)),
        ([{"topics": {"other": "declined", "ethics": 1}, "hours": 99}], UNMET),
        ([{"topics": {"ethics": "declined"}, "hours": 100}], MET),
        ([{"hours": 100, "completed": "2026"}], (UNKNOWN, Why.IMPRECISE)),
        ([{"hours": 110, "topics": {"other": 20}, "completed": "2026"}], UNMET),
        ([{"credits": {"count": 7, "system": "semester"}}], MET),
        ([{"credits": {"count": 6, "system": "semester"}}], UNMET),
    ],
)
def test_the_whole_counts_every_hour_but_those_of_topics_left_out(records: list[Raw], expected: object) -> None:
    """A record with hours and no topics counts to the whole; topics that do not count are taken off it."""
    assert outcome(TOTAL, took(*records)) == expected


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        ({"core_functions": 44, "family": 5, "youth": 5}, MET),
        ({"core_functions": 44, "family": 5, "youth": 4.9}, UNMET),
        ({"core_functions": 54}, MET),
    ],
)
def test_a_part_may_take_hours_of_several_topics(topics: Raw, expected: object) -> None:
    """Family and youth hours are core function hours too, where the rule says so."""
    assert outcome(CORE, took({"topics": topics})) == expected


@pytest.mark.parametrize("profile", [{}, {"training": "declined"}, took(), took({"topics": {"core_functions": 90}})])
def test_a_cap_is_never_a_reason_for_a_no(profile: Raw) -> None:
    """Hours beyond a cap, or none at all, do not matter."""
    found = find(CAP, profile)

    assert (found.outcome, found.measure) == (Outcome.MET, None)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"topics": {"ethics": 16}, "program": "il-icb-accredited"}, MET),
        ({"topics": {"ethics": 16}, "program": "ms-cpss"}, UNMET),
        ({"topics": {"ethics": 16}, "program": "none"}, UNMET),
        ({"topics": {"ethics": 16}}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"topics": {"ethics": 16}, "program": "declined"}, (UNKNOWN, Why.DECLINED)),
    ],
)
def test_only_recognised_courses_count_where_the_rule_names_them(record: Raw, expected: object) -> None:
    """Hours of another course do not count; a course without a name counts perhaps."""
    assert outcome({**ETHICS, "programs": ["il-icb-accredited"]}, took(record)) == expected


@pytest.mark.parametrize(
    ("records", "have", "up_to"),
    [
        ([{"topics": {"ethics": 10}}], 10, 10),
        ([{"topics": {"ethics": 10}}, {"hours": 5}], 10, 15),
        ([{"topics": {"ethics": 10}}, {"topics": {"ethics": 2}, "completed": "2026"}], 10, 12),
        ([{"topics": {"ethics": 10}}, {}], 10, None),
    ],
)
def test_what_is_proved_and_what_is_possible_are_measured(records: list[Raw], have: int, up_to: int | None) -> None:
    """The lower bound is had, the upper bound is the most there may be."""
    expected = Measure(Decimal(have), Decimal(16), "hours", None if up_to is None else Decimal(up_to))

    assert find(ETHICS, took(*records)).measure == expected
    assert find(ETHICS, {}).measure is None


def test_the_records_are_told_apart() -> None:
    """A record of the topic is evidence, one that perhaps counts is open, one that does not is set aside."""
    records: list[Raw] = [
        {"topics": {"ethics": 1}},
        {"topics": {"advocacy": 1}},
        {"hours": 90},
        {"topics": {"ethics": 1}, "status": "planned"},
    ]

    found = find(ETHICS, took(*records))

    assert found.evidence == ("training[0]", "training[2]")
    assert found.open == (Aside("training[2]", "topic"),)
    assert found.aside == (Aside("training[3]", "not_completed"),)


def test_a_record_of_another_topic_is_not_in_doubt_here() -> None:
    """Only records that may count to the topic are named as open."""
    records: list[Raw] = [
        {"topics": {"advocacy": 20}, "completed": "2026"},
        {"topics": {"ethics": 16}, "completed": "2026"},
    ]

    assert find(ETHICS, took(*records)).open == (Aside("training[1]", "after_as_of"),)


def test_a_record_in_doubt_is_named_once() -> None:
    """An unchecked record without topics is one record, said once."""
    said = because(ETHICS, took({"hours": 20}), verified_only=True)

    assert said.text.count("training[0]") == 1


def test_the_whole_does_not_ask_for_topics() -> None:
    """Where only the sum counts, nobody is asked to tell hours by topic."""
    profile = {"training": {"records": [{"hours": 24}], "complete": False}}

    assert outcome(TOTAL, profile) == (UNKNOWN, Why.NOT_PROVIDED)
    assert "topic" not in because(TOTAL, profile).text


def test_the_words_are_plain() -> None:
    """What is asked, how much counts, and how much more is needed."""
    assert described(ETHICS) == "At least 16 hours of training in ethics."
    assert described(CAP) == "Up to 54 hours of training in core functions are credited."
    assert described({**TOTAL, "programs": ["ct-recovery-coach"]}) == (
        "At least 100 hours of training, from Recovery coach training (Connecticut)."
    )
    assert because(ETHICS, took({"topics": {"ethics": 16}})) == ("16 of 16 hours count.", None)
    assert because(ETHICS, took({"topics": {"ethics": 15.5}})) == (
        "15.5 of 16 hours count.",
        "Gain 0.5 more hours of ethics training.",
    )
    assert because(TOTAL, took({"hours": 99})) == ("99 of 100 hours count.", "Gain 1 more hour of training.")
    assert because(CAP, {}) == ("Nothing is asked for here: up to 54 hours are credited.", None)
    assert because(ETHICS, took({"hours": 20})) == (
        "This cannot be settled yet. training[0]: its hours are not told by topic.",
        "Add this to training[0] in the profile.",
    )


@pytest.mark.parametrize("asked", [{}, {"at_least": 10, "at_most": 20}])
def test_a_rule_asks_for_a_least_or_a_most(asked: Raw) -> None:
    """Neither or both is a fault of the rules file."""
    assert ("missing-key", "Give either `at_least` or `at_most`.") in faults({"kind": "training_hours", **asked})


def test_training_dated_later_is_waited_for() -> None:
    """The day on which it is completed is a day to look at again."""
    assert date(2026, 12, 1) in turning(ETHICS, took({"topics": {"ethics": 16}, "completed": "2026-12-01"}))
    assert turning(ETHICS, {}) == []


def test_a_cap_names_the_records_of_its_topics() -> None:
    """Others say nothing of it."""
    told = took({"topics": {"core_functions": 5}}, {"topics": {"ethics": 5}})

    assert find(CAP, told).evidence == ("training[0]",)


def test_what_is_met_leaves_no_record_in_doubt() -> None:
    """Hours without a topic do not matter any more."""
    assert find(ETHICS, took({"topics": {"ethics": 16}}, {"hours": 5})).open == ()


def test_several_topics_are_joined_by_and() -> None:
    """They count together."""
    assert described(CORE) == "At least 54 hours of training in core functions, family and youth."


@pytest.mark.parametrize(
    ("raw", "records", "opened"),
    [
        (TOTAL, [{"topics": {"ethics": 200}, "completed": "2026"}], [Aside("training[0]", "after_as_of")]),
        (TOTAL, [{"hours": "declined"}, {}], [Aside("training[0]", "hours"), Aside("training[1]", "hours")]),
        (ETHICS, [{"topics": {"advocacy": "declined"}}, {"hours": 100}], [Aside("training[1]", "topic")]),
    ],
)
def test_each_record_in_doubt_is_named_with_its_point(raw: Raw, records: list[Raw], opened: list[Aside]) -> None:
    """Only those that bear on the topics asked for."""
    assert find(raw, took(*records)).open == tuple(opened)


@pytest.mark.parametrize(
    ("record", "have"),
    [
        ({"hours": "declined", "topics": {"ethics": 10}}, 20),
        ({"hours": "declined", "topics": {"ethics": 10}, "completed": "2026"}, 0),
    ],
)
def test_hours_by_topic_count_to_the_whole_though_its_hours_are_declined(record: Raw, have: int) -> None:
    """Each record's, where it surely counts."""
    measure = find(TOTAL, took(record, record)).measure

    assert measure == Measure(Decimal(have), Decimal(100), "hours", None)


def test_a_declined_topic_tells_nothing_of_declined_hours() -> None:
    """They may be of any topic."""
    told = took({"hours": "declined", "topics": {"advocacy": "declined"}})

    assert outcome(ETHICS, told) == (UNKNOWN, Why.DECLINED)


def test_of_two_doubts_about_a_record_the_first_reason_is_named() -> None:
    """Here the programme is not told, and that goes before hours that are declined."""
    raw = {"kind": "training_hours", "at_least": 10, "programs": ["mn-cps"]}

    assert outcome(raw, took({"hours": "declined"})) == (UNKNOWN, Why.NOT_PROVIDED)


def test_training_is_held_against_each_requirement_by_itself() -> None:
    """Ten hours of one course are none of another, and none where their topic is left out."""
    asked = {"kind": "training_hours", "title": "T", "at_least": 10, "sources": [{"id": "s", "at": "1"}]}
    several = [
        {**asked, "id": "a", "programs": ["ms-cpss"]},
        {**asked, "id": "b", "programs": ["mn-cps"]},
        {**asked, "id": "c"},
        {**asked, "id": "d", "leave_out": ["ethics"]},
    ]

    found = find({"kind": "all_of", "of": several}, took({"program": "ms-cpss", "topics": {"ethics": 10}}))

    assert [one.outcome for one in found.children] == [Outcome.MET, Outcome.UNMET, Outcome.MET, Outcome.UNMET]
