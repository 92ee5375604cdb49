"""Settings: what a folder asks of the commands, in peercert.toml or under [tool.peercert] in pyproject.toml."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from peercert.errors import FileError, Problem
from peercert.reading import did_you_mean
from peercert.reading.refusals import PROBLEM_LIMIT, too_many
from peercert.reading.toml_text import KeyPlace, read_table
from peercert.shaping import shown

_FILES: Final = {"peercert.toml": (), "pyproject.toml": ("tool", "peercert")}
"""The files, the one that goes before the other first, and the table of each."""

Value = str | bool | int | tuple[str, ...]


class Setting(NamedTuple):
    """What may be written for a setting."""

    needed: str
    """What is needed, as a sentence."""

    example: str
    """The right-hand side of a line that is right."""

    fits: Callable[[Any], bool]
    value: Callable[[Any, Path], Value] = lambda written, _: written
    """Makes the value of what is written, and of the folder of the file."""


def _is_text(value: object) -> bool:
    """Whether it is a text with something in it, and with nothing that could act on a terminal."""
    return isinstance(value, str) and bool(value) and value.isprintable()


def _are_texts(value: object) -> bool:
    return _is_text(value) or (isinstance(value, list) and bool(value) and all(map(_is_text, value)))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _listed(written: Any, _: Path) -> tuple[str, ...]:  # noqa: ANN401 - it was found to fit
    return (written,) if isinstance(written, str) else tuple(written)


_A_TEXT: Final = "A text is needed here."
_TEXTS: Final = "A text or a list of texts is needed here."

SETTINGS: Final[Mapping[str, Setting]] = {
    "credential": Setting(_TEXTS, '["ID", "ID"]', _are_texts, _listed),
    "format": Setting(_A_TEXT, '"json"', _is_text),
    "fail-on": Setting(_TEXTS, '["not_eligible"]', _are_texts, lambda written, _: ",".join(_listed(written, _))),
    "disputes": Setting(_A_TEXT, '"strict"', _is_text),
    "verified-only": Setting("Only true or false may stand here.", "true", lambda value: isinstance(value, bool)),
    "rules": Setting("The name of a folder is needed here.", '"rules"', _is_text, lambda name, at: str(at / name)),
    "add-rules": Setting(
        _TEXTS, '["more-rules"]', _are_texts, lambda written, at: tuple(str(at / one) for one in _listed(written, at))
    ),
    "redact": Setting(
        "Only true may stand here; to show names in CI, use --no-redact on the command line.",
        "true",
        lambda value: value is True,
    ),
    "plain": Setting("Only true or false may stand here.", "true", lambda value: isinstance(value, bool)),
    "jobs": Setting("A whole number is needed here, zero or more.", "2", _is_count),
}
"""Every setting, called as the option of the commands is."""

_NOT_HERE: Final = {
    "edition": "Name the edition on the command line each time, so that no old rules decide by surprise.",
    "paths": "Name the profiles on the command line each time, so that nobody is checked by surprise.",
    "as-of": "Name the day on the command line each time, so that no old day decides by surprise.",
    "output": "Name the file on the command line each time, so that none is replaced by surprise.",
    "tool": "In peercert.toml the keys stand without a heading.",
}
"""Keys that one might expect, and what to do instead."""


class Settings(NamedTuple):
    """The settings of one file."""

    source: str
    """The file, as seen from the working folder."""

    values: Mapping[str, Value]
    places: Mapping[str, KeyPlace]


def nearest(folder: Path) -> Settings | None:
    """Read the settings that hold in a folder: its own, or those of the nearest folder above that has any.

    In one folder, peercert.toml goes before pyproject.toml. A pyproject.toml without the table is passed over.

    Raises:
        FileError: If the file cannot be used; it names every problem.
    """
    for here in (folder, *folder.parents):
        for name in _FILES:
            path = here / name
            if os.path.isfile(path):  # noqa: PTH113 - unlike Path's, it takes a folder closed to us for empty
                found = _read(path, os.path.relpath(path, folder))
                if found is not None:
                    return found
    return None


def _read(path: Path, source: str) -> Settings | None:
    table = read_table(path, source, _FILES[path.name])
    if table is None:
        return None
    places = {name: table.places.get(name, KeyPlace()) for name in table.values}
    problems = list(islice(_problems(table.values, places, source), PROBLEM_LIMIT + 1))
    if len(problems) > PROBLEM_LIMIT:
        problems[PROBLEM_LIMIT] = too_many(problems[PROBLEM_LIMIT])
    if problems:
        raise FileError(tuple(problems))
    folder = Path(source).parent
    return Settings(
        source, {name: SETTINGS[name].value(written, folder) for name, written in table.values.items()}, places
    )


def _problems(written: Mapping[str, Any], places: Mapping[str, KeyPlace], source: str) -> Iterator[Problem]:
    for name, value in written.items():
        line, column, value_column = places[name]
        setting = SETTINGS.get(name)
        if setting is None:
            yield Problem(source, line, column, "unknown-key", f"Unknown key {shown(name)}.", _instead(name))
        elif not setting.fits(value):
            hint = f"For example: {name} = {setting.example}"
            yield Problem(source, line, value_column, "wrong-type", setting.needed, hint)


def _instead(name: str) -> str:
    if name.replace("_", "-") in _NOT_HERE:
        return _NOT_HERE[name.replace("_", "-")]
    near = did_you_mean(name, SETTINGS)
    return f'Did you mean "{near}"?' if near else f"It may be one of: {', '.join(SETTINGS)}."
