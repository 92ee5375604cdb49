"""A table says what a profile says: the same person, written either way, gets the same answers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercert.candidate import Candidate, load_candidate
from peercert.case import Case
from peercert.engine import determine
from peercert.inputs import given
from peercert.reading import Value, read_file
from peercert.scaffold_table import header
from upper import TODAY, built_in

pytestmark = pytest.mark.unmeasured

TOP = Path(__file__).parents[1]
EXAMPLES = sorted((TOP / "examples").glob("*.yaml"))


def cells(value: Value, name: str = "") -> Iterator[tuple[str, str]]:
    """Spell a profile as cells, each under the name of its column, as a person would who has both before them."""
    if value == []:
        yield name, "none"
    elif isinstance(value, list) and not isinstance(value[0], dict):
        yield name, "; ".join(str(word) for word in value)
    elif isinstance(value, list):
        for number, record in enumerate(value, 1):
            yield from cells(record, f"{name}.{number}")
    elif isinstance(value, dict) and "records" in value:
        yield from cells(value["records"], name)
        yield f"{name}.complete", str(value["complete"])
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from cells(inner, f"{name}.{key}".removeprefix("."))
    else:
        yield name, str(value)


def as_table(profiles: list[Path], folder: Path) -> Path:
    """Write profiles as rows under the first row that `peercert init --csv` gives."""
    names = header(built_in(), [], 3).strip().split(",")
    text = io.StringIO()
    writer = csv.DictWriter(text, names, extrasaction="raise", lineterminator="\n")
    writer.writeheader()
    writer.writerows(dict(cells(read_file(path).value)) for path in profiles)
    (folder / "people.csv").write_text(text.getvalue(), encoding="utf-8")
    return folder / "people.csv"


def answers(candidate: Candidate) -> list[tuple[object, ...]]:
    """Decide on all seven credentials, and return everything that was found."""
    rules = built_in()
    person = Case(candidate, rules, TODAY)
    found = [determine(rules, rules.credential(id_), person) for id_ in rules.ids]
    assert len(found) == 7
    return [(*one[1:],) for one in found]  # but for the case, which says where the person was read from


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=[path.stem for path in EXAMPLES])
def test_a_row_gives_the_determinations_of_the_profile(number: int, tmp_path: Path) -> None:
    """For every example and every credential: the same facts, the same findings, the same verdicts."""
    row = list(given([str(as_table(EXAMPLES, tmp_path))], bytes))[number]

    from_table = load_candidate(row.read(), built_in().words, TODAY)
    from_yaml = load_candidate(read_file(EXAMPLES[number]), built_in().words, TODAY)

    assert (from_table.id, from_table.profile) == (from_yaml.id, from_yaml.profile)
    assert (from_table.declined, from_table.incomplete) == (from_yaml.declined, from_yaml.incomplete)
    assert answers(from_table) == answers(from_yaml)


def test_all_twelve_examples_are_compared() -> None:
    """None is missed because a folder moved."""
    assert len(EXAMPLES) == 12


def test_a_parquet_table_gives_the_rows_of_a_csv_table(tmp_path: Path) -> None:
    """The same columns of text, with null for what is not told, read as the same profiles."""
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow_csv = pytest.importorskip("pyarrow.csv")
    table = as_table(EXAMPLES, tmp_path)
    parquet.write_table(arrow_csv.read_csv(table), tmp_path / "people.parquet")

    rows = [one.read().value for one in given([str(table)], bytes)]

    assert [one.read().value for one in given([str(tmp_path / "people.parquet")], bytes)] == rows
    assert len(rows) == 12
