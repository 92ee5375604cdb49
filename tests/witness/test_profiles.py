"""Made-up profiles: lines that read back as a profile file, and smaller profiles from larger ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from peercert.reading import read_text
from peercert.witness.profiles import amounts, facts, in_order, plain, read, smaller, yaml_lines
from upper import TODAY, built_in

MADE = {
    "birth_date": date(2008, 11, 22),
    "attestations": {"literacy": True},
    "training": [{"topics": {"ethics": Decimal("6.50"), "advocacy": Decimal(100)}, "program": "mn-cps"}],
    "credentials": [],
}


def test_each_fact_is_a_line_and_each_record_too() -> None:
    """Days, numbers, words and lists as a person would write them."""
    assert yaml_lines(MADE) == (
        "birth_date: 2008-11-22",
        "attestations: {literacy: true}",
        "training:",
        "  - topics: {ethics: 6.5, advocacy: 100}",
        "    program: mn-cps",
        "credentials: []",
    )


def test_the_lines_read_back_as_the_same_profile() -> None:
    """As YAML by the reader that profiles are read by."""
    text = "\n".join(yaml_lines(MADE))

    assert read(text, built_in().words, TODAY, json_=False) is not None
    assert read_text(text, "x.yaml", syntax="yaml").value == {
        "birth_date": "2008-11-22",
        "attestations": {"literacy": "true"},
        "training": [{"topics": {"ethics": "6.5", "advocacy": "100"}, "program": "mn-cps"}],
        "credentials": [],
    }


def test_nobody_can_be_born_tomorrow() -> None:
    """What the reader of profiles refuses is nobody."""
    assert read('{"birth_date": "2026-11-23"}', built_in().words, TODAY) is None


def test_a_word_that_is_not_plain_is_quoted() -> None:
    """So that it stays a word."""
    assert yaml_lines({"serves": ["x: y"], "id": "7"}) == ('serves: ["x: y"]', 'id: "7"')


def test_as_data_days_are_text_and_numbers_are_numbers() -> None:
    """Whole numbers without a point."""
    assert plain({"a": [date(2026, 1, 2), Decimal("10.0"), Decimal("0.51"), True]}) == {
        "a": ["2026-01-02", 10, 0.51, True]
    }


def test_facts_and_numbers_are_counted() -> None:
    """An empty list tells something too."""
    assert (facts(MADE), amounts(MADE)) == (6, Decimal("106.5"))


def test_smaller_profiles_lack_one_fact_one_field_or_one_record() -> None:
    """Each once, the whole key first."""
    assert list(smaller({"a": [{"b": 1, "c": 2}], "d": 3})) == [
        {"d": 3},
        {"a": [], "d": 3},
        {"a": [{"c": 2}], "d": 3},
        {"a": [{"b": 1}], "d": 3},
        {"a": [{"b": 1, "c": 2}]},
    ]


def test_keys_stand_in_the_order_of_a_profile() -> None:
    """Records and topics too."""
    found = in_order({"references": 2, "training": [{"topics": {"ethics": 1, "advocacy": 2}, "program": "x"}]})

    assert [*found] == ["training", "references"]
    assert [*found["training"][0]] == ["program", "topics"]
    assert [*found["training"][0]["topics"]] == ["advocacy", "ethics"]
