"""Cases that are proposed for numbers and days that are untried."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import toy_with
from peercert.casework import run
from peercert.casework.proposing import propose, written

from .toys import CASES, cases_with, covered, ran, rules, told


def proposed(folder: Path, cases: str = CASES, **files: str) -> str:
    """Return the proposals for the toy credential, as they are written."""
    catalog = rules(folder, cases, **files)
    return written(propose(catalog, told(catalog)[0][0], ran(catalog), covered(catalog)))


def test_nothing_is_proposed_where_all_is_shown(tmp_path: Path) -> None:
    """An empty text, not an empty list."""
    assert proposed(tmp_path) == ""


def test_the_nearest_case_is_moved_to_the_number(tmp_path: Path) -> None:
    """One fact changes, the rest stays; the verdict is left open."""
    text = proposed(tmp_path, toy=toy_with("at_least: 2\n", "at_least: 4\n"))

    lines = text.replace(str(tmp_path), "HERE").splitlines()
    assert lines == [
        '  # For HERE/rules/us/toy.yaml:26. Made from the case "just old enough, with just enough references".',
        '  - name: "proposed: just at xx.toy.references, at_least"',
        "    as_of: 2026-11-22",
        "    but:",
        "      references: 4",
        "    verdict: CONFIRM",
        '  # For HERE/rules/us/toy.yaml:26. Made from the case "just old enough, with just enough references".',
        '  - name: "proposed: one step past xx.toy.references, at_least"',
        "    as_of: 2026-11-22",
        "    but:",
        "      references: 3",
        "    verdict: CONFIRM",
    ]


def test_a_day_of_birth_is_moved_too(tmp_path: Path) -> None:
    """Nineteen years back from the day decided on, and a day later."""
    text = proposed(tmp_path, toy=toy_with("at_least: 18\n", "at_least: 19\n"))

    assert [line.strip() for line in text.splitlines() if "birth_date" in line] == [
        "birth_date: 2007-11-22", "birth_date: 2007-11-23",
    ]  # fmt: skip


def test_a_proposal_keeps_base_and_readings(tmp_path: Path) -> None:
    """What differs is written against the base of the case that it was made from."""
    cases = """\
given: {birth_date: 1970-01-01, references: 0}
bases: {young: {birth_date: 2008-11-22, references: 2}}
cases:
  - {name: young, as_of: 2026-11-22, base: young, disputes: strict, but: {references: 3}, verdict: eligible}
"""

    assert proposed(tmp_path, cases).splitlines()[1:8] == [
        '  - name: "proposed: one step past xx.toy.age, at_least"',
        "    as_of: 2026-11-22",
        '    base: "young"',
        "    disputes: strict",
        "    but:",
        "      birth_date: 2008-11-23",
        "      references: 3",
    ]


def test_one_person_at_two_numbers_is_proposed_once(tmp_path: Path) -> None:
    """Two rules that ask the same need one case."""
    more = """\
            - id: xx.toy.again
              kind: references
              title: Four references
              at_least: 4
              sources: [{id: law, at: page 3}]
"""
    toy = toy_with("at_least: 2\n", "at_least: 4\n") + more

    assert proposed(tmp_path, toy=toy).count("references: 4") == 1


def test_what_no_fact_can_move_is_left_out(tmp_path: Path) -> None:
    """A birth date that is not told cannot be moved."""
    cases = "given: {references: 2}\ncases:\n  - {name: one, as_of: 2026-11-22, verdict: undetermined}\n"

    assert "birth_date" not in proposed(tmp_path, cases)
    assert "references: 1" in proposed(tmp_path / "again", cases)


def test_a_proposal_closes_its_gap_once_it_is_confirmed(tmp_path: Path) -> None:
    """Put under `cases:` with a verdict, it comes out as that and shows what was missing."""
    cases = cases_with("but: {references: 1}", "but: {references: 0}")
    text = proposed(tmp_path / "before", cases)
    confirmed = cases.replace("cases:\n", f"cases:\n{text.replace('CONFIRM', 'not_eligible')}")
    catalog = rules(tmp_path / "after", confirmed)

    assert text.count("verdict: CONFIRM") == 1
    assert covered(catalog).complete
    assert all(run(case, catalog).passed for file in told(catalog)[0] for case in file.cases)
