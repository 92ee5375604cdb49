"""`peercert config`: the settings in force, and where each is from."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from peercert.settings import Settings, Value

config = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_DEFAULTS = {
    "credential": "what the profile seeks, else all",
    "format": "text",
    "fail-on": "not_eligible,undetermined",
    "disputes": "undetermined",
    "verified-only": "false",
    "rules": "the built-in ones",
    "add-rules": "none",
    "redact": "on when CI is set",
    "plain": "on where TERM is dumb",
    "jobs": "as many as there are cores",
}
"""What holds where nothing is set."""


@config.callback()
def _group() -> None:
    """Tell about settings: peercert.toml, or [tool.peercert] in pyproject.toml."""


@config.command()
def show() -> None:
    """Show the settings in force here, and where each is from."""
    from peercert.cli.defaults import settings
    from peercert.cli.output import destination, style_for

    found = settings()
    with destination(None) as stream:
        style = style_for(stream)
        for line in _lines(found):
            stream.write(style.line(line) + "\n")


def _lines(found: Settings | None) -> Iterator[str]:
    yield f"Settings from {found.source}" if found else "There is no file of settings here or in a folder above."
    yield ""
    for name, default in _DEFAULTS.items():
        if found and name in found.values:
            line = found.places[name].line
            yield f"{name:<14} {_said(found.values[name])}   ({found.source}{f':{line}' if line else ''})"
        else:
            yield f"{name:<14} {default}   (default)"
    yield ""
    yield "An option on the command line goes before a setting."
    yield "The option --no-config leaves all settings out."


def _said(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
