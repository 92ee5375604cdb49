"""Groups of commands that are read when one is asked for, so that no other command waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup


def late(commands: Mapping[str, str]) -> type[TyperGroup]:
    """Return a kind of group.

    Args:
        commands: For each command the module beside this one, a colon, and the function or group that it is.
    """

    class Late(TyperGroup):
        """Knows the names of its commands, and loads the one that is called."""

        def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - typer's own kinds
            super().__init__(**attributes)
            self.commands.update(dict.fromkeys(commands))  # type: ignore[arg-type] # for the name that was meant

        def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer's own kind of context
            """Return the names of the commands."""
            return list(commands)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - typer's own kinds
            """Return a command; None where there is none of that name."""
            return _loaded(cmd_name, commands[cmd_name]) if cmd_name in commands else None

    return Late


def _loaded(name: str, place: str) -> Any:  # noqa: ANN401 - typer's own kind
    module, _, attribute = place.partition(":")
    found = getattr(import_module(f"{__package__}.{module}"), attribute)
    if isinstance(found, typer.Typer):
        group = typer.main.get_group(found)
        group.name = name
        return group
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(found)
    return typer.main.get_command(alone)
