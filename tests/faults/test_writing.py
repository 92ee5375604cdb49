"""Files that are written: whole or not at all, for their owner only, whatever goes wrong and whoever else writes."""

from __future__ import annotations

import errno
import io
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from cli.profiles import DAY, write
from peercert.cli.output import destination, not_over
from peercert.errors import UsageError
from program import Ended, inside, surrounding

from .commands import OLD, WRITING, Writing, left_in, line, prepared, ran

EVERY = pytest.mark.parametrize("writing", WRITING.values(), ids=WRITING)
SOME_AND_EVERY = pytest.mark.parametrize(
    "writing",
    [pytest.param(one, marks=[] if name in {"check", "interview"} else pytest.mark.thorough)
     for name, one in WRITING.items()],
    ids=WRITING,
)  # fmt: skip
"""A few commands as processes in every run; all of them in a thorough one."""


def ran_inside(writing: Writing, folder: Path, target: str, monkeypatch: pytest.MonkeyPatch) -> Ended:
    """Run a command inside this process, with its standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(writing.stdin)))
    return inside(*line(writing, target), folder=folder)


def old(folder: Path, name: str = "out.yaml") -> Path:
    """Put what stood there before into a folder; an interview goes on with what it finds, so it is a profile."""
    path = folder / name
    path.write_text(f"## {OLD}seeking: [CPSRP-P]\n", encoding="utf-8")
    return path


@EVERY
def test_every_command_writes_for_the_owner_alone_and_keeps_a_link(
    tmp_path: Path, writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mode 0600, even over a file that all could read; what a link leads to is replaced, and nothing is left over."""
    folder = prepared(tmp_path)
    old(folder).chmod(0o644)
    (folder / "link.yaml").symlink_to("out.yaml")

    ended = ran_inside(writing, folder, "link.yaml", monkeypatch)

    assert ended.code == writing.code, ended.err
    assert (folder / "link.yaml").is_symlink()
    assert OLD not in (folder / "out.yaml").read_text(encoding="utf-8")
    assert stat.S_IMODE((folder / "out.yaml").stat().st_mode) == 0o600
    assert left_in(folder) == {"out.yaml", "link.yaml"}


@EVERY
def test_where_a_disk_fails_at_the_last_moment_what_was_there_stays(
    tmp_path: Path, writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some disks tell only at the very end that they are full. Code 2, one line, no temporary file."""
    folder = prepared(tmp_path)
    before = old(folder).read_text(encoding="utf-8")

    def fails(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    ended = ran_inside(writing, folder, "out.yaml", monkeypatch)

    assert ended.code == 2
    assert ended.err.endswith("peercert: out.yaml cannot be written: no space left on device.\n")
    assert (folder / "out.yaml").read_text(encoding="utf-8") == before
    assert left_in(folder) == {"out.yaml"}


@SOME_AND_EVERY
def test_a_file_that_may_not_grow_is_told(tmp_path: Path, writing: Writing) -> None:
    """The system refuses the first byte: code 2, the old file whole, no temporary file, and no signal."""
    folder = prepared(tmp_path)
    before = old(folder).read_text(encoding="utf-8")

    ended = ran(
        line(writing, "out.yaml"), folder, stdin=writing.stdin,
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )  # fmt: skip

    assert ended.code == 2
    assert ended.err.endswith("peercert: out.yaml cannot be written: file too large.\n")
    assert (folder / "out.yaml").read_text(encoding="utf-8") == before
    assert left_in(folder) == {"out.yaml"}


@pytest.mark.parametrize("more", [(), ("-o", "out.txt")])
def test_a_long_report_that_cannot_be_kept_aside_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    """Where there is no room for what a report says only at its end: code 2, and nobody's file is blamed."""

    def fails(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", fails)
    monkeypatch.setattr("peercert.render.later._IN_MEMORY", 0)
    write(tmp_path, "eligible", "invalid")

    ended = inside("check", ".", *DAY, "-f", "json", *more, folder=tmp_path)

    assert ended.code == 2
    assert ended.err.endswith("peercert: The system does not let this go on: no space left on device.\n")
    assert {path.name for path in tmp_path.iterdir()} == {"eligible.yaml", "invalid.yaml"}


def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a small disk of its own on a folder."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "peercert", str(folder)]
    if os.name != "posix" or os.geteuid() or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("NOT TRIED: only the superuser may mount a disk, and only where the system lets it")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 16 KiB."""
    yield from mounted(tmp_path / "small", "size=16k")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk that cannot be written."""
    yield from mounted(tmp_path / "closed", "size=16k,ro")


def test_a_full_disk_is_told_and_keeps_the_old_report(small: Path, tmp_path: Path) -> None:
    """A real one: code 2, the old report whole, and the space given back."""
    old(small)
    (write(tmp_path, "survey") / "survey.yaml").rename(tmp_path / "eligible.yaml")

    ended = ran(["check", "eligible.yaml", *DAY, "-f", "json", "-o", "small/out.yaml"], tmp_path)

    assert ended.code == 2
    assert ended.err.endswith("peercert: small/out.yaml cannot be written: no space left on device.\n")
    assert OLD in (small / "out.yaml").read_text(encoding="utf-8")
    assert left_in(small) == {"out.yaml"}


def test_a_folder_on_a_disk_that_is_read_only_is_told(read_only: Path, tmp_path: Path) -> None:
    """Even to the superuser."""
    folder = prepared(tmp_path)
    for arguments in (
        ["check", "eligible.yaml", *DAY, "-o", "closed/out.txt"],
        ["rules", "new", "CPW", "--dir", "closed"],
    ):
        ended = inside(*arguments, folder=folder)

        assert ended.code == 2
        assert "cannot be written: read-only file system." in ended.err
    assert list(read_only.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    """Code 2, and the old file whole."""
    folder = prepared(tmp_path)
    (folder / "closed").mkdir()
    before = old(folder / "closed").read_text(encoding="utf-8")
    (folder / "closed").chmod(0o500)

    ended = inside("check", "eligible.yaml", *DAY, "-o", "closed/out.yaml", folder=folder)
    (folder / "closed").chmod(0o700)

    assert (ended.code, ended.err) == (2, "peercert: closed/out.yaml cannot be written: permission denied.\n")
    assert (folder / "closed" / "out.yaml").read_text(encoding="utf-8") == before


def test_new_rules_are_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails leaves no half of a rules file, and nothing temporary."""

    def fails(_: int) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    ended = inside("rules", "new", "CPW", folder=tmp_path)

    assert ended.code == 2
    assert ended.err.endswith("cannot be written: input/output error.\n")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_link_to_nowhere_leads_to_is_made(tmp_path: Path) -> None:
    """The link stays."""
    (tmp_path / "link").symlink_to("out.txt")

    with destination(str(tmp_path / "link")) as stream:
        stream.write("new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "out.txt").read_text() == "new"


def test_a_circle_of_links_is_told(tmp_path: Path) -> None:
    """And left as it is."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(UsageError, match="a cannot be written: too many levels"), destination(str(tmp_path / "a")):
        pass

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    """The temporary file has a short name of its own."""
    name = "n" * 255

    with destination(str(tmp_path / name)) as stream:
        stream.write("new")

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """What is no ordinary file is written to, and never replaced: so a shell's `>(...)` works."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    with destination(str(pipe)) as stream:
        stream.write("new ✓")

    assert os.read(reader, 100).decode() == "new ✓"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_a_pipe_that_nobody_reads_does_not_hold_us_up(tmp_path: Path) -> None:
    """Waiting would never end."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UsageError, match="cannot be written: no such device"), destination(str(tmp_path / "pipe")):
        pass


def test_standard_output_may_be_named_as_a_file(tmp_path: Path) -> None:
    """`-o /dev/stdout` adds to where standard output goes, and replaces nothing."""
    folder = prepared(tmp_path)
    (folder / "log").write_text(OLD, encoding="utf-8")
    with (folder / "log").open("ab") as log:
        ended = ran(["check", "eligible.yaml", *DAY, "-o", "/dev/stdout"], folder, stdout=log)

    assert (ended.code, ended.err) == (0, "")
    said = (folder / "log").read_text(encoding="utf-8")
    assert said.startswith(OLD)
    assert "ELIGIBLE" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "eligible.yaml", "-o", "./eligible.yaml"],
        ["check", "eligible.yaml", "--receipt", "link.yaml"],
        ["check", "eligible.yaml", "-o", "out", "--receipt", "out"],
        ["check", "--files-from", "eligible.yaml", "-o", "eligible.yaml"],
        ["cohort", "eligible.yaml", "-o", "eligible.yaml"],
        ["plan", "eligible.yaml", "-o", "eligible.yaml"],
        ["redact", "eligible.yaml", "-c", "CPSRP-P", "-o", "link.yaml"],
    ],
)
def test_no_file_of_a_run_is_written_over_another(tmp_path: Path, arguments: list[str]) -> None:
    """A report over the profile it is about, or over its own receipt, is a slip: code 2, and nothing is written."""
    write(tmp_path, "eligible")
    (tmp_path / "link.yaml").symlink_to("eligible.yaml")
    before = (tmp_path / "eligible.yaml").read_bytes()

    ended = inside(*arguments, *DAY, folder=tmp_path)

    assert ended.code == 2
    assert "is named twice, and would be written over. Choose another name for the output." in ended.err
    assert (tmp_path / "eligible.yaml").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"eligible.yaml", "link.yaml"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", ".", "-o", "eligible.yaml"],
        ["check", "*.yaml", "-o", "other.yaml", "--jobs", "2"],
        ["check", "*.yaml", "-o", "eligible.yaml", "--jobs", "1"],
        ["check", ".", "--receipt", "eligible.yaml"],
        ["check", "--files-from", "list", "-o", "eligible.yaml"],
        ["check", ".", "-o", "hard-link"],
        ["cohort", ".", "-o", "eligible.yaml"],
        ["plan", ".", "-o", "eligible.yaml"],
        ["check", "people.csv", ".", "-o", "people.csv"],
    ],
)
def test_no_profile_that_is_found_is_written_over(tmp_path: Path, arguments: list[str]) -> None:
    """In a folder, by a pattern or in a list: it is not named, but it is what the report is made from."""
    write(tmp_path, "eligible")
    for name in ("other", *(f"somebody-{number}" for number in range(40))):
        (tmp_path / f"{name}.yaml").write_text("references: 2\n", encoding="utf-8")
    (tmp_path / "list").write_text("eligible.yaml\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,references\np1,2\np2,3\n", encoding="utf-8")
    (tmp_path / "hard-link").hardlink_to(tmp_path / "eligible.yaml")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    ended = inside(*arguments, *DAY, folder=tmp_path)

    assert ended.code == 2
    assert "would be written over. Choose another name for the output." in ended.err
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_one_profile_of_a_folder_is_not_written_over(tmp_path: Path) -> None:
    """By the least of it, which is less than there was."""
    write(tmp_path, "eligible")
    before = (tmp_path / "eligible.yaml").read_bytes()

    ended = inside("redact", ".", "-c", "CPSRP-P", "-o", "eligible.yaml", *DAY, folder=tmp_path)

    assert ended.code == 2
    assert (tmp_path / "eligible.yaml").read_bytes() == before


def test_a_report_may_be_written_into_the_folder_that_it_is_made_from(tmp_path: Path) -> None:
    """Beside the profiles, over a file that is none."""
    write(tmp_path, "eligible")
    (tmp_path / "report.txt").write_text("old", encoding="utf-8")

    ended = inside("check", ".", "-o", "report.txt", *DAY, folder=tmp_path)

    assert ended.code == 0
    assert "ELIGIBLE" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_what_cannot_be_replaced_may_be_named_twice() -> None:
    """Both outputs may go to the null device."""
    not_over(os.devnull, os.devnull)


def test_two_writers_at_once_leave_one_whole_report(tmp_path: Path) -> None:
    """Whoever reads meanwhile sees one of the two, or what was there before; never a mixture or a part."""
    folder = prepared(tmp_path)
    old(folder, "out.txt")
    names = ("CPSRP", "CPSRP-P")
    whole = {inside("check", "eligible.yaml", "-c", id_, *DAY, folder=folder).out for id_ in names}
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "peercert", "check", "eligible.yaml", "-c", id_, *DAY, "-o", "out.txt"],
            cwd=folder, env=surrounding({}), stderr=subprocess.PIPE,
        )
        for id_ in names
    ]  # fmt: skip
    seen: set[str] = set()
    while any(one.poll() is None for one in started):
        seen.add((folder / "out.txt").read_text(encoding="utf-8"))
    said = [one.communicate()[1] for one in started]

    assert said == [b""] * len(started)
    assert {text for text in seen if OLD not in text} <= whole
    assert (folder / "out.txt").read_text(encoding="utf-8") in whole
    assert left_in(folder) == {"out.txt"}
