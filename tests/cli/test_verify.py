"""`peercert check --receipt` and `peercert verify` as they are used."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from catalog.toy import folder as written
from catalog.toy import toy_with
from program import inside

PERSON = """id: p-1
seeking: [CRSS]
training:
  - {id: T-01, topics: {advocacy: 10, ethics: 4}}
  - {id: T-02, topics: {mentoring: 10, core_functions: 54}}
exams: []
education: []
lived_experience: []
experience: []
supervision: []
practicum: []
attestations: {disclosure: false, code_of_ethics: true}
"""
ASKED = ("check", "person.yaml", "--as-of", "2026-11-22", "--receipt", "receipt.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a profile and its receipt."""
    (tmp_path / "person.yaml").write_text(PERSON, encoding="utf-8")
    ended = inside(*ASKED, folder=tmp_path)
    assert ended.code == 1
    return tmp_path


def test_a_receipt_holds_and_says_what_it_proves(folder: Path) -> None:
    """Exit 0, each answer in words, and for a no the amounts that prove it."""
    ended = inside("verify", "receipt.json", "--profile", "person.yaml", folder=folder)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("CRSS: not eligible\n")
    assert "- 6 hours of ethics: of 78 told, 4 can count, and 6 are needed\n" in ended.out
    assert ended.out.endswith(
        "This receipt holds: everything in it adds up by the rules, and agrees with the profile.\n"
    )


def test_without_the_profile_it_says_that_it_was_not_held_against_it(folder: Path) -> None:
    """The sums and the rules are checked all the same."""
    ended = inside("verify", "receipt.json", folder=folder)

    assert ended.code == 0
    assert ended.out.endswith("adds up by the rules. It was not held against the profile.\n")


def test_a_changed_receipt_does_not_hold(folder: Path) -> None:
    """Exit 1, with the reason on standard error."""
    path = folder / "receipt.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"not_eligible"', '"eligible"'), encoding="utf-8")

    ended = inside("verify", "receipt.json", folder=folder)

    assert (ended.code, ended.out) == (1, "This receipt does not hold.\n")
    assert ended.err == (
        "The seal does not fit: something was changed after it was written.\n"
        "CRSS: its lines lead to not_eligible, not to eligible.\n"
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "peercert.check/1"}', "[" * 100000, '{"a": 1, "a": 1}'])
def test_what_is_no_receipt_cannot_be_read(folder: Path, text: str) -> None:
    """Exit 4, in plain words, and nothing on standard output."""
    (folder / "other.json").write_text(text, encoding="utf-8")

    ended = inside("verify", "other.json", folder=folder)

    assert (ended.code, ended.out) == (4, "")
    assert "receipt" in ended.err


def test_a_file_that_is_not_there_cannot_be_read(folder: Path) -> None:
    """Exit 4, as for any receipt that cannot be read."""
    assert inside("verify", "none.json", folder=folder).code == 4


@pytest.mark.parametrize("part", ["people", "catalog", "disputes"])
@pytest.mark.parametrize("other", [None, 7, "x", [], {}, [None], [[]]])
def test_a_receipt_of_another_kind_inside_does_not_hold(folder: Path, part: str, other: object) -> None:
    """Whatever stands in a receipt the checker ends in words and with exit 1, never with a fault of its own."""
    path = folder / "receipt.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(value | {part: other}), encoding="utf-8")

    assert inside("verify", "receipt.json", folder=folder).code == 1


def test_a_receipt_is_for_its_owner_only(folder: Path) -> None:
    """Nobody else may read it, for it tells of a person."""
    assert stat.S_IMODE((folder / "receipt.json").stat().st_mode) == 0o600


def test_a_receipt_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """It is written whole or not at all."""
    (tmp_path / "person.yaml").write_text(PERSON, encoding="utf-8")

    ended = inside("check", "person.yaml", "--receipt", "nowhere/receipt.json", folder=tmp_path)

    assert ended.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["person.yaml"]


def test_many_people_stand_in_one_receipt(folder: Path) -> None:
    """A profile that cannot be used, or whose id another had before, is not among them."""
    for number in (2, 3):
        (folder / f"person-{number}.yaml").write_text(PERSON.replace("p-1", f"p-{number}"), encoding="utf-8")
    (folder / "again.yaml").write_text(PERSON, encoding="utf-8")
    (folder / "bad.yaml").write_text("{trainnig: []}", encoding="utf-8")
    names = [path.name for path in sorted(folder.glob("*.yaml"))]

    assert inside("check", *names, "--as-of", "2026-11-22", "-q", "--receipt", "all.json", folder=folder).code == 4
    value = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    good = [word for name in ("again.yaml", "person-2.yaml", "person-3.yaml") for word in ("--profile", name)]

    assert [one["candidate"] for one in value["people"]] == ["p-1", "p-2", "p-3"]
    assert inside("verify", "all.json", *good, folder=folder).code == 0
    assert inside("verify", "all.json", "--profile", "person-2.yaml", folder=folder).code == 1


def test_another_profile_is_refused(folder: Path) -> None:
    """One hour more, and it is not the profile that was checked."""
    (folder / "person.yaml").write_text(PERSON.replace("ethics: 4", "ethics: 5"), encoding="utf-8")

    ended = inside("verify", "receipt.json", "--profile", "person.yaml", folder=folder)

    assert ended.code == 1
    assert ended.err == "Person 1: no profile that was given is the one that was checked.\n"


BAR = """\
        bars:
          - {id: xx.toy.barred, kind: license, title: No licence, licenses: [LPN], sources: [{id: law, at: page 3}]}
"""


@pytest.mark.parametrize(
    ("licenses", "code"), [("[]", 0), ("[{id: LPN, expires: 2027-01-01}]", 1)], ids=["free", "barred"]
)
@pytest.mark.parametrize("requires", ["all of them", "one alone"])
def test_a_receipt_with_a_bar_holds(tmp_path: Path, requires: str, licenses: str, code: int) -> None:
    """The bar stands beside what is asked, whether that is one requirement or several."""
    toy = toy_with("        requires:\n", f"{BAR}        requires:\n")
    if requires == "one alone":
        toy = toy[: toy.index("          id: xx.toy\n")] + (
            "          {id: xx.toy, kind: references, title: Two, at_least: 2, sources: [{id: law, at: page 2}]}\n"
        )
    written(tmp_path / "rules", toy=toy)
    (tmp_path / "jo.yaml").write_text(f"birth_date: 1990-01-01\nreferences: 2\nlicenses: {licenses}\n")
    asked = ("check", "jo.yaml", "-c", "TOY", "--rules", "rules", "--as-of", "2026-11-22", "--receipt", "receipt.json")

    made = inside(*asked, folder=tmp_path)
    held = inside("verify", "receipt.json", "-p", "jo.yaml", "--rules", "rules", folder=tmp_path)

    assert (made.code, made.err) == (code, "")
    assert (held.code, held.err) == (0, "")
