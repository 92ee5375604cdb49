"""A mark in every field of a profile: none is in any report that is redacted, in any problem, or in any crash."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from cli.profiles import DAY
from peercert.candidate import load_candidate
from peercert.candidate.profile import LEDGERS, Profile
from peercert.errors import FileError
from peercert.reading import read_text
from peercert.render.reports import FORMATS, WITH_ROOM
from program import inside, run
from upper import built_in

from .planted import CANARY, ID, marks, places, planted, with_value

WORDS = built_in().words


def loaded(profile: dict[str, Any]) -> None:
    """Read a profile as the commands do."""
    load_candidate(read_text(json.dumps(profile), "p.json", syntax="json"), WORDS, date(2026, 11, 22))


def written(folder: Path) -> Path:
    """Write the profile, and one with a wrong value and an unknown key, into a folder."""
    (folder / "one.json").write_text(json.dumps(planted().profile), encoding="utf-8")
    bad = with_value(("training", 0, "hours"), f"{CANARY} hours") | {"id": "bad", CANARY: 1}
    (folder / "two.json").write_text(json.dumps(bad), encoding="utf-8")
    return folder


def test_every_field_of_a_profile_is_planted() -> None:
    """And the profile is a good one, so that every field gets as far as the reports."""
    profile = planted().profile
    loaded(profile)

    assert set(profile) == {info.alias or name for name, info in Profile.model_fields.items()}
    for key, record in LEDGERS.items():
        told = {inner for one in profile[key] for inner in one}
        assert told == {info.alias or name for name, info in record.model_fields.items()}


COMMANDS = {
    **{f"check {name}": ("check", "one.json", "two.json", *DAY, "-v", "-f", name) for name in FORMATS},
    **{f"check {name} with days": ("check", "one.json", "two.json", *DAY, "-f", name, "--timeline", "--fragility")
       for name in WITH_ROOM},
    **{f"cohort {name}": ("cohort", "one.json", "two.json", *DAY, "-f", name)
       for name in ("text", "csv", "json", "markdown")},
    **{f"plan {name}": ("plan", "one.json", "two.json", "-c", "CPSRP-P", *DAY, "-f", name)
       for name in ("text", "json", "markdown")},
    "only verified": ("check", "one.json", "two.json", *DAY, "--verified-only", "-f", "json"),
    "table": ("check", "table.csv", "one.json", *DAY, "-f", "jsonl"),
}  # fmt: skip


LONG = {
    "check html with days",
    "check text with days",
    "check markdown with days",
    "check jsonl with days",
    "plan json",
    "plan markdown",
}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(line, id=name, marks=pytest.mark.thorough if name in LONG else ())
        for name, line in COMMANDS.items()
    ],
)
def test_nothing_of_a_person_is_in_anything_that_ci_keeps(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """With CI set: in every format, on both streams, with a good and a bad profile. Only the id is."""
    (tmp_path / "table.csv").write_text(
        f"id,name,birth_date,{CANARY}\nx,{CANARY},2019-03-01,{CANARY}\n", encoding="utf-8"
    )
    ended = inside(*arguments, folder=written(tmp_path), CI="true")

    assert ended.code == 4, ended.err
    assert ID in ended.out
    assert marks(ended.out + ended.err) == []


def test_nothing_of_a_person_is_in_a_receipt_that_ci_keeps(tmp_path: Path) -> None:
    """Nor in what is said of the receipt afterwards."""
    folder = written(tmp_path)
    made = inside("check", "one.json", "two.json", *DAY, "-q", "--receipt", "r.json", folder=folder, CI="true")
    said = inside("verify", "r.json", folder=folder)

    assert made.code == 4
    assert ID in (folder / "r.json").read_text(encoding="utf-8")
    assert marks((folder / "r.json").read_text(encoding="utf-8") + made.err + said.out + said.err) == []


def test_an_interview_in_ci_reports_nothing_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the file is taken up, and is not said."""
    (tmp_path / "one.yaml").write_text(json.dumps(planted().profile), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"stop\n")))
    ended = inside("interview", "-o", "one.yaml", *DAY, folder=tmp_path, CI="true")

    assert ended.code in {1, 3}, ended.err
    assert marks(ended.out + ended.err) == []


def test_the_least_of_a_profile_has_no_name_and_no_text_in_it(tmp_path: Path) -> None:
    """`redact` keeps what proves an answer, and no free text ever proves one."""
    ended = inside("redact", "one.json", "-c", "CPSRP-P", *DAY, folder=written(tmp_path))

    assert ended.code == 0, ended.err
    assert CANARY not in ended.out + ended.err
    assert ID not in ended.out


PLACES = list(places(planted().profile))


@pytest.mark.parametrize(
    "wrong",
    [f"{CANARY} of mine", {CANARY: CANARY}, -1,
     *(pytest.param(one, marks=pytest.mark.thorough) for one in ([CANARY], {f"{CANARY} mine": 1}))],
)  # fmt: skip
def test_no_problem_shows_what_stands_in_a_field(wrong: Any) -> None:
    """Something wrong in the place of every fact, record and list: what is said of it never repeats it."""
    refused = 0
    for path in PLACES:
        try:
            loaded(with_value(path, wrong))
        except FileError as error:
            refused += 1
            said = [f"{one.message} {one.hint}" for one in error.problems]
            shown = [text for text in said if CANARY in text and f'Unknown key "{CANARY}"' not in text]
            assert shown == [], path
            assert not any(day in text for text in said for day in planted().days), path

    assert refused > len(PLACES) / 4


def test_a_problem_shows_an_unknown_key_only_outside_ci(tmp_path: Path) -> None:
    """A key that looks like one is a slip of the pen, and is shown where the person looks; in CI it is not."""
    folder = written(tmp_path)
    here = inside("check", "two.json", *DAY, folder=folder)
    there = inside("check", "two.json", *DAY, folder=folder, CI="true")

    assert f'Unknown key "{CANARY}"' in here.err
    assert CANARY not in there.out + there.err


def crash(*arguments: Any, **named: Any) -> NoReturn:
    """Fail with everything at hand in the message."""
    raise RuntimeError(*[repr(one) + str(one) for one in (*arguments, *named.values())], json.dumps(planted().profile))


CRASHES = {
    "peercert.inputs.stream.read_file": ("check",),
    "peercert.reading.yaml_text.read_yaml": ("check", "one.yaml"),
    "peercert.reading.reader.read_json": ("check",),
    "peercert.session.load_candidate": ("check",),
    "peercert.candidate.load.check": ("check",),
    "peercert.session.determine": ("check",),
    "peercert.batch.decide": ("check",),
    "peercert.batch.open_profile": ("check",),
    "peercert.requirements.exam.Exam.evaluate": ("check",),
    "peercert.explain.Explainer.explain": ("check",),
    "peercert.render.text_report.Text.candidate": ("check",),
    "peercert.render.text_report.Text.end": ("check",),
    "peercert.cli.check.destination": ("check",),
    "peercert.receipt.entry": ("check", "--receipt", "r.json"),
    "peercert.cohort.cohort.gathered": ("cohort",),
    "peercert.cohort.standings": ("cohort",),
    "peercert.plan.several.plans": ("plan",),
    "peercert.disclosure.least": ("redact", "-c", "CPSRP-P"),
    "peercert.profile_text.profile_text": ("redact", "-c", "CPSRP-P"),
}
"""Places in every room, with a command that goes through each."""


@pytest.mark.parametrize("more", [(), pytest.param(("-o", "out.txt"), marks=pytest.mark.thorough)])
@pytest.mark.parametrize(("place", "arguments"), CRASHES.items(), ids=CRASHES)
def test_a_crash_anywhere_shows_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, arguments: tuple[str, ...], more: tuple[str, ...]
) -> None:
    """Code 5, the kind of fault, how to report it: no value, no traceback, no folder of the user's."""
    (tmp_path / "one.yaml").write_text(json.dumps(planted().profile), encoding="utf-8")
    command, *rest = arguments
    profile = [] if "one.yaml" in rest else ["one.json"]
    monkeypatch.setattr(place, crash)

    ended = inside(command, *profile, *rest, *DAY, *more, folder=written(tmp_path), CI="true")

    files = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "out.txt", tmp_path / "r.json") if path.exists()
    )
    assert ended.code == 5, ended.err
    assert "fault in peercert" in ended.err
    assert "(RuntimeError)" in ended.err
    for word in ("Traceback", str(tmp_path), str(Path.home())):
        assert word not in ended.out + ended.err + files
    assert marks(ended.out + ended.err + files) == []


HOOK = """
import json
import sys

from peercert.requirements.exam import Exam

def broken(self, case):
    raise RuntimeError(str(case.profile.name) + repr(case) + open("one.json").read())

Exam.evaluate = broken
"""


@pytest.mark.parametrize("flags", [["-X", "dev"], pytest.param([], marks=pytest.mark.thorough)])
def test_a_crash_in_a_helper_shows_nothing_either(tmp_path: Path, flags: list[str]) -> None:
    """In real processes, and in Python's own mode for developers."""
    row = json.dumps(planted().profile | {"id": None})
    rows = "".join(row.replace('"id": null', f'"id": "p-{number}"') + "\n" for number in range(40))
    (written(tmp_path) / "rows.jsonl").write_text(rows, encoding="utf-8")
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    ended = run(
        sys.executable, *flags, "-m", "peercert", "check", "rows.jsonl", "-c", "CPSRP-P", *DAY, "--jobs", "2",
        folder=tmp_path, PYTHONPATH=":".join([str(tmp_path / "hook"), *sys.path]),
    )  # fmt: skip

    assert ended.code == 5
    assert ended.err.count("This is a fault in peercert, not in the file (RuntimeError).") == 40
    assert marks(ended.out + ended.err) == []
    assert "Traceback" not in ended.err
