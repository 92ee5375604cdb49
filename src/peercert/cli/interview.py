"""`peercert interview`: asks in plain words just what can still change an answer, and writes the profile."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from peercert.cli.defaults import Configured
from peercert.cli.options import AddRules, Plain, Rules, credential_option, day_option, output_option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from peercert.catalog import Catalog, Chosen
    from peercert.facts import Facts
    from peercert.interview import State
    from peercert.reading import Document
    from peercert.session import Options

_YAML = (".yaml", ".yml")
_NO_FILE = "<stdin>"
"""What answers that are not saved are called."""


def interview(
    credential: Annotated[
        list[str] | None,
        credential_option("A credential to ask about; repeat for more. [default: what the file seeks, else all]"),
    ] = None,
    output: Annotated[
        str | None, output_option("Save the answers here after each one; go on where it is there.")
    ] = None,
    as_of: Annotated[str | None, day_option("The day decided on, such as 2026-11-22.")] = None,
    rules: Rules = None,
    add_rules: AddRules = None,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """Ask just what can still change an answer, then check."""
    from peercert.catalog import Chosen
    from peercert.cli.asked import day, opened
    from peercert.cli.asking import sought
    from peercert.interview import Interview, start
    from peercert.session import Options

    catalog = opened(rules, add_rules)
    document = _document(output, catalog, day(as_of))
    told = document.value if document and isinstance(document.value, dict) else {}
    wanted = tuple(dict.fromkeys(catalog.find(name) for name in credential or ()))
    options = Options(as_of=day(as_of), credentials=wanted, redact=bool(os.environ.get("CI")))
    begun = start(Interview(catalog, wanted or sought(catalog, told), options.as_of), _with_seeking(told, wanted))
    facts = _asked(begun, output, _own(document, catalog), plain=plain)
    raise typer.Exit(_report(catalog, Chosen(rules, tuple(add_rules or ())), options, facts, output, plain=plain))


def _document(path: str | None, catalog: Catalog, as_of: date) -> Document | None:
    """Return the profile that is there already, if there is one."""
    from peercert.candidate import load_candidate
    from peercert.errors import UsageError
    from peercert.reading import read_file

    if path is None:
        return None
    if not path.lower().endswith(_YAML):
        raise UsageError("The answers are written as YAML. Choose a name that ends in .yaml.")
    if not os.path.lexists(path):
        return None
    document = read_file(path)
    load_candidate(document, catalog.words, as_of)
    return document


def _own(document: Document | None, catalog: Catalog) -> list[str]:
    """Return the comments that a person wrote into a profile; what `init` and interviews write is left out."""
    from peercert.reading.comments import comments
    from peercert.scaffold import scaffold

    if document is None:
        return []
    chosen = [(), *((id_,) for id_ in catalog.ids)]
    given = {line.strip() for names in chosen for line in scaffold(catalog, names).splitlines()[1:]}
    return [one for one in comments(document.text) if not one.startswith("##") and one not in given]


def _with_seeking(told: Facts, wanted: tuple[str, ...]) -> Facts:
    from peercert.reading import Plain

    return {**told, "seeking": [Plain(id_) for id_ in wanted]} if wanted and "seeking" not in told else told


def _asked(begun: State, output: str | None, own: Sequence[str], *, plain: bool | None) -> Facts:
    """Ask, and save what is told; an interruption ends the program, and loses nothing."""
    from peercert.cli.asking import converse
    from peercert.cli.output import style_for
    from peercert.cli.saying import say
    from peercert.cli.stopping import last_words

    say(f"Your answers are saved in {output} after each one." if output else "Nothing is saved. Use -o FILE for that.")
    style = style_for(sys.stderr, plain=plain)
    kept = f"What you told is in {output}. To go on: peercert interview -o {output}" if output else "Nothing is kept."
    with last_words(f"\n{style.line(f'Stopped. {kept}')}\n"):
        state = converse(begun, style, partial(_save, output, own))
        _save(output, own, state.facts)
    say("Stopped. What is not told is left open." if state.stopped else "Nothing more can change the answer.")
    return state.facts


def _save(path: str | None, own: Sequence[str], facts: Facts) -> None:
    from peercert.cli.asking import HEAD
    from peercert.cli.output import destination
    from peercert.profile_text import profile_text

    if path is not None:
        with destination(path) as stream:
            stream.write(profile_text(facts, HEAD, own))


def _report(
    catalog: Catalog, rules: Chosen, options: Options, facts: Facts, source: str | None, *, plain: bool | None
) -> int:
    """Write the report that check writes, and return its exit code."""
    from peercert.batch import Work, Worker, count
    from peercert.cli.asked import header_of
    from peercert.cli.asking import told_document
    from peercert.cli.exits import NOT_ELIGIBLE, UNDETERMINED, exit_for
    from peercert.cli.output import destination, style_for
    from peercert.cli.saying import say
    from peercert.inputs.given import Given
    from peercert.render.text_report import Text
    from peercert.report import Summary

    header, summary = header_of(catalog, options), Summary()
    with destination(None) as stream:
        report = Text(catalog, header, style_for(stream, plain=plain))
        work = Work(rules, options, lambda _: report.candidate)
        result = Worker(work, catalog)(
            1, Given(source or _NO_FILE, None, partial(told_document, facts, source or _NO_FILE))
        )
        count(result, summary)
        say(*result.problems)
        if result.drawn is not None:
            stream.write(report.add(result.drawn) + "".join(report.end(summary)))
    return exit_for(summary, (NOT_ELIGIBLE, UNDETERMINED))
