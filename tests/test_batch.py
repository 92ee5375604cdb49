"""Many profiles: the results come in order, the same with any number of processes, and none stops the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest

from peercert.batch import Result, Work, Worker, cores, count, results
from peercert.catalog import Catalog, load_catalog
from peercert.engine import Verdict
from peercert.errors import Problem
from peercert.inputs import Given
from peercert.reading import Document, read_bytes
from peercert.report import Summary
from peercert.session import Checked, Options
from upper import credential, edition, leaf, rules_folder

DAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write rules of one credential, which asks for two references."""
    return rules_folder(tmp_path, credential("TWO", edition(leaf("two", "references", at_least=2))))


def labels(catalog: Catalog) -> Callable[[Checked], str]:
    """Draw nothing of a check but what the candidate is called."""
    del catalog
    return lambda checked: checked.label


def work(folder: Path, drawing: Callable[[Catalog], Callable[[Checked], str]] = labels) -> Work[str]:
    """Ask for TWO."""
    return Work(folder, Options(DAY, ("TWO",)), drawing)


def row(number: int, **facts: Any) -> Given:
    """Give one line of a file of many."""
    line = json.dumps(facts).encode()
    return Given(
        "rows.jsonl", f"rows-{number}", partial(read_bytes, line, "rows.jsonl", syntax="json", first_line=number)
    )


def broken() -> Document:
    """Fail as only a fault in the program does."""
    raise RuntimeError("canary-7")


def ran(folder: Path, *rows: Given, jobs: int = 1) -> list[Result[str]]:
    """Check some rows."""
    return [one for _, one in results(work(folder), iter(rows), load_catalog(folder), jobs=jobs)]


def test_a_result_holds_what_was_drawn_and_what_counts(folder: Path) -> None:
    """The verdicts, what stands in the way, the id that is written, and the line."""
    met, unmet = ran(folder, row(1, references=2), row(2, id="jo", references=1))

    assert met == Result("rows.jsonl", (), 1, None, "rows-1", (Verdict.ELIGIBLE,), (), survey=False)
    assert unmet == Result("rows.jsonl", (), 2, "jo", "jo", (Verdict.NOT_ELIGIBLE,), ("two",), survey=False)


def test_what_keeps_a_verdict_open_does_not_stand_in_the_way(folder: Path) -> None:
    """Only what is unmet is counted as unmet."""
    (open_,) = ran(folder, row(1))

    assert (open_.verdicts, open_.unmet) == ((Verdict.UNDETERMINED,), ())


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_results_are_the_same_whatever_the_number_of_processes(folder: Path, jobs: int) -> None:
    """In the order given, with the problems of bad rows in their places."""
    rows = [row(number, references=number % 4 - 1) for number in range(1, 120)]

    found = ran(folder, *rows, jobs=jobs)

    assert [one.drawn for one in found] == [f"rows-{n}" if n % 4 else None for n in range(1, 120)]
    assert [one.problems[0].line for one in found if one.problems] == list(range(4, 120, 4))
    assert [one.verdicts for one in found[:3]] == [
        (Verdict.NOT_ELIGIBLE,),
        (Verdict.NOT_ELIGIBLE,),
        (Verdict.ELIGIBLE,),
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_the_program_is_told_without_the_profile_and_the_rest_is_checked(folder: Path, jobs: int) -> None:
    """Its text might hold a fact; only its type is named."""
    rows = [row(number, references=2) for number in range(1, 60)]
    rows[40] = Given("bad.yaml", None, broken)

    found = ran(folder, *rows, jobs=jobs)

    assert [number for number, one in enumerate(found) if one.fault] == [40]
    assert found[40].problems == (
        Problem(
            "bad.yaml", None, None, "internal-fault",
            "This is a fault in peercert, not in the file (RuntimeError).",
            "Please report it with the command you ran, without the profile.",
        ),
    )  # fmt: skip
    assert sum(one.verdicts == (Verdict.ELIGIBLE,) for one in found) == 58


def failing(catalog: Catalog) -> Callable[[Checked], str]:
    """Fail at one candidate, as only a fault in the program does."""
    del catalog

    def draw(checked: Checked) -> str:
        if checked.label == "rows-41":
            raise RuntimeError("canary-8")
        return checked.label

    return draw


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_at_one_of_those_decided_about_together_is_its_own(folder: Path, jobs: int) -> None:
    """The others come out as ever."""
    rows = [row(number, references=2) for number in range(1, 60)]

    found = [one for _, one in results(work(folder, failing), iter(rows), load_catalog(folder), jobs=jobs)]

    assert [number for number, one in enumerate(found, 1) if one.fault] == [41]
    assert [one.drawn for one in found] == [None if number == 41 else f"rows-{number}" for number in range(1, 60)]


@pytest.mark.parametrize(("jobs", "most"), [(1, 2), (2, 200)])
def test_only_a_few_profiles_are_held_at_a_time(folder: Path, jobs: int, most: int) -> None:
    """Nothing is read long before it is needed, so a run of any length stays small."""
    begun: list[int] = []

    def endless() -> Iterator[Given]:
        for number in range(1, 1_000_000):
            begun.append(number)
            yield row(number, references=2)

    stream = results(work(folder), endless(), load_catalog(folder), jobs=jobs)
    taken = 2 if jobs == 1 else 50
    assert len(list(islice(stream, taken))) == taken
    cast("Generator[object]", stream).close()

    assert len(begun) <= most


def test_counts_are_made_from_results(folder: Path) -> None:
    """People and bad profiles add up to what was given; a fault is counted as one."""
    summary = Summary()
    for one in ran(folder, row(1, references=1), row(2, references=-1), Given("bad.yaml", None, broken)):
        count(one, summary)

    assert (summary.candidates, summary.invalid, summary.faults, summary.given) == (1, 2, 1, 3)
    assert summary.unmet == {"two": 1}


def test_a_worker_of_its_own_opens_the_rules_itself(folder: Path) -> None:
    """A process that was started to help gets no more than the folder's name."""
    assert Worker(work(folder))(1, row(1, references=2)).drawn == "rows-1"


def test_there_is_at_least_one_core() -> None:
    """However the system counts."""
    assert cores() >= 1


def test_no_more_processes_are_started_than_a_system_can_bear(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever number is asked for."""
    asked: list[int] = []

    class RefusedError(Exception):
        """Stands for the pool that was asked for."""

    def pool(jobs: int, **_: object) -> None:
        asked.append(jobs)
        raise RefusedError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", pool)
    with pytest.raises(RefusedError):
        list(results(work(folder), (row(number) for number in range(60)), load_catalog(folder), jobs=100_000))

    assert asked == [61]
