"""The first files of a credential: what stands in them, and that nothing is left unfilled by the program."""

from __future__ import annotations

import re
from datetime import date

from peercert.new_rules import new_rules

DAY = date(2026, 11, 22)


def test_ids_begin_with_the_state_and_the_credential() -> None:
    """As every id of a catalogue does; the cases name the same ones."""
    rules, cases = new_rules("CPW-II", "US-ZZ", DAY).own.values()

    assert re.findall(r"^ +(?:- )?id: (zz\S+)$", rules, flags=re.MULTILINE) == [
        "zz.cpw-ii", "zz.cpw-ii.age", "zz.cpw-ii.references",
    ]  # fmt: skip
    assert set(re.findall(r"because: \[(.*)\]", cases)) == {"zz.cpw-ii.age", "zz.cpw-ii.references"}


def test_the_source_that_is_cited_is_told_of() -> None:
    """Under the same id, with the day of today as the day of reading."""
    new = new_rules("CPW", "US-ZZ", DAY)

    assert new.source_id == "zz-cpw-rules"
    assert new.source.startswith("  zz-cpw-rules:\n")
    assert "    read: 2026-11-22\n" in new.source
    assert new.shared["sources.yaml"].endswith("sources:\n" + new.source)
    assert set(re.findall(r"\{id: (\S+), at", new.own["us/zz/cpw.yaml"])) == {"zz-cpw-rules"}


def test_no_mark_is_left_in_any_file() -> None:
    """Every blank that the program knows is filled in; those for a person read FILL IN."""
    new = new_rules("CPW", "US-ZZ", DAY)

    assert not [name for name, text in {**new.own, **new.shared}.items() if re.search(r"@[A-Z]+@", text)]
    assert all("FILL IN" in text for text in (new.own["us/zz/cpw.yaml"], new.source, new.shared["catalog.yaml"]))
