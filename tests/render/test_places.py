"""The line of a profile that decides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peercert.explain import Explainer, Line
from peercert.render.places import deciding_place, path_from_here
from peercert.session import Checked
from upper import built_in

from .drawing import JORDAN
from .marking import checked

PROFILE = """\
# A person who was made up.
seeking: [CPSS]
residence: {state: MS}
attestations:
  literacy: false
references: 1
exams:
  - exam: ms-cpss
    date: 2026-10-01
    score: 60
  - exam: ms-cpss
    date: 2026-10-09
    score: 74.9
experience:
  - role: other
    hours: 900
    population: [adults, mental_illness]
training: []
"""


def place(text: str, requirement: str, *, first_line: int = 1, source: str = "p.yaml") -> tuple[int, int] | None:
    """Return the place that decides a requirement of CPSS for a profile."""
    one = checked(text, source, first_line=first_line)
    return deciding_place(one, leaf(one, requirement))


def leaf(one: Checked, requirement: str) -> Line:
    """Return the line of a requirement in a check for one credential."""
    lines = Explainer(built_in()).explain(one.determinations[0]).lines
    return next(found for line in lines for found in line.leaves() if found.requirement.id == requirement)


def test_a_record_that_decides_is_where_it_stands_in_its_list() -> None:
    """Both sittings count, and the first stands in line 8, behind its dash."""
    assert place(PROFILE, "ms.cpss.exam") == (8, 5)


def test_a_record_is_found_in_a_list_that_may_be_incomplete() -> None:
    """Such a list stands one level deeper in the file."""
    text = "seeking: [CPSS]\nexperience:\n  complete: false\n  records:\n    - hours: 10\n      role: peer\n"

    assert place(text, "ms.cpss.experience.hours") == (5, 7)


def test_a_record_in_doubt_is_shown_where_it_is_in_doubt() -> None:
    """The first counts for certain; the second is open, so it decides."""
    text = (
        "seeking: [CPSS]\nexperience:\n"
        "  - {role: peer, population: [adults, mental_illness], start: 2024-01-01, end: 2024-06-30, hours: 100}\n"
        "  - {role: peer, start: 2025-01-01, end: 2025-06-30, hours: 200}\n"
    )

    assert place(text, "ms.cpss.experience.hours") == (4, 5)


def test_a_record_that_does_not_count_is_shown_at_the_key_that_leaves_it_out() -> None:
    """The role is another one; it stands in line 15."""
    assert place(PROFILE, "ms.cpss.experience.hours") == (15, 5)


def test_one_statement_among_several_is_shown_where_it_stands() -> None:
    """Not the key above it."""
    assert place(PROFILE, "ms.cpss.literacy") == (5, 3)


def test_a_statement_that_is_not_told_is_shown_at_the_key_it_belongs_under() -> None:
    """The other statements are told."""
    assert place(PROFILE, "ms.cpss.disclosure") == (4, 1)


def test_without_records_the_key_that_is_looked_at_is_shown() -> None:
    """A count has no records; an empty list has none either."""
    assert place(PROFILE, "ms.cpss.references") == (6, 1)
    assert place(PROFILE, "ms.cpss.course") == (18, 1)


def test_a_key_that_is_not_told_is_shown_at_the_start() -> None:
    """There is no better line."""
    assert place(PROFILE, "ms.cpss.lived-experience") == (1, 1)


@pytest.mark.parametrize(("requirement", "column"), [("ms.cpss.references", 21), ("ms.cpss.exam", 1)])
def test_a_row_of_json_lines_is_on_its_line_of_the_file(requirement: str, column: int) -> None:
    """The row is the 41st line of its file."""
    row = '{"seeking":["CPSS"],"references":1}'

    assert place(row, requirement, first_line=41, source="people.jsonl") == (41, column)


def test_without_a_document_there_is_no_place() -> None:
    """A person who came from no file has no line."""
    one = checked(JORDAN)._replace(document=None)

    assert deciding_place(one, leaf(one, "ms.cpss.exam")) is None


@pytest.mark.parametrize("path", ["people/a b.yaml", "../people/c.yaml", "d.yaml"])
def test_a_path_from_the_working_folder_stays(path: str) -> None:
    """It is what the person typed."""
    assert path_from_here(path) == path


def test_a_whole_path_inside_the_working_folder_is_cut_to_what_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way to the folder is the machine's."""
    monkeypatch.chdir(tmp_path)

    assert path_from_here(str(tmp_path / "people" / "a.yaml")) == "people/a.yaml"


def test_a_whole_path_elsewhere_is_cut_to_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How a machine is laid out belongs in no report, even where the working folder is gone."""
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert path_from_here(str(tmp_path / "a.yaml")) == "a.yaml"

    os.rmdir(inside)  # noqa: PTH106 - a path that does not resolve
    assert path_from_here(str(tmp_path / "a.yaml")) == "a.yaml"


def test_standard_input_has_no_path() -> None:
    """It is no file."""
    assert path_from_here("<stdin>") is None
