"""Files that cannot be opened, and lines that cannot be used: told one by one, and nothing waits or is passed over."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from cli.profiles import DAY
from program import inside, peercert

NAME = "Zebulon"
"""A name that no message may say."""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """Code 4, and what to do."""
    path = tmp_path / "bad.yaml"
    path.write_text("name: Zebulon\n")
    path.chmod(0)

    ended = inside("check", "bad.yaml", *DAY, folder=tmp_path)

    assert ended.code == 4
    assert ended.err == "bad.yaml: You have no permission to read this file. Ask its owner for it.\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
@pytest.mark.parametrize("name", ["bad.jsonl", "folder"])
def test_lines_and_folders_that_may_not_be_read_are_told(tmp_path: Path, name: str) -> None:
    """Nothing that cannot be opened is passed over."""
    path = tmp_path / name
    path.mkdir() if name == "folder" else path.write_text("{}\n")
    path.chmod(0)

    ended = inside("check", name, *DAY, folder=tmp_path)
    path.chmod(0o700)

    assert ended.code == 4
    assert "Traceback" not in ended.err


def test_a_folder_that_may_not_be_read_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is in it was to be checked too, so a good profile beside it is no pass."""
    (tmp_path / "good.json").write_text('{"seeking": ["CPSRP-P"]}')
    (tmp_path / "closed").mkdir()
    looked = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "not for you", str(path))
        return looked(path)

    monkeypatch.setattr(os, "scandir", scandir)

    ended = inside("check", ".", *DAY, "--fail-on", "never", folder=tmp_path)

    assert ended.code == 4
    assert "closed" in ended.err


@pytest.mark.parametrize("name", ["bad.yaml", "bad.jsonl"])
def test_a_link_to_nowhere_is_told(tmp_path: Path, name: str) -> None:
    """The name exists and what it leads to does not: code 4, for the file cannot be used."""
    (tmp_path / name).symlink_to("gone")

    ended = inside("check", name, *DAY, folder=tmp_path)

    assert (ended.code, ended.out) == (4, "")
    assert ended.err == f"{name}: There is no file with this name. Check the name and the folder.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
@pytest.mark.parametrize("name", ["bad.yaml", "bad.jsonl"])
def test_a_named_pipe_does_not_hold_the_program_up(tmp_path: Path, name: str) -> None:
    """Nobody writes into it, so waiting would never end."""
    os.mkfifo(tmp_path / name)

    ended = peercert("check", name, *DAY, folder=tmp_path)

    assert (ended.code, ended.err) == (4, f"{name}: This is not an ordinary file. Name a file with text in it.\n")


def test_a_bad_line_among_lines_is_told_with_its_number(tmp_path: Path) -> None:
    """The other lines are judged."""
    (tmp_path / "many.jsonl").write_text(
        f'{{"seeking": ["CPSRP-P"]}}\n{{"name": "{NAME}", "references": "Jo"}}\nnot json\n{{"seeking": ["CPSRP-P"]}}\n'
    )

    ended = inside("check", "many.jsonl", *DAY, "-f", "jsonl", folder=tmp_path)

    assert ended.code == 4
    told = [line for line in ended.err.splitlines() if line.startswith("many.jsonl")]
    assert [line.split(": ")[0] for line in told] == ["many.jsonl:2:35", "many.jsonl:3:1"]
    assert ended.out.count('"verdict"') == 2
    assert ended.out.count('{"problem"') == 2
    assert NAME not in ended.out + ended.err
