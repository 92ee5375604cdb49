"""`peercert rules`: the commands for people who write rules, each loaded only when it is called."""

from __future__ import annotations

import typer

from peercert.cli.late import late

COMMANDS = {
    "new": "rules_new:new",
    "check": "rules_check:check",
    "test": "rules_test:run_cases",
    "mutate": "rules_mutate:mutate",
    "diff": "rules_diff:diff",
}
"""Each command, with the module beside this one and the function that it is."""


rules = typer.Typer(
    cls=late(COMMANDS), help="Look after a catalogue of rules.", no_args_is_help=True, rich_markup_mode=None
)
