"""`peercert rules`: the commands for people who write rules."""

from __future__ import annotations

import typer

from peercert.cli.rules_check import check

rules = typer.Typer(help="Look after a catalogue of rules.", no_args_is_help=True, rich_markup_mode=None)

rules.command()(check)
