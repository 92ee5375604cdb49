"""`peercert rules`: the commands for people who write rules, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "new": "rules_new:new",
    "check": "rules_check:check",
    "test": "rules_test:run_cases",
    "mutate": "rules_mutate:mutate",
    "diff": "rules_diff:diff",
}
"""Each command, with the module beside this one and the function that it is."""


class _Late(TyperGroup):
    """A group whose commands are read when one is asked for, so that no other command waits for them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer's own kind of context
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - typer's own kinds
        """Return a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name)(getattr(import_module(f"{__package__}.{module}"), function))
        return typer.main.get_command(alone)


rules = typer.Typer(cls=_Late, help="Look after a catalogue of rules.", no_args_is_help=True, rich_markup_mode=None)
