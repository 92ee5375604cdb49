"""`peercert redact`, as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.reading import read_text
from program import inside, peercert

DAY = ("--as-of", "2026-11-22")
PROFILE = """\
# Jordan's own notes
id: jordan-rivera
name: Jordan Rivera
birth_date: 1990-04-12
lived_experience: [{who: self, condition: co_occurring, evidence: letter of Dr. Somebody}]
exams: [{exam: mn-cps, date: 2026-06-20, result: failed}]
"""


def redacted(folder: Path, *more: str) -> str:
    """Write the profile, make it smaller, and return what came out."""
    (folder / "jordan.yaml").write_text(PROFILE, encoding="utf-8")
    ended = peercert("redact", "jordan.yaml", "-c", "CPS-I", *DAY, *more, folder=folder)
    assert ended.code == 0, ended.err
    return ended.out


def test_it_writes_the_least_and_says_what_kinds_of_facts_are_gone(tmp_path: Path) -> None:
    """On top of the file and on standard error, without any value."""
    (tmp_path / "jordan.yaml").write_text(PROFILE, encoding="utf-8")

    ended = peercert("redact", "jordan.yaml", "-c", "cps-i", *DAY, folder=tmp_path)

    said = ended.err.splitlines()
    assert said[0] == "The least of a profile that still proves one answer: CPS-I not_eligible on 2026-11-22."
    assert said[2:4] == ["Left out: name, birth_date, lived_experience.", "Left out in part: exams."]
    assert ended.out.startswith("".join(f"## {line}\n" for line in said))
    value = read_text(ended.out, "out.yaml").value
    assert value == {"id": "candidate", "exams": [{"exam": "mn-cps", "result": "failed"}]}
    for told in ("Jordan", "jordan", "1990", "co_occurring", "Somebody", "notes"):
        assert told not in ended.out + ended.err


def test_what_it_writes_gives_the_same_answer(tmp_path: Path) -> None:
    """Checked as anybody would check it."""
    redacted(tmp_path, "-o", "less.yaml")

    whole = peercert("check", "jordan.yaml", "-c", "CPS-I", *DAY, folder=tmp_path)
    less = peercert("check", "less.yaml", "-c", "CPS-I", *DAY, folder=tmp_path)

    assert (whole.code, less.code) == (1, 1)


@pytest.mark.parametrize(
    ("name", "option", "verdict", "code"),
    [
        ("pat-disputed-hours", "--disputes lenient", "eligible", 0),
        ("pat-disputed-hours", "--disputes strict", "not_eligible", 1),
        ("denise-parent", "--verified-only", "undetermined", 3),
    ],
)
def test_the_answer_under_an_option_is_proved_under_that_option(
    tmp_path: Path, name: str, option: str, verdict: str, code: int
) -> None:
    """And the file says how to check it so."""
    profile = Path(__file__).parents[2] / "examples" / f"{name}.yaml"

    ended = peercert("redact", str(profile), "-c", "CPSS", *DAY, *option.split(), "-o", "less.yaml", folder=tmp_path)

    command = f"check FILE -c CPSS --as-of 2026-11-22 {option}"
    assert f"CPSS {verdict} on 2026-11-22." in ended.err
    assert ended.err.endswith(f"To check it: peercert {command}\n")
    assert peercert(*command.replace("FILE", "less.yaml").split(), folder=tmp_path).code == code


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["jordan.yaml"], 2, "--credential"),
        (["jordan.yaml", "-c", "CRZS"], 2, "no credential of this name"),
        (["nobody.yaml", "-c", "CPS-I"], 2, "nobody.yaml"),
        (["jordan.yaml", "-c", "CPS-I", "-o", "jordan.yaml"], 2, "is named twice, and would be written over"),
        (["bad.yaml", "-c", "CPS-I"], 4, "bad.yaml:1:1: Unknown key"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """2 for usage, 4 for a profile that cannot be used."""
    (tmp_path / "jordan.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("birth_day: 1990-04-12\n", encoding="utf-8")

    ended = inside("redact", *arguments, *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert "1990" not in ended.err
    assert (tmp_path / "jordan.yaml").read_text(encoding="utf-8") == PROFILE


def test_several_profiles_are_made_smaller_one_by_one(tmp_path: Path) -> None:
    """A folder of two is no profile."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("references: 1\n", encoding="utf-8")

    assert inside("redact", ".", "-c", "CPS-I", *DAY, folder=tmp_path).code == 2
