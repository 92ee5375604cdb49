"""The state of an interview: what each kind of answer makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.engine import Verdict
from peercert.interview import Interview, answer, next_question, start
from upper import TODAY, group, leaf, own_rules

from .answering import asked, begin, decided, plain, until

ALL_BUT_HEALTH = """
attestations: {disclosure: true, leadership: true}
birth_date: 1990-01-02
education: [{level: ged}]
training:
  - {program: mn-cps, hours: 76, components: {midterm: passed, oral_role_play: passed, final: passed}}
exams: [{exam: mn-cps, result: passed}]
"""
"""All that is asked but the lived experience."""


def test_the_least_sensitive_question_comes_first_and_diagnosis_last() -> None:
    """Health is asked for only when all else is told."""
    state = begin("CPS-I")
    keys = []
    while (question := next_question(state)) is not None:
        keys.append(question.path[0])
        state = answer(state, "skip")

    assert keys == [
        "attestations", "exams", "training", "birth_date", "education", "attestations", "lived_experience"
    ]  # fmt: skip


def test_a_question_says_for_which_requirement_it_is_asked() -> None:
    """A person may know why somebody wants to know."""
    question = asked(until(begin("CPS-I"), ("birth_date",)))

    assert [(one.credential, one.title) for one in question.why] == [("CPS-I", "Minimum age")]


def test_an_answer_is_told_in_the_profile() -> None:
    """As the words of the profile have it."""
    state = answer(begin("CPS-I"), "Yes")

    assert state.facts == {"attestations": {"leadership": "true"}}


@pytest.mark.parametrize("line", ["skip", "Skip", "I don't know", "i don’t know", "I do not know."])
def test_what_is_passed_is_left_out_and_not_asked_again(line: str) -> None:
    """Not told is not a no."""
    state = answer(begin("CPS-I"), line)

    assert state.facts == {}
    assert asked(state).path == ("exams",)


def test_what_somebody_would_rather_not_say_is_declined() -> None:
    """It stands in the profile as just that."""
    state = answer(begin("CPS-I"), "I'd rather not say")

    assert state.facts == {"attestations": {"leadership": "declined"}}


def test_a_whole_list_can_be_declined() -> None:
    """No record of it is then asked for."""
    state = answer(until(begin("CPS-I"), ("lived_experience",)), "I'd rather not say")

    assert state.facts == {"lived_experience": "declined"}
    assert next_question(state) is None


def test_no_to_a_list_means_none() -> None:
    """That is more than not telling of it."""
    state = answer(until(begin("CPS-I"), ("exams",)), "no")

    assert state.facts == {"exams": []}


def test_records_are_told_field_by_field_until_there_are_no_more() -> None:
    """While there may be more, the list says so."""
    state = until(begin("CPS-II", facts=plain("credentials: [{id: CPS-I, expires: 2027-12-01}]")), ("experience",))
    state = answer(state, "yes")
    state = answer(state, "peer support")
    state = answer(state, "1, 4")
    assert state.facts["experience"] == {
        "records": [{"role": "peer", "population": ["mental_illness", "adults"]}], "complete": "false",
    }  # fmt: skip

    state = answer(answer(answer(state, "yes"), "1999.5"), "no")
    assert state.facts["experience"] == [
        {"role": "peer", "population": ["mental_illness", "adults"], "supervised": "true", "hours": "1999.5"}
    ]


def test_a_record_of_which_nothing_is_known_leaves_the_list_open() -> None:
    """There is an exam, but not which: that is not none."""
    state = answer(until(begin("CPS-I"), ("exams",)), "yes")
    state = answer(state, "skip")
    assert asked(state).text == "Have you sat an exam another time?"

    assert answer(state, "no").facts == {"exams": {"records": [], "complete": "false"}}


def test_back_takes_the_last_answer_away() -> None:
    """And asks its question again; before the first question there is none."""
    first = begin("CPS-I")
    second = answer(first, "yes")

    assert answer(second, "back").facts == {}
    assert asked(answer(second, "back")).path == ("attestations", "leadership")
    assert answer(first, "back").said == "This is the first question."


def test_stop_ends_it_and_keeps_what_is_told() -> None:
    """Nothing more is asked."""
    state = answer(answer(begin("CPS-I"), "yes"), "stop")

    assert next_question(state) is None
    assert state.facts == {"attestations": {"leadership": "true"}}


@pytest.mark.parametrize("line", ["?", "help"])
def test_help_says_how_to_answer_and_asks_again(line: str) -> None:
    """With all the ways out."""
    state = answer(begin("CPS-I"), line)

    assert state.said.startswith("Write yes or no. You can also write: skip, I don't know,")
    assert asked(state).path == ("attestations", "leadership")


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        (("attestations", "leadership"), "perhaps", "This asks for a yes or a no."),
        (("attestations", "leadership"), "", "Write an answer, or skip."),
        (("attestations", "leadership"), "yes\x1b[2J", "This line holds a sign that cannot be used here."),
        (("birth_date",), "4/5/1990", "Dates in this form can be read in two ways."),
        (("birth_date",), "2030-01-01", "This day of birth is after the day decided on."),
        (("exams",), "maybe", "This asks for a yes or a no."),
    ],
)
def test_a_line_that_is_no_answer_is_refused_in_plain_words(path: tuple[str, ...], line: str, said: str) -> None:
    """The question stays, and nothing of it is told."""
    state = until(begin("CPS-I"), path)
    after = answer(state, line)

    assert after.said.startswith(said)
    assert asked(after).path == path
    assert after.facts == {}


def test_a_choice_that_is_none_is_refused_with_the_nearest() -> None:
    """A slip of the pen is no answer."""
    state = answer(until(begin("CPS-I"), ("education",)), "yes")

    assert answer(state, "gad").said == 'This is none of the choices. Did you mean "GED"? Write a number from 1 to 9.'


def test_after_three_lines_that_are_no_answer_skipping_is_offered() -> None:
    """Nobody is kept at a question."""
    state = begin("CPS-I")
    for line in ("perhaps", "often", "it depends"):
        assert "skip" not in state.said
        state = answer(state, line)

    assert state.said == "This asks for a yes or a no. You can write skip to leave this out."


@pytest.mark.parametrize(("line", "told"), [("2", "ged"), ("GED", "ged"), ("bachelor's degree", "bachelor")])
def test_a_choice_is_named_by_its_number_or_its_words(line: str, told: str) -> None:
    """Whatever is easier to write."""
    state = answer(answer(until(begin("CPS-I"), ("education",)), "yes"), line)

    assert state.facts["education"] == {"records": [{"level": told}], "complete": "false"}


@pytest.mark.parametrize("line", ["two", "2.5", "-1", "my aunt"])
def test_a_count_that_is_no_whole_number_is_refused_in_plain_words(line: str) -> None:
    """Without a word of lists or brackets, which belong to files."""
    state = answer(until(begin("CPSS"), ("references",)), line)

    assert state.said == "This asks for a whole number, such as 2."


def test_the_last_day_of_a_credential_is_asked_although_the_rules_say_how_long_it_holds() -> None:
    """Who tells no last day is taken to hold it for as long as it is usually given."""
    state = answer(until(begin("CPS-II"), ("credentials",)), "yes")
    state = answer(answer(state, "CPS-I"), "2026-01-31")

    assert asked(state).path == ("credentials", 0, "expires")


def test_the_hours_of_several_subjects_are_told_in_one_line() -> None:
    """Each with its hours; one that is named twice is refused."""
    state = answer(until(begin("CRSS"), ("training",)), "yes")
    while asked(state).path[-1] != "hours":
        state = answer(state, "skip")
    state = answer(state, "20")

    told = answer(state, "ethics 16, youth: 4")
    assert told.facts["training"] == {
        "records": [{"hours": "20", "topics": {"ethics": "16", "youth": "4"}}], "complete": "false",
    }  # fmt: skip
    assert answer(state, "ethics 16, ethics 4").facts == state.facts
    assert answer(state, "ethics 16, youth 5").said.startswith("The topics add up to more than the hours")


def test_a_last_day_that_is_passed_is_not_taken_for_still_going_on() -> None:
    """It lies between the first day and the day decided on; that is all that is known."""
    state = answer(until(begin("CPSS"), ("experience",)), "yes")
    while asked(state).path[-1] != "start":
        state = answer(state, "skip")
    passed = answer(state, "2025-03-01")
    assert passed.facts["experience"] == {
        "records": [{"start": "2025-03-01", "end": "2025-03-01..2026-11-22"}], "complete": "false",
    }  # fmt: skip

    back = answer(state, "back")
    assert asked(back).path[-1] == "end"
    still = answer(answer(back, "still there"), "2025-03-01")
    assert still.facts["experience"] == {"records": [{"start": "2025-03-01"}], "complete": "false"}


def test_it_asks_only_for_what_a_profile_leaves_open() -> None:
    """A resumed interview begins there."""
    state = begin("CPS-I", facts=plain(ALL_BUT_HEALTH))
    assert asked(state).path == ("lived_experience",)

    for line in ("yes", "my own", "yes", "mental illness", "yes"):
        state = answer(state, line)
    assert next_question(state) is None
    assert decided(state).verdict is Verdict.ELIGIBLE


def test_it_never_asks_for_health_where_the_answer_is_no_already() -> None:
    """One requirement that nothing can meet is enough."""
    state = answer(until(begin("CPS-I"), ("exams",)), "no")

    assert next_question(state) is None
    assert decided(state).verdict is Verdict.NOT_ELIGIBLE


def test_a_record_that_cannot_count_is_not_asked_about_further() -> None:
    """Another exam: neither its day nor its score is anybody's business."""
    state = answer(answer(until(begin("CPS-I"), ("exams",)), "yes"), "1")

    assert state.facts["exams"] == {"records": [{"exam": "il-crss"}], "complete": "false"}
    assert asked(state).text == "Have you sat an exam another time?"


@pytest.mark.parametrize(("born", "verdict"), [("2009-03-01", Verdict.NOT_YET), ("1990-03-01", Verdict.ELIGIBLE)])
def test_who_is_too_young_today_is_asked_what_matters_on_a_later_day(
    tmp_path: Path, born: str, verdict: Verdict
) -> None:
    """Time alone may still settle it, and the answer turn from no to not yet."""
    rules = own_rules(tmp_path, group("all", "all_of", leaf("age", "age", at_least=18),
                                      leaf("reads", "attestation", name="literacy")))  # fmt: skip
    state = start(Interview(rules, ("TOY",), TODAY), plain(f"birth_date: {born}"))

    assert asked(state).path == ("attestations", "literacy")
    assert decided(answer(state, "yes")).verdict is verdict


def test_who_lacks_what_no_time_brings_is_asked_no_more(tmp_path: Path) -> None:
    """Nothing else can change a no that stays."""
    rules = own_rules(tmp_path, group("all", "all_of", leaf("two", "references", at_least=2),
                                      leaf("reads", "attestation", name="literacy")))  # fmt: skip
    state = start(Interview(rules, ("TOY",), TODAY), plain("references: 1"))

    assert next_question(state) is None


def test_what_was_told_is_not_shown_in_a_log() -> None:
    """A crash report must not tell of a person."""
    state = answer(until(begin("CPS-I"), ("birth_date",)), "1990-04-12")

    assert "1990" not in repr(state)


def test_at_most_so_many_questions_come_as_it_says() -> None:
    """Where no list is told of, the number only falls."""
    state = begin("CPSS")
    left = [asked(state).left]
    while (question := next_question(state)) is not None:
        left.append(question.left)
        state = answer(state, "skip")

    assert left == sorted(left, reverse=True)
    assert left[-1] >= 1


@pytest.mark.parametrize("line", ["no", "No.", "yes"])
def test_a_no_is_not_taken_for_a_state(line: str) -> None:
    """It has two letters, as the code of a state has; whoever writes it means something else."""
    state = answer(until(begin("CPSS"), ("residence", "state")), line)

    assert state.said == "This asks for more than a yes or a no. Write it, or skip."
    assert state.facts == {}
