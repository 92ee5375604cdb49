"""Bad input of every kind: code 4, one line a problem with its place, and nothing of what a person told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.profiles import DAY
from program import Ended, inside

NAME = "Zebulon"
"""A name that is told in every bad profile; no message may say it."""

WITHHELD = "Quartermain"
"""What stands where something else should; no message may say it either."""

FACTS = f"name: {NAME}\n"
WORK = "experience: [{{start: {}, end: {}, hours: {}}}]\n"
DEEP = "serves: " + "[" * 40 + "]" * 40 + "\n"

BAD: dict[str, tuple[str, str, str]] = {
    # what is wrong: the text after the name, the place, how the message begins
    "an unknown key": (f"birthdate: {WITHHELD}\n", "2:1", 'Unknown key "birthdate". Did you mean "birth_date"?'),
    "an unknown key inside": (f"residence: {{county: {WITHHELD}}}\n", "2:13", 'Unknown key "county" in residence.'),
    "a key that is free text": (f"I am {WITHHELD}: yes\n", "2:1", "Unknown key (not shown)."),
    "a word in place of a number": (f"references: {WITHHELD}\n", "2:13", "This is not a plain number."),
    "a word in place of a list": (f"training: {WITHHELD}\n", "2:11", "A list is needed here."),
    "a word in place of a mapping": (f"residence: {WITHHELD}\n", "2:12", "A mapping is needed here."),
    "a list in place of a text": (f"id: [{WITHHELD}]\n", "2:5", "A text is needed here."),
    "a word that a field does not know": (
        f"education: [{{level: {WITHHELD}}}]\n",
        "2:21",
        "This is not a word that level knows.",
    ),
    "a word that is nearly right": (
        "education: [{level: bachelors}]\n",
        "2:21",
        "This is not a word that level knows. Did",
    ),
    "a bad date": (f"birth_date: {WITHHELD}\n", "2:13", "This is not a date."),
    "a day that is not in the calendar": ("birth_date: 2001-02-29\n", "2:13", "This is not a date."),
    "a date with slashes": ("birth_date: 04/12/1998\n", "2:13", "Dates in this form can be read in two ways."),
    "a state that is no code": (f"residence: {{state: {WITHHELD}}}\n", "2:20", "This is not the code of a state."),
    "a yes or no that is neither": (
        f"experience: [{{supervised: {WITHHELD}}}]\n",
        "2:27",
        "This asks for a yes or no. Write true or false.",
    ),
    "YAML 1.1's other words for yes": ("experience: [{supervised: on}]\n", "2:27", "This asks for a yes or no."),
    "negative hours": ("supervision: [{hours: -7}]\n", "2:23", "This number is below zero."),
    "hours that are no number": ("supervision: [{hours: .nan}]\n", "2:23", "This is not a plain number."),
    "hours without an end": ("supervision: [{hours: .inf}]\n", "2:23", "This is not a plain number."),
    "hours with an exponent": ("supervision: [{hours: 1e3}]\n", "2:23", "This is not a plain number."),
    "hours as a clock shows them": ("supervision: [{hours: 1:30}]\n", "2:23", "This is not a plain number."),
    "hours in octal": ("supervision: [{hours: 012}]\n", "2:23", "This is not a plain number."),
    "a birth after the day decided on": (
        "birth_date: 2026-11-23\n",
        "2:13",
        "This day of birth is after the day decided on.",
    ),
    "an end before its start": (WORK.format("2025-06-30", "2024-01-08", 5), "2:39", "This ends before it starts."),
    "a share above one": ("experience: [{share: 60}]\n", "2:22", "A share is a number from 0 to 1."),
    "topics above hours": (
        "training: [{hours: 10, topics: {ethics: 11}}]\n",
        "2:32",
        "The topics add up to more than the hours of the whole.",
    ),
    "hours together with credits": (
        "training: [{hours: 45, credits: {count: 3, system: semester}}]\n",
        "2:24",
        "Hours and credits are both given.",
    ),
    "an id used twice": (
        f"training: [{{id: {WITHHELD}}}, {{id: {WITHHELD}}}]\n",
        "2:36",
        "Two records in training have the same id: number 1 and",
    ),
    "more than 24 hours a day": (
        WORK.format("2026-01-01", "2026-01-02", 49),
        "2:58",
        "These are more than 24 hours a day",
    ),
    "a score off the scale": ("exams: [{exam: ms-cpss, score: 101}]\n", "2:32", "This score is off the exam's scale"),
    "a score below the scale": ("exams: [{exam: icrc-pr, score: 199}]\n", "2:32", "This score is off the exam's scale"),
    "an unknown exam": (f"exams: [{{exam: {WITHHELD}}}]\n", "2:16", "This is not an exam that is known here."),
    "an unknown programme": (
        f"training: [{{program: {WITHHELD}}}]\n",
        "2:22",
        "This is not a word that program knows.",
    ),
    "an unknown credential that is sought": (
        f"seeking: [{WITHHELD}]\n",
        "2:11",
        "This is not a credential that is known here.",
    ),
    "a key twice": ("id: jo\nid: ann\n", "3:1", "The key"),
    "an anchor": ("id: &x jo\n", "2:5", ""),
    "an alias": ("serves: *x\n", "2:9", ""),
    "a tag": (f"id: !!python/name:{WITHHELD} x\n", "2:5", ""),
    "a second document": ("---\nid: ann\n", "2:1", ""),
    "nesting too deep": (DEEP, "2:40", ""),
    "a key without a value": ("birth_date:\n", "2:12", ""),
    "a mark that cannot be seen": ("id: a\u202eb\n", "2:6", ""),
    "a broken bracket": (f"serves: [{WITHHELD}\n", "2:9", ""),
    "a tab for indentation": (f"residence:\n\tstate: {WITHHELD}\n", "3:1", ""),
}


def one_problem(ended: Ended, place: str, begins: str) -> None:
    """Check that a run ended with one problem, at its place, and showed nothing of the profile."""
    assert (ended.code, ended.out) == (4, "")
    (line,) = ended.err.splitlines()
    assert line.startswith(f"bad.yaml:{place}: {begins}"), line
    shows_nothing(ended)


def shows_nothing(ended: Ended) -> None:
    """Check that nothing of a profile, and nothing of the program, stands in what was said."""
    said = ended.out + ended.err
    found = re.findall(rf"{NAME}|{WITHHELD}|Traceback|pydantic|Validation|\bdict\b|NoneType|Decimal|<class", said)
    assert found == [], said


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_in_a_profile_is_one_line_with_its_place(tmp_path: Path, what: str) -> None:
    """Code 4, `file:line:column`, the author's words, and not the value."""
    text, place, begins = BAD[what]
    (tmp_path / "bad.yaml").write_text(FACTS + text, encoding="utf-8")

    one_problem(inside("check", "bad.yaml", *DAY, folder=tmp_path), place, begins)


def test_every_problem_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    """In the order of the file, so that it is mended in one go."""
    (tmp_path / "bad.yaml").write_text(
        f"name: {NAME}\nbirth_date: {WITHHELD}\nreferences: -1\nrefs: 2\nexams: [{{exam: {WITHHELD}}}, {{score: 5}}]\n"
    )

    ended = inside("check", "bad.yaml", *DAY, folder=tmp_path)

    assert ended.code == 4
    assert [re.sub(r": [A-Z].*", "", line) for line in ended.err.splitlines()] == [
        "bad.yaml:2:13",
        "bad.yaml:3:13",
        "bad.yaml:4:1",
        "bad.yaml:5:16",
        "bad.yaml:5:30",
    ]
    shows_nothing(ended)


def test_a_missing_file_is_usage(tmp_path: Path) -> None:
    """A path that does not exist is a slip of the command line: code 2."""
    ended = inside("check", "missing.yaml", *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "peercert: There is no file or folder 'missing.yaml'.\n"


def test_an_unknown_credential_is_usage(tmp_path: Path) -> None:
    """On the command line an unknown id is code 2, and the known ones are listed."""
    (tmp_path / "good.yaml").write_text(FACTS)

    ended = inside("check", "good.yaml", "-c", "CPSSS", *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert 'Did you mean "CPSS"? Known: CPSRP, CPSRP-P, CPRS, CRSS, CPS-I, CPS-II, CPSS.' in ended.err
    shows_nothing(ended)


def test_words_of_yaml_1_1_are_only_words(tmp_path: Path) -> None:
    """`NO` is a text where a text may stand, and `no` is an answer where one is asked for."""
    (tmp_path / "odd.yaml").write_text(
        "id: NO\nseeking: [CPSRP-P]\nexperience: [{id: 012, title: on, employer: 1:30, supervised: no}]\n"
    )

    ended = inside("check", "odd.yaml", *DAY, "-f", "jsonl", folder=tmp_path)

    assert (ended.code, ended.err) == (3, "")
    assert ended.out.startswith('{"candidate": "NO",')
