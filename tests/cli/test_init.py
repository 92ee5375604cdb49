"""`peercert init`, as a person uses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import peercert


def test_what_it_writes_can_be_checked_at_once(tmp_path: Path) -> None:
    """Nothing is told yet but what is sought, so the answer is open, and the file is valid."""
    made = peercert("init", "-c", "CRSS", "-o", "me.yaml", folder=tmp_path)
    checked = peercert("check", "me.yaml", "--as-of", "2026-11-22", folder=tmp_path)

    assert (made.code, made.out, made.err) == (0, "", "")
    assert (checked.code, checked.err) == (3, "")


def test_with_the_examples_put_to_use_it_can_be_checked_too(tmp_path: Path) -> None:
    """As a person would, by taking the signs away."""
    text = peercert("init", folder=tmp_path).out
    first, _, rest = text.partition("\n")
    (tmp_path / "me.yaml").write_text(f"{first}\n" + re.sub("^# ", "", rest, flags=re.MULTILINE), encoding="utf-8")

    ended = peercert("check", "me.yaml", "--as-of", "2026-11-22", folder=tmp_path)

    assert ended.code in (1, 3)
    assert ended.err == ""


def test_it_never_writes_over_a_file(tmp_path: Path) -> None:
    """Somebody's answers may stand in it: code 2, and the file stays as it was."""
    (tmp_path / "me.yaml").write_text("id: mine\n", encoding="utf-8")

    ended = peercert("init", "-o", "me.yaml", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "peercert: me.yaml is there already. Choose another name, or use --force to write over it.\n"
    assert (tmp_path / "me.yaml").read_text(encoding="utf-8") == "id: mine\n"


def test_with_force_it_does(tmp_path: Path) -> None:
    """It was asked for."""
    (tmp_path / "me.yaml").write_text("id: mine\n", encoding="utf-8")

    assert peercert("init", "-o", "me.yaml", "--force", folder=tmp_path).code == 0
    assert "\nid: someone\n" in (tmp_path / "me.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["-c", "CRZS"], ["-c", "CRSS", "-c", "CRZS"]])
def test_an_unknown_credential_is_usage_and_writes_nothing(tmp_path: Path, arguments: list[str]) -> None:
    """Code 2."""
    ended = peercert("init", *arguments, "-o", "me.yaml", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("peercert: There is no credential of this name here.")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_usage(tmp_path: Path) -> None:
    """No traceback."""
    ended = peercert("init", "-o", "nowhere/me.yaml", folder=tmp_path)

    assert ended.code == 2
    assert ended.err == "peercert: nowhere/me.yaml cannot be written: no such file or directory.\n"


def test_a_first_row_of_a_table_is_taken_by_the_reader(tmp_path: Path) -> None:
    """With one row beneath it, it can be checked at once."""
    made = peercert("init", "--csv", "--records", "2", "-c", "CPSRP-P", "-o", "us.csv", folder=tmp_path)
    text = (tmp_path / "us.csv").read_text(encoding="utf-8")
    (tmp_path / "us.csv").write_text(f"{text}A-1{',' * text.count(',')}\n", encoding="utf-8")
    checked = peercert("check", "us.csv", "-c", "CPSRP-P", "--as-of", "2026-11-22", folder=tmp_path)

    assert (made.code, made.out, made.err) == (0, "", "")
    assert text.startswith("id,name,seeking,application_date,lived_experience,")
    assert "exams.2.result" in text
    assert (checked.code, checked.err) == (3, "")


def test_a_number_of_records_without_a_table_is_usage(tmp_path: Path) -> None:
    """A profile has room for any number."""
    ended = peercert("init", "--records", "2", folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "peercert: --records says how wide a table is. Use it with --csv.\n"
