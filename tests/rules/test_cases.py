"""Every case that stands beside a credential's rules."""

from __future__ import annotations

import pytest

from peercert.casework import Result
from peercert.render.cases import explained
from upper import built_in

from .running import files, results


@pytest.mark.parametrize("result", results(), ids=lambda result: f"{result.case.credential}: {result.case.text.name}")
def test_a_case_comes_out_as_it_says(result: Result) -> None:
    """The verdict is the one told; so are the way and the exact blocking ids, where they are told."""
    assert explained(result, built_in()) == []


def test_every_credential_has_a_file_of_cases() -> None:
    """The seven credentials are all proved."""
    assert [file.credential for file in files()] == ["CPSRP-P", "CPSRP", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"]
