"""`peercert rules`: the commands for people who write rules."""

from __future__ import annotations

import typer

from peercert.cli.rules_mutate import mutate
from peercert.cli.rules_test import run_cases

rules = typer.Typer(help="Look after a catalogue of rules.", no_args_is_help=True, rich_markup_mode=None)

rules.command("test")(run_cases)
rules.command()(mutate)
