"""Editions by name: one held still, and the days on which rules change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import Catalog, load_catalog
from peercert.catalog.editions import held_still, with_edition
from peercert.engine import determine
from peercert.errors import UsageError
from upper import TODAY, case, credential, edition, leaf, rules_folder


@pytest.fixture
def rules(tmp_path: Path) -> Catalog:
    """Open rules of a credential that asks for one reference until the end of 2026, and for two from then on."""
    old = edition(leaf("now", "references", at_least=1), effective_to="2026-12-31")
    new = edition(leaf("then", "references", at_least=2), id="edition-2", effective_from="2027-01-01")
    return load_catalog(rules_folder(tmp_path, credential("TOY", old, new)))


def verdict(rules: Catalog, day: date) -> tuple[str | None, str]:
    """Return the edition and the verdict of somebody with one reference."""
    found = determine(rules, rules.credential("TOY"), case({"references": 1}, day, catalog=rules))
    return found.edition, found.verdict.value


def test_an_edition_that_is_asked_for_decides_on_every_day(rules: Catalog) -> None:
    """Before it began and after."""
    held = with_edition(rules, "TOY", "edition-2")

    assert verdict(held, TODAY) == ("edition-2", "not_eligible")
    assert verdict(with_edition(rules, "TOY", "edition-1"), date(2030, 1, 1)) == ("edition-1", "eligible")


def test_the_rules_it_was_taken_from_stay_as_they_are(rules: Catalog) -> None:
    """Even after they have decided, and before they do so again."""
    assert verdict(rules, TODAY) == ("edition-1", "eligible")
    assert verdict(with_edition(rules, "TOY", "edition-2"), TODAY) == ("edition-2", "not_eligible")
    assert verdict(rules, TODAY) == ("edition-1", "eligible")


def test_an_unknown_edition_is_refused_with_the_known_ones(rules: Catalog) -> None:
    """And with the nearest."""
    with pytest.raises(UsageError) as caught:
        with_edition(rules, "TOY", "edition-3")

    assert str(caught.value) == (
        'TOY has no edition of this name. Did you mean "edition-2"? Known: edition-1, edition-2.'
    )


def test_rules_change_when_an_edition_begins_and_after_one_has_ended(rules: Catalog) -> None:
    """Both fall on one day here; with one edition held still there is none."""
    assert rules.days_of_change("TOY") == (date(2027, 1, 1),)
    assert with_edition(rules, "TOY", "edition-2").days_of_change("TOY") == ()


def test_rules_that_are_held_still_are_those_of_the_day(rules: Catalog) -> None:
    """On every later day too."""
    assert verdict(held_still(rules, "TOY", TODAY), date(2028, 1, 1)) == ("edition-1", "eligible")


def test_another_version_of_a_credential_decides_although_the_first_one_has_decided(rules: Catalog) -> None:
    """What is kept for speed belongs to one version only."""
    first = verdict(rules, TODAY)
    (old, new) = rules.credential("TOY").editions
    swapped = rules.credential("TOY").model_copy(
        update={"editions": (old.model_copy(update={"pathways": new.pathways}),)}
    )

    assert first == ("edition-1", "eligible")
    assert verdict(rules.with_credential(swapped), TODAY) == ("edition-1", "not_eligible")
