"""Hostile folders of rules: every command that opens one tells what is wrong with it, and none is held up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from deep import deep_folders
from hostile.running import DAY, START, limited, some
from hostile.telling import Content, hole, link, nothing, pipe, put
from hostile.telling import folder as a_folder
from program import Ended, inside
from upper import Written, credential, edition, group, leaf, rules_folder

COMMANDS = {
    "list": ("list", "--rules", "rules"),
    "show": ("show", "TOY", "--rules", "rules"),
    "check": ("check", "jo.yaml", "-c", "TOY", "--rules", "rules", *DAY),
    "lint": ("rules", "check", "rules"),
    "cases": ("rules", "test", "rules"),
    "schema": ("schema", "candidate", "--rules", "rules"),
    "added": ("list", "--add-rules", "rules"),
    "old": ("rules", "diff", "rules", "rules"),
}
"""The ways into a folder of rules."""

FILES: dict[str, tuple[str, Content, str]] = {
    # a file of the rules, what stands in its place, and what is said of it
    "anchor": (
        "us/toy.yaml",
        "id: &x TOY\n",
        ":1:5: Anchors and aliases, which start with & and *, are not used here.",
    ),
    "bomb": ("words.yaml", "a: &a [x,x]\nb: &b [*a,*a]\n<<: *b\n", ":1:4: Anchors and aliases"),
    "tag": (
        "sources.yaml",
        "sources: !!python/name:os.system x\n",
        ":1:10: Tags, which start with !, are not used here.",
    ),
    "bytes": ("catalog.yaml", b"title: J\xf6rg\n", ":1:9: From here on the file is not saved as UTF-8."),
    "wide": ("catalog.yaml", "title: x\n".encode("utf-16"), ": This file is not saved as UTF-8; it looks like UTF-16"),
    "sign": ("us/toy.yaml", "id: T\u202eOY\n", ":1:6: The character U+202E may not stand in a file."),
    "deep": ("us/toy.yaml", "[" * 200_000, ":1:33: Mappings and lists are more than 32 levels deep here."),
    "list": ("us/toy.yaml", "- a\n", ":1:1: A rules file is a mapping. See the guide in the rules folder."),
    "empty": ("words.yaml", "", ": There is nothing in this file. Check that it was saved."),
    "two": ("catalog.yaml", "title: x\n---\ntitle: y\n", ":2:1: A second document starts here"),
    "twice": ("us/toy.yaml", "id: TOY\nid: TOY\n", ':2:1: The key "id" is written twice'),
    "unknown key": ("words.yaml", "exam: {}\n", ':1:1: Unknown key "exam". Did you mean "exams"?'),
    "unknown kind": (
        "us/toy.yaml",
        "editions: [{pathways: [{requires: {kind: agee}}]}]",
        ':1:42: This is not a word that kind knows. Did you mean "age"?',
    ),
    "kind that is a list": (
        "us/toy.yaml",
        "editions: [{pathways: [{requires: {kind: [age]}}]}]",
        ":1:42: A word is needed here.",
    ),
    "hole": ("us/toy.yaml", hole(), ": This file is larger than 4 MiB, and larger files are not read."),
    "hole in words": ("words.yaml", hole(), ": This file is larger than 4 MiB"),
    "pipe": ("us/toy.yaml", pipe, ": This is not an ordinary file."),
    "pipe for words": ("words.yaml", pipe, ": This is not an ordinary file."),
    "device": ("sources.yaml", link("/dev/zero"), ": This is not an ordinary file."),
    "folder": ("catalog.yaml", a_folder, ": This is a folder, not a file. Name a file inside it."),
    "loop": ("us/toy.yaml", link("toy.yaml"), ": This name leads round in a circle of links."),
    "gone": ("words.yaml", link("nowhere"), ": There is no file with this name."),
    "no file": ("catalog.yaml", nothing, ": There is no file with this name."),
}


def toy(*requires: Written) -> Written:
    """Write a credential that asks for somebody to be eighteen, or what is given."""
    return credential("TOY", edition(*(requires or (leaf("toy.age", "age", at_least=18),))))


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Write sound rules, and a profile beside them."""
    (tmp_path / "jo.yaml").write_text("birth_date: 1990-01-01\n")
    (tmp_path / "rules").mkdir()
    return rules_folder(tmp_path / "rules", toy())


def spoil(path: Path, content: Content) -> None:
    """Put something else in a file's place."""
    path.unlink()
    put(path, content)


@pytest.mark.parametrize("what", FILES)
def test_a_hostile_file_of_rules_is_told_and_nobody_judged(rules: Path, what: str) -> None:
    """In check, with code 4, at its line."""
    name, content, says = FILES[what]
    spoil(rules / name, content)

    ended = inside(*COMMANDS["check"], folder=rules.parent)

    assert (ended.code, ended.out) == (4, "")
    assert f"rules/{name}{says}" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "check"])
@pytest.mark.parametrize("what", ["deep", "hole", "pipe", "device"])
def test_every_way_into_the_rules_is_guarded(rules: Path, command: str, what: str) -> None:
    """Whichever command opens them."""
    name, content, _ = FILES[what]
    spoil(rules / name, content)

    ended = inside(*COMMANDS[command], folder=rules.parent)

    assert ended.code == 4, ended
    assert f"rules/{name}" in ended.err


@pytest.mark.thorough
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("what", FILES)
def test_hostile_rules_take_a_second_and_200_mib_at_most(rules: Path, command: str, what: str) -> None:
    """Each in a process of its own, counted in the time of the processor."""
    name, content, _ = FILES[what]
    spoil(rules / name, content)

    ended = limited(*COMMANDS[command], folder=rules.parent, seconds=START)

    assert ended.code in (2, 4), ended
    assert "Traceback" not in ended.err


def test_rules_that_take_each_other_over_many_times_are_read_once_each(tmp_path: Path) -> None:
    """Twenty credentials, each of which takes over all after it: a million ways from the first to the last."""
    many = [
        credential(
            f"C{number}",
            edition(
                group(
                    f"c{number}",
                    "all_of",
                    leaf(f"c{number}.age", "age", at_least=18),
                    *(
                        leaf(f"c{number}.c{other}", "meets_credential", credential=f"C{other}")
                        for other in range(number + 1, 20)
                    ),
                )
            ),
        )
        for number in range(20)
    ]
    rules_folder(tmp_path, *many)

    ended = limited("list", "--rules", ".", folder=tmp_path, seconds=START + 2)

    assert (ended.code, ended.err) == (0, "")


def test_a_circle_of_rules_is_told(tmp_path: Path) -> None:
    """Each asks for what the other asks."""
    ones = [
        credential(one, edition(leaf(f"{one.lower()}.x", "meets_credential", credential=other)))
        for one, other in (("ONE", "TWO"), ("TWO", "ONE"))
    ]
    rules_folder(tmp_path, *ones)

    ended = inside("list", "--rules", ".", folder=tmp_path)

    assert ended.code == 4
    assert "ONE asks for what TWO asks, and TWO for what ONE asks. Break the circle." in ended.err


def test_no_more_than_a_hundred_faults_of_a_file_of_rules_are_told(tmp_path: Path) -> None:
    """The rest is not looked at, so that it takes no longer."""
    rules_folder(
        tmp_path, toy(group("toy.all", "all_of", *(leaf(f"toy.{n}", "age", at_leest=18) for n in range(2000))))
    )

    ended = limited("list", "--rules", ".", folder=tmp_path, seconds=START)

    assert ended.code == 4
    assert len(ended.err.splitlines()) == 101
    assert "There are more problems from here on; they are not listed. Mend the first ones." in ended.err


@pytest.mark.parametrize("command", ["list", "check", "schema"])
def test_rules_without_a_credential_are_no_pass(tmp_path: Path, command: str) -> None:
    """Nobody could be judged by them, so that is told, with code 4."""
    (tmp_path / "rules").mkdir()
    rules_folder(tmp_path / "rules")
    (tmp_path / "jo.yaml").write_text("birth_date: 1990-01-01\n")

    ended = inside(*COMMANDS[command], folder=tmp_path)

    assert (ended.code, ended.out) == (4, "")
    assert ended.err == (
        "rules: There is no credential in these rules. Write a file for each credential, in a folder below this one.\n"
    )


@pytest.mark.parametrize("command", some(["list", "lint", "cases", "check"], "cases"))
def test_rules_however_deep_are_found(rules: Path, command: str) -> None:
    """Deeper than Python's calls may go."""
    cases: Written = {"given": {}, "cases": []}
    with deep_folders(rules / "us" / "x", json.dumps(cases), "toy.cases.yaml"):
        ended = inside(*COMMANDS[command], folder=rules.parent)

    assert ended.code in (0, 4), ended
    assert "fault in peercert" not in ended.err


def receipt(folder: Path, **other: object) -> Ended:
    """Verify something that looks like a receipt."""
    head = ("program", "catalog", "disputes", "verified_only", "redacted", "count", "seal")
    value = {"format": "peercert.receipt/1", "as_of": "2026-11-22", "people": [], **dict.fromkeys(head, 1), **other}
    (folder / "receipt.json").write_text(json.dumps(value))
    return inside("verify", "receipt.json", folder=folder)


@pytest.mark.parametrize("people", [None, 1, "x", [1], [[]], [{}], [{"determinations": 1}], {"a": 1}])
def test_a_receipt_of_another_shape_does_not_hold(tmp_path: Path, people: object) -> None:
    """Code 1, and words of ours."""
    ended = receipt(tmp_path, people=people)

    assert ended.code == 1
    assert "This receipt does not hold." in ended.out


def test_a_receipt_however_deep_does_not_hold(tmp_path: Path) -> None:
    """Deeper than Python's calls may go on, though not too deep to be read."""
    inner: object = 1
    for _ in range(900):
        inner = [inner]
    try:
        ended = receipt(tmp_path, people=[inner])
    except RecursionError:
        pytest.skip("it cannot be written here")

    assert ended.code in (1, 4)
    assert "fault in peercert" not in ended.err


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (pipe, "This is not an ordinary file."),
        (link("/dev/zero"), "This is not an ordinary file."),
        (a_folder, "This is a folder, not a file."),
        (link("nowhere"), "There is no file with this name."),
        (hole(), "This file is larger than 64 MiB, and larger receipts are not read."),
    ],
)
def test_what_is_no_file_is_no_receipt(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    """Code 4, and nothing waits for its end."""
    make(tmp_path / "receipt.json")

    ended = limited("verify", "receipt.json", folder=tmp_path, seconds=START)

    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith(f"receipt.json: {says}")
