"""What in a profile contradicts itself, the calendar or the words of the catalogue."""

from datetime import date

import pytest

from build import TODAY, Raw, candidate
from peercert.candidate import load_candidate
from peercert.errors import FileError
from peercert.reading import read_bytes
from peercert.words import Words


def problems(profile: Raw, as_of: date = TODAY) -> list[tuple[str, str, str | None]]:
    """Return code, message and hint of every problem of a profile."""
    try:
        candidate(profile, as_of)
    except FileError as error:
        return [(problem.code, problem.message, problem.hint) for problem in error.problems]
    return []


@pytest.mark.parametrize("birth", ["2026-11-22", "2026", "2026-11", "1906-11-22", "1906"])
def test_a_day_of_birth_may_be_any_day_up_to_the_day_decided_on(birth: str) -> None:
    """Newborns and people of 120 years are people; a birth date known in part may reach past the day."""
    assert problems({"birth_date": birth}) == []


@pytest.mark.parametrize("birth", ["2026-11-23", "2026-12", "2027"])
def test_nobody_is_born_after_the_day_decided_on(birth: str) -> None:
    """A birth date after the as-of day is a problem."""
    assert problems({"birth_date": birth}) == [
        (
            "future-birth",
            "This day of birth is after the day decided on.",
            "Check the year, or the day given with --as-of.",
        )
    ]


@pytest.mark.parametrize("birth", ["1906-11-21", "1905", "0198-04-12"])
def test_a_birth_date_of_very_long_ago_is_a_slip_of_the_pen(birth: str) -> None:
    """More than 120 years back is taken for a mistake."""
    assert problems({"birth_date": birth}) == [
        ("bad-date", "This day of birth is more than 120 years back.", "Check the year.")
    ]


@pytest.mark.parametrize("seeking", [["CRSS", "cprs", "Cps-II"], []])
def test_credentials_sought_are_known_whatever_the_case(seeking: list[str]) -> None:
    """Ids are matched without regard to case."""
    assert problems({"seeking": seeking}) == []


def test_an_unknown_credential_is_told_with_the_known_ones() -> None:
    """An id that is not known, sought or held, is a problem that lists the known ones and the nearest."""
    ((code, message, hint),) = problems({"seeking": ["CRRS"]})
    ((held_code, held_message, _),) = problems({"credentials": [{"id": "XYZ-9"}]})

    assert (code, message) == ("unknown-credential", "This is not a credential that is known here.")
    assert hint is not None
    assert 'Did you mean "C' in hint
    assert all(id_ in hint for id_ in ("CRSS", "CPRS", "CPSS", "CPS-I", "CPS-II", "CPSRP", "CPSRP-P"))
    assert (held_code, held_message) == (code, message)


@pytest.mark.parametrize(
    ("profile", "missing"),
    [
        ({"credentials": [{"issued": "2024-12-01"}]}, "This credential has no id."),
        ({"licenses": [{"expires": "2027-03-31"}]}, "This licence has no id."),
        ({"exams": [{"score": 80}]}, "This sitting does not say which exam it was."),
    ],
)
def test_a_record_without_its_name_is_a_problem(profile: Raw, missing: str) -> None:
    """A credential, a licence and a sitting must say which one they are."""
    ((code, message, _),) = problems(profile)

    assert (code, message) == ("missing-key", missing)


@pytest.mark.parametrize(
    "profile",
    [
        {"credentials": [{"id": "declined"}]},
        {"exams": [{"exam": "declined"}]},
        {"training": [{"program": "declined"}, {"program": "none"}, {}, {"program": "ms-cpss"}]},
        {"practicum": [{"program": "none"}, {"program": "il-icb-accredited"}]},
    ],
)
def test_a_name_may_be_declined_and_a_course_may_be_of_no_program(profile: Raw) -> None:
    """Declining to name something is no problem, nor is a course that no catalogue knows."""
    assert problems(profile) == []


@pytest.mark.parametrize(
    ("profile", "code", "message"),
    [
        ({"training": [{"program": "ms-cps"}]}, "unknown-word", "This is not a word that program knows."),
        ({"practicum": [{"program": "ms-cps"}]}, "unknown-word", "This is not a word that program knows."),
        ({"exams": [{"exam": "ms-cps"}]}, "unknown-word", "This is not an exam that is known here."),
        (
            {"training": [{"components": {"mid_term": "passed"}}]},
            "unknown-key",
            "This is not a part of any course that is known here.",
        ),
    ],
)
def test_words_of_the_catalogue_are_looked_up(profile: Raw, code: str, message: str) -> None:
    """A course, an exam or a part of a course that the catalogue does not know is told with the nearest."""
    ((found_code, found, hint),) = problems(profile)

    assert (found_code, found) == (code, message)
    assert hint is not None
    assert hint.startswith(('Did you mean "ms-cpss"? Known here: ', 'Did you mean "midterm"? Known here: '))


def test_rules_that_know_no_exam_say_so() -> None:
    """An empty list would read as a slip of the program."""
    document = read_bytes(b'{"exams": [{"exam": "ms-cpss"}]}', "a.json", syntax="json")

    with pytest.raises(FileError) as caught:
        load_candidate(document, Words(), TODAY)

    assert [problem.hint for problem in caught.value.problems] == ["These rules know none."]


@pytest.mark.parametrize("ledger", ["training", "experience", "supervision", "practicum", "continuing_education"])
def test_an_id_is_used_once_in_a_ledger(ledger: str) -> None:
    """Two records with one id may be one record written twice, so that is a problem."""
    profile = {ledger: [{"id": "A"}, {}, {"id": "B"}, {"id": "A"}]}

    assert problems(profile) == [
        (
            "duplicate-id",
            f"Two records in {ledger} have the same id: number 1 and number 4.",
            "Give each record its own id, and each hour only one record.",
        )
    ]


def test_the_id_of_a_credential_or_licence_is_not_its_own() -> None:
    """A credential may be held twice, and the same id may stand in two ledgers."""
    held = [{"id": "CPS-I", "issued": "2020-01-01", "expires": "2022-01-01"}, {"id": "CPS-I", "issued": "2024-01-01"}]
    profile = {"credentials": held, "licenses": [{"id": "LPN"}, {"id": "LPN"}]}

    assert problems({**profile, "training": [{"id": "A"}], "experience": [{"id": "A"}]}) == []


@pytest.mark.parametrize(
    ("profile", "right"),
    [
        ({"experience": [{"start": "2026-05-02", "end": "2026-05-01"}]}, False),
        ({"experience": [{"start": "2026-05-01", "end": "2026-05-01"}]}, True),
        ({"experience": [{"start": "2026-05", "end": "2026-05"}]}, True),
        ({"experience": [{"start": "2026-06", "end": "2026-05"}]}, False),
        ({"supervision": [{"start": "2026-05-02", "end": "2026-05-01"}]}, False),
        ({"practicum": [{"start": "2026-05-02", "end": "2026-05-01"}]}, False),
        ({"education": [{"start": "2026-05-02", "end": "2026-05-01"}]}, False),
        ({"credentials": [{"id": "CPS-I", "issued": "2026-05-02", "expires": "2026-05-01"}]}, False),
        ({"licenses": [{"id": "LPN", "issued": "2026-05-02", "expires": "2026-05-01"}]}, False),
        ({"experience": [{"start": "2026-05-02", "end": "declined"}]}, True),
    ],
)
def test_nothing_ends_before_it_starts(profile: Raw, right: bool) -> None:
    """An end surely before its start is a problem; the same day, or a month that may fit, is none."""
    expected = [] if right else [("end-before-start", "This ends before it starts.", "Check both dates.")]

    assert problems(profile) == expected


@pytest.mark.parametrize(
    ("start", "end", "hours", "right"),
    [
        ("2026-05-01", "2026-05-01", 24, True),
        ("2026-05-01", "2026-05-01", 24.01, False),
        ("2026-05-01", "2026-05-10", 240, True),
        ("2026-05-01", "2026-05-10", 240.5, False),
        ("2026-05", "2026-05", 744, True),
        ("2026-05", "2026-05", 744.5, False),
        ("2026-05-01", None, 5, True),
    ],
)
def test_a_day_has_24_hours(start: str, end: str | None, hours: float, right: bool) -> None:
    """More than 24 hours a day between start and end, both included, is a problem."""
    record = {"start": start, "hours": hours} | ({"end": end} if end else {})
    expected = (
        []
        if right
        else [
            (
                "too-many-hours",
                "These are more than 24 hours a day between start and end.",
                "Check the hours and both dates.",
            )
        ]
    )

    assert problems({"supervision": [record]}) == expected


def test_work_that_goes_on_is_counted_to_the_day_decided_on() -> None:
    """Work without an end goes on to the as-of day; more than 24 hours a day up to then cannot be."""
    record = {"start": "2026-11-21", "hours": 1000}

    assert [code for code, _, _ in problems({"experience": [record]})] == ["too-many-hours"]


def test_hours_and_credits_do_not_stand_together() -> None:
    """A course has hours or credits, not both."""
    record = {"hours": 45, "credits": {"count": 3, "system": "semester"}}

    assert problems({"training": [record]}) == [
        ("hours-and-credits", "Hours and credits are both given.", "Keep one of the two.")
    ]


@pytest.mark.parametrize(
    ("record", "right"),
    [
        ({"hours": 24, "topics": {"ethics": 14, "advocacy": 10}}, True),
        ({"hours": 23.9, "topics": {"ethics": 14, "advocacy": 10}}, False),
        ({"topics": {"ethics": 14}}, True),
        ({"hours": "declined", "topics": {"ethics": 14}}, True),
        ({"hours": 14, "topics": {"ethics": 14, "advocacy": "declined"}}, True),
        ({"credits": {"count": 1, "system": "semester"}, "topics": {"ethics": 15}}, True),
        ({"credits": {"count": 1, "system": "semester"}, "topics": {"ethics": 15.5}}, False),
        ({"credits": {"count": 1}, "topics": {"ethics": 15.5}}, True),
        ({"credits": {"count": "declined", "system": "semester"}, "topics": {"ethics": 15.5}}, True),
    ],
)
def test_topics_do_not_add_up_to_more_than_the_whole(record: Raw, right: bool) -> None:
    """Topics above the hours told, or above what the credits are worth, are a problem."""
    expected = (
        []
        if right
        else [
            (
                "topics-above-hours",
                "The topics add up to more than the hours of the whole.",
                "Topics do not overlap: check both.",
            )
        ]
    )

    assert problems({"training": [record]}) == expected


@pytest.mark.parametrize(
    ("exam", "score", "scale"),
    [
        ("ms-cpss", 0, None),
        ("ms-cpss", 100, None),
        ("ms-cpss", 100.5, "0 to 100"),
        ("icrc-pr", 200, None),
        ("icrc-pr", 800, None),
        ("icrc-pr", 199.5, "200 to 800"),
        ("icrc-pr", 801, "200 to 800"),
        ("declined", 9000, None),
        ("mn-cps", 120, None),
        ("ct-cpsrp", 412, None),
    ],
)
def test_a_score_lies_on_the_exams_scale(exam: str, score: float, scale: str | None) -> None:
    """Both ends of the scale are on it; a score off it is a problem. Where no scale is known, no score is off it."""
    expected = (
        []
        if scale is None
        else [("off-scale", f"This score is off the exam's scale, which runs from {scale}.", "Check the score.")]
    )

    assert problems({"exams": [{"exam": exam, "score": score}]}) == expected
