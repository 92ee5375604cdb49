"""Half-told people: what is told of them, and how their gaps may be filled."""

from datetime import date

import pytest

from .bases import Written, mississippi
from .gaps import MORE, NOT_TOLD, Gap, HalfTold, apart
from .outcomes import MET
from .people import Case
from .possible import contradictions, faults
from .seven import RULES, verdict
from .untold import half_told

pytestmark = pytest.mark.unmeasured

TODAY = date(2026, 11, 22)
BORN = Gap(("birth_date",), "2008-11", ("2008-11-22", "2008-11-23", "2030-01-01"))
SCORE = Gap(("exams", 0, "score"), "declined", (75, 74.9))
REFERENCES = Gap(("references",), NOT_TOLD, (1, 2))
SITTINGS = Gap(("exams", MORE), None, ([], [{"exam": "mn-cps", "date": "2026-10-01", "result": "failed"}]))


def half(*gaps: Gap) -> HalfTold:
    """Return someone who meets the CPSS exactly, with some gaps."""
    return HalfTold(Case("CPSS", mississippi(TODAY), TODAY), gaps)


def test_a_gap_is_left_out_declined_or_told_less_exactly() -> None:
    """What is told has the gap's own words in its place, and all else as it was."""
    told = half(BORN, SCORE, REFERENCES).told

    assert "references" not in told
    assert (told["birth_date"], told["exams"][0]["score"]) == ("2008-11", "declined")
    assert told["training"] == mississippi(TODAY)["training"]


def test_a_list_that_may_hold_more_says_so() -> None:
    """The records stay; they are followed by `complete: false`, gaps inside them included."""
    told = half(SCORE, SITTINGS).told["exams"]

    assert told == {"records": [{"exam": "ms-cpss", "date": "2026-08-31", "score": "declined"}], "complete": False}


def test_every_way_to_fill_the_gaps_is_given() -> None:
    """Each value of one gap goes with each of the others."""
    filled = [
        (one["references"], one["exams"][0]["score"], len(one["exams"])) for one in completions(REFERENCES, SCORE)
    ]

    assert sorted(filled) == [(1, 74.9, 1), (1, 75, 1), (2, 74.9, 1), (2, 75, 1)]
    assert [len(one["exams"]) for one in completions(SITTINGS)] == [1, 2]


def completions(*gaps: Gap) -> list[Written]:
    """Return the completions of someone with some gaps, as plain data."""
    return list(half(*gaps).completions())


def test_what_cannot_be_is_no_completion() -> None:
    """Nobody is born after the day decided on."""
    assert [one["birth_date"] for one in completions(BORN)] == ["2008-11-22", "2008-11-23"]


def test_the_pace_of_work_and_the_scale_of_a_score_may_be_left_aside() -> None:
    """More than 24 hours a day, or a score off the scale, are faults of a file but contradict no fact."""
    much, high = (
        Gap(("experience", 0, "hours"), NOT_TOLD, (250, 99999)),
        Gap(("exams", 0, "score"), NOT_TOLD, (75, 101)),
    )

    assert len(list(half(much, high).completions(faults))) == 1
    assert len(list(half(much, high).completions(contradictions))) == 4


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("exams", 0, "score"), False),
        (("exams", 0), False),
        (("exams",), False),
        (("exams", 1), True),
        (("exams", MORE), True),
        (("exams", 0, "date"), True),
        (("training", 0, "score"), True),
    ],
)
def test_two_gaps_do_not_lie_in_each_other(path: tuple[str | int, ...], expected: bool) -> None:
    """A gap takes the place of all that is inside it."""
    assert apart(path, [SCORE]) is expected


@pytest.mark.parametrize("credential", sorted(RULES))
def test_half_told_people_have_gaps_that_matter(credential: str) -> None:
    """Nearly everyone has a gap and some completion; a fair part has completions that differ."""
    people = [half_told(credential, seed) for seed in range(100)]
    answers = [{verdict(credential, one, who.case.as_of).verdict for one in who.completions()} for who in people]

    assert sum(bool(who.gaps) for who in people) > 90
    assert all(answers)
    assert sum(len(one) > 1 for one in answers) > 20


def test_the_same_seed_makes_the_same_person() -> None:
    """A seed that is reported can be looked at again."""
    assert half_told("CPSS", 7).told == half_told("CPSS", 7).told
    assert half_told("CPSS", 7).case != half_told("CPSS", 8).case


def test_parts_of_a_pathway_need_all_their_leaves() -> None:
    """Level II counts all of Level I as one part; every leaf is in a part."""
    (path,) = RULES["CPS-II"](mississippi(TODAY) | {"birth_date": "2020-01-01"}, TODAY, "strict")

    assert set(path.parts) == {"credential", "experience"}
    assert min(path.parts.values()) is path.outcome is not MET
