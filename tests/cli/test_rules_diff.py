"""`peercert rules diff`, as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from program import peercert
from upper import Written, credential, edition, group, leaf, rules_folder

AGE = leaf("a.age", "age", at_least=18)
DAY = ("--as-of", "2026-11-22")


def states(folder: Path, *ages: int) -> None:
    """Write one folder of rules for each age that is asked for: 0, 1 and so on."""
    for number, age in enumerate(ages):
        (folder / str(number)).mkdir()
        rules_folder(folder / str(number), credential("A", edition(group("a", "all_of", {**AGE, "at_least": age}))))


def test_it_says_what_changed_and_shows_whom_it_touches(tmp_path: Path) -> None:
    """In words, with the lines of a profile; the exit code says that there are differences."""
    states(tmp_path, 18, 21)

    ended = peercert("rules", "diff", "0", "1", *DAY, folder=tmp_path)

    assert (ended.code, ended.err) == (1, "")
    assert ended.out == (
        "A (edition-1), as of 2026-11-22\n"
        "- Changed: Title of a.age (a.age). Before: At least 18 years old. Now: At least\n"
        "  21 years old. (at_least 18 → 21)\n"
        "  Met before, not met now:\n"
        "      birth_date: 2008-11-22\n"
        "- Eligible before, not eligible now:\n"
        "      birth_date: 2008-11-22\n"
        "- Nobody is answered better now than before. Nobody was left out (24 made-up\n"
        "  profiles, 3 pairs).\n"
        "\n"
        "Nobody was left out: each way to pass the one was paired with each way to fail\n"
        "the other. The profiles hold each fact on both sides of every number, day and\n"
        "word that either asks for. This is about people who tell all that is asked, on\n"
        "the days of application that the rules tell apart.\n"
    )


def test_where_nothing_differs_it_says_so(tmp_path: Path) -> None:
    """And what that rests on; the exit code is 0."""
    states(tmp_path, 18, 18)

    ended = peercert("rules", "diff", "0", "1", *DAY, folder=tmp_path)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("No requirement changed, and no one's answer changes.")
    assert "made-up profiles were tried on both." in ended.out.replace("\n", " ")


def test_json_has_the_numbers_and_the_people(tmp_path: Path) -> None:
    """One object, with a profile for each change."""
    states(tmp_path, 21, 18)

    ended = peercert("rules", "diff", "0", "1", "-c", "a", "-f", "json", *DAY, folder=tmp_path)
    found = json.loads(ended.out)
    (held,) = found["editions"]
    (change,) = held["changes"]

    assert ended.code == 1
    assert (found["format"], found["same"], held["credential"]) == ("peercert.diff/1", False, "A")
    assert (change["what"], change["id"]) == ("changed", "a.age")
    assert change["numbers"] == [{"key": "at_least", "old": "21", "new": "18"}]
    assert [one["profile"] for one in change["witness"]] == [{"birth_date": "2008-11-22"}]
    assert [one["nobody"] for one in held["witness"]] == [True, False]


def test_two_editions_of_one_credential(tmp_path: Path) -> None:
    """Each has ids of its own, so what ends alike belongs together."""

    def way(name: str, age: int, **dates: str) -> Written:
        asked = group(name, "all_of", {**AGE, "id": f"{name}.age", "at_least": age})
        return {**edition(asked), "id": name, **dates}

    second = way("two", 21, effective_from="2027-01-01")
    rules_folder(tmp_path, credential("A", way("one", 18, effective_to="2026-12-31"), second))

    ended = peercert("rules", "diff", ".", "-c", "a", "--edition", "one", "--edition", "two", *DAY, folder=tmp_path)

    assert ended.code == 1
    assert ended.out.startswith(
        "A (one to two), as of 2027-01-01\n- Changed: Title of a.age (two.age, before: one.age)."
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "peercert: Name the folder of the rules before, and the folder of the rules after.\n"),
        (("0", "nowhere"), 2, "nowhere: There is no such folder of rules.\n"),
        (("0", "1", "-c", "b"), 2, "peercert: There is no credential of this name here. Known: A.\n"),
        (("0", "--edition", "x"), 2, "peercert: Give --edition twice, first the old one, and --credential once.\n"),
        (
            ("0", "-c", "a", "--edition", "x", "--edition", "y"), 2,
            "peercert: There is no such edition. Known: edition-1.\n",
        ),
        (
            ("0", "1", "-c", "a", "--edition", "x", "--edition", "y"), 2,
            "peercert: --edition holds two editions of the same rules against each other. Name one folder.\n",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_held_against_each_other(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """A matter of usage, told in one line."""
    states(tmp_path, 18, 21)

    ended = peercert("rules", "diff", *arguments, *DAY, folder=tmp_path)

    assert (ended.code, ended.out, ended.err) == (code, "", said)


def test_rules_that_cannot_be_read_are_told_line_by_line(tmp_path: Path) -> None:
    """With the exit code of an invalid file."""
    states(tmp_path, 18, 21)
    (tmp_path / "1" / "us" / "a.yaml").write_text("id: [\n")

    ended = peercert("rules", "diff", "0", "1", *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("1/us/a.yaml:")
