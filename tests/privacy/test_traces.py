"""No network, no telemetry, no cache, no history: all that a command leaves is the file that it was asked to write."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.profiles import DAY, write
from faults.commands import prepared
from program import peercert, surrounding

COMMANDS = (
    ("--version",),
    ("check", "eligible.yaml", *DAY),
    ("check", "eligible.yaml", "not-eligible.yaml", *DAY, "-f", "json", "-v"),
    ("check", "eligible.yaml", *DAY, "-q", "-o", "out/report.txt", "--receipt", "out/receipt.json"),
    ("verify", "out/receipt.json", "-p", "eligible.yaml"),
    ("cohort", "eligible.yaml", *DAY, "-o", "out/cohort.csv", "-f", "csv"),
    ("compare", "CRSS", "CPRS", *DAY),
    ("plan", "eligible.yaml", *DAY),
    ("interview", "-c", "CPSRP-P", *DAY, "-o", "out/me.yaml"),
    ("redact", "eligible.yaml", "-c", "CPSRP-P", *DAY),
    ("list",),
    ("show", "CPSS"),
    ("schema", "candidate"),
    ("init", "--csv"),
    ("config", "show"),
    ("rules", "check", "rules", *DAY),
    ("rules", "test", "rules"),
    ("rules", "mutate", "rules"),
    ("rules", "diff", "rules", "rules", *DAY),
)
"""Every command; a test holds the list to the commands there are."""

WRITTEN = {"out/report.txt", "out/receipt.json", "out/cohort.csv", "out/me.yaml"}
"""What they are asked to write."""

DRIVER = """
import json, os, socket, sys

class NoSocket:
    def __init__(self, *_, **__):
        raise OSError("there is no network")

socket.socket = socket.SocketType = socket.create_connection = socket.getaddrinfo = NoSocket
events = []

def watch(event, args):
    written = event == "open" and not isinstance(args[0], int) and (
        any(letter in (args[1] or "") for letter in "wax+")
        or (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    )
    if written or event.partition(".")[0] in NOTED or event in ALSO:
        events.append([event, str(args[0]) if args else "", str(args[1]) if len(args) > 1 else ""])

NOTED = {"socket", "urllib", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "webbrowser", "subprocess",
         "shutil", "tempfile", "sqlite3", "syslog", "winreg", "ctypes"}
ALSO = {"os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.mkdir", "os.rename", "os.remove", "os.rmdir",
        "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "os.setxattr", "os.mkfifo"}
NETWORK = ("ssl", "http.client", "urllib.request", "ftplib", "smtplib", "requests", "httpx",
           "asyncio", "xmlrpc.client")
for name in NETWORK:
    sys.modules[name] = None  # to import it is an error

sys.addaudithook(watch)
ran = []
for arguments in json.loads(sys.argv[1]):
    from peercert.__main__ import main
    sys.argv = ["peercert", *arguments]
    try:
        main()
    except SystemExit as ending:
        ran.append([arguments, ending.code])
noted = list(events)
os.write(3, json.dumps({"ran": ran, "events": noted}).encode())
"""


class Watched:
    """What was seen of a process that ran every command, without a network, in a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = prepared(write(folder, "not-eligible"))
        (folder / "out").mkdir()
        self.home = folder.parent / "home"
        self.home.mkdir(exist_ok=True)
        self.before = everything(folder)
        ours, theirs = os.pipe()
        homes = {name: str(self.home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                                    "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR")}  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-B", "-c", f"import os; os.dup2({theirs}, 3)\n{DRIVER}", json.dumps(COMMANDS)],
            cwd=folder, env=surrounding(homes), input=b"yes\nstop\n", capture_output=True, check=False, timeout=120,
            pass_fds=(theirs,),
        )  # fmt: skip
        os.close(theirs)
        with os.fdopen(ours, "rb") as stream:
            told = json.loads(stream.read() or b"{}")
        assert told, done.stderr.decode()
        self.ran = {" ".join(arguments): code for arguments, code in told["ran"]}
        self.events = [tuple(event) for event in told["events"]]
        self.said = done.stderr.decode()


def everything(folder: Path) -> dict[str, bytes]:
    """Return each file below a folder, and what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"folder"
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """Run every command once."""
    return Watched(tmp_path_factory.mktemp("watched"))


def test_every_command_works_where_there_is_no_network(watched: Watched) -> None:
    """With no socket to be had, nothing is missed: each one ends as it ends anywhere."""
    from peercert.cli.app import COMMANDS as GROUPS

    codes = [watched.ran[" ".join(arguments)] for arguments in COMMANDS]
    assert codes == [0, 0, 1, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], watched.said
    assert {arguments[0] for arguments in COMMANDS} == {"--version", *GROUPS}


def test_nothing_is_sent_started_or_looked_up(watched: Watched) -> None:
    """Python itself tells of every socket, every other program, and every place in the system that is asked for."""
    other = [event for event in watched.events if event[0] not in {"open", "os.rename", "os.remove"}]

    assert other == []


def test_only_what_was_asked_for_is_written(watched: Watched) -> None:
    """Each file under a name of its own beside the target, then in its place; nothing else is opened to write."""
    opened = [event[1] for event in watched.events if event[0] == "open"]
    moved = [event[1:] for event in watched.events if event[0] == "os.rename"]

    assert {Path(name).parent for name in opened} == {watched.folder / "out"}
    assert all(Path(name).name.startswith(".peercert-") for name in opened)
    assert [old for old, _ in moved] == sorted(opened, key=[old for old, _ in moved].index)
    assert {Path(new).relative_to(watched.folder).as_posix() for _, new in moved} == WRITTEN


def test_nothing_is_left_behind(watched: Watched) -> None:
    """No cache, no history, no settings: the home stays empty, and the folder as it was but for what was asked for."""
    after = everything(watched.folder)

    assert everything(watched.home) == {}
    assert set(after) - set(watched.before) == WRITTEN
    assert {name: after[name] for name in watched.before} == watched.before


def test_no_plug_in_of_a_library_sees_a_profile(tmp_path: Path) -> None:
    """Pydantic lets any package that is installed beside us watch what is validated; here none may."""
    about = tmp_path / "lib" / "spy-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    (tmp_path / "lib" / "spy.py").write_text("open('seen', 'w').close()\nplugin = object()\n")
    write(tmp_path, "eligible")

    beside = os.pathsep.join([str(tmp_path / "lib"), *sys.path])
    ended = peercert("check", "eligible.yaml", *DAY, folder=tmp_path, PYTHONPATH=beside)

    assert ended.code == 0, ended.err
    assert not (tmp_path / "seen").exists()
