"""Credentials side by side: rows matched by meaning, sameness that is known, differences in sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from build import requirement
from peercert.catalog import Catalog, load_catalog
from peercert.compare import Comparison, Row, compare, differences
from peercert.compare.meaning import meaning
from peercert.compare.rows import LABELS
from peercert.errors import UsageError
from peercert.requirements.base import Topic
from upper import TODAY, Written, built_in, credential, edition, group, leaf, rules_folder


def toys(folder: Path, first: list[Written], second: list[Written], **more: object) -> Catalog:
    """Open rules of two credentials, A and B, each with one way that asks for all of some things."""
    one, other = (
        credential(id_, edition(group(id_.lower(), "all_of", *asks)), **more)
        for id_, asks in (("A", first), ("B", second))
    )
    return load_catalog(rules_folder(folder, one, other))


def side_by_side(folder: Path, first: list[Written], second: list[Written]) -> Comparison:
    """Compare A and B."""
    return compare(toys(folder, first, second), ["A", "B"], TODAY)


def row(comparison: Comparison, label: str) -> Row:
    """Return the row of a label."""
    return next(one for one in comparison.rows if one.label == label)


def texts(comparison: Comparison, label: str) -> list[str]:
    """Return what the cells of a row say."""
    return [cell.text for cell in row(comparison, label).cells]


CRSS_CPRS = compare(built_in(), ["CRSS", "CPRS"], TODAY)


def test_the_rows_stand_in_the_order_of_the_topics_and_then_the_facts() -> None:
    """CRSS and CPRS, with the topics that either asks about or leaves open."""
    assert [(one.topic, one.label, one.same) for one in CRSS_CPRS.rows] == [
        ("age", "Age", False),
        ("education", "Schooling", True),
        ("lived_experience", "Lived experience", False),
        ("disclosure", "Sharing your story", True),
        ("residency", "Where you live or work", False),
        ("training", "Training", False),
        ("experience", "Work experience", False),
        ("supervision", "Supervision", False),
        ("practicum", "Practicum", True),
        ("exam", "Exam", False),
        ("references", "References", False),
        ("ethics_code", "Code of ethics", True),
        ("timing", "Timing", False),
        ("fees", "Fees", False),
        ("timing", "Renewal", False),
        ("other", "Use in other states", False),
        ("other", "Medicaid", False),
        ("lived_experience", "How it goes: Lived experience", False),
        ("disclosure", "How it goes: Sharing your story", False),
        ("residency", "How it goes: Where you live or work", False),
        ("training", "How it goes: Training", False),
        ("experience", "How it goes: Work experience", False),
        ("supervision", "How it goes: Supervision", False),
        ("practicum", "How it goes: Practicum", True),
        ("exam", "How it goes: Exam", False),
        ("timing", "How it goes: Timing", False),
        ("other", "History", False),
    ]


def test_every_topic_has_a_label() -> None:
    """A topic without one could not be shown."""
    assert set(LABELS) == set(get_args(Topic))


def test_a_cell_names_what_is_asked_on_each_way() -> None:
    """Supervision is asked on one way only, with its id."""
    cells = row(CRSS_CPRS, "Supervision").cells

    assert [(cell.credential, cell.text, cell.requirements) for cell in cells] == [
        ("CRSS", "On your own: At least 100 hours of documented supervision.", ("il.crss.ind.supervision",)),
        (
            "CPRS",
            (
                "On your own: At least 25 hours of documented supervision. Not settled: 25 hours is the least that "
                "IC&RC asks of any board. How many Illinois itself asks for is not known. One site says that the "
                "supervisor must have led peers for two years. The IC&RC page does not say so."
            ),
            ("il.cprs.ind.supervision",),
        ),
    ]


def test_what_every_way_asks_names_no_way() -> None:
    """And has the ids of both ways."""
    cell = row(CRSS_CPRS, "Exam").cells[0]

    assert cell.text.startswith("Passed: CRSS exam, with at least 68 points. Not settled: It is not known how long")
    assert cell.requirements == ("il.crss.ind.exam", "il.crss.prog.exam")


def test_where_nothing_is_asked_the_open_question_is_named() -> None:
    """Not known is not the same as not asked, and two unknowns are not the same."""
    cells = row(CRSS_CPRS, "Age").cells

    assert cells[0].text == "Nothing is asked. Not settled: No trusted source gives a minimum age."
    assert cells[0].requirements == cells[1].requirements == ()
    assert not row(CRSS_CPRS, "Age").same


def test_where_nothing_is_asked_and_nothing_is_open_it_says_so() -> None:
    """CPS-I asks for no job, and no question stands about it."""
    comparison = compare(built_in(), ["CPSS", "CPS-I"], TODAY)

    assert texts(comparison, "Job")[1] == "Nothing is asked."


def test_where_every_source_is_silent_it_is_not_called_settled() -> None:
    """An open question of CPS-I says that no source speaks of references, among other things."""
    comparison = compare(built_in(), ["CRSS", "CPS-I"], TODAY)

    assert texts(comparison, "References")[1] == "Nothing is asked. Not settled: No source speaks of it."


@pytest.mark.parametrize(
    ("names", "label", "opened"),
    [
        (("CPRS", "CRSS"), "Lived experience", "Sources differ on which lived experience counts."),
        (("CPRS", "CRSS"), "Work experience", "How many Illinois itself asks for is not known."),
        (("CPSRP", "CRSS"), "Training", "For the full one it is taken to be the same course."),
        (("CPSRP", "CRSS"), "Exam", "The pass mark, the scale and the number of tries are not known."),
        (("CPS-I", "CRSS"), "Exam", "Pass marks and new tries are not known."),
        (("CPSRP-P", "CRSS"), "Fees", "The fees are given for the full credential. They may be the same here."),
    ],
)
def test_what_is_open_stands_beside_what_is_asked(names: tuple[str, str], label: str, opened: str) -> None:
    """And the topic stands in the closing list."""
    comparison = compare(built_in(), names, TODAY)

    assert opened in texts(comparison, label)[0]
    assert label in differences(comparison).unsettled


def test_where_something_is_open_no_difference_is_certain(tmp_path: Path) -> None:
    """What is alike, what one asks alone and what differs are told as far as they are known; settled topics flatly."""
    questions = [
        {"id": "a.q.work", "topic": "experience", "text": "It may be more."},
        {"id": "a.q.silent", "topic": "other", "text": "No source speaks of age.", "silent_on": ["age"]},
        {"id": "a.q.training", "topic": "training", "text": "It may be another course."},
    ]
    both = leaf("x.t", "training_hours", at_least=80)
    work, ref = leaf("a.e", "experience", at_least=500), leaf("a.r", "references", at_least=1)
    one = credential("A", edition(group("a", "all_of", work, both, ref)), open_questions=questions)
    other = credential(
        "B",
        edition(
            group(
                "b", "all_of", leaf("b.e", "experience", at_least=600), both | {"id": "y.t"},
                leaf("b.a", "age", at_least=18), leaf("b.r", "references", at_least=2),
            )
        ),
    )  # fmt: skip

    comparison = compare(load_catalog(rules_folder(tmp_path, one, other)), ["A", "B"], TODAY)
    found = differences(comparison)

    assert found.same == ("Training, as far as is known: At least 80 hours of training.",)
    assert found.only == ((), ("Age, as far as is known: At least 18 years old.",))
    assert found.apart == (
        (
            "Work experience, as far as is known. B asks 100 more hours of experience than A: "
            "B 600 hours and A 500 hours."
        ),
        "References. B asks 1 more reference than A: B 2 references and A 1 reference.",
    )
    assert not row(comparison, "Training").same
    assert found.unsettled == ("Age", "Training", "Work experience", "Other")


def test_who_comes_first_and_how_it_came_about_are_shown() -> None:
    """Facts of Mississippi: the order of places in the course, and the year of its approval."""
    comparison = compare(built_in(), ["CPSS", "CPRS"], TODAY)

    assert texts(comparison, "How it goes: Training")[0].startswith(
        "Who gets a place in the course first: First people with a job at a DMH-certified provider"
    )
    assert texts(comparison, "History")[0].startswith("Since 2011: Approved in November 2011 by the guide")
    assert "CPRS began in Illinois on 1 October 2017." in texts(comparison, "History")[1]


def test_where_no_fact_is_listed_the_sources_are_not_called_silent() -> None:
    """Of CPS-II nothing is listed about the exam, as it comes with CPS-I."""
    assert texts(compare(built_in(), ["CPSS", "CPS-II"], TODAY), "How it goes: Exam")[1] == "Nothing is listed."


def test_training_by_subject_is_one_sentence() -> None:
    """Subjects that need the same number stand together."""
    assert texts(CRSS_CPRS, "Training")[1] == (
        "On your own: At least 100 hours of training. At least 10 hours each in advocacy, professional responsibility, "
        "mentoring and recovery support; 16 in ethics; 44 in core functions, family and youth; 5 hours each in family "
        "and youth. By an accredited program: At least 110 hours of training, from ICB-accredited peer recovery "
        "support program (Illinois). At least 10 hours each in advocacy, professional responsibility, mentoring and "
        "recovery support; 16 in ethics; 54 in core functions, family and youth; 5 hours each in family and youth. "
        "Not settled: One other IC&RC board now lists a fifth domain, harm reduction. Illinois lists four."
    )


def test_the_sentences_count_how_much_more_is_asked() -> None:
    """2,000 hours against 500, 100 against 25, and 16 against 6."""
    apart = differences(CRSS_CPRS).apart

    assert (
        "Work experience, as far as is known. On your own: CRSS asks 1500 more hours of experience than CPRS: "
        "CRSS 2000 hours and CPRS 500 hours. What counts is not the same either."
    ) in apart
    assert (
        "Supervision, as far as is known. On your own: CRSS asks 75 more hours of supervision than CPRS: "
        "CRSS 100 hours and CPRS 25 hours."
    ) in apart
    assert (
        "Training, as far as is known. On your own: CPRS asks 10 more hours of training in ethics than CRSS: "
        "CPRS 16 hours and CRSS 6 hours."
    ) in apart


def test_only_says_what_the_other_does_not_ask_at_all() -> None:
    """Only CPRS asks where one lives, and for hours about families and youth on the independent way."""
    assert differences(CRSS_CPRS).only == (
        (),
        (
            (
                "Where you live or work, as far as is known: One of these is enough: Live in Illinois; "
                "Work in Illinois for at least 51 percent of the time."
            ),
            "Training, as far as is known: On your own: At least 5 hours of training in family.",
            "Training, as far as is known: On your own: At least 5 hours of training in youth.",
        ),
    )


def test_what_both_ask_and_one_by_some_ways_only_is_said_once() -> None:
    """The same words twice, under a heading that says they are not the same, would puzzle a reader."""
    apart = differences(compare(built_in(), ["CPSRP", "CPSRP-P"], TODAY)).apart

    assert apart[-1] == (
        "Exam, as far as is known. The same is asked, but not by every way. "
        "CPSRP: New course and exam: Passed: CPSRP exam."
    )


def test_two_exams_are_never_one_number_apart() -> None:
    """68 points in one exam and 500 in another cannot be taken from each other."""
    assert (
        "Exam, as far as is known. CRSS: Passed: CRSS exam, with at least 68 points. "
        "CPRS: Passed: IC&RC Peer Recovery exam, with at least 500 points."
    ) in differences(CRSS_CPRS).apart


def test_the_same_statement_under_two_names_is_the_same() -> None:
    """Both names are shown."""
    assert (
        "Code of ethics: CRSS: Accept the CRSS code of ethics. CPRS: Sign the peer recovery code of ethics."
    ) in differences(CRSS_CPRS).same


def test_what_is_open_in_any_is_named_apart() -> None:
    """Whether something is asked about it or not."""
    assert differences(CRSS_CPRS).unsettled == (
        "Age", "Lived experience", "Where you live or work", "Training", "Work experience", "Supervision", "Exam",
        "References", "Timing",
    )  # fmt: skip


def test_what_rests_on_a_secondary_source_is_known() -> None:
    """Of CPRS it is the exam."""
    assert CRSS_CPRS.secondary[1] == ("IC&RC Peer Recovery exam with 500 or more",)


def test_what_comes_with_another_credential_is_not_called_unasked() -> None:
    """CPS-II asks for all of CPS-I, so it asks for its age and its course too."""
    comparison = compare(built_in(), ["cps-i", "cps-ii"], TODAY)

    assert texts(comparison, "Training")[1] == "This comes with CPS-I. Nothing more is asked."
    assert differences(comparison).only[0] == ()
    assert (
        "Leadership. CPS-I: Leadership, advocacy and dedication to recovery. CPS-II: This comes with CPS-I."
    ) in differences(comparison).apart


def test_a_choice_is_said_with_the_titles_of_what_is_in_it() -> None:
    """A choice within a choice stands in brackets."""
    comparison = compare(built_in(), ["CPSS", "CPS-I"], TODAY)

    assert texts(comparison, "Schooling")[0].startswith(
        "One of these is enough: High school diploma or GED; A student aged 16 or more who serves transition-age youth "
        "only (all of these: At least 16 years old; Enrolled in school or a GED program; "
        "Means to serve transition-age youth only). Not settled: "
    )


def test_a_dispute_within_a_choice_is_not_hidden() -> None:
    """Each reading is named there too."""
    work = texts(compare(built_in(), ["CPSS", "CPS-II"], TODAY), "Work experience")

    assert work[0].startswith(
        "One of these is enough: 250 hours in a support or advisory role (sources disagree: The guide sets no time "
        "limit on the 250 hours; or: The code wants the 250 hours within the last three years); One year of college "
    )
    assert "(this can be read in several ways: The 4,000 must be hours other than peer hours; or: " in work[1]


def test_on_a_day_without_rules_nothing_is_set_side_by_side() -> None:
    """CPSRP has no rules before June 2026; nobody may read that as asking for nothing."""
    comparison = compare(built_in(), ["CPSRP", "CRSS"], date(2026, 5, 31))
    found = differences(comparison)

    assert texts(comparison, "Exam")[0] == "No rules are in force on that day. Rules are known from 2026-06-01 on."
    assert (found.same, found.only, found.apart) == ((), ((), ()), ())
    assert found.closed == ("CPSRP: no rules are in force on 2026-05-31. Rules are known from 2026-06-01 on.",)


def test_on_the_first_day_of_the_rules_they_are_compared() -> None:
    """The day itself is included."""
    assert differences(compare(built_in(), ["CPSRP", "CRSS"], date(2026, 6, 1))).closed == ()


@pytest.mark.parametrize("names", [[], ["CRSS"]])
def test_fewer_than_two_cannot_be_compared(names: list[str]) -> None:
    """It says which there are."""
    with pytest.raises(UsageError, match=r"Name two or more credentials to compare\. Known: CPSRP, "):
        compare(built_in(), names, TODAY)


def test_a_credential_cannot_be_compared_with_itself() -> None:
    """Even under another spelling."""
    with pytest.raises(UsageError, match=r"CRSS is named twice\. Name each credential once\."):
        compare(built_in(), ["CRSS", "CPRS", "crss"], TODAY)


def test_an_unknown_credential_is_told_with_the_nearest() -> None:
    """As everywhere on the command line."""
    with pytest.raises(UsageError, match='Did you mean "CPRS"'):
        compare(built_in(), ["CRSS", "CPRZ"], TODAY)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (leaf("x", "age", at_least=18), leaf("y", "age", "issuer", at_least=18, note="A note.", remedy="Wait.")),
        (leaf("x", "education", levels=["ged", "bachelor"]), leaf("y", "education", levels=["bachelor", "ged"])),
        (
            group("x", "any_of", leaf("a", "age", at_least=18), leaf("b", "references", at_least=2)),
            group("y", "any_of", leaf("c", "references", at_least=2), leaf("d", "age", at_least=18)),
        ),
        (leaf("x", "supervision", at_least=100), leaf("y", "supervision", at_least=100.0)),
    ],
    ids=["names and sources", "order of words", "order of parts", "spelling of numbers"],
)
def test_two_requirements_that_ask_the_same_have_one_meaning(first: Written, second: Written) -> None:
    """Whatever they are called, wherever they are written."""
    assert meaning(requirement(first)) == meaning(requirement(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (leaf("x", "age", at_least=18), leaf("x", "age", at_least=21)),
        (leaf("x", "attestation", name="literacy"), leaf("x", "attestation", name="leadership")),
        (leaf("x", "supervision", at_least=5), leaf("x", "supervision", at_least=5, window={"years": 3})),
        (leaf("x", "education", levels=["ged"]), leaf("x", "education", levels=["ged"], needs_human=["equivalent"])),
        (
            group("x", "any_of", leaf("a", "age", at_least=18), leaf("b", "references", at_least=2)),
            group("x", "all_of", leaf("a", "age", at_least=18), leaf("b", "references", at_least=2)),
        ),
        (
            group("x", "at_least", leaf("a", "age", at_least=18), leaf("b", "references", at_least=2), n=1),
            group("x", "at_least", leaf("a", "age", at_least=18), leaf("b", "references", at_least=2), n=2),
        ),
    ],
    ids=["number", "word", "window", "for a person to decide", "all and any", "how many"],
)
def test_two_requirements_that_ask_different_things_differ(first: Written, second: Written) -> None:
    """Even if they have the same id and title."""
    assert meaning(requirement(first)) != meaning(requirement(second))


def test_words_alone_do_not_make_a_difference(tmp_path: Path) -> None:
    """Two titles, one meaning: the row is the same."""
    first = [leaf("a.age", "age", at_least=18) | {"title": "Of age"}]
    second = [leaf("b.age", "age", at_least=18) | {"title": "Eighteen"}]

    comparison = side_by_side(tmp_path, first, second)

    assert row(comparison, "Age").same
    assert differences(comparison).same == ("Age: At least 18 years old.",)


def test_a_difference_that_the_title_hides_is_found(tmp_path: Path) -> None:
    """The same title, but a window in one of them."""
    first = [leaf("a.s", "supervision", at_least=10) | {"title": "Supervision"}]
    second = [leaf("b.s", "supervision", at_least=10, window={"years": 2}) | {"title": "Supervision"}]

    comparison = side_by_side(tmp_path, first, second)

    assert not row(comparison, "Supervision").same
    assert differences(comparison).apart == (
        (
            "Supervision. A: At least 10 hours of documented supervision. "
            "B: At least 10 hours of documented supervision, gained in the 2 years before you apply."
        ),
    )


def test_a_year_more_of_age_is_counted(tmp_path: Path) -> None:
    """One year, two references: the words follow the number."""
    first = [leaf("a.age", "age", at_least=18), leaf("a.ref", "references", at_least=3)]
    second = [leaf("b.age", "age", at_least=19), leaf("b.ref", "references", at_least=1)]

    assert differences(side_by_side(tmp_path, first, second)).apart == (
        "Age. B asks 1 more year of age than A: B 19 years and A 18 years.",
        "References. A asks 2 more references than B: A 3 references and B 1 reference.",
    )


def test_a_bar_is_compared_too(tmp_path: Path) -> None:
    """What rules a person out is a requirement like any other."""
    one = credential("A", edition(leaf("a.age", "age", at_least=18)))
    one["editions"][0]["pathways"][0]["bars"] = [leaf("a.bar", "license", licenses=["LPN"])]
    rules = load_catalog(rules_folder(tmp_path, one, credential("B", edition(leaf("b.age", "age", at_least=18)))))

    comparison = compare(rules, ["A", "B"], TODAY)

    assert texts(comparison, "Licences")[0].startswith("Must not be so: ")
    assert len(differences(comparison).only[0]) == 1


def test_three_can_be_compared(tmp_path: Path) -> None:
    """The one who asks the most is named, and what all ask is the same in all."""
    asks = {"A": 10, "B": 30, "C": 20}
    made = [
        credential(id_, edition(leaf(f"{id_.lower()}.s", "supervision", at_least=hours))) for id_, hours in asks.items()
    ]

    comparison = compare(load_catalog(rules_folder(tmp_path, *made)), ["A", "B", "C"], TODAY)

    assert differences(comparison).apart == (
        "Supervision. B asks the most of supervision: B 30 hours, C 20 hours and A 10 hours.",
    )


def test_of_three_the_one_that_asks_nothing_is_named(tmp_path: Path) -> None:
    """What two ask is not what only one asks."""
    ref = {"A": leaf("a.r", "references", at_least=2), "B": leaf("b.r", "references", at_least=1)}
    made = [credential(id_, edition(asked)) for id_, asked in ref.items()]
    made.append(credential("C", edition(leaf("c.age", "age", at_least=18))))

    found = differences(compare(load_catalog(rules_folder(tmp_path, *made)), ["A", "B", "C"], TODAY))

    assert found.only == ((), (), ("Age: At least 18 years old.",))
    assert found.apart == (
        "References. A asks 1 more reference than B: A 2 references and B 1 reference. C: Nothing is asked.",
    )


def test_facts_that_differ_are_shown_and_never_counted_as_asked(tmp_path: Path) -> None:
    """A fee of A only: B's cell says that no source tells one."""
    fee = {
        "id": "a.f.fee", "topic": "fees", "section": "fees", "label": "Fee", "text": "$5.",
        "sources": [{"id": "document", "at": "page 1"}],
    }  # fmt: skip
    one = credential("A", edition(leaf("a.age", "age", at_least=18)), facts=[fee])
    rules = load_catalog(rules_folder(tmp_path, one, credential("B", edition(leaf("b.age", "age", at_least=18)))))

    comparison = compare(rules, ["A", "B"], TODAY)

    assert texts(comparison, "Fees") == ["Fee: $5.", "No source tells this."]
    assert not row(comparison, "Fees").same
    assert differences(comparison).only == ((), ())


def test_the_topic_of_a_choice_is_that_of_its_parts(tmp_path: Path) -> None:
    """Where the file gives it none."""
    choice = group("a.any", "any_of", leaf("a.1", "age", at_least=18), leaf("a.2", "age", at_least=21))

    comparison = side_by_side(tmp_path, [choice], [leaf("b.age", "age", at_least=18)])

    assert [one.label for one in comparison.rows] == ["Age"]
