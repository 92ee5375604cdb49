"""Files of a folder in which people may stand, but in a form that is not read: never passed over without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import inside

from .profiles import DAY, write

READ = "Only names that end in .yaml, .yml, .json, .jsonl, .ndjson, .csv, .tsv, .parquet are read."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of one profile that can be read, and a workbook, a text and a page beside it."""
    write(tmp_path, "eligible")
    (tmp_path / "class").mkdir()
    for name in ("class/Canary People.XLSX", "notes.txt", "report.html", ".hidden.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["check", "cohort", "plan"])
def test_a_workbook_and_a_text_are_named(folder: Path, command: str) -> None:
    """A page and a hidden file are no place where people stand."""
    ended = inside(command, ".", *DAY, folder=folder)

    assert ended.code == 0
    assert "2 files in folders were not read, such as " in ended.err
    assert f"{READ} Save a workbook as CSV first.\n" in ended.err


def test_one_is_named_alone(folder: Path) -> None:
    """With nothing else in its folder there is nobody to check besides, and that is said, too."""
    ended = inside("check", "class", *DAY, folder=folder)

    assert ended.code == 4
    assert "1 file in a folder was not read (class/Canary People.XLSX). Only" in ended.err.replace("\\", "/")
    assert "Nothing to check: no profile was found." in ended.err


def test_a_folder_that_is_named_twice_is_counted_once(folder: Path) -> None:
    """By itself, and inside another."""
    assert "2 files in folders were not read" in inside("check", ".", "class", *DAY, folder=folder).err


def test_no_name_of_a_file_is_told_where_reports_are_redacted(folder: Path) -> None:
    """It may be a person's."""
    ended = inside("check", ".", "--redact", *DAY, folder=folder)

    assert "2 files in folders were not read. Only" in ended.err
    assert "Canary" not in ended.err


@pytest.mark.parametrize("named", ["eligible.yaml", "*.yaml"])
def test_nothing_is_said_of_what_nobody_asked_for(folder: Path, named: str) -> None:
    """Where no folder is searched, nothing is passed over."""
    assert "not read" not in inside("check", named, *DAY, folder=folder).err
