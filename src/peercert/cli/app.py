"""The commands, each in its module; loaded when it is called."""

from __future__ import annotations

import typer

from peercert import __version__
from peercert.cli.check import check
from peercert.cli.cohort import cohort
from peercert.cli.compare import compare
from peercert.cli.config import config
from peercert.cli.init import init
from peercert.cli.interview import interview
from peercert.cli.listing import list_
from peercert.cli.plan import plan
from peercert.cli.redact import redact
from peercert.cli.rules import rules
from peercert.cli.schema import schema
from peercert.cli.show import show
from peercert.cli.verify import verify

app = typer.Typer(
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


app.command()(check)
app.command()(cohort)
app.command()(compare)
app.command()(plan)
app.command("list")(list_)
app.command()(show)
app.command()(init)
app.command()(interview)
app.command()(redact)
app.command()(schema)
app.command()(verify)
app.add_typer(config, name="config")
app.add_typer(rules, name="rules")
