"""What cases leave untried."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from catalog.toy import TOY, toy_with
from peercert.casework.coverage import Share

from .toys import CASES, cases_with, covered, rules

NO_TOMORROW = CASES[: CASES.index("  - name: turns")] + CASES[CASES.index("  - name: one reference") :]


def gaps(folder: Path, cases: str, **files: str) -> list[tuple[str, str, int, int]]:
    """Return what is untried, with its place in the rules."""
    found = covered(rules(folder, cases, **files)).gaps
    return [(gap.target.subject, gap.target.showing, gap.line, gap.column) for gap in found]


def test_the_toy_cases_show_all_there_is(tmp_path: Path) -> None:
    """Four cases, two leaves with four things each, two numbers with two sides, one way, one edition."""
    found = covered(rules(tmp_path))

    assert found.complete
    assert (found.whole, found.excused) == (Share(14, 14), 0)


def test_what_no_case_shows_is_told_at_the_line_of_the_rule(tmp_path: Path) -> None:
    """Without the case of a birthday tomorrow, nobody is too young."""
    assert gaps(tmp_path, NO_TOMORROW) == [
        ("xx.toy.age", "unmet", 18, 15),
        ("xx.toy.age", "only_no", 18, 15),
        ("xx.toy.age/at_least", "past", 21, 25),
    ]


def test_a_number_must_be_met_exactly(tmp_path: Path) -> None:
    """A person a day older shows nothing of the edge."""
    assert gaps(tmp_path, cases_with("given: {birth_date: 2008-11-22", "given: {birth_date: 2008-11-21")) == [
        ("xx.toy.age/at_least", "at", 21, 25)
    ]


def test_a_step_past_a_number_must_be_one_step(tmp_path: Path) -> None:
    """No reference at all is not next to two."""
    assert gaps(tmp_path, cases_with("but: {references: 1}", "but: {references: 0}")) == [
        ("xx.toy.references/at_least", "past", 26, 25)
    ]


def test_a_credential_without_cases_shows_nothing(tmp_path: Path) -> None:
    """It is in the report all the same."""
    second = TOY.replace("TOY", "SECOND").replace("xx.toy", "xx.second").replace("Toy One", "Second One")
    from peercert.casework import all_coverage

    from .toys import ran, told

    catalog = rules(tmp_path, second=second)
    found = {one.credential: one for one in all_coverage(catalog, told(catalog)[0], ran(catalog))}

    assert found["TOY"].complete
    assert found["SECOND"].whole == Share(0, 14)


def test_a_written_reason_excuses(tmp_path: Path) -> None:
    """What cannot be shown is taken out of what is wanted."""
    reason = "not_reached:\n  - {id: xx.toy.age, as: [unmet, only_no], because: Nobody is young here.}\n"
    found = covered(rules(tmp_path, f"{NO_TOMORROW}{reason}"))

    assert [gap.target.subject for gap in found.gaps] == ["xx.toy.age/at_least"]
    assert (found.excused, found.whole) == (2, Share(11, 12))


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("xx.toy.age", "A case does show xx.toy.age as met. Take it out of `not_reached`."),
        ("xx.toy.aeg", "Nothing asks for xx.toy.aeg as met. Take it out of `not_reached`, or mend the id."),
    ],
)
def test_a_reason_that_excuses_nothing_is_a_fault_itself(tmp_path: Path, id_: str, said: str) -> None:
    """At its own place; the coverage is then not complete."""
    found = covered(rules(tmp_path, f"{CASES}not_reached:\n  - {{id: {id_}, as: [met], because: So it is.}}\n"))

    assert not found.complete
    assert [str(one).partition(".cases.yaml:")[2] for one in found.idle] == [f"26:5: {said}"]


def test_two_reasons_for_one_thing_are_one_too_many(tmp_path: Path) -> None:
    """The second is the fault."""
    reason = "  - {id: xx.toy.age, as: [unmet], because: Nobody is young here.}\n"
    found = covered(rules(tmp_path, f"{NO_TOMORROW}not_reached:\n{reason}{reason}"))

    assert [one.message for one in found.idle] == ["There are two reasons for xx.toy.age as unmet."]


CHOICE = """\
            - id: xx.toy.choice
              kind: any_of
              title: One of them
              of:
                - {id: xx.toy.ethics, kind: attestation, name: code_of_ethics, title: E, sources: [{id: law, at: p}]}
                - {id: xx.toy.literacy, kind: attestation, name: literacy, title: L, sources: [{id: law, at: p}]}
            - id: xx.toy.age
"""
CHOSEN = CASES.replace("references: 2}", "references: 2, attestations: {code_of_ethics: true, literacy: true}}")


def test_a_branch_is_taken_only_where_it_is_needed(tmp_path: Path) -> None:
    """Who meets both branches shows neither of them."""
    found = gaps(tmp_path, CHOSEN, toy=toy_with("            - id: xx.toy.age\n", CHOICE))

    assert [gap[:2] for gap in found if gap[1] == "taken"] == [("xx.toy.ethics", "taken"), ("xx.toy.literacy", "taken")]


def test_one_branch_of_two_is_taken(tmp_path: Path) -> None:
    """The other one is still wanted."""
    cases = CHOSEN.replace("literacy: true", "literacy: false")
    found = gaps(tmp_path, cases, toy=toy_with("            - id: xx.toy.age\n", CHOICE))

    assert [gap[:2] for gap in found if gap[1] == "taken"] == [("xx.toy.literacy", "taken")]


READINGS = """\
            - id: xx.toy.age
              kind: disputed
              title: Age
              topic: age
              readings:
                - {id: old, title: Old, kind: age, at_least: 18, sources: [{id: law, at: page 1}]}
                - id: young
                  title: Young
                  kind: age
                  at_least: 16
                  sources: [{id: law, at: page 1}]
"""


def test_readings_and_their_numbers_are_wanted(tmp_path: Path) -> None:
    """A reading counts as shown where it says something else than another does."""
    start, end = TOY.index("            - id: xx.toy.age"), TOY.index("            - id: xx.toy.references")
    toy = TOY[:start] + READINGS + TOY[end:]
    cases = CASES.replace(
        "2008-11-23}\n    verdict: not_yet\n    eligible_from: 2026-11-23", "1999-01-01}\n    verdict: eligible"
    )

    assert gaps(tmp_path, cases.replace("    because: [xx.toy.age]\n", ""), toy=toy) == [
        ("xx.toy.age", "unmet", 18, 15),
        ("xx.toy.age", "only_no", 18, 15),
        ("xx.toy.age/old", "apart", 23, 19),
        ("xx.toy.age/young", "apart", 24, 19),
        ("xx.toy.age/old/at_least", "past", 23, 62),
        ("xx.toy.age/young/at_least", "at", 27, 29),
        ("xx.toy.age/young/at_least", "past", 27, 29),
    ]


def test_both_sides_of_an_editions_days_are_wanted(tmp_path: Path) -> None:
    """On its first day, and on the day before."""
    toy = toy_with("  - id: first\n", "  - id: first\n    effective_from: 2026-11-22\n    effective_to: 2026-12-31\n")

    assert gaps(tmp_path, CASES, toy=toy) == [
        ("TOY/first/effective_from", "past", 10, 21),
        ("TOY/first/effective_to", "at", 11, 19),
        ("TOY/first/effective_to", "past", 11, 19),
    ]


def test_a_share_is_cut_off_and_never_rounded_up() -> None:
    """Only all of it is 100 percent; nothing of nothing is all."""
    assert Share(999, 1000).percent == Decimal("99.9")
    assert Share(9999, 10000).percent == Decimal("99.9")
    assert Share(2, 3).percent == Decimal("66.6")
    assert Share(0, 0).percent == 100
