"""Whether the cases notice every small change to the rules that peercert carries."""

from __future__ import annotations

import pytest

from peercert.casework import CaseFile
from peercert.casework.mutating import score
from upper import built_in

from .running import files, results

EXCUSED = {"CPSRP": 0, "CPSRP-P": 0, "CPRS": 0, "CRSS": 10, "CPS-I": 0, "CPS-II": 0, "CPSS": 0}
"""How many changes nobody can notice; a new reason is a new number here, so that nobody gives one unnoticed."""


@pytest.mark.thorough
@pytest.mark.parametrize("file", files(), ids=lambda file: file.credential)
def test_a_case_notices_every_small_change(file: CaseFile) -> None:
    """Numbers, days, words, readings, topics, limits, all and any; or a reason is written."""
    mine = [result for result in results() if result.case.credential == file.credential]
    found = score(built_in(), file, mine)

    assert (found.survivors, found.idle) == ((), ())
    assert found.excused == EXCUSED[file.credential]
    assert found.noticed > 0
