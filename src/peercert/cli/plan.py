"""`peercert plan`: the shortest way to each credential, every step checked again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from peercert.cli.defaults import Configured
from peercert.cli.exits import Exit, say_of_surveys
from peercert.cli.options import (
    AddRules,
    DisputesChoice,
    Plain,
    Rules,
    credential_option,
    day_option,
    format_option,
    output_option,
    redact_option,
)
from peercert.errors import UsageError

if TYPE_CHECKING:
    from peercert.batch import Result
    from peercert.catalog import Catalog
    from peercert.errors import Problem
    from peercert.plan.several import Plans
    from peercert.plan.todo import Pace
    from peercert.render.plan_words import Setting
    from peercert.render.style import Style
    from peercert.report import Summary
    from peercert.session import Checked

FORMATS = ("text", "json", "markdown")
_WEEK = 7 * 24


class ByChoice(StrEnum):
    """What counts most."""

    hours = "hours"
    steps = "steps"
    date = "date"
    cost = "cost"


class Planned(NamedTuple):
    """What came of one candidate."""

    drawn: str
    out_of_reach: bool
    """Whether a credential that was asked for cannot be reached."""

    open: bool
    """Whether a plan for one rests on something that is not settled yet."""


def plan(
    path: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Profiles: a file, a folder, or - for standard input.")
    ],
    credential: Annotated[
        list[str] | None,
        credential_option("A credential to plan for; repeat for more. [default: what the profile seeks, else all]"),
    ] = None,
    by: Annotated[ByChoice, typer.Option(help="What should be as little as it can be.")] = ByChoice.hours,
    all_ways: Annotated[
        bool, typer.Option("--all-ways", help="Draw the plan by each way in full, and not only the shortest.")
    ] = False,
    hours_per_week: Annotated[
        str, typer.Option(metavar="N", help="Hours a week for work, practice and supervision.")
    ] = "20",
    training_per_week: Annotated[str, typer.Option(metavar="N", help="Hours a week for training.")] = "4",
    as_of: Annotated[str | None, day_option("The day on which the plan begins.")] = None,
    format_: Annotated[str, format_option(FORMATS)] = "text",
    output: Annotated[str | None, output_option("Write the plan to a file, whole or not at all.")] = None,
    disputes: Annotated[
        DisputesChoice, typer.Option(help="Where sources disagree: meet all if possible, or accept any.")
    ] = DisputesChoice.undetermined,
    rules: Rules = None,
    add_rules: AddRules = None,
    redact: Annotated[bool | None, redact_option("Leave out names and the profile afterwards.")] = None,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """Find the shortest way to each credential.

    Exit code 0: there is a plan for each one. 1: one cannot be reached. 3: a plan rests on what is not settled yet.
    """
    from peercert.batch import Work, results
    from peercert.catalog import Chosen
    from peercert.cli.asked import day, header_of, one_of, opened, profiles_of
    from peercert.cli.output import destination, none_over, not_over, style_for
    from peercert.cli.passed_over import PassedOver
    from peercert.plan.todo import Pace
    from peercert.render.plan_words import Setting
    from peercert.report import Summary
    from peercert.same_id import once_each
    from peercert.session import Options

    form, catalog = one_of(format_, FORMATS), opened(rules, add_rules)
    options = Options(
        as_of=day(as_of),
        credentials=tuple(dict.fromkeys(catalog.find(name) for name in credential or ())),
        disputes=disputes.value,
        redact=bool(os.environ.get("CI")) if redact is None else redact,
    )
    pace = Pace(_rate("--hours-per-week", hours_per_week), _rate("--training-per-week", training_per_week))
    setting, summary = Setting(header_of(catalog, options), pace, by.value, all_ways and form != "json"), Summary()
    passed_over = PassedOver(redact=options.redact)
    profiles = none_over(profiles_of(path, None, "yaml", passed_over), output)
    not_over(output, *path)
    with destination(output) as stream:
        drawing = partial(_planning, pace, by.value, form, setting, style_for(stream, plain=plain))
        work = Work(Chosen(rules, tuple(add_rules or ())), options, drawing)
        planned, problems = _collected(once_each(results(work, profiles, catalog, jobs=1)), summary)
        stream.write(_whole(form, setting, [one.drawn for one in planned], problems))
    passed_over.say()
    raise typer.Exit(_exit(summary, planned))


def _rate(option: str, text: str) -> Decimal:
    try:
        rate = Decimal(text)
    except InvalidOperation:
        rate = Decimal()
    if not (rate.is_finite() and 0 < rate <= _WEEK):
        raise UsageError(f"{option} needs a number of hours above zero, and no more than {_WEEK}.")
    return rate


def _planning(
    pace: Pace, by: str, form: str, setting: Setting, style: Style, catalog: Catalog
) -> Callable[[Checked], Planned]:
    from peercert.plan.several import plans
    from peercert.render import plan_json, plan_markdown, plan_text

    draw = {"text": plan_text.draw, "json": plan_json.draw, "markdown": plan_markdown.draw}[form]

    def planned(checked: Checked) -> Planned:
        found = plans(catalog, checked, pace, ByChoice(by).value)
        return Planned(draw(catalog, found, setting, style), *_endings(found))

    return planned


def _endings(found: Plans) -> tuple[bool, bool]:
    from peercert.engine import Verdict

    if found.survey:
        return False, False
    reached = [one for one in found.plans if one.reachable]
    return len(reached) < len(found.plans), any(one.verdict is not Verdict.ELIGIBLE for one in reached)


def _collected(results: Iterable[Result[Planned]], summary: Summary) -> tuple[list[Planned], list[Problem]]:
    from peercert.batch import count
    from peercert.cli.saying import say

    planned, problems = list[Planned](), list["Problem"]()
    for one in results:
        count(one, summary)
        say(*one.problems)
        problems += one.problems
        if one.drawn is not None:
            planned.append(one.drawn)
    if not summary.given:
        say("Nothing to plan: no profile was found.")
    say_of_surveys(summary, "plans")
    return planned, problems


def _whole(form: str, setting: Setting, drawn: list[str], problems: list[Problem]) -> str:
    from peercert.render import plan_json

    if form == "json":
        return plan_json.whole(setting, [one for one in drawn if one], problems)
    return "\n".join(drawn)


def _exit(summary: Summary, planned: list[Planned]) -> Exit:
    if summary.faults:
        return Exit.INTERNAL
    if summary.invalid or not summary.candidates:
        return Exit.INVALID
    if any(one.out_of_reach for one in planned):
        return Exit.NOT_ELIGIBLE
    return Exit.UNDETERMINED if any(one.open for one in planned) else Exit.ELIGIBLE
