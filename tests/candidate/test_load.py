"""From a document to a candidate."""

from datetime import date

import pytest

from build import TODAY, catalog
from peercert.candidate import Candidate, load_candidate
from peercert.errors import FileError
from peercert.reading import read_text


def load(text: str, source: str = "people/jordan.yaml") -> Candidate:
    """Load a profile from YAML."""
    return load_candidate(read_text(text, source), catalog().words, TODAY)


def problems(text: str) -> list[str]:
    """Return the problems of a profile, as a person reads them."""
    with pytest.raises(FileError) as caught:
        load(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("id: J-1", "people/jordan.yaml", "J-1"),
        ("references: 2", "people/jordan.yaml", "jordan"),
        ("references: 2", "<stdin>", "candidate"),
    ],
)
def test_a_candidate_is_called_by_id_or_by_the_file(text: str, source: str, expected: str) -> None:
    """Without an id the file's stem names the candidate."""
    loaded = load(text, source)

    assert (loaded.id, loaded.source) == (expected, source)


def test_the_day_of_application_is_told_or_not() -> None:
    """A candidate has a day of application only where the profile tells one."""
    assert load("application_date: 2026-11-22").application_date == date(2026, 11, 22)
    assert load("references: 2").application_date is None


def test_what_a_person_will_not_tell_is_kept_apart_from_what_is_not_told() -> None:
    """A key whose value is `declined` is declined, and tells nothing else."""
    loaded = load("birth_date: declined\nexams: declined\nresidence: declined\nreferences: declined\n")

    assert loaded.declined == {"birth_date", "exams", "residence", "references"}
    assert loaded.profile.exams is None


def test_a_list_that_may_hold_more_says_so() -> None:
    """Only `complete: false` leaves a list open; a plain list is complete."""
    loaded = load(
        "exams: {records: [], complete: false}\ntraining: {records: [], complete: no}\n"
        "experience: {records: [{hours: 2}], complete: true}\nsupervision: {records: []}\npracticum: []\n"
    )

    assert loaded.incomplete == {"exams", "training"}
    assert len(loaded.profile.experience or ()) == 1


def test_a_candidate_shows_nothing_of_itself() -> None:
    """What a person tells does not get into logs through the text of a candidate."""
    assert "Rivera" not in repr(load("name: Jordan Rivera"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 1\n", ["people/jordan.yaml:1:1: A profile is a mapping of facts. Write lines such as `references: 2`."]),
        (
            "exams: {record: [], complete: maybe}\n",
            [
                "people/jordan.yaml:1:8: There is no list of records here. Write {records: [...], complete: false}.",
                'people/jordan.yaml:1:9: Unknown key "record" in exams. Did you mean "records"?',
                "people/jordan.yaml:1:31: This asks for a yes or no. Write true or false.",
            ],
        ),
        (
            "exams:\n  complete: false\n  records:\n    - {exam: mn-cps, scor: 3}\n",
            ['people/jordan.yaml:4:22: Unknown key "scor" in exams. Did you mean "score"?'],
        ),
        (
            "seeking: declined\n",
            [
                (
                    "people/jordan.yaml:1:10: A list is needed here. "
                    "Write it in brackets, or one item a line, each after a dash."
                )
            ],
        ),
        (
            "nme: x\nbirth_date: soon\n",
            [
                'people/jordan.yaml:1:1: Unknown key "nme". Did you mean "name"?',
                (
                    "people/jordan.yaml:2:13: This is not a date. Write it as year-month-day, such as 2026-05-31,"
                    " or only 2026-05 or 2026."
                ),
            ],
        ),
    ],
)
def test_every_problem_is_told_at_its_place(text: str, expected: list[str]) -> None:
    """All problems come at once, in the file's order, each with line and column and what would be right."""
    assert problems(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "birth_date: 1998-13-04",
        "training: [{program: Secretcourse, topics: {Secrettopic: 1}, components: {Secretpart: passed}}]",
        "exams: [{exam: Secretexam, score: Secretscore}]",
        "credentials: [{id: Secretcredential}]",
        "seeking: [Secretwish]",
        "education: [{level: Secretlevel}]",
        "Secret name with words: 1",
        "residence: {state: Secretstate}",
        "attestations: {disclosure: Secretword}",
        "experience: [{id: Secretid}, {id: Secretid}]",
    ],
)
def test_no_problem_repeats_what_a_person_wrote(text: str) -> None:
    """A value may be personal, so problems name keys and known words only."""
    said = " ".join(problems(text))

    assert "1998-13-04" not in said
    assert not any(
        f"Secret{word}" in said
        for word in ("course", "exam", "score", "credential", "wish", "level", "state", "word", "id", " name")
    )


@pytest.mark.parametrize(
    "text",
    [
        "experience: [{population: declined}]",
        "training: [{topics: declined}]",
        "training: [{credits: declined}]",
        "training: [{components: declined}]",
        "experience: [{kind: declined, role: declined, setting: declined, supervised: declined, share: declined}]",
        "residence: {state: declined, since: declined}",
        "employment: {setting: declined, supervisor: declined, since: declined}",
        "education: [{level: declined, field: declined, years: declined, completed: declined}]",
    ],
)
def test_any_fact_inside_a_record_may_be_declined(text: str) -> None:
    """The word `declined` may stand for any fact, not only for numbers and single words."""
    assert load(text).id == "jordan"


@pytest.mark.parametrize("key", ["id", "name", "seeking", "application_date"])
def test_what_only_labels_a_profile_is_never_a_declined_fact(key: str) -> None:
    """Labels are left out instead of declined."""
    try:
        loaded = load(f"{key}: declined")
    except FileError:
        return
    assert key not in loaded.declined


def test_a_declined_day_of_application_is_not_taken_for_the_day_decided_on() -> None:
    """The day of application may be left out; declining it would be defaulted into a verdict, so it is a problem."""
    assert len(problems("application_date: declined")) == 1


def test_problems_of_shape_and_of_sense_are_told_together() -> None:
    """A key that nobody knows does not hide a date that cannot be."""
    found = problems("nme: x\nexperience: [{start: 2026-05-01, end: 2026-04-01}]\n")

    assert found == [
        'people/jordan.yaml:1:1: Unknown key "nme". Did you mean "name"?',
        "people/jordan.yaml:2:39: This ends before it starts. Check both dates.",
    ]


def test_a_table_on_standard_input_is_told_how_to_be_named() -> None:
    """Nothing but the option says that standard input is not a profile in YAML."""
    with pytest.raises(FileError) as caught:
        load_candidate(read_text("id,references\n", source="<stdin>"), catalog().words, TODAY)

    assert [problem.hint for problem in caught.value.problems] == [
        "Write lines such as `references: 2`. If this is a table, say so with --input-format."
    ]
