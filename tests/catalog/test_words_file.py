"""The words of a catalogue."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from peercert.errors import FileError
from peercert.words import ExamScale
from upper import built_in

from .toy import WORDS, opened


def test_words_are_taken_from_the_file(tmp_path: Path) -> None:
    """Programmes and exams by their names, with titles and scales, and the ids of the credentials."""
    words = opened(tmp_path).words

    assert words.programs == {"toy-course": "toy course"}
    assert words.exams == {"toy-exam": ExamScale("toy exam", "percent", Decimal(0), Decimal(100))}
    assert words.credentials == ("TOY",)
    assert (words.settings, words.credits) == ({}, {})


def test_an_exam_whose_scale_is_not_known_has_none(tmp_path: Path) -> None:
    """Nothing is made up: only its title is known."""
    words = opened(tmp_path, words="exams:\n  toy-exam: {title: toy exam}\n").words

    assert words.exams == {"toy-exam": ExamScale("toy exam")}


def test_half_a_scale_is_refused(tmp_path: Path) -> None:
    """Where the scale begins is of no use without where it ends."""
    catalog = opened(tmp_path, words="exams:\n  toy-exam: {title: toy exam, unit: percent, lowest: 0}\n")

    with pytest.raises(FileError) as caught:
        catalog.words  # noqa: B018 - reads the file

    assert [(one.line, one.code, one.message) for one in caught.value.problems] == [
        (2, "missing-key", "Give `unit`, `lowest` and `highest` together, or none of them where no scale is known.")
    ]


@pytest.mark.parametrize("exam", ["mn-cps", "ct-cpsrp"])
def test_no_scale_is_made_up_for_an_exam_that_no_source_gives_one(exam: str) -> None:
    """Facts, parts 2.1 and 3.1: pass mark, scale and new tries are silent."""
    scale = built_in().words.exams[exam]

    assert (scale.lowest, scale.highest) == (None, None)


def test_a_group_of_words_may_be_left_out(tmp_path: Path) -> None:
    """A catalogue without exams needs no list of them."""
    assert opened(tmp_path, words="programs: {}\n").words.exams == {}


def test_credits_convert_as_the_contract_says() -> None:
    """A semester credit is 15 hours, a trimester credit 12, a quarter credit 10."""
    assert built_in().words.credits == {"semester": Decimal(15), "trimester": Decimal(12), "quarter": Decimal(10)}


def test_the_programmes_are_those_of_the_contract() -> None:
    """A profile may name these courses, and no others."""
    assert set(built_in().words.programs) == {
        "il-icb-accredited",
        "ms-cpss",
        "mn-cps",
        "mn-mrc-prs",
        "ct-cpsrp",
        "ct-rss",
        "ct-recovery-coach",
        "il-hfs-peer",
    }


def test_the_exams_are_those_of_the_contract() -> None:
    """A profile may name these exams, and no others."""
    assert set(built_in().words.exams) == {"il-crss", "icrc-pr", "ms-cpss", "mn-cps", "ct-cpsrp"}


@pytest.mark.parametrize("group", ["program", "exam", "colours"])
def test_an_unknown_group_is_refused(tmp_path: Path, group: str) -> None:
    """A slip in the name of a group cannot hide its words."""
    catalog = opened(tmp_path, words=WORDS + f"{group}: {{}}\n")

    with pytest.raises(FileError) as caught:
        catalog.words  # noqa: B018 - reads the file

    assert [(one.line, one.column, one.code) for one in caught.value.problems] == [(5, 1, "unknown-key")]
