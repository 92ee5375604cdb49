"""Days: those on which a verdict changes, and those on which rules to come would change it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from peercert import timeline as module
from peercert.catalog import Catalog, load_catalog
from peercert.determination import Coming, Turned, Verdict
from peercert.engine import determine
from peercert.logic import Outcome
from peercert.timeline import coming, timeline
from upper import built_in, case, credential, decide, edition, group, leaf, own_rules, rules_folder

pytestmark = pytest.mark.unmeasured

E, U, Y, N = Verdict.ELIGIBLE, Verdict.UNDETERMINED, Verdict.NOT_YET, Verdict.NOT_ELIGIBLE
OLD = {"effective_to": "2026-12-31"}
NEW = {"id": "edition-2", "effective_from": "2027-01-01"}


def changes(catalog: Catalog, profile: dict[str, Any], id_: str = "TOY") -> tuple[Verdict, list[tuple[str, Verdict]]]:
    """Return the verdict before all changes, and each change."""
    found = timeline(catalog, decide(id_, profile, catalog=catalog))
    return found.before, [(one.day.isoformat(), one.now) for one in found.changes]


def two_editions(folder: Path, then: dict[str, Any]) -> Catalog:
    """Open rules that ask for one reference now, and for something else from 2027 on."""
    now = edition(leaf("now", "references", at_least=1), **OLD)
    return load_catalog(rules_folder(folder, credential("TOY", now, edition(then, **NEW))))


def test_a_birthday_is_the_day_of_change(tmp_path: Path) -> None:
    """Not eligible yet before it, eligible from it on."""
    rules = own_rules(tmp_path, leaf("age", "age", at_least=18))

    found = timeline(rules, decide("TOY", {"birth_date": "2009-03-01"}, catalog=rules))
    assert (found.before, len(found.changes), found.left_out) == (Y, 1, 0)
    (change,) = found.changes
    assert (change.day, change.was, change.now) == (date(2027, 3, 1), Y, E)
    assert (change.rules, change.edition) == (False, "edition-1")
    assert change.turned == (Turned("age", Outcome.UNMET, Outcome.MET),)


def test_days_that_are_past_are_told_too(tmp_path: Path) -> None:
    """The day decided on is in the middle of it."""
    rules = own_rules(tmp_path, leaf("exam", "exam", exam="toy-exam", score_at_least=70))

    sat = {"exams": [{"exam": "toy-exam", "date": "2025-05-05", "score": 71}]}
    assert changes(rules, sat) == (Y, [("2025-05-05", E)])


def test_a_window_that_passes_takes_a_record_away(tmp_path: Path) -> None:
    """Work from 2 January 2024 to the end of that month, in the last two years: in doubt while it begins and ends."""
    asked = leaf("work", "experience", at_least=100, window={"years": 2})
    rules = own_rules(tmp_path, asked)

    work = {"experience": [{"id": "E-01", "hours": 100, "start": "2024-01-02", "end": "2024-01-31"}]}
    assert changes(rules, work) == (Y, [("2024-01-02", U), ("2024-01-31", E), ("2026-01-03", U), ("2026-02-01", N)])


def test_a_window_across_a_leap_day_passes_on_the_right_day(tmp_path: Path) -> None:
    """One year before 29 February 2024 is held to be 28 February 2023, so a record of that day still counts then."""
    rules = own_rules(tmp_path, leaf("work", "experience", at_least=1, window={"years": 1}))

    work = {"experience": [{"id": "E-01", "hours": 1, "start": "2023-02-28", "end": "2023-02-28"}]}
    assert changes(rules, work) == (Y, [("2023-02-28", E), ("2024-03-01", N)])


def test_the_last_day_to_apply_ends_a_way(tmp_path: Path) -> None:
    """Someone who has not applied could do so until that day, and no longer."""
    rules = own_rules(tmp_path, leaf("in-time", "application", on_or_before="2026-12-31"))

    assert changes(rules, {}) == (E, [("2027-01-01", N)])
    assert changes(rules, {"application_date": "2026-05-01"}) == (E, [])


def test_a_licence_that_ends_takes_the_verdict_with_it(tmp_path: Path) -> None:
    """The last day still counts."""
    rules = own_rules(tmp_path, leaf("nurse", "license", licenses=["LPN"]))

    found = changes(rules, {"licenses": [{"id": "LPN", "issued": "2020-01-01", "expires": "2027-03-31"}]})
    assert found[1][-1] == ("2027-04-01", N)


def test_a_credential_that_runs_out_by_the_rules_does_so_too(tmp_path: Path) -> None:
    """Two years from the day of issue, both days included."""
    held = leaf("held", "credential_held", credential="TOY", valid_for={"years": 2})
    rules = own_rules(tmp_path, held)

    found = changes(rules, {"credentials": [{"id": "TOY", "issued": "2025-06-01"}]})
    assert found == (Y, [("2025-06-01", E), ("2027-06-02", N)])


def test_other_rules_are_a_reason_of_their_own(tmp_path: Path) -> None:
    """The day, the edition, and no requirement: the two editions ask other things."""
    rules = two_editions(tmp_path, leaf("then", "references", at_least=2))

    found = timeline(rules, decide("TOY", {"references": 1}, catalog=rules))
    (change,) = found.changes
    assert (change.day, change.was, change.now) == (date(2027, 1, 1), E, N)
    assert (change.rules, change.edition, change.turned) == (True, "edition-2", ())


def test_nothing_told_changes_nothing(tmp_path: Path) -> None:
    """Then the verdict is the same on every day."""
    rules = own_rules(tmp_path, leaf("age", "age", at_least=18))

    assert changes(rules, {}) == (U, [])


def test_only_what_stands_in_the_way_is_a_reason(tmp_path: Path) -> None:
    """On the birthday a second age is reached as well, which an alternative had settled before."""
    both = group(
        "x",
        "all_of",
        leaf("a", "age", at_least=18),
        group("b", "any_of", leaf("c", "age", at_least=18), leaf("d", "references", at_least=1)),
    )
    rules = own_rules(tmp_path, both)

    found = timeline(rules, decide("TOY", {"birth_date": "2009-03-01", "references": 1}, catalog=rules))
    assert [[one.id for one in change.turned] for change in found.changes] == [["a"]]


def test_no_more_days_are_tried_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those nearest to the day decided on are; how many were left out is told."""
    monkeypatch.setattr(module, "MOST", 3)
    rules = own_rules(tmp_path, leaf("refs", "references", at_least=9))
    given = [{"from": "A", "date": f"2026-{month:02}-01"} for month in range(1, 10)]

    found = timeline(rules, decide("TOY", {"references": given}, catalog=rules))
    assert found.tried == 3
    assert found.left_out == 15, "nine days and the nine days after them, but for three"
    assert [one.day for one in found.changes] == [date(2026, 9, 1)]


PEOPLE: dict[str, tuple[str, dict[str, Any]]] = {
    "work and an exam": (
        "CRSS",
        {
            "education": [{"level": "ged", "completed": "2022-06-01"}],
            "lived_experience": [{"who": "self", "condition": "mental_illness", "received_services": True}],
            "experience": [
                {
                    "id": "E-01", "kind": "paid", "role": "peer", "share": 0.8, "hours": 2000, "supervised": True,
                    "start": "2023-04-04", "end": "2024-12-20", "population": ["mental_illness"],
                }
            ],
            "supervision": [{"hours": 100, "start": "2023-05-01", "end": "2024-11-30"}],
            "exams": [{"exam": "il-crss", "date": "2026-05-14", "score": 70}],
        },
    ),
    "a young person": (
        "CPS-I",
        {"birth_date": "2004-02-29", "exams": [{"exam": "mn-cps", "date": "2025-03", "result": "passed"}]},
    ),
    "before and after grandparenting": (
        "CPSRP", {"training": [{"program": "ct-cpsrp", "completed": "2026-07-01", "hours": 80}]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_no_day_of_change_is_missed_and_none_is_made_up(name: str) -> None:
    """Every single day of twelve years, decided for itself."""
    id_, profile = PEOPLE[name]
    one = decide(id_, profile)
    told = {change.day: (change.was, change.now) for change in timeline(built_in(), one).changes}

    found = {}
    first, last = date(2020, 1, 1), date(2031, 12, 31)
    before = None
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        verdict = determine(built_in(), one.credential, one.case.on(day)).verdict
        if before is not None and verdict is not before:
            found[day] = (before, verdict)
        before = verdict
    assert found == {day: turn for day, turn in told.items() if first < day <= last}


def test_rules_to_come_that_change_the_answer_are_told(tmp_path: Path) -> None:
    """With the day, both answers, and what stands in the way then."""
    rules = two_editions(tmp_path, leaf("then", "references", at_least=2))

    found = coming(rules, decide("TOY", {"references": 1}, catalog=rules))
    assert found == (Coming(date(2027, 1, 1), "edition-2", N, E, ("then",)),)


def test_rules_to_come_that_change_nothing_for_a_person_are_not(tmp_path: Path) -> None:
    """Who has two references need not be told."""
    rules = two_editions(tmp_path, leaf("then", "references", at_least=2))

    assert coming(rules, decide("TOY", {"references": 2}, catalog=rules)) == ()


def test_what_time_alone_changes_is_no_matter_of_rules(tmp_path: Path) -> None:
    """A birthday before the new rules is the same under the old ones, so there is nothing to warn of."""
    now = edition(leaf("now", "age", at_least=18), **OLD)
    then = edition(leaf("then", "age", at_least=18), **NEW)
    rules = load_catalog(rules_folder(tmp_path, credential("TOY", now, then)))

    assert coming(rules, decide("TOY", {"birth_date": "2008-12-24"}, catalog=rules)) == ()


def test_rules_that_end_are_told(tmp_path: Path) -> None:
    """From then on no rules are known."""
    rules = load_catalog(
        rules_folder(tmp_path, credential("TOY", edition(leaf("now", "references", at_least=1), **OLD)))
    )

    (found,) = coming(rules, decide("TOY", {"references": 1}, catalog=rules))
    assert (found.day, found.edition, found.verdict, found.otherwise) == (date(2027, 1, 1), None, U, E)


def test_rules_to_come_of_a_credential_that_is_taken_over_are_told(tmp_path: Path) -> None:
    """Who must meet all that another one asks is met by its new rules too."""
    now = edition(leaf("now", "references", at_least=1), **OLD)
    then = edition(leaf("then", "references", at_least=2), **NEW)
    other = credential("OTHER", edition({"id": "all", "kind": "meets_credential", "title": "All", "credential": "TOY"}))
    rules = load_catalog(rules_folder(tmp_path, credential("TOY", now, then), other))

    (found,) = coming(rules, decide("OTHER", {"references": 1}, catalog=rules))
    assert (found.day, found.verdict, found.otherwise, found.blocking) == (date(2027, 1, 1), N, E, ("then",))


def test_a_past_change_of_rules_is_not_to_come(tmp_path: Path) -> None:
    """On the day itself the new rules are those in force."""
    rules = two_editions(tmp_path, leaf("then", "references", at_least=2))
    on_the_day = case({"references": 1}, date(2027, 1, 1), catalog=rules)

    assert coming(rules, determine(rules, rules.credential("TOY"), on_the_day)) == ()
