"""One check: what is checked for whom, and what the candidate is called."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.errors import FileError
from peercert.inputs import Given
from peercert.reading import read_bytes
from peercert.session import Checked, Options, check, decide, open_profile
from upper import TODAY, built_in, credential, edition, leaf, person, rules_folder


@pytest.fixture
def rules(tmp_path: Path) -> Catalog:
    """Open rules of two credentials: TWO asks for two references, and ONE for one."""
    one = credential("ONE", edition(leaf("one", "references", at_least=1)))
    two = credential("TWO", edition(leaf("two", "references", at_least=2)))
    return load_catalog(rules_folder(tmp_path, two, one))


def judged(rules: Catalog, profile: Any, number: int = 1, label: str | None = None, **options: Any) -> Checked:
    """Judge a profile as if it stood in `p1.json`."""
    read = partial(read_bytes, json.dumps(profile).encode(), f"p{number}.json", syntax="json")
    asked = Options(TODAY, **options)
    (checked,) = decide(rules, [open_profile(rules, Given(f"p{number}.json", label, read), number, asked)], asked)
    return checked


def verdicts(checked: Checked) -> dict[str, str]:
    """Return the verdict on each credential."""
    return {one.credential.id: one.verdict.value for one in checked.determinations}


def test_a_profile_may_call_a_credential_by_its_title_or_alias(tmp_path: Path) -> None:
    """The state's own name is as good as the letters, for what is sought and for what is held; once each."""
    held = leaf("held", "credential_held", credential="ONE")
    one = credential("ONE", edition(leaf("one", "references", at_least=1)), aliases=["One for All"])
    two = credential("TWO", edition(held))
    catalog = load_catalog(rules_folder(tmp_path, two, one))
    holding = [{"id": "one FOR all", "issued": "2026-01-01", "expires": "2027-01-01"}]

    checked = judged(catalog, {"seeking": ["Title of TWO", "two"], "credentials": holding})

    assert verdicts(checked) == {"TWO": "eligible"}
    assert not checked.survey


def test_what_is_asked_for_is_checked_in_that_order(rules: Catalog) -> None:
    """Credentials asked for outrank what the profile seeks."""
    checked = judged(rules, {"references": 1, "seeking": ["ONE"]}, credentials=("TWO", "ONE"))

    assert list(verdicts(checked).items()) == [("TWO", "not_eligible"), ("ONE", "eligible")]
    assert not checked.survey


def test_without_that_what_the_profile_seeks_is_checked(rules: Catalog) -> None:
    """Each once, whatever the case it is written in."""
    checked = judged(rules, {"references": 1, "seeking": ["two", "ONE", "TWO"]})

    assert list(verdicts(checked).items()) == [("TWO", "not_eligible"), ("ONE", "eligible")]
    assert not checked.survey


@pytest.mark.parametrize("seeking", [{}, {"seeking": []}])
def test_without_both_every_credential_is_looked_at(rules: Catalog, seeking: dict[str, Any]) -> None:
    """A survey is told in full."""
    checked = judged(rules, {"references": 1, **seeking})

    assert verdicts(checked) == {"ONE": "eligible", "TWO": "not_eligible"}
    assert checked.survey


def test_every_problem_of_a_bad_profile_is_told_at_once(rules: Catalog) -> None:
    """In the file's order."""
    with pytest.raises(FileError) as caught:
        judged(rules, {"references": -1, "refs": 2})

    assert [(one.source, one.code) for one in caught.value.problems] == [
        ("p1.json", "negative"), ("p1.json", "unknown-key"),
    ]  # fmt: skip


def test_a_candidate_is_called_by_id_else_by_label_else_by_file(rules: Catalog) -> None:
    """The label of a line in a file of many stands in only where the profile has no id."""
    assert judged(rules, {"id": "jo"}, label="rows-7").label == "jo"
    assert judged(rules, {}, label="rows-7").label == "rows-7"
    assert judged(rules, {}, 2).label == "p2"


def test_redacting_replaces_names_of_files_by_numbers(rules: Catalog) -> None:
    """A file may be named after a person, so only ids that the profile gives itself stay."""
    assert judged(rules, {}, 3, redact=True).label == "candidate-3"
    assert judged(rules, {"id": "jo"}, 3, redact=True).label == "jo"


def test_a_check_knows_where_its_facts_stand(rules: Catalog) -> None:
    """Formats that point into the file need the line and the column."""
    document = judged(rules, {"id": "jo", "references": 1}).document

    assert document is not None
    assert document.place(("references",)) == (1, 28)


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
