"""`peercert rules new`: the first files of a credential, to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    from peercert.cli.output import destination, style_for
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
    written: list[str] = []
    for name, text in files.items():
        if not (folder / name).exists():
            _write(folder / name, text)
            written.append(f"Wrote {folder / name}")
    with destination(None) as stream:
        style = style_for(stream)
        for line in (*written, *_next_steps(folder, rules if has_sources else None)):
            stream.write(style.line(line) + "\n")


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
    from peercert.cli.output import destination
    from peercert.cli.streams import cannot_write

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(str(path), error) from error
    with destination(str(path)) as stream:
        stream.write(text)


def _next_steps(folder: Path, rules: NewRules | None) -> Iterator[str]:
    """Say what is left to do, and what to add by hand to a file of sources that was there before."""
    if rules:
        yield from ("", f"Add this to {folder / 'sources.yaml'}, for the new rules cite it:")
        yield from rules.source.rstrip().splitlines()
    yield from ("", "Now go through the lines with FILL IN. Then run:")
    yield from (f"  peercert rules check {folder}", f"  peercert rules test {folder} --coverage")
