"""The same input gives the same bytes under other hash seeds, locales, time zones, folders and numbers of processes."""

from __future__ import annotations

import locale
import shutil
from pathlib import Path

import pytest

from peercert.render.cohort_report import FORMATS as OF_COHORT
from peercert.render.reports import FORMATS as OF_CHECK
from program import inside

from .many import Ended, run

pytestmark = pytest.mark.unmeasured

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = ("--as-of", "2026-11-22")
ONE = "people/sam-half-told.yaml"
ANSWERS = "1990-02-03\nyes\nno\nskip\n2\n1\nI don't know\nyes\n3\nstop\n"

COMMANDS: tuple[tuple[str, ...], ...] = (
    *(("check", "people", *DAY, "-f", form) for form in OF_CHECK),
    ("check", "people/maya-ready.yaml", *DAY, "--timeline", "--fragility", "-v"),
    ("check", "people", *DAY, "-q", "--receipt", "receipt.json"),
    ("verify", "receipt.json", "-p", "people"),
    *(("cohort", "people", *DAY, "-f", form) for form in OF_COHORT),
    ("cohort", "people", *DAY, "-c", "CRSS", "--min-cell", "3"),
    *(("plan", ONE, *DAY, "-f", form) for form in ("text", "json", "markdown")),
    *(("compare", "CPS-I", "CPSS", *DAY, "-f", form) for form in ("text", "json", "markdown")),
    ("compare", "CPSRP-P", "CPSRP", *DAY, "--witness"),
    *(("show", "CPSS", *DAY, "-f", form) for form in ("text", "json", "markdown")),
    *(("list", "-f", form) for form in ("text", "json", "markdown")),
    ("redact", "people/maya-ready.yaml", "-c", "CRSS", *DAY),
    ("interview", "-c", "CPS-I", "-o", "told.yaml", *DAY, "<", ANSWERS),
    ("rules", "check", *DAY),
    ("rules", "test", "-c", "CPSS", "--coverage"),
    ("rules", "test", "-c", "CPSS", "-f", "json"),
    ("rules", "test", "-c", "CPSS", "-f", "junit"),
    ("rules", "mutate", "-c", "CPSRP-P"),
    ("rules", "diff", "-c", "CPSRP-P", "--edition", "from-2026-06", "--edition", "from-2026-06", *DAY),
    ("schema", "candidate"),
    ("schema", "columns"),
    ("init",),
    ("init", "--csv"),
)
WRITTEN = ("receipt.json", "told.yaml")
"""Files that the commands write."""

SURROUNDINGS = (
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere", "USER": "x"},
    {
        "PYTHONHASHSEED": "77",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "de_DE",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "utf-8",
        "CI": "",
    },
)
"""Seeds, days that begin elsewhere, letters and commas of other languages, and files that need not be UTF-8."""


def people(folder: Path) -> Path:
    """Write the examples into a folder, and one profile that cannot be used."""
    shutil.copytree(EXAMPLES, folder / "people")
    (folder / "people" / "bad.yaml").write_text("id: x\nhours: 1\n")
    return folder


def outcome(folder: Path, **more: str) -> tuple[list[Ended], list[bytes]]:
    """Run everything in a new folder, and return all bytes that come of it."""
    folder.mkdir()
    ended = run(COMMANDS, people(folder), **more)
    return ended, [(folder / name).read_bytes() for name in WRITTEN]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Ended], list[bytes]]:
    """Return what everything gives in a usual surrounding."""
    return outcome(tmp_path_factory.mktemp("usual") / "here", PYTHONHASHSEED="0", TZ="UTC")


@pytest.mark.parametrize(
    "more", [SURROUNDINGS[0], *(pytest.param(one, marks=pytest.mark.thorough) for one in SURROUNDINGS[1:])]
)
def test_the_surrounding_changes_no_byte(
    tmp_path: Path, usual: tuple[list[Ended], list[bytes]], more: dict[str, str]
) -> None:
    """Of any command or format, on either stream, or of a file; nor does the folder in which it all happens."""
    ended, files = outcome(tmp_path / "elsewhere", **more)

    for line, one, other in zip(COMMANDS, ended, usual[0], strict=True):
        assert (line, one) == (line, other)
    assert files == usual[1]


def test_none_of_it_was_a_fault(usual: tuple[list[Ended], list[bytes]]) -> None:
    """Everything ran, and nothing but the command's answer decided its code."""
    codes = {" ".join(line): one.code for line, one in zip(COMMANDS, usual[0], strict=True)}

    assert {code for line, code in codes.items() if line.startswith(("check", "cohort", "plan people"))} <= {0, 3, 4}
    assert not {line: code for line, code in codes.items() if code in (2, 5)}


def test_a_turkish_small_i_is_no_other_letter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ids match without regard to case under every locale that there is."""
    monkeypatch.setattr(locale, "getlocale", lambda *_: ("tr_TR", "UTF-8"))

    assert inside("show", "cps-i", *DAY, folder=tmp_path).code == 0


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of sixty people, enough for the work to be shared."""
    folder = tmp_path_factory.mktemp("crowd")
    (folder / "people").mkdir()
    examples = sorted(EXAMPLES.glob("*.yaml"))
    for number in range(60):
        text = examples[number % len(examples)].read_text(encoding="utf-8")
        (folder / "people" / f"p{number:02}.yaml").write_text("hours: 1\n" if number % 17 == 3 else text)
    return folder


CROWDED = {
    **{f"check {form}": ("check", "people", *DAY, "-f", form) for form in OF_CHECK},
    "receipt": ("check", "people", *DAY, "-q", "--receipt", "receipt.json"),
    **{f"cohort {form}": ("cohort", "people", *DAY, "-f", form) for form in OF_COHORT},
}
QUICK = ("check text", "check json", "receipt", "cohort text")


@pytest.mark.parametrize(
    "line",
    [pytest.param(one, id=name, marks=[] if name in QUICK else pytest.mark.thorough) for name, one in CROWDED.items()],
)
def test_the_number_of_processes_changes_no_byte(crowd: Path, line: tuple[str, ...]) -> None:
    """In every format, and in a receipt: shared among two processes, the work gives what one gives."""
    alone = inside(*line, "--jobs", "1", folder=crowd)
    written = (crowd / "receipt.json").read_bytes() if "receipt.json" in line else b""
    shared = inside(*line, "--jobs", "2", folder=crowd)

    assert shared == alone
    assert written == ((crowd / "receipt.json").read_bytes() if "receipt.json" in line else b"")


def test_a_folder_is_read_in_the_order_of_names_and_names_in_the_order_given(tmp_path: Path) -> None:
    """Whatever order a disk lists them in; what is named on the command line stays in that order."""
    people(tmp_path)
    (tmp_path / "people" / "bad.yaml").unlink()
    folder = inside("check", "people", *DAY, "-f", "csv", folder=tmp_path)
    names = sorted(path.name for path in (tmp_path / "people").iterdir())
    given = inside("check", *(f"people/{name}" for name in names), *DAY, "-f", "csv", folder=tmp_path)
    turned = inside("check", "people/sam-half-told.yaml", "people/maya-ready.yaml", *DAY, "-f", "csv", folder=tmp_path)
    seen = list(dict.fromkeys(line.split(",")[1] for line in turned.out.splitlines()[1:]))

    assert folder.out == given.out
    assert seen == ["people/sam-half-told.yaml", "people/maya-ready.yaml"]


def test_the_order_of_options_changes_no_byte(tmp_path: Path) -> None:
    """Options may stand anywhere."""
    people(tmp_path)

    one = inside("check", ONE, *DAY, "-f", "json", "-c", "CRSS", "--verified-only", folder=tmp_path)
    other = inside("check", "--verified-only", "-c", "CRSS", "-f", "json", *DAY, ONE, folder=tmp_path)

    assert one == other
