"""Settings: which file holds, and what may stand in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.errors import FileError
from peercert.reading.toml_text import KeyPlace
from peercert.settings import Value, nearest


def write(folder: Path, text: str, name: str = "peercert.toml") -> None:
    """Write a file of settings, and the folders above it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def values(folder: Path) -> tuple[str, dict[str, Value]] | None:
    """Return the file that holds in a folder, and what it sets."""
    found = nearest(folder)
    return found and (found.source, dict(found.values))


def refused(folder: Path, text: str) -> list[str]:
    """Return the problems of settings that cannot be used, as they are told."""
    write(folder, text)
    with pytest.raises(FileError) as caught:
        nearest(folder)
    return [str(problem) for problem in caught.value.problems]


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    """One further up is not looked at, nor are the two mixed."""
    write(tmp_path, "jobs = 1\nformat = 'json'\n")
    write(tmp_path / "a", "jobs = 2\n")
    (tmp_path / "a/b/c").mkdir(parents=True)

    assert values(tmp_path / "a/b/c") == ("../../peercert.toml", {"jobs": 2})
    assert values(tmp_path / "a") == ("peercert.toml", {"jobs": 2})
    assert values(tmp_path) == ("peercert.toml", {"jobs": 1, "format": "json"})


def test_the_table_of_a_project_holds(tmp_path: Path) -> None:
    """In pyproject.toml; one without the table is passed over, even if it is no TOML at all."""
    write(tmp_path, "[tool.peercert]\njobs = 3\n", "pyproject.toml")
    write(tmp_path / "a", "[tool.ruff]\nline-length = 80\n", "pyproject.toml")
    write(tmp_path / "a/b", "oh dear", "pyproject.toml")

    assert values(tmp_path / "a/b") == ("../../pyproject.toml", {"jobs": 3})


def test_peercerts_own_file_goes_before_the_projects(tmp_path: Path) -> None:
    """In the same folder; a nearer pyproject.toml goes before both."""
    write(tmp_path, "jobs = 1\n")
    write(tmp_path, "[tool.peercert]\njobs = 2\n", "pyproject.toml")
    write(tmp_path / "a", "[tool.peercert]\njobs = 3\n", "pyproject.toml")

    assert values(tmp_path) == ("peercert.toml", {"jobs": 1})
    assert values(tmp_path / "a") == ("pyproject.toml", {"jobs": 3})


def test_a_folder_called_like_the_file_is_none(tmp_path: Path) -> None:
    """Only files are read."""
    (tmp_path / "peercert.toml").mkdir()
    write(tmp_path, "[tool.peercert]\njobs = 2\n", "pyproject.toml")

    assert values(tmp_path) == ("pyproject.toml", {"jobs": 2})


def test_an_empty_file_sets_nothing_and_still_holds(tmp_path: Path) -> None:
    """So a folder can shut out what is set above it."""
    write(tmp_path, "jobs = 2\n")
    write(tmp_path / "a", "")

    assert values(tmp_path / "a") == ("peercert.toml", {})


def test_every_setting_can_be_written(tmp_path: Path) -> None:
    """One text or a list of texts for lists; a folder of rules is found from the file, not from where one stands."""
    write(
        tmp_path,
        'credential = ["CRSS", "cprs"]\nformat = "json"\nfail-on = ["not_eligible", "undetermined"]\n'
        'disputes = "strict"\nverified-only = true\nrules = "our/rules"\nredact = true\njobs = 2\n',
    )
    (tmp_path / "a").mkdir()

    found = nearest(tmp_path / "a")

    assert found is not None
    assert found.values == {
        "credential": ("CRSS", "cprs"), "format": "json", "fail-on": "not_eligible,undetermined", "disputes": "strict",
        "verified-only": True, "rules": "../our/rules", "redact": True, "jobs": 2,
    }  # fmt: skip
    assert found.places["fail-on"] == KeyPlace(3, 1, 11)


def test_one_text_is_a_list_of_one(tmp_path: Path) -> None:
    """For credentials and for verdicts."""
    write(tmp_path, 'credential = "CRSS"\nfail-on = "never"\n')

    assert values(tmp_path) == ("peercert.toml", {"credential": ("CRSS",), "fail-on": "never"})


def test_unknown_keys_are_refused_with_the_nearest(tmp_path: Path) -> None:
    """All at once, each at its place."""
    assert refused(tmp_path, "fail_on = 'never'\n  credentials = 'CRSS'\n[check]\njobs = 1\n") == [
        'peercert.toml:1:1: Unknown key "fail_on". Did you mean "fail-on"?',
        'peercert.toml:2:3: Unknown key "credentials". Did you mean "credential"?',
        (
            'peercert.toml:3:1: Unknown key "check". It may be one of: '
            "credential, format, fail-on, disputes, verified-only, rules, add-rules, redact, plain, jobs."
        ),
    ]


def test_what_must_be_said_each_time_is_refused_with_the_reason(tmp_path: Path) -> None:
    """Profiles, the day and the file of the report are never taken from a file that nobody thinks of."""
    assert refused(tmp_path, "paths = ['people']\nas-of = 2026-11-22\noutput = 'x'\n[tool.peercert]\njobs = 1\n") == [
        (
            'peercert.toml:1:1: Unknown key "paths". '
            "Name the profiles on the command line each time, so that nobody is checked by surprise."
        ),
        (
            'peercert.toml:2:1: Unknown key "as-of". '
            "Name the day on the command line each time, so that no old day decides by surprise."
        ),
        (
            'peercert.toml:3:1: Unknown key "output". '
            "Name the file on the command line each time, so that none is replaced by surprise."
        ),
        'peercert.toml:4:1: Unknown key "tool". In peercert.toml the keys stand without a heading.',
    ]


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("credential = 3", 14, 'A text or a list of texts is needed here. For example: credential = ["ID", "ID"]'),
        ("credential = []", 14, 'A text or a list of texts is needed here. For example: credential = ["ID", "ID"]'),
        (
            "credential = ['A', 3]",
            14,
            'A text or a list of texts is needed here. For example: credential = ["ID", "ID"]',
        ),
        ("format = ['json']", 10, 'A text is needed here. For example: format = "json"'),
        ("fail-on = true", 11, 'A text or a list of texts is needed here. For example: fail-on = ["not_eligible"]'),
        ("disputes = ''", 12, 'A text is needed here. For example: disputes = "strict"'),
        ("verified-only = 'true'", 17, "Only true or false may stand here. For example: verified-only = true"),
        ("rules = 1", 9, 'The name of a folder is needed here. For example: rules = "rules"'),
        ('rules = "\\u001b[2J"', 9, 'The name of a folder is needed here. For example: rules = "rules"'),
        ("jobs = -1", 8, "A whole number is needed here, zero or more. For example: jobs = 2"),
        ("jobs = true", 8, "A whole number is needed here, zero or more. For example: jobs = 2"),
        ("jobs = 1.0", 8, "A whole number is needed here, zero or more. For example: jobs = 2"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(tmp_path: Path, line: str, column: int, said: str) -> None:
    """At the value, with what is needed and an example; the value is not repeated."""
    assert refused(tmp_path, line + "\n") == [f"peercert.toml:1:{column}: {said}"]


def test_a_file_cannot_ask_to_show_names(tmp_path: Path) -> None:
    """Whoever runs the check in CI asks for names on the command line, or there are none."""
    assert refused(tmp_path, "redact = false\n") == [
        (
            "peercert.toml:1:10: Only true may stand here; to show names in CI, use --no-redact on the command line. "
            "For example: redact = true"
        )
    ]
