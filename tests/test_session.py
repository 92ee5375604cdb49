"""One run of checks: what is checked for whom, what counts, and that one bad file never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.engine import Verdict
from peercert.errors import Problem
from peercert.inputs import Given
from peercert.reading import Document, read_bytes
from peercert.report import Summary
from peercert.session import Checked, Options, check, run
from upper import TODAY, built_in, credential, edition, leaf, person, rules_folder


@pytest.fixture
def rules(tmp_path: Path) -> Catalog:
    """Open rules of two credentials: TWO asks for two references, and ONE for one."""
    one = credential("ONE", edition(leaf("one", "references", at_least=1)))
    two = credential("TWO", edition(leaf("two", "references", at_least=2)))
    return load_catalog(rules_folder(tmp_path, two, one))


def given(*texts: str, label: str | None = None) -> Iterator[Given]:
    """Give profiles as if they stood in `p1.json`, `p2.json` and so on."""
    for number, text in enumerate(texts, 1):

        def read(text: str = text, source: str = f"p{number}.json") -> Document:
            return read_bytes(text.encode(), source, syntax="json")

        yield Given(f"p{number}.json", label, read)


def ran(rules: Catalog, *profiles: Any, **options: Any) -> tuple[list[Checked], Summary, list[Problem]]:
    """Run checks to their end; a text is given as it is, anything else as JSON."""
    summary, problems = Summary(), list[Problem]()
    texts = [one if isinstance(one, str) else json.dumps(one) for one in profiles]
    label = options.pop("label", None)
    done = run(rules, given(*texts, label=label), Options(TODAY, **options), summary, problems.append)
    return list(done), summary, problems


def verdicts(checked: Checked) -> dict[str, str]:
    """Return the verdict on each credential."""
    return {one.credential.id: one.verdict.value for one in checked.determinations}


def test_what_is_asked_for_is_checked_in_that_order(rules: Catalog) -> None:
    """Credentials asked for outrank what the profile seeks."""
    (checked,), summary, _ = ran(rules, {"references": 1, "seeking": ["ONE"]}, credentials=("TWO", "ONE"))

    assert list(verdicts(checked).items()) == [("TWO", "not_eligible"), ("ONE", "eligible")]
    assert not checked.survey
    assert summary.counting == {Verdict.NOT_ELIGIBLE: 1, Verdict.ELIGIBLE: 1}


def test_without_that_what_the_profile_seeks_is_checked(rules: Catalog) -> None:
    """Each once, whatever the case it is written in."""
    (checked,), summary, _ = ran(rules, {"references": 1, "seeking": ["two", "ONE", "TWO"]})

    assert list(verdicts(checked).items()) == [("TWO", "not_eligible"), ("ONE", "eligible")]
    assert (checked.survey, summary.surveys) == (False, 0)


@pytest.mark.parametrize("seeking", [{}, {"seeking": []}])
def test_without_both_every_credential_is_looked_at_and_none_counts(rules: Catalog, seeking: dict[str, Any]) -> None:
    """A survey is told in full, and says nothing by its exit code."""
    (checked,), summary, _ = ran(rules, {"references": 1, **seeking})

    assert verdicts(checked) == {"ONE": "eligible", "TWO": "not_eligible"}
    assert checked.survey
    assert (summary.surveys, summary.determinations, summary.counting.total()) == (1, 2, 0)


def test_a_bad_profile_is_told_and_the_rest_is_checked(rules: Catalog) -> None:
    """Every problem of the bad one is handed on, in the file's order; its neighbours are judged."""
    done, summary, problems = ran(
        rules, {"references": 1}, '{"references": -1, "refs": 2}', {"references": 0}, credentials=("ONE",)
    )

    assert [checked.label for checked in done] == ["p1", "p3"]
    assert (summary.candidates, summary.invalid) == (2, 1)
    assert [(one.source, one.code) for one in problems] == [("p2.json", "negative"), ("p2.json", "unknown-key")]


def test_a_candidate_is_called_by_id_else_by_label_else_by_file(rules: Catalog) -> None:
    """The label of a line in a file of many stands in only where the profile has no id."""
    assert [one.label for one in ran(rules, {"id": "jo"}, {}, label="rows-7")[0]] == ["jo", "rows-7"]
    assert [one.label for one in ran(rules, {"id": "jo"}, {})[0]] == ["jo", "p2"]


def test_redacting_replaces_names_of_files_by_numbers(rules: Catalog) -> None:
    """A file may be named after a person, so only ids that the profile gives itself stay."""
    done, _, _ = ran(rules, {}, {"id": "jo"}, {}, redact=True)

    assert [one.label for one in done] == ["candidate-1", "jo", "candidate-3"]


def test_one_profile_is_held_at_a_time(rules: Catalog) -> None:
    """Nothing is read before it is needed, so a run of any length stays small."""
    begun: list[int] = []

    def endless() -> Iterator[Given]:
        for number in range(1_000_000):
            begun.append(number)
            yield from given("{}")

    run_ = run(rules, endless(), Options(TODAY), Summary(), lambda _: None)
    next(run_)
    next(run_)

    assert begun == [0, 1]


def test_options_reach_the_case() -> None:
    """Reading disputes strictly, and counting only checked records, change what comes out."""
    young = {"birth_date": "2006-11-22", "seeking": ["CPS-I"]}
    passed = {"exams": [{"exam": "mn-cps", "date": "2026-03-27", "result": "passed"}], "seeking": ["CPS-I"]}

    def outcome(profile: dict[str, Any], id_: str, **options: Any) -> str:
        found = check(built_in(), person(profile), Options(TODAY, **options)).determinations[0].chosen.finding
        return next(one.outcome.word for one in found.children if one.id == id_)

    assert outcome(young, "mn.cps-i.age") == "unknown"
    assert outcome(young, "mn.cps-i.age", disputes="strict") == "unmet"
    assert outcome(young, "mn.cps-i.age", disputes="lenient") == "met"
    assert outcome(passed, "mn.cps-i.exam") == "met"
    assert outcome(passed, "mn.cps-i.exam", verified_only=True) == "unknown"
