"""The report for a person: the verdict first, then what is missing, with all that is needed to mend it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from peercert.engine import Verdict, determine
from peercert.explain import Explainer
from peercert.render import text
from peercert.render.style import Style
from peercert.report import Header, Summary
from rules.running import decided
from upper import built_in, case, decide, group, leaf, own_rules

from .drawing import JORDAN, READY, drawn, header, jordan, rules, summary

SECTIONS = [
    "What is missing",
    "What could not be settled",
    "What is met",
    "Good to know",
    "What no trusted source settles",
]


def joined(report: str) -> str:
    """Return a report on one line, so that a sentence is found however it is wrapped."""
    return " ".join(report.split())


def section(report: str, title: str) -> str:
    """Return one section of a report."""
    after = report[report.index(f"\n{title}") + 1 :]
    following = [after.index(f"\n{other}") for other in SECTIONS if other != title and f"\n{other}" in after]
    return after[: min(following, default=len(after))]


def test_the_report_begins_with_who_what_and_the_verdict() -> None:
    """Credential, state, day and person come first, then the verdict in words with its reason."""
    lines = [line for line in drawn(jordan()).splitlines() if line]

    assert joined(lines[0]) == "CPSS · Certified Peer Support Specialist · Mississippi as of 2026-11-22"
    assert lines[1] == "For: jordan"
    assert joined(lines[2]) == "NOT ELIGIBLE 3 of 12 requirements are not met"


@pytest.mark.parametrize(
    ("credential", "profile", "as_of", "said"),
    [
        ("CPSRP", READY, date(2026, 11, 22), "ELIGIBLE all 4 requirements are met"),
        ("CPSRP", READY, date(2026, 5, 31), "CANNOT BE DETERMINED YET 1 of 1 requirement cannot be settled yet"),
        ("CPSRP-P", {**READY, "exams": []}, date(2026, 11, 22), "NOT ELIGIBLE 1 of 3 requirements is not met"),
        (
            "CPSRP-P", {**READY, "exams": [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}]},
            date(2026, 11, 22), "NOT YET ELIGIBLE eligible from 2026-12-01 on, if nothing else changes",
        ),
    ],
)  # fmt: skip
def test_each_verdict_is_said_in_words(credential: str, profile: dict[str, object], as_of: date, said: str) -> None:
    """No verdict is told by a colour or a code alone."""
    report = text.report(
        Explainer(rules()).explain(decide(credential, profile, as_of)), "x", header()._replace(as_of=as_of), Style(100)
    )

    assert said in joined(report)


def test_sections_come_in_their_order() -> None:
    """First what is missing, then what is open, then what is met, then what is good to know."""
    report = drawn(jordan())

    places = [report.index(f"\n{title}") for title in SECTIONS]
    assert places == sorted(places)


def test_an_eligible_report_has_no_section_for_what_is_missing() -> None:
    """Nothing is missing, so nothing is said of it."""
    report = drawn(decide("CPSRP", READY))

    assert "What is missing" not in report
    assert "What could not be settled" not in report
    assert "What is met" in report


def test_hours_in_doubt_leave_room_in_what_is_short() -> None:
    """Five hours whose day may lie ahead: one is short if they count, and six if they do not."""
    profile = {"training": [{"completed": "2026-10..2026-12", "topics": {"ethics": 5}}]}

    missing = joined(section(drawn(decide("CRSS", profile)), "What is missing"))

    assert "✗ 6 hours of ethics 0 of 6 hours 1 to 6 short" in missing
    assert "0 of 6 hours count. 5 more may count; that is in doubt." in missing


def test_an_unmet_line_has_all_that_is_needed_to_mend_it() -> None:
    """What is asked, what is there, what is short, why, what to do, and where it is written."""
    missing = joined(section(drawn(jordan()), "What is missing"))

    assert "✗ CPSS exam with 75 percent or more 74.9 of 75 % 0.1 short" in missing
    assert "Scored 74.9 % on 2026-10-09; 75 % is needed. One of 2 sittings is left." in missing
    assert "Do: Sit the exam again." in missing
    assert "training section, bullet 10 and the paragraph after it" in missing
    assert "✗ 250 hours in a support or advisory role 100 of 250 hours 150 short" in missing
    assert "Do: Gain 150 more hours of work that fits." in missing
    assert "✗ Two references 1 of 2 references 1 short" in missing
    assert "Do: Ask for 1 more reference." in missing


def test_what_could_be_done_instead_is_said() -> None:
    """Beside the nearest branch of a choice, the others are named."""
    missing = joined(section(drawn(jordan()), "What is missing"))

    assert "Or instead: One year of college within the last three years." in missing


def test_an_open_line_says_what_would_settle_it() -> None:
    """What is not told is asked for by its key, without blame."""
    unsettled = joined(section(drawn(jordan()), "What could not be settled"))

    assert "? Lived experience" in unsettled
    assert "The profile does not tell this." in unsettled
    assert "Do: Add `lived_experience` to the profile." in unsettled


def test_what_is_met_is_told_too() -> None:
    """The checklist is whole: who reads it sees what is done."""
    met = section(drawn(jordan()), "What is met")

    assert re.search(r"^✓ Live in Mississippi\.", met, re.MULTILINE)
    assert re.search(r"^✓ DMH peer support training\.", met, re.MULTILINE)


HALF_A_BACHELOR: dict[str, object] = {
    "education": [{"level": "some_college", "years": 1}],
    "credentials": [{"id": "CPS-I", "issued": "2025-12-01", "expires": "2027-12-01"}],
    "experience": [
        {
            "id": "E-01", "kind": "paid", "role": "peer", "population": ["mental_illness"], "supervised": True,
            "start": "2018-01-04", "end": "2024-12-20", "hours": 6500,
        },
        {
            "id": "E-02", "kind": "paid", "role": "mental_health_services", "population": ["mental_illness"],
            "supervised": True, "start": "2015-01-07", "end": "2017-12-18", "hours": 2100,
        },
    ],
}  # fmt: skip
"""Level II by peer hours; half of what a bachelor's degree would need is there too, without the degree."""


def test_what_is_met_by_a_choice_is_told_by_the_branch_that_is_met() -> None:
    """Never by a part of a branch that failed; with the reason, as on every other line."""
    met = joined(section(drawn(decide("CPS-II", HALF_A_BACHELOR)), "What is met"))

    assert "✓ Level I. Hold a valid CPS-I. Holds CPS-I on that day." in met
    assert "✓ Work or degree. 6,000 supervised hours of peer services. 6500 of 6000 hours count." in met
    assert "2,000 supervised hours of mental health services" not in met


def test_what_is_met_by_one_reading_only_is_told_within_another_credential_too() -> None:
    """Twenty years old: enough by one source, not by another; hours that no verdict rests on are passed over."""
    parts = {"midterm": "passed", "oral_role_play": "passed", "final": "passed"}
    twenty = {
        **HALF_A_BACHELOR, "birth_date": "2006-01-01", "credentials": [], "education": [{"level": "ged"}],
        "lived_experience": [
            {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
        ],
        "attestations": {"disclosure": True, "leadership": True},
        "training": [{"program": "mn-cps", "hours": 76, "completed": "2026-05-01", "components": parts}],
        "exams": [{"exam": "mn-cps", "date": "2026-06-01", "result": "passed"}],
    }  # fmt: skip

    met = joined(section(drawn(decide("CPS-II", twenty, disputes="lenient")), "What is met"))

    assert "✓ Level I. Meet all that CPS-I asks. Minimum age. Met by one reading at least." in met
    assert "ask for 21 years” it is not met." in met
    assert "6500 of 6000 hours count." in met
    assert "the best split" not in met.lower()


def test_a_branch_that_holds_several_is_told_by_its_own_title() -> None:
    """One of its parts alone would not have been enough."""
    student = {
        "birth_date": "2009-05-01", "education": [], "enrollment": {"in": "high_school"},
        "serves": ["transition_age_youth"],
    }  # fmt: skip

    met = joined(section(drawn(decide("CPSS", student)), "What is met"))

    assert "✓ Schooling. A student aged 16 or more who serves transition-age youth only." in met
    assert "At least 16 years old" not in met


def test_where_several_branches_are_needed_as_many_are_told(tmp_path: Path) -> None:
    """Two of three: the first two that are met."""
    three = [leaf(f"x.{name}", "attestation", name=name) for name in ("literacy", "leadership", "disclosure")]
    catalog = own_rules(tmp_path, group("x", "at_least", *three, n=2))
    stated = {"attestations": {"literacy": False, "leadership": True, "disclosure": True}}

    one = Explainer(catalog).explain(decide("TOY", stated, catalog=catalog))

    assert "Title of x. Title of x.leadership. Stated in the profile. Title of x.disclosure. Stated" in joined(
        text.report(one, "x", header(), Style(80))
    )


def test_of_a_choice_that_is_open_one_branch_is_asked_for() -> None:
    """A person with a certificate that the board must look at is not asked for school, only told of the other way."""
    grown_up = {**JORDAN, "birth_date": "1990", "education": [{"level": "equivalent"}]}

    unsettled = joined(section(drawn(decide("CPSS", grown_up)), "What could not be settled"))

    assert "? High school diploma or GED" in unsettled
    assert "Or instead: A student aged 16 or more who serves transition-age youth only." in unsettled
    assert "`enrollment`" not in unsettled
    assert "`serves`" not in unsettled


def test_a_record_dated_later_is_named_as_left_out() -> None:
    """Contract section 1.4: evidence dated after the day does not count, and the report says so."""
    known = joined(section(drawn(jordan()), "Good to know"))

    assert "E-02: dated after 2026-11-22, so left out." in known


def test_a_fact_dated_later_is_named_by_its_key() -> None:
    """It is no record with a name of its own, so the profile's key tells which one it is."""
    told = case({"attestations": {"literacy": "2026-12-01"}})

    known = joined(section(drawn(determine(built_in(), built_in().credential("CPSS"), told)), "Good to know"))

    assert "`attestations.literacy`: dated after 2026-11-22, so left out." in known


def test_every_record_that_nobody_checked_is_named() -> None:
    """Contract section 2: what --verified-only leaves out is named, also where it would not have been enough."""
    sittings = [{"exam": "ct-cpsrp", "date": "2026-07-20", "result": "failed"}]
    short = [{**READY["training"][0], "hours": 40}, {**READY["training"][0], "hours": 30, "verified_by": "CCB"}]
    told = case({**READY, "exams": sittings, "training": short}, verified_only=True)

    known = joined(section(drawn(determine(built_in(), built_in().credential("CPSRP-P"), told)), "Good to know"))

    assert "Training record 1 and exam sitting 1: not counted, for nobody is named as having checked it." in known


def test_a_record_that_may_reach_past_the_day_is_named_as_in_doubt() -> None:
    """It is not said to lie after it: of a course only the year is told."""
    course = {**READY["training"][0], "completed": "2026"}

    known = joined(section(drawn(decide("CPSRP-P", {**READY, "training": [course]})), "Good to know"))

    assert "Training record 1: may reach past 2026-11-22, so in doubt on that day." in known


def test_a_credential_that_ran_out_is_named_as_not_held() -> None:
    """Where another branch is nearer, its own line is not shown; that it was told is not passed over."""
    held = {"credentials": [{"id": "CPS-I", "issued": "2020-12-01"}]}

    known = joined(section(drawn(decide("CPS-II", held)), "Good to know"))

    assert "Credential 1: not held on 2026-11-22, so not counted." in known


def test_a_secondary_source_sends_the_reader_to_the_issuer() -> None:
    """By name, before any money is spent."""
    report = joined(drawn(decide("CPSRP", READY)))

    assert "Verify with the Connecticut Certification Board (CCB)" in report


def test_the_other_way_is_summed_up() -> None:
    """Which way the report follows, and what came out of the other."""
    report = joined(drawn(decide("CPSRP", READY)))

    assert "This report follows the way “New course and exam”. " in report
    assert "The way “By an older course (grandparenting)”: not eligible" in report


def test_what_the_other_way_lacks_is_named_the_first_of_it() -> None:
    """A reader who may choose a way sees what it would take."""
    few = joined(drawn(decide("CPSRP", {**READY, "training": []})))
    many = joined(drawn(decide("CRSS", {**READY, "training": [], "experience": []})))

    assert "not eligible, 1 point missing (Older course done by 31 May 2026)." in few
    assert "; 10 hours of mentoring; " in many
    assert "more)." in many


def test_a_way_that_is_not_met_yet_is_called_the_nearest() -> None:
    """One that is met needs no comparison."""
    report = joined(drawn(decide("CPSRP", {**READY, "training": []})))

    assert "This report follows the way “New course and exam”, the nearest one. " in report


def test_what_finishing_would_bring_is_said() -> None:
    """A course that still goes on shows where it leads."""
    going_on = {**READY, "training": [{"program": "ct-cpsrp", "status": "in_progress", "hours": 80}]}

    report = joined(drawn(decide("CPSRP", going_on)))

    assert "If all that is in progress, planned or dated later is finished as told: eligible." in report
    assert "Training record 1: not finished yet, so left out." in report


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (header(disputes="strict"), "In this report every reading of a disputed point must be met (strict)."),
        (header(verified_only=True), "In this report only records that someone checked are counted."),
        (
            header(disputes="lenient", verified_only=True),
            (
                "In this report one reading of a disputed point is enough (lenient) "
                "and only records that someone checked are counted."
            ),
        ),
    ],
)
def test_options_that_change_the_answer_are_said(said: Header, sentence: str) -> None:
    """A report made under other options cannot be taken for one that is not."""
    assert sentence in joined(drawn(jordan(), said=said))
    assert "In this report" not in drawn(jordan())


@pytest.mark.parametrize("width", [30, 60, 80, 100])
def test_no_line_is_wider_than_the_stream(width: int) -> None:
    """At any width, and all words are still there."""
    report = drawn(jordan(), Style(width))

    assert max(map(len, report.splitlines())) <= width
    assert "Do: Ask for 1 more reference." in joined(report)


def test_a_stream_without_signs_gets_the_same_words_in_ascii() -> None:
    """Nothing but signs differs."""
    report = drawn(jordan(), Style(100, signs=False))

    assert report.isascii()
    assert "[ ] CPSS exam with 75 percent or more" in joined(report)
    assert "[x] Live in Mississippi." in report


def test_colour_adds_nothing_but_colour() -> None:
    """With the codes taken out, the coloured report is the plain one."""
    coloured = drawn(jordan(), Style(100, colour=True))

    assert "\x1b[1;31mNOT ELIGIBLE\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(jordan())


def test_a_name_cannot_act_on_the_terminal() -> None:
    """A label is shown with its controls made visible."""
    assert "For: \\u001b[2Jjo" in drawn(jordan(), label="\x1b[2Jjo")


def test_a_record_id_cannot_act_on_the_terminal() -> None:
    """So is the id by which a record is called."""
    odd = [{**JORDAN["experience"][1], "id": "E\u200d2"}]

    assert "E\u200d2: dated after" in joined(drawn(jordan(experience=odd)))


def test_every_case_can_be_drawn() -> None:
    """Each case beside the rules gives a report with its verdict's words, that fits 80 columns and says no None."""
    explainer = Explainer(rules())
    words = {
        Verdict.ELIGIBLE: "\nELIGIBLE", Verdict.NOT_YET: "\nNOT YET ELIGIBLE",
        Verdict.NOT_ELIGIBLE: "\nNOT ELIGIBLE", Verdict.UNDETERMINED: "\nCANNOT BE DETERMINED YET",
    }  # fmt: skip
    for told, one in decided():
        report = text.report(
            explainer.explain(one), "someone", header()._replace(as_of=told.case.text.as_of), Style(80)
        )
        assert words[one.verdict] in report, told.case.place
        assert max(map(len, report.splitlines())) <= 80, told.case.place
        assert not re.search(r"\bNone\b(?! of)|Decimal|<|\[\d+\]|  \.|\.\.(?!\.)", report), told.case.place
        assert all(line == line.rstrip() for line in report.splitlines()), told.case.place


def test_counts_say_people_and_verdicts() -> None:
    """Only verdicts that came out are named."""
    assert text.ending(summary(jordan(), decide("CPSRP", READY)), Style()) == (
        "1 person, 2 determinations: 1 eligible and 1 not eligible.\n"
    )


def test_profiles_that_could_not_be_used_are_counted() -> None:
    """The counts add up to what was given."""
    assert text.ending(summary(jordan(), jordan(), invalid=1), Style()) == (
        "1 person, 2 determinations: 2 not eligible.\n1 profile could not be used.\n"
    )


def test_what_stands_in_the_way_most_often_is_named_first() -> None:
    """By how many it stops, then by its id; five at most, with a count of the rest."""
    counts = Summary()
    for unmet in (["b", "c", "d", "e", "f", "g"], ["a"], ["a"]):
        counts.add([Verdict.NOT_ELIGIBLE], unmet, survey=False)

    assert list(text.summed_up(counts)) == [
        "3 people, 3 determinations: 3 not eligible.",
        "Unmet by requirement: a 2, b 1, c 1, d 1, e 1, and 2 more.",
    ]
