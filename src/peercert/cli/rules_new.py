"""`peercert rules new`: the first files of a credential, to be filled in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.errors import UsageError

if TYPE_CHECKING:
    from peercert.new_rules import NewRules

_ID = re.compile(r"(?=.{1,40}\Z)[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", re.ASCII)
_JURISDICTION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}", re.ASCII)


def new(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of the new credential, such as CPW or CPW-II.")],
    jurisdiction: Annotated[
        str, typer.Option(metavar="US-XX", help="The country and the state, by their letters.")
    ] = "US-XX",
    folder: Annotated[
        Path, typer.Option("--dir", metavar="DIR", help="The folder of rules; a new one or one of yours.")
    ] = Path("my-rules"),
) -> None:
    """Write the rules and the cases of a new credential, to be filled in; no file is ever written over."""
    from peercert.cli.asked import day
    from peercert.new_rules import new_rules

    id_, jurisdiction = id_.upper(), jurisdiction.upper()
    if not _ID.fullmatch(id_):
        raise UsageError("An id is made of up to 40 letters and digits, with - between, and begins with a letter.")
    if not _JURISDICTION.fullmatch(jurisdiction):
        raise UsageError("--jurisdiction needs a country and a state by their letters, such as US-XX.")
    rules = new_rules(id_, jurisdiction, day(None))
    taken = [name for name in rules.own if (folder / name).exists()] + _others(folder, id_)
    if taken:
        raise UsageError(f"{folder / taken[0]} is there already. Choose another id, or change that file by hand.")
    has_sources = (folder / "sources.yaml").exists()
    files = {**rules.own, **rules.shared, **_schemas()}
    for name, text in files.items():
        if not (folder / name).exists():
            _write(folder / name, text)
            typer.echo(f"Wrote {folder / name}")
    _next_steps(folder, rules if has_sources else None)


def _others(folder: Path, id_: str) -> list[str]:
    """Return the files of a credential of that id in another state: one of the two would never be read."""
    from peercert.reading import files_below

    found = (Path(path) for path in files_below(folder))
    return [str(path.relative_to(folder)) for path in found if path.name == f"{id_.lower()}.yaml"]


def _schemas() -> dict[str, str]:
    from peercert.catalog import load_catalog
    from peercert.new_rules import SCHEMAS
    from peercert.schema import written

    words = load_catalog().words
    return {f"{name}.schema.json": written(name, words) for name in SCHEMAS}


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {(error.strerror or 'the system does not say why').lower()}."
        ) from error


def _next_steps(folder: Path, rules: NewRules | None) -> None:
    """Say what is left to do, and what to add by hand to a file of sources that was there before."""
    if rules:
        typer.echo(f"\nAdd this to {folder / 'sources.yaml'}, for the new rules cite it:\n{rules.source.rstrip()}")
    typer.echo("\nNow go through the lines with FILL IN. Then run:")
    typer.echo(f"  peercert rules check {folder}\n  peercert rules test {folder} --coverage")
