"""Every case that stands beside a credential's rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import CaseFileError, Told, all_cases, case_files, cases_of, patched

CASES = all_cases()


@pytest.mark.parametrize("told", CASES, ids=[told.label for told in CASES])
def test_a_case_comes_out_as_it_says(told: Told) -> None:
    """The verdict is the one told; so are the way and the exact blocking ids, where they are told."""
    found = told.decide()

    assert found.verdict.value == told.verdict
    if told.pathway is not None:
        assert found.chosen.id == told.pathway
    if told.because is not None:
        assert set(found.chosen.blocking) == told.because


@pytest.mark.parametrize("path", case_files(), ids=lambda path: path.stem)
def test_each_case_of_a_file_has_a_name_of_its_own(path: Path) -> None:
    """A report of a failing case names one case only."""
    names = [told.name for told in cases_of(path)]

    assert len(names) == len(set(names))


def test_every_credential_has_a_file_of_cases() -> None:
    """The seven credentials are all proved."""
    proved = [path.name.removesuffix(".cases.yaml") for path in case_files()]

    assert proved == ["cpsrp-p", "cpsrp", "cprs", "crss", "cps-i", "cps-ii", "cpss"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("given: {}\ncase: []\ncases: []\n", "unknown key case"),
        (
            "given: {}\ncases: [{name: one, as_of: 2026-11-22, verdict: eligible, becuase: [x]}]\n",
            "unknown key becuase",
        ),
        ("given: {}\ncases: [{name: one, as_of: 2026-11-22}]\n", "one: verdict is missing"),
        ("given: {}\ncases: [{name: one, as_of: 2026-11-22, verdict: no}]\n", "one: a word that is not known"),
        ("given: {}\ngiven: {}\ncases: []\n", "a key stands twice after line 1"),
    ],
)
def test_a_case_file_with_something_unknown_fails(tmp_path: Path, text: str, said: str) -> None:
    """A slip of the pen in a case file cannot turn a case into one that proves nothing."""
    path = tmp_path / "toy.cases.yaml"
    path.write_text(text)

    with pytest.raises(CaseFileError, match=said):
        cases_of(path, tmp_path)


def test_a_merge_patch_takes_away_replaces_and_goes_inside() -> None:
    """Null takes a key away, a list is replaced whole, a mapping is gone into."""
    base = {"a": {"b": "1", "c": "2"}, "d": ["1", "2"], "e": "x"}

    assert patched(base, {"a": {"b": None}, "d": ["3"], "f": {"g": "y"}}) == {
        "a": {"c": "2"}, "d": ["3"], "e": "x", "f": {"g": "y"},
    }  # fmt: skip
