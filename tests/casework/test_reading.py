"""Files of cases, read."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.casework import selected
from peercert.casework.reading import patched
from peercert.reading import Plain

from .toys import CASES, cases_with, rules, told


def problems(folder: Path, cases: str) -> list[tuple[int | None, int | None, str, str]]:
    """Return place, code and words of every problem of a file."""
    return [
        (one.line, one.column, one.code, f"{one.message} {one.hint or ''}") for one in told(rules(folder, cases))[1]
    ]


def test_a_case_has_its_place_and_its_whole_profile(tmp_path: Path) -> None:
    """The place is where the case begins; the profile is the base with what differs."""
    (file,), none = told(rules(tmp_path))

    assert none == []
    assert [case.line for case in file.cases] == [5, 9, 15, 21]
    assert file.cases[2].facts == {"birth_date": "1970-01-01", "references": "1"}
    assert file.cases[3].facts == {}
    assert file.cases[0].place.endswith("us/toy.cases.yaml:5:5")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("pathway: standard", "patway: standard", (8, 5, "unknown-key", 'Did you mean "pathway"?')),
        ("    verdict: undetermined\n", "", (21, 5, "missing-key", 'The key "verdict" is missing here.')),
        ("verdict: undetermined", "verdict: no", (24, 14, "unknown-word", "This is not a word that verdict knows.")),
        ("base: older", "base: odler", (17, 11, "unknown-base", "There is no such base. Known: older.")),
        ("name: one reference", "name: nothing is told", (15, 11, "duplicate-name", "Two cases have this name.")),
        ("as_of: 2026-11-22\n    base", "as_of: soon\n    base", (16, 12, "bad-date", "")),
        ("but: {references: 1}", "but: {references: one}", (15, 5, "bad-number", "cannot be used. `references`: ")),
        ("but: {references: 1}", "but: {training: [{hours: x}]}", (15, 5, "bad-number", "`training[0].hours`: ")),
        (
            "verdict: undetermined", "verdict: undetermined\n    eligible_from: 2031-01-01",
            (25, 20, "idle-day", "Only who is not_yet"),
        ),
        ("cases:\n", "cases:\n  - 1\n", (5, 5, "wrong-type", "A mapping is needed here.")),
        ("references: 3", "references: 3, references: 4", (3, 50, "duplicate-key", "")),
        ("birth_date: 1970-01-01", "birth_date: ", (3, 23, "empty-value", "")),
    ],
)  # fmt: skip
def test_a_slip_in_a_file_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, expected: tuple[int, int, str, str]
) -> None:
    """A slip of the pen cannot turn a case into one that proves nothing."""
    found = problems(tmp_path, cases_with(old, new))

    assert [one[:3] for one in found][:1] == [expected[:3]]
    assert expected[3] in found[0][3]


def test_a_proposed_case_is_refused_until_someone_says_what_must_come_out(tmp_path: Path) -> None:
    """CONFIRM is no verdict; the sentence says what to do."""
    found = problems(tmp_path, cases_with("verdict: undetermined", "verdict: CONFIRM"))

    assert found == [
        (
            24, 14, "not-confirmed",
            (
                "Nobody has said yet what must come out of this case. Work it out by hand from the sources, and write "
                "the verdict in place of CONFIRM. "
            ),
        )
    ]  # fmt: skip


def test_a_reason_must_be_given_in_words(tmp_path: Path) -> None:
    """A dash is not a reason."""
    text = f'{CASES}not_reached: [{{id: xx.toy.age, as: [met], because: "-"}}]\n'

    assert [one[2:] for one in problems(tmp_path, text)] == [("empty-value", "Say why, in words. ")]


def test_cases_of_no_credential_are_told(tmp_path: Path) -> None:
    """A file named after nothing is a slip in its name."""
    catalog = rules(tmp_path, **{"tyo.cases": CASES})

    (problem,) = told(catalog)[1]
    assert problem.message == "There is no credential TYO to go with these cases."
    assert problem.hint == 'Did you mean "TOY"?'


def test_a_file_that_is_no_mapping_is_told(tmp_path: Path) -> None:
    """A list of cases alone has nobody in it."""
    assert problems(tmp_path, "- name: one\n") == [
        (1, 1, "not-a-mapping", "A file of cases is a mapping. Write `given:` and `cases:`.")
    ]


def test_words_select_cases_by_their_names(tmp_path: Path) -> None:
    """Every word must be there, in any order and case; no word selects all."""
    (file,), _ = told(rules(tmp_path))

    assert [case.text.name for case in selected(file, "TOMORROW turns")] == ["turns eighteen tomorrow"]
    assert selected(file, "turns reference") == ()
    assert len(selected(file, " ")) == 4


def test_a_merge_patch_takes_away_replaces_and_goes_inside() -> None:
    """Null takes a key away, a list is replaced whole, a mapping is gone into; a null in quotes is a word."""
    base = {"a": {"b": "1", "c": "2"}, "d": ["1", "2"], "e": "x"}

    assert patched(base, {"a": {"b": Plain("null")}, "d": ["3"], "e": "null", "f": {"g": "y"}}) == {
        "a": {"c": "2"}, "d": ["3"], "e": "null", "f": {"g": "y"},
    }  # fmt: skip
