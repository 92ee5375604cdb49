"""One requirement on which trustworthy sources disagree."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import MET, UNKNOWN, UNMET, Raw, because, described, faults, find, outcome, requirement, speech, turning
from peercert.finding import Aside, Finding, Measure
from peercert.logic import Disputes, Outcome, Why
from peercert.requirements.disputed import combine_readings


def reading(id_: str, title: str, **asked: Any) -> Raw:
    """Return a reading as it stands in a rules file, with a source of its own."""
    return {"id": id_, "title": title, "sources": [{"id": f"source-of-{id_}", "at": "page 1"}], **asked}


AGE: Raw = {
    "kind": "disputed",
    "topic": "age",
    "readings": [
        reading("old", "The law of 2007", kind="age", at_least=21),
        reading("new", "Current practice", kind="age", at_least=18),
    ],
}
STATED: Raw = {
    "kind": "disputed",
    "readings": [
        reading("none", "The guide names no age", kind="not_asked"),
        reading("from-18", "Certificates start at 18", kind="age", at_least=18),
    ],
}
WORK: Raw = {
    "kind": "disputed",
    "readings": [
        reading("any", "No time window", kind="experience", at_least=250),
        reading("three", "Three years", kind="experience", at_least=250, window={"years": 3}),
    ],
}


@pytest.mark.parametrize(
    ("birth", "disputes", "expected"),
    [
        ("2005-11-22", "undetermined", MET),
        ("2005-11-23", "undetermined", (UNKNOWN, Why.DISPUTED)),
        ("2008-11-22", "undetermined", (UNKNOWN, Why.DISPUTED)),
        ("2008-11-23", "undetermined", UNMET),
        ("2005-11-23", "strict", UNMET),
        ("2005-11-23", "lenient", MET),
        ("2005", "undetermined", (UNKNOWN, Why.IMPRECISE)),
        ("2005", "strict", (UNKNOWN, Why.IMPRECISE)),
        ("2005", "lenient", MET),
        ("2008", "undetermined", (UNKNOWN, Why.IMPRECISE)),
        ("2008", "strict", UNMET),
        ("2008", "lenient", (UNKNOWN, Why.IMPRECISE)),
        (None, "undetermined", (UNKNOWN, Why.NOT_PROVIDED)),
        ("declined", "lenient", (UNKNOWN, Why.DECLINED)),
    ],
)
def test_readings_that_agree_stand_and_those_that_do_not_stay_open(
    birth: str | None, disputes: Disputes, expected: object
) -> None:
    """One outcome stands; met against unmet is disputed; what is not known keeps its own reason."""
    assert outcome(AGE, {"birth_date": birth} if birth else {}, disputes=disputes) == expected


FINDINGS = [Finding("m", Outcome.MET), Finding("u", Outcome.UNMET), Finding("o", Outcome.UNKNOWN, Why.DECLINED)]


@pytest.mark.parametrize("size", [2, 3])
def test_strict_takes_the_least_and_lenient_the_most(size: int) -> None:
    """All readings are asked for, or any is accepted."""
    for some in product(FINDINGS, repeat=size):
        outcomes = [one.outcome for one in some]

        assert combine_readings(some, "strict")[0] is min(outcomes)
        assert combine_readings(some, "lenient")[0] is max(outcomes)


def test_met_against_unmet_is_disputed_whatever_a_third_one_says() -> None:
    """A reading that is not known does not hide that two others disagree."""
    assert combine_readings(FINDINGS, "undetermined") == (Outcome.UNKNOWN, Why.DISPUTED)


@given(st.permutations(FINDINGS), st.sampled_from(["undetermined", "strict", "lenient"]))
def test_the_order_of_readings_never_matters(some: list[Finding], disputes: Disputes) -> None:
    """No reading is preferred for standing first."""
    assert combine_readings(some, disputes) == combine_readings(FINDINGS, disputes)


@pytest.mark.parametrize(
    ("raw", "disputes", "measure"),
    [
        (AGE, "undetermined", None),
        (WORK, "undetermined", Measure(Decimal(0), Decimal(250), "hours", Decimal(0))),
        (WORK, "strict", Measure(Decimal(0), Decimal(250), "hours", Decimal(0))),
        (WORK, "lenient", Measure(Decimal(300), Decimal(250), "hours", Decimal(300))),
    ],
)
def test_one_measure_is_shown_where_the_needs_are_the_same(
    raw: Raw, disputes: Disputes, measure: Measure | None
) -> None:
    """Needs that differ have no measure; else the least that is proved counts, or the most when lenient."""
    profile = {"birth_date": "2005-11-23", "experience": [{"hours": 300, "start": "2020-01-01", "end": "2021-01-01"}]}

    assert find(raw, profile, disputes=disputes).measure == measure


HOURS: Raw = {
    "kind": "disputed",
    "readings": [
        reading("less", "Fewer hours", kind="experience", at_least=250, window={"years": 3}),
        reading("more", "More hours", kind="experience", at_least=400, window={"years": 3}),
    ],
}


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("raw", "disputes", "counts", "less", "step"),
    [
        (HOURS, "undetermined", "100 of 400", "“Fewer hours”, 150 more hours would be enough.", "Gain 300 more hours"),
        (HOURS, "strict", "100 of 400", "", "Gain 300 more hours"),
        (HOURS, "lenient", "100 of 250", "", "Gain 150 more hours"),
        (WORK, "undetermined", "100 of 250", "“No time window”, 50 more hours would be enough.", "Gain 150 more hours"),
        (WORK, "strict", "100 of 250", "", "Gain 150 more hours"),
        (WORK, "lenient", "200 of 250", "", "Gain 50 more hours"),
    ],
)
def test_words_amounts_and_advice_are_of_one_reading(
    raw: Raw, disputes: Disputes, counts: str, less: str, step: str, backwards: bool
) -> None:
    """Who follows the advice meets it, whichever reading holds; with `lenient` the nearest one is enough."""
    raw = {**raw, "readings": raw["readings"][::-1]} if backwards else raw
    told = {
        "experience": [
            {"hours": 100, "start": "2020-01-01", "end": "2021-01-01"},
            {"hours": 100, "start": "2025-01-01"},
        ]
    }

    finding, said = find(raw, told, disputes=disputes), because(raw, told, disputes=disputes)

    assert f"{counts} hours count." in said.text
    assert said.text.partition(" By the reading ")[2] == less
    assert (said.remedy or "").startswith(step)
    if finding.measure:
        assert (f"{finding.measure.have}", finding.measure.short) == (counts[:3], Decimal(step.split()[1]))


def test_every_reading_is_kept_with_what_it_found() -> None:
    """Each reading stands in the finding, and the records of all are named once."""
    records = [
        {"hours": 300, "start": "2020-01-01", "end": "2021-01-01"},
        {"hours": 5, "start": "2020-01-01"},
        {"hours": 1, "start": "2027-01-01"},
    ]

    found = find(WORK, {"experience": records})

    assert [(one.id, one.outcome) for one in found.readings] == [("any", Outcome.MET), ("three", Outcome.UNMET)]
    assert found.evidence == ("experience[0]", "experience[1]")
    assert found.open == (Aside("experience[1]", "window"),)
    assert found.aside == (Aside("experience[2]", "after_as_of"),)


def test_the_topic_is_written_or_the_first_that_a_reading_knows() -> None:
    """A reading that asks nothing has no topic of its own."""
    assert requirement(AGE).about == "age"
    assert requirement(STATED).about == "age"
    assert requirement({**AGE, "topic": "timing"}).about == "timing"
    nothing = [reading("a", "A", kind="not_asked"), reading("b", "B", kind="not_asked")]
    assert requirement({"kind": "disputed", "readings": nothing}).about == "other"


def test_one_reading_is_no_dispute() -> None:
    """Two readings at least are needed, and a list of them."""
    assert [code for code, _ in faults({**AGE, "readings": AGE["readings"][:1]})][:1] == ["empty-value"]
    assert ("wrong-type", "A list is needed here.") in faults({**AGE, "readings": "x"})


def test_what_is_asked_names_every_reading() -> None:
    """The sources' readings are numbered, each by its title."""
    assert described(AGE) == (
        "Sources disagree. (1) The law of 2007: At least 21 years old. (2) Current practice: At least 18 years old."
    )


@pytest.mark.parametrize(
    ("raw", "birth", "disputes", "said"),
    [
        (AGE, "2000-01-01", "undetermined", ("Met, whichever source is right. 21 years or older.", None)),
        (
            AGE,
            "2006-01-01",
            "lenient",
            ("Met by one reading at least. 18 years or older. By the reading “The law of 2007” it is not met.", None),
        ),
        (
            AGE,
            "2010-01-01",
            "undetermined",
            (
                (
                    "Not met, whichever source is right. 16 years old; 21 years are needed. "
                    "By the reading “Current practice”, 2 more years would be enough."
                ),
                "Apply again from that birthday on.",
            ),
        ),
        (
            AGE,
            "2010-01-01",
            "strict",
            (
                "Not met, whichever source is right. 16 years old; 21 years are needed.",
                "Apply again from that birthday on.",
            ),
        ),
        (
            AGE,
            "2010-01-01",
            "lenient",
            (
                "Not met, whichever source is right. 16 years old; 18 years are needed.",
                "Apply again from that birthday on.",
            ),
        ),
        (
            AGE,
            "2006-01-01",
            "strict",
            (
                "Not met by one reading at least. 20 years old; 21 years are needed.",
                "Apply again from that birthday on.",
            ),
        ),
        (
            AGE,
            "2006-01-01",
            "undetermined",
            (
                "Sources that can be trusted disagree here. “The law of 2007”: not met. “Current practice”: met.",
                "Ask the Board which one holds.",
            ),
        ),
        (
            {**AGE, "ask": "the state"},
            "2006-01-01",
            "undetermined",
            (
                "Sources that can be trusted disagree here. “The law of 2007”: not met. “Current practice”: met.",
                "Ask the state which one holds.",
            ),
        ),
        (
            AGE,
            "declined",
            "undetermined",
            (
                "You chose not to tell this, which is your right. The answer stays open without it.",
                "If you decide to tell it, add `birth_date` to the profile.",
            ),
        ),
        (STATED, "2000-01-01", "undetermined", ("Met, whichever source is right. 18 years or older.", None)),
    ],
)
def test_the_words_say_what_each_reading_says_and_whom_to_ask(
    raw: Raw, birth: str, disputes: Disputes, said: tuple[str, str | None]
) -> None:
    """Agreement, dispute and silence have their own words; a reading that asks nothing is not quoted."""
    assert because(raw, {"birth_date": birth}, disputes=disputes) == said


@pytest.mark.parametrize(("birth", "opening"), [("2000-01-01", "Met, "), ("2010-01-01", "Not met, ")])
@pytest.mark.parametrize(
    ("second", "whichever", "described_as"),
    [
        ("source-of-old", "whichever way the source is read.", "This can be read in several ways. (1)"),
        ("source-of-new", "whichever source is right.", "Sources disagree. (1)"),
    ],
)
def test_one_source_that_can_be_read_in_two_ways_is_no_quarrel_of_sources(
    birth: str, opening: str, second: str, whichever: str, described_as: str
) -> None:
    """Whether sources disagree, their own citations tell."""
    old, new = AGE["readings"]
    raw = {**AGE, "readings": [old, {**new, "sources": [{"id": second, "at": "page 2"}]}]}

    assert because(raw, {"birth_date": birth}).text.startswith(f"{opening}{whichever}")
    assert described(raw).startswith(described_as)


def test_met_by_a_reading_that_asks_nothing_names_the_other_one() -> None:
    """Where only the reading that asks nothing is met, there is nothing to say of it."""
    said = because(STATED, {"birth_date": "2020-01-01"}, disputes="lenient").text

    assert said == "Met by one reading at least. By the reading “Certificates start at 18” it is not met."


def test_a_reason_that_no_reading_has_is_still_put_into_words() -> None:
    """Where the words cannot be a reading's own, the usual ones for the reason stand."""
    readings = (Finding("old", Outcome.MET), Finding("new", Outcome.UNMET))
    finding = Finding("x", Outcome.UNKNOWN, Why.NEEDS_HUMAN, readings=readings)

    assert requirement(AGE).explain(finding, speech()).remedy == "Ask the Board."


def test_each_reading_has_its_days_to_wait_for() -> None:
    """A birthday of either reading may settle it."""
    assert turning(AGE, {"birth_date": "2008-12-01"}) == [date(2026, 12, 1), date(2029, 12, 1)]


def test_what_a_reading_says_uses_the_words_of_the_catalogue() -> None:
    """A score is told in its own unit."""
    exams = [reading("a", "A", kind="exam", exam="ms-cpss", score_at_least=mark) for mark in (70, 75)]
    raw = {"kind": "disputed", "readings": exams}
    told = {"exams": [{"exam": "ms-cpss", "date": "2026-10-09", "score": 75}]}

    assert because(raw, told).text == (
        "Met, whichever way the source is read. Scored 75 % on 2026-10-09; 70 % is needed."
    )


def test_readings_that_name_no_step_leave_none() -> None:
    """What only holds other requirements has no step of its own."""
    groups = [
        reading(name, name, kind="all_of", of=[reading(f"{name}-in", "In", kind="references", at_least=least)])
        for name, least in (("a", 2), ("b", 3))
    ]

    said = because({"kind": "disputed", "topic": "references", "readings": groups}, {"references": 1})

    assert said == ("Not met, whichever source is right. 1 of 1 is not met.", None)


def test_of_readings_that_prove_as_much_the_first_is_measured() -> None:
    """However much more the other may allow."""
    roles = [reading(role, role, kind="experience", at_least=100, roles=[role]) for role in ("peer", "support")]
    told = {"experience": [{"role": "peer", "start": "2026-01-01"}]}

    assert find({"kind": "disputed", "readings": roles}, told).measure == Measure(
        Decimal(0), Decimal(100), "hours", None
    )
