"""Credentials changed in small ways, and whether their cases notice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from catalog.toy import opened, toy_with
from peercert.casework.mutants import mutants
from peercert.casework.mutating import Score, score

from .toys import CASES, cases_with, ran, rules, told


def scored(folder: Path, cases: str = CASES, **files: str) -> Score:
    """Score the toy credential."""
    catalog = rules(folder, cases, **files)
    return score(catalog, told(catalog)[0][0], ran(catalog))


def test_every_small_change_to_the_toy_is_made_once(tmp_path: Path) -> None:
    """Two numbers up and down, and all for any."""
    catalog = opened(tmp_path)

    assert [(one.subject, one.said) for one in mutants(catalog, catalog.credential("TOY"))] == [
        ("xx.toy", "any_of instead of all_of"),
        ("xx.toy.age/at_least", "one step up"),
        ("xx.toy.age/at_least", "one step down"),
        ("xx.toy.references/at_least", "one step up"),
        ("xx.toy.references/at_least", "one step down"),
    ]


def test_a_change_leaves_the_catalogue_itself_alone(tmp_path: Path) -> None:
    """Each change is made to a copy."""
    catalog = opened(tmp_path)
    before = catalog.credential("TOY").model_dump()
    changed = list(mutants(catalog, catalog.credential("TOY")))[1].credential
    other = catalog.with_credential(changed)

    assert catalog.credential("TOY").model_dump() == before
    assert catalog.requirement("xx.toy.age").model_dump()["at_least"] == 18
    assert other.requirement("xx.toy.age").model_dump()["at_least"] == 19
    assert other.words is catalog.words


def test_cases_on_both_sides_notice_all_of_them(tmp_path: Path) -> None:
    """Five changes, none survives."""
    assert scored(tmp_path) == Score("TOY", 5, 0, (), ())


def test_a_change_that_no_case_notices_survives_at_its_place(tmp_path: Path) -> None:
    """Nobody with just two references: three may as well be asked for."""
    found = scored(
        tmp_path,
        cases_with("given: {birth_date: 2008-11-22, references: 2}", "given: {birth_date: 2008-11-22, references: 3}"),
    )

    assert [(one.subject, one.said, one.line, one.column) for one in found.survivors] == [
        ("xx.toy.references/at_least", "one step up", 26, 25)
    ]
    assert (found.noticed, str(found.share.percent), found.complete) == (4, "80.0", False)


def test_a_written_reason_excuses_a_change(tmp_path: Path) -> None:
    """A reason for a change that is noticed is a fault itself."""
    cases = cases_with(
        "given: {birth_date: 2008-11-22, references: 2}", "given: {birth_date: 2008-11-22, references: 3}"
    )
    both = "changes: [one step up, one step down], because: So be it."
    found = scored(tmp_path, f"{cases}equivalents:\n  - {{id: xx.toy.references/at_least, {both}}}\n")

    assert (found.survivors, found.excused, found.complete) == ((), 1, False)
    assert [(one.line, one.column, one.message) for one in found.idle] == [
        (26, 5, "xx.toy.references/at_least, one step down: a case notices this change, or it is not made.")
    ]


def test_a_case_that_fails_as_it_is_notices_nothing(tmp_path: Path) -> None:
    """Or every change would seem to be noticed."""
    found = scored(tmp_path, cases_with("verdict: undetermined", "verdict: eligible"))

    assert found.noticed == 5
    only_failing = CASES[: CASES.index("  - name: turns")].replace("verdict: eligible", "verdict: not_yet")
    assert scored(tmp_path / "again", only_failing).noticed == 0


def test_an_editions_days_are_moved(tmp_path: Path) -> None:
    """Its first day and its last."""
    catalog = opened(tmp_path, toy=toy_with("  - id: first\n", "  - id: first\n    effective_from: 2026-11-22\n"))
    first, second, *_ = mutants(catalog, catalog.credential("TOY"))

    assert (first.subject, first.said) == ("TOY/first/effective_from", "a day earlier")
    assert second.credential.editions[0].effective_from == date(2026, 11, 23)


TRAINING = """\
            - id: xx.toy.training
              kind: training
              title: Training
              programs: [toy-course]
              leave_out: [other, family_support]
              of:
                - {id: xx.toy.total, kind: training_hours, title: All, at_least: 9, sources: [{id: law, at: p}]}
                - id: xx.toy.part
                  kind: training_hours
                  title: Ethics
                  at_least: 6
                  topics: [ethics]
                  sources: [{id: law, at: p}]
            - id: xx.toy.age
"""


def test_what_a_rule_hands_down_is_changed_in_one_place(tmp_path: Path) -> None:
    """The words of the whole change in its parts too, and are not changed there again."""
    catalog = opened(tmp_path, toy=toy_with("            - id: xx.toy.age\n", TRAINING))
    found = {(one.subject, one.said): one for one in mutants(catalog, catalog.credential("TOY"))}

    assert ("xx.toy.total/leave_out", "without other") not in found
    changed = catalog.with_credential(found["xx.toy.training/leave_out", "without other"].credential)
    total = changed.requirement("xx.toy.total").model_dump()
    assert (total["leave_out"], total["programs"]) == (("family_support",), ("toy-course",))


BAR = """\
        bars:
          - {id: xx.toy.barred, kind: license, title: No licence, licenses: [LPN], sources: [{id: law, at: page 3}]}
"""


def test_a_bar_is_left_out_too(tmp_path: Path) -> None:
    """The toy's own cases tell of no licence at all; one case with a licence notices."""
    barred = toy_with("        requires:\n", f"{BAR}        requires:\n")
    nobody = cases_with("given: {birth_date: 2008-11-22, references: 2}",
                        "given: {birth_date: 2008-11-22, references: 2, licenses: []}")  # fmt: skip
    somebody = f"""{nobody}\
  - name: a licence
    as_of: 2026-11-22
    but: {{licenses: [{{id: LPN, expires: 2027-01-01}}]}}
    verdict: not_yet
"""

    assert ("xx.toy.barred", "left out", "whom only this bars") in [
        (one.subject, one.said, one.wanted) for one in scored(tmp_path / "a", nobody, toy=barred).survivors
    ]
    assert ("xx.toy.barred", "left out") not in [
        (one.subject, one.said) for one in scored(tmp_path / "b", somebody, toy=barred).survivors
    ]
