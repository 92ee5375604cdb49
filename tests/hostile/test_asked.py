"""Hostile arguments, names, settings, lists and standard input: told with the right code, and nothing waits."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from deep import deep_folders
from hostile.running import DAY, GOOD, START, limited, some
from hostile.telling import MEBIBYTE, Content, hole, pipe, put
from program import Ended, inside, peercert, run

ARGUMENTS = {
    # what is asked, and what is said
    "no path": ((), "Name what to look at"),
    "an empty name": (("",), "There is no file or folder ''."),
    "a missing file": (("missing.yaml",), "There is no file or folder 'missing.yaml'."),
    "a file below a file": (("good.yaml/x.yaml",), "There is no file or folder"),
    "a name that is too long": (("x" * 5000,), "There is no file or folder"),
    "a pattern that is too long": (("[" * 50_000,), "There is no file or folder"),
    "a pattern that fits nothing": (("*.nothing",), "There is no file that fits '*.nothing'."),
    "a pattern of many stars": (("*a" * 2000,), "There is no file that fits"),
    "a broken pattern": (("[z-a].yaml",), "There is no file that fits '[z-a].yaml'."),
    "a name with signs": (("\x1b[2J\n",), "There is no file that fits '\\x1b[2J\\n'."),
    "a name of half a letter": (("\udcff.yaml",), "There is no file or folder '\\udcff.yaml'."),
    "a day that is none": (("good.yaml", "--as-of", "2026-02-30"), "--as-of needs one day"),
    "a day in words": (("good.yaml", "--as-of", "today"), "--as-of needs one day"),
    "a month": (("good.yaml", "--as-of", "2026-02"), "--as-of needs one day"),
    "a day of other digits": (("good.yaml", "--as-of", "\u0662\u0660\u0662\u0666-01-01"), "--as-of needs one day"),
    "a very long day": (("good.yaml", "--as-of", "9" * 9000), "--as-of needs one day"),
    "an unknown credential": (("good.yaml", "-c", "CPSRPP"), 'Did you mean "CPSRP-P"?'),
    "a credential that looks alike": (("good.yaml", "-c", "CRS\u0405"), "There is no credential of this name here."),
    "a credential in full width": (
        ("good.yaml", "-c", "\uff23\uff32\uff33\uff33"),
        "There is no credential of this name",
    ),
    "an empty credential": (("good.yaml", "-c", ""), "There is no credential of this name here."),
    "a very long credential": (("good.yaml", "-c", "C" * 90_000), "There is no credential of this name here."),
    "an unknown format": (("good.yaml", "-f", "jsn"), 'Did you mean "json"?'),
    "an unknown input format": (("-", "--input-format", "xml"), "There is no such input format."),
    "nothing to fail on": (("good.yaml", "--fail-on", ""), "--fail-on takes not_eligible and undetermined"),
    "no such thing to fail on": (("good.yaml", "--fail-on", "eligible"), "--fail-on takes"),
    "an unknown way to read disputes": (("good.yaml", "--disputes", "x"), "disputes"),
    "fewer than no processes": (("good.yaml", "-j", "-1"), "--jobs"),
    "processes in words": (("good.yaml", "-j", "many"), "--jobs"),
    "an unknown option": (("good.yaml", "--formt", "json"), "No such option: --formt"),
    "an option without its value": (("good.yaml", "--format"), "--format"),
    "standard input twice": (("-", "-"), "Standard input can be read only once."),
    "rules that are a file": (("good.yaml", "--rules", "good.yaml"), "There is no such folder of rules."),
    "rules that are not there": (("good.yaml", "--rules", "missing"), "There is no such folder of rules."),
    "an unknown edition": (("good.yaml", "-c", "CRSS", "--edition", "x"), "edition"),
    "a list that is not there": (
        ("--files-from", "missing.txt"),
        "There is no file 'missing.txt' with a list of files.",
    ),
    "a report into no folder": (("good.yaml", "-o", "missing/x.json"), "missing/x.json cannot be written"),
    "a report into a folder": (("good.yaml", "-o", "."), "cannot be written"),
    "a receipt into no folder": (("good.yaml", "--receipt", "missing/x.json"), "missing/x.json cannot be written"),
}
"""Arguments of `check` that are at fault: code 2, whatever else is right."""


@pytest.mark.parametrize("what", ARGUMENTS)
def test_a_hostile_argument_is_a_matter_of_usage(tmp_path: Path, what: str) -> None:
    """Code 2, nothing on standard output, and words of ours."""
    arguments, says = ARGUMENTS[what]
    (tmp_path / "good.yaml").write_text(GOOD)

    ended = inside("check", *arguments, folder=tmp_path)

    assert (ended.code, ended.out) == (2, ""), ended
    assert says in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", ["check", "cohort", "plan"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(tmp_path: Path, command: str, day: str) -> None:
    """No sum of days leaves the calendar."""
    (tmp_path / "good.yaml").write_text("seeking: [CRSS, CPRS, CPSS, CPS-I, CPS-II, CPSRP, CPSRP-P]\nreferences: 2\n")

    ended = inside(command, "good.yaml", "--as-of", day, folder=tmp_path)

    assert ended.code in (0, 1, 3)
    assert "fault" not in ended.err


STDIN = {
    "nothing": (b"", "yaml", "<stdin>: There is nothing in this file."),
    "a blank": (b" \n", "json", "<stdin>: There is nothing in this file."),
    "no line": (b"\n\n", "jsonl", "<stdin>: There is nothing in this file."),
    "no row": (b"", "csv", "<stdin>: There is nothing in this file."),
    "a NUL": (b"id: a\0b\n", "yaml", "<stdin>:1:6: The character U+0000 may not stand in a file."),
    "other bytes": (b"id: \xff\n", "yaml", "<stdin>:1:5: From here on the file is not saved as UTF-8."),
    "no JSON": (b"id: jo\n", "json", "<stdin>:1:1: A value is missing here."),
    "a bad line": (b'{}\n{"references": -1}\n', "jsonl", "<stdin>:2:16: This number is below zero."),
    "a bad cell": (b"id,references\nx,-1\n", "csv", "<stdin>:2:3: This number is below zero."),
    "a bad column": (b"refs\n1\n", "csv", "<stdin>:1:1: This is not a known column."),
    "too much": (b"#" * (MEBIBYTE + 1), "yaml", "<stdin>: This file is larger than 1 MiB"),
    "much too much": (b"#" * (3 * MEBIBYTE), "json", "<stdin>: This file is larger than 1 MiB"),
    "depth": (b"[" * 1_000_000, "yaml", "<stdin>:1:33: Mappings and lists are more than 32 levels deep here."),
    "depth in JSON": (b"[" * 1_000_000, "json", "<stdin>:1:33: Mappings and lists are more than 32 levels deep here."),
}


@pytest.mark.parametrize("what", some(STDIN, "nothing", "a bad line", "much too much", "depth"))
def test_hostile_standard_input_is_told(tmp_path: Path, what: str) -> None:
    """Code 4, by the name of standard input; a good file beside it is judged."""
    data, spelt, says = STDIN[what]
    (tmp_path / "good.yaml").write_text(GOOD)

    ended = limited(
        "check",
        "good.yaml",
        "-",
        "--input-format",
        spelt,
        "-f",
        "jsonl",
        *DAY,
        folder=tmp_path,
        seconds=START,
        stdin=data,
    )

    assert ended.code == 4
    assert ended.err.startswith(says), ended.err[:300]
    assert '"verdict": "undetermined"' in ended.out


@pytest.mark.parametrize("spelt", some(["yaml", "json", "jsonl", "csv"], "json", "csv"))
def test_standard_input_without_an_end_is_not_read_for_ever(tmp_path: Path, spelt: str) -> None:
    """Nor is a line that does not end."""
    (tmp_path / "zeros").symlink_to("/dev/zero")
    script = 'exec "$0" -m peercert check - --input-format "$1" < zeros'
    ended = shell(script, spelt, folder=tmp_path)

    assert ended.code == 4
    assert ended.err.startswith("<stdin>")


def shell(script: str, *arguments: str, folder: Path) -> Ended:
    """Run a line of a shell, which may take so long and no longer."""
    return run("/bin/sh", "-c", f"ulimit -t {START + 1}; {script}", sys.executable, *arguments, folder=folder)


@pytest.mark.parametrize("answers", ["zeros", "words"])
def test_an_interview_with_nobody_ends(tmp_path: Path, answers: str) -> None:
    """Where answers come without end and none is one, what was told is saved, and it stops."""
    (tmp_path / "zeros").symlink_to("/dev/zero")
    giving = "< zeros" if answers == "zeros" else "| cat"
    start = "yes perhaps | " if answers == "words" else ""
    ended = shell(f'{start}"$0" -m peercert interview -c CPS-I -o me.yaml {giving}', folder=tmp_path)

    assert ended.code in (0, 3)
    assert "Stopped. What is not told is left open." in ended.err


LISTS: dict[str, Content] = {
    "nothing but NULs": hole(b"good.yaml\n", 1 << 30),
    "a pipe": pipe,
    "another encoding": "good.yaml\n".encode("utf-16"),
    "a long name": b"x" * 70_000,
    "names of nothing": b"missing.yaml\ngood.yaml\n",
    "a name with signs": b"a\x1b[2J.yaml\ngood.yaml\n",
    "other bytes": b"\xff\xfd.yaml\ngood.yaml\n",
    "itself": b"list.txt\n",
}


@pytest.mark.parametrize("what", some(LISTS, "nothing but NULs", "a pipe", "names of nothing"))
def test_a_hostile_list_is_told_and_the_good_file_judged(tmp_path: Path, what: str) -> None:
    """Code 4: what a list names is a file that cannot be used, not a slip of the command line."""
    (tmp_path / "good.yaml").write_text(GOOD)
    put(tmp_path / "list.txt", LISTS[what])

    ended = limited(
        "check", "good.yaml", "--files-from", "list.txt", "-f", "jsonl", *DAY, folder=tmp_path, seconds=START
    )

    assert ended.code == 4, ended
    assert '"candidate": "good"' in ended.out
    assert "Traceback" not in ended.err


SETTINGS: dict[str, tuple[Content, str]] = {
    "not TOML": ("id: x\n", ":1:3: From here on this is not written in TOML."),
    "twice": ("jobs = 1\njobs = 2\n", ":2:9: From here on this is not written in TOML."),
    "other bytes": (b'format = "\xff"\n', ":1:11: From here on the file is not saved as UTF-8."),
    "another encoding": ("jobs = 1\n".encode("utf-16"), ": This file is not saved as UTF-8; it looks like UTF-16"),
    "unknown key": ("formt = 'json'\n", ':1:1: Unknown key "formt". Did you mean "format"?'),
    "odd key": ('"\\u001b[2J" = 1\n', ": Unknown key (not shown)."),
    "odd value": ('format = "a\u202eb"\n', ":1:10: A text is needed here."),
    "hidden value": ('rules = "a\\u0000b"\n', ":1:9: The name of a folder is needed here."),
    "wrong word": ('format = "jsn"\n', ":1:10: There is no such format."),
    "wrong kind": ("verified-only = 'yes'\n", ":1:17: Only true or false may stand here."),
    "infinity": ("jobs = inf\n", ":1:8: A whole number is needed here"),
    "less than none": ("jobs = -1\n", ":1:8: A whole number is needed here"),
    "many digits": ("jobs = " + "9" * 5000, ": This file is not written in TOML."),
    "deep": ("x = " + "[" * 100_000, ": This file is not written in TOML."),
    "many parts": ("a." * 200_000 + "a = 1\n", ":1:1: This line holds more dots than any setting needs."),
    "many keys": ("".join(f"k{n} = 1\n" for n in range(50_000)), ':1:1: Unknown key "k0".'),
    "large": (hole(), ": This file is larger than 1 MiB"),
}


@pytest.mark.parametrize("what", SETTINGS)
def test_hostile_settings_are_a_matter_of_usage(tmp_path: Path, what: str) -> None:
    """Code 2, at their line, before anybody is judged."""
    content, says = SETTINGS[what]
    (tmp_path / "good.yaml").write_text(GOOD)
    put(tmp_path / "peercert.toml", content)

    ended = inside("check", "good.yaml", folder=tmp_path)

    assert (ended.code, ended.out) == (2, ""), ended.err[:300]
    assert ended.err.startswith(f"peercert.toml{says}"), ended.err[:300]
    assert len(ended.err.splitlines()) <= 101


@pytest.mark.thorough
@pytest.mark.parametrize("what", SETTINGS)
def test_hostile_settings_take_a_second_and_200_mib_at_most(tmp_path: Path, what: str) -> None:
    """Each in a process of its own."""
    content, _ = SETTINGS[what]
    put(tmp_path / "peercert.toml", content)

    assert limited("config", "show", folder=tmp_path, seconds=START).code == 2


def test_settings_that_are_a_pipe_are_none(tmp_path: Path) -> None:
    """Nobody writes to it, and nothing waits."""
    pipe(tmp_path / "peercert.toml")

    assert peercert("config", "show", folder=tmp_path).code == 0


NAMES = (
    "a\nb",
    "a\x1b[2Jb",
    "a\u202eb",
    "\udcff",
    "-x",
    "--help",
    "a::b",
    "c,d%0Ae",
    "*",
    "[x]",
    "~",
    "$(id)",
    "'",
    '"',
    "<b>",
    "=1+1",
    "a|b",
    "x..",
    "CON",
    " x",
    "\u0130",
    "x" * 240,
)
"""Names of files, without their ending, that would act if something let them."""


@pytest.mark.parametrize(
    "format_", ["text", "json", "jsonl", "csv", "markdown", "html", "junit", "tap", "sarif", "github"]
)
def test_files_of_any_name_are_checked_in_every_format(tmp_path: Path, format_: str) -> None:
    """Found in their folder, judged, and drawn; a bad one beside each is told."""
    for name in NAMES:
        for bad, content in (("", GOOD), ("!", "id: [\n")):
            Path(os.fsdecode(os.fsencode(tmp_path / f"{name}{bad}.yaml"))).write_text(content)

    ended = inside("check", ".", *DAY, "-f", format_, "-j", "1", folder=tmp_path)

    assert ended.code == 4
    assert len(re.findall(r"^.*:1:6: A value is missing here\.", ended.err, re.MULTILINE)) == len(NAMES)
    assert ended.out
    assert re.findall("[\x1b\u202e]", ended.out + ended.err) == []


def test_a_name_that_looks_like_an_option_is_one(tmp_path: Path) -> None:
    """After two dashes it is a name."""
    (tmp_path / "-x.yaml").write_text(GOOD)

    assert inside("check", "-x.yaml", folder=tmp_path).code == 2
    assert inside("check", *DAY, "--", "-x.yaml", folder=tmp_path).code == 3


def test_folders_however_deep_are_searched_and_circles_of_links_left(tmp_path: Path) -> None:
    """Both find the end."""
    (tmp_path / "round").mkdir()
    (tmp_path / "round" / "again").symlink_to(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    with deep_folders(tmp_path / "x", '{"seeking": ["CPSRP-P"]}'):
        ended = limited("check", ".", *DAY, "-f", "jsonl", folder=tmp_path, seconds=START + 1)

    assert (ended.code, ended.err.splitlines()[:1]) == (3, ["2 people, 2 determinations: 2 cannot be determined yet."])


@pytest.mark.parametrize("id_", ["../../x", "a/b", "..", "x" * 300, "a\nb", "\u00dc", "A.B", ""])
def test_no_file_is_ever_named_by_a_hostile_id(tmp_path: Path, id_: str) -> None:
    """The one command that names files by an id takes letters, digits and dashes alone."""
    ended = inside("rules", "new", id_, "--dir", "mine", folder=tmp_path)

    assert ended.code == 2
    assert list(tmp_path.iterdir()) == []
