"""Files and folders that go away between being listed and being read: told one by one, and the counts add up."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from casework.toys import rules
from cli.profiles import DAY, ELIGIBLE, write
from peercert.batch import Work, results
from peercert.catalog import Catalog, Chosen, load_chosen
from peercert.errors import FileError, Problem
from peercert.inputs import Given, stream
from peercert.inputs.given import refused
from peercert.session import Checked, Options
from program import inside, surrounding

GONE = "There is no file with this name. Check the name and the folder."


def test_files_that_go_away_while_a_folder_is_read_are_told(tmp_path: Path) -> None:
    """Everybody who was listed is judged or told of; the report says the same as standard error."""
    for number in range(400):
        (tmp_path / f"{number:03}.yaml").write_text(ELIGIBLE)
    with subprocess.Popen(
        [sys.executable, "-m", "peercert", "check", ".", *DAY, "-f", "jsonl", "--jobs", "2"],
        cwd=tmp_path, env=surrounding({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        first = running.stdout.readline()
        for path in sorted(tmp_path.iterdir(), reverse=True):
            path.unlink()
        out, err = running.communicate(timeout=60)

    lines = [json.loads(line) for line in (first + out).splitlines()]
    judged = [line for line in lines if "verdict" in line]
    problems = [line["problem"] for line in lines if "problem" in line]
    told = [line for line in err.decode().splitlines() if GONE in line]
    assert len(judged) + len(problems) == 400
    assert judged
    assert {problem["code"] for problem in problems} <= {"not-found"}
    assert told == [f"{problem['source']}: {GONE}" for problem in problems]
    assert running.returncode == (4 if problems else 0)


@pytest.mark.parametrize("command", ["check", "cohort", "plan"])
def test_a_file_that_went_away_does_not_stop_the_rest(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one after it is judged; code 4 says that not everybody was."""
    write(tmp_path, "eligible", "not-eligible", "undetermined")

    def vanishing(path: str, _is_new: object) -> Iterator[Given]:
        for name in ("eligible", "not-eligible", "undetermined"):
            yield from one_file(str(Path(path) / f"{name}.yaml"))
            (tmp_path / "not-eligible.yaml").unlink(missing_ok=True)

    one_file = stream._file
    monkeypatch.setattr(stream, "_inside", vanishing)

    ended = inside(command, ".", *DAY, folder=tmp_path)

    assert ended.code == 4
    assert f"not-eligible.yaml: {GONE}" in ended.err
    assert "undetermined" in ended.out


def test_a_working_folder_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    """What needs no file still works; what does is told that it is not there."""
    folder = tmp_path / "gone"
    folder.mkdir()
    said = [
        subprocess.run(
            ["sh", "-c", f'rmdir "$PWD" && exec "$0" -m peercert {words}', sys.executable],
            cwd=folder if folder.exists() else _again(folder), env=surrounding({}), check=False, capture_output=True,
            timeout=60,
        )
        for words in ("list", "check x.yaml")
    ]  # fmt: skip

    assert [one.returncode for one in said] == [0, 2]
    assert not any(b"fault in peercert" in one.stderr for one in said)


def _again(folder: Path) -> Path:
    folder.mkdir()
    return folder


def work(folder: Path) -> tuple[Work[str], Path]:
    """Return work with rules of one's own, and their folder."""
    rules(folder)
    return Work(Chosen(folder / "rules"), Options(date(2026, 11, 22)), drawing), folder / "rules"


def drawing(_catalog: Catalog) -> Callable[[Checked], str]:
    """Draw nothing."""
    return nothing


def nothing(_checked: Checked) -> str:
    """Say nothing."""
    return ""


def test_rules_that_go_away_before_the_helpers_read_them_are_told(tmp_path: Path) -> None:
    """The helpers read them for themselves; what they cannot read is told as any file is, and nobody is judged."""
    wanted, folder = work(tmp_path)
    catalog = load_chosen(wanted.rules)
    assert catalog.ids
    profiles = (refused("x", Problem("x", None, None, "not-found", "Gone.")) for _ in range(200))
    found = results(wanted, profiles, catalog, jobs=2)
    next(found)
    shutil.rmtree(folder)

    with pytest.raises(FileError) as caught:
        list(found)

    assert all(isinstance(problem, Problem) for problem in caught.value.problems)
    assert "not-found" in str(caught.value)
