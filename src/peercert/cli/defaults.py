"""Settings as defaults: what the command line does not say is taken from the settings of the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from peercert.cli.exits import Exit
from peercert.cli.saying import say
from peercert.errors import FileError, Problem, UsageError
from peercert.settings import Settings, Value, nearest

_FORMAT, _ITS_COMMAND = "format", "check"
"""Formats differ from command to command, so the setting is that of the one that scripts read."""


def settings() -> Settings | None:
    """Return the settings that hold in the working folder; None if there are none.

    Raises:
        Exit: If they cannot be used: that is a matter of usage. Every problem is told on standard error.
    """
    try:
        found = nearest(Path.cwd())
    except FileNotFoundError:  # somebody removed the folder
        return None
    except FileError as error:
        raise _refused(error.problems) from error
    if found and (problems := _bad_words(found)):
        raise _refused(problems)
    return found


def _refused(problems: Sequence[Problem]) -> typer.Exit:
    say(*problems)
    return typer.Exit(Exit.USAGE)


def _bad_words(found: Settings) -> list[Problem]:
    """Return what the command line too would refuse, in its very words, in the order of the file."""
    problems: list[Problem] = []
    for name, value in found.values.items():
        try:
            _checks().get(name, bool)(value)
        except UsageError as error:
            line, _, column = found.places[name]
            problems.append(Problem(found.source, line, column, "unknown-word", str(error)))
    return problems


def _checks() -> Mapping[str, Callable[[Any], object]]:
    from peercert.cli.asked import one_of
    from peercert.cli.check import _failing  # this module is needed to declare its options
    from peercert.cli.options import DisputesChoice
    from peercert.render.reports import FORMATS

    return {
        "format": lambda name: one_of(name, FORMATS),
        "fail-on": _failing,
        "disputes": lambda name: one_of(name, [one.value for one in DisputesChoice], "way to read disputes"),
    }


def _settle(context: typer.Context, no_config: bool) -> None:
    if no_config or context.resilient_parsing:
        return
    found = settings()
    if found:
        context.default_map = dict(_defaults(context, found.values))


def _defaults(context: typer.Context, values: Mapping[str, Value]) -> Iterator[tuple[str, Any]]:
    for parameter in context.command.params:
        for name in {option[2:] for option in parameter.opts if option.startswith("--")} & set(values):
            if parameter.name and (name != _FORMAT or context.command.name == _ITS_COMMAND):
                value = values[name]
                if not isinstance(value, tuple):
                    yield parameter.name, value
                elif getattr(parameter, "multiple", False):
                    yield parameter.name, list(value)
                elif len(value) == 1:  # of several, an option that takes one must be told which
                    yield parameter.name, value[0]


Configured = Annotated[
    bool,
    typer.Option(
        "--no-config",
        help="Leave out the settings in peercert.toml or pyproject.toml.",
        is_eager=True,
        expose_value=False,
        callback=_settle,
    ),
]
"""An option for every command that takes defaults from settings; it is looked at before all others, and sets them."""
