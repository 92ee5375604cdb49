"""What the cases cover: all there is to show of each credential, but for what has a written reason."""

from __future__ import annotations

import pytest

from peercert.casework import Coverage, all_coverage
from peercert.engine import Verdict
from upper import built_in

from .running import files, results

COVERED = list(all_coverage(built_in(), files(), results()))
EXCUSED = {"CPSRP": 0, "CPSRP-P": 0, "CPRS": 6, "CRSS": 5, "CPS-I": 0, "CPS-II": 2, "CPSS": 3}
"""How many things cannot be shown; a new reason is a new number here, so that nobody gives one unnoticed."""


@pytest.mark.parametrize("covered", COVERED, ids=lambda covered: covered.credential)
def test_the_cases_of_a_credential_show_all_of_it(covered: Coverage) -> None:
    """Leaves, branches, readings, ways, editions and both sides of each number; no reason is idle."""
    assert (covered.gaps, covered.idle) == ((), ())
    assert covered.whole.percent == 100
    assert covered.excused == EXCUSED[covered.credential]


def test_all_seven_credentials_are_covered() -> None:
    """None is left out."""
    assert {covered.credential for covered in COVERED} == set(EXCUSED)


def test_a_day_without_rules_is_shown() -> None:
    """Both credentials of Connecticut have a case on a day on which no edition is in force, which stays open."""
    unknown = [result.determination for result in results() if result.determination.edition is None]

    assert {one.credential.id for one in unknown} == {"CPSRP", "CPSRP-P"}
    assert {one.verdict for one in unknown} == {Verdict.UNDETERMINED}
