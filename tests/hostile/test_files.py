"""Hostile files, as real processes meet them: each is named and told, nothing ends or holds up the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hostile.other_files import JSON_FILES, NO_FILES, PARQUET, TABLES
from hostile.running import START, over, wrong
from hostile.telling import Hostile
from hostile.yaml_files import BYTES, CHARACTERS, STRUCTURE, VALUES

pytestmark = pytest.mark.unmeasured

GROUPS = {
    "bytes": BYTES, "characters": CHARACTERS, "structure": STRUCTURE, "values": VALUES, "json": JSON_FILES,
    "tables": TABLES, "no files": NO_FILES, "parquet": PARQUET,
}  # fmt: skip
FILES = [one for group in GROUPS.values() for one in group]


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_each_hostile_file_is_told_and_the_good_one_beside_it_judged(tmp_path: Path, group: Sequence[Hostile]) -> None:
    """Code 4, every problem at its place with a way out; no traceback, no signal, no wait, no more than 200 MiB."""
    said = over(group, tmp_path, seconds=START + len(group) // 4)

    assert said.ended.code == 4, said.ended.err[-500:]
    assert said.judged["in/zz-good.yaml"] == ["zz-good"]
    assert [slip for one in group for slip in wrong(one, said)] == []


@pytest.mark.thorough
@pytest.mark.parametrize("one", FILES, ids=[one.name for one in FILES])
def test_each_hostile_file_by_itself_takes_a_second_and_200_mib_at_most(tmp_path: Path, one: Hostile) -> None:
    """Counted in the time of the processor, with what the start of the program takes besides."""
    said = over([one], tmp_path, seconds=START)

    assert said.ended.code == (4 if one.says else 3), said.ended.err[-500:]
    assert said.judged["in/zz-good.yaml"] == ["zz-good"]
    assert wrong(one, said) == []


def test_the_corpus_is_large_and_each_file_in_it_once() -> None:
    """So that none lies in another's way."""
    names = [one.name for one in FILES]

    assert len(set(names)) == len(names) >= 150
