"""The commands, each in its module; loaded when it is called."""

from __future__ import annotations

import typer

from peercert import __version__
from peercert.cli.late import late

COMMANDS = {
    "check": "check:check",
    "cohort": "cohort:cohort",
    "compare": "compare:compare",
    "plan": "plan:plan",
    "list": "listing:list_",
    "show": "show:show",
    "init": "init:init",
    "interview": "interview:interview",
    "redact": "redact:redact",
    "schema": "schema:schema",
    "verify": "verify:verify",
    "config": "config:config",
    "rules": "rules:rules",
}
"""Each command, with the module beside this one and the function or group that it is."""

app = typer.Typer(
    cls=late(COMMANDS),
    name="peercert",
    help="May this person be certified as a peer supporter, and if not, what exactly is missing?",
    no_args_is_help=False,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from peercert.catalog import load_catalog

        about = load_catalog().about
        typer.echo(f"peercert {__version__}, catalogue {about.version} (sources read {about.checked})")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: bool = typer.Option(
        False,
        "--version",
        help="Name the versions of the program and of the catalogue.",
        callback=_version,
        is_eager=True,
    ),
) -> None:
    """May this person be certified as a peer supporter, and if not, what exactly is missing?"""
    if context.invoked_subcommand is None and not version:
        typer.echo(context.get_help())
        raise typer.Exit(2)
