"""What every drawing of a plan says: the headline, the sums, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from peercert.catalog import Catalog
from peercert.engine import Verdict
from peercert.explain import Explainer
from peercert.plan.planning import Plan
from peercert.plan.saying import Sayer
from peercert.plan.several import Plans
from peercert.plan.todo import Pace, Todo, Wait
from peercert.plan.unmeasured import unmeasured
from peercert.render.records import called
from peercert.report import Header
from peercert.requirements.wording import counted, in_words, joined

_OF = {"training": "of training", "experience": "of work", "supervision": "of supervision", "practicum": "of practice"}


class Setting(NamedTuple):
    """Under what plans are drawn."""

    header: Header
    pace: Pace
    by: str
    all_ways: bool = False
    """Whether the plan by each way is drawn in full, and not only the shortest."""


class Words(NamedTuple):
    """One plan in words."""

    plans: Plans
    plan: Plan
    sayer: Sayer
    setting: Setting

    @property
    def title(self) -> str:
        """The credential."""
        one = self.plan.credential
        return f"{one.id} · {one.title} · {one.region}"

    @property
    def headline(self) -> tuple[str, str, str]:
        """What comes of it, its colour, and what it takes."""
        plan = self.plan
        if not plan.reachable:
            said = "NOT OPEN, BY WHAT WAS TOLD" if plan.blocked_by else "NO PLAN FOUND"
            return said, "yellow", "this is about the rules, and says nothing of your worth" if plan.blocked_by else ""
        if plan.verdict is not Verdict.ELIGIBLE:
            return "STILL OPEN", "yellow", self._takes
        if not plan.todos:
            return "READY NOW", "green", "nothing more is asked"
        return f"READY ON {plan.day} AT THE EARLIEST", "green", self._takes

    @property
    def _takes(self) -> str:
        steps = sum(not todo.open for todo in self.plan.todos)
        opened = len(self.plan.todos) - steps
        parts = [counted(steps, "step")] if steps else []
        parts += [f"{counted(opened, 'thing')} to settle"] if opened else []
        parts += [f"{counted(hours, 'more hour')} {_OF[of]}" for of, hours in self.plan.hours.items() if hours]
        return ", ".join(parts)

    @property
    def way(self) -> str | None:
        """The title of the way that is followed, where there are several."""
        edition = self.plan.credential.edition_on(self.plan.day) if self.plan.day else None
        ways = {one.id: one.title for one in edition.pathways} if edition else {}
        return ways.get(self.plan.way or "") if len(ways) > 1 else None

    def when(self, todo: Todo) -> str:
        """Say when a step is done."""
        if unmeasured(todo.step):
            return "How long this takes is not known here; it counts as one day."
        if isinstance(todo.step, Wait) or todo.open:
            return ""
        if todo.done == self.plan.as_of:
            return "This can be done at once."
        before = f"Not before {todo.not_before}. " if todo.not_before else ""
        return f"{before}Done by {todo.done} at the earliest."

    def below(self, todo: Todo) -> Iterator[str]:
        """Give what stands below a step: when, for what else, what is good to know, and where it is written."""
        if self.when(todo):
            yield self.when(todo)
        if self.also_for(todo):
            yield f"Also for: {', '.join(self.also_for(todo))}."
        for remark in self.sayer.remarks(todo):
            yield f"Note: {self.named(remark)}"
        for cited in () if todo.open else self.sayer.cited(todo):
            trust = " (a secondary source)" if cited.source.tier == "secondary" else ""
            yield f"Source: {cited.source.title}, {cited.locator}{trust}"

    def named(self, text: str) -> str:
        """Call the records in a text by name; by their number alone where the plan is redacted."""
        return called(text, None if self.setting.header.redacted else self.plans.case.profile)

    def also_for(self, todo: Todo) -> tuple[str, ...]:
        """Return the other credentials that a step serves."""
        return self.plans.also_for(todo, self.plan)

    def blocked(self) -> Iterator[str]:
        """Say what nobody can change."""
        return map(self.named, self.sayer.blocked())

    def elsewhere(self) -> Iterator[str]:
        """Say what comes of each other way, where it is not drawn in full."""
        if self.plan.others and not self.setting.all_ways:
            yield from (words.in_short() for words in self.others())
            yield "To see the steps of each way, add --all-ways."

    def others(self) -> Iterator[Words]:
        """Give the plans by the other ways in words."""
        for plan in self.plan.others:
            yield self._replace(plan=plan, sayer=self.sayer.by(plan))

    def in_short(self) -> str:
        """Say in one line what comes of the plan."""
        headline, _, takes = self.headline
        day = f"{headline[0]}{headline[1:].lower()}"
        return f"{self.way}: {day}{f' ({takes})' if takes else ''}."

    def fees(self) -> Iterator[str]:
        """Say what is still to be paid."""
        cost = self.plan.cost
        if cost is None:
            yield "No fee is known here. That does not mean that there is none."
            return
        yield from (f"{fee.label}: {in_words(fee.amount or 0)} {fee.currency or cost.currency}" for fee in cost.fees)
        yield f"In all: {in_words(cost.amount)} {cost.currency}"

    def good_to_know(self) -> Iterator[str]:
        """Say what the plan rests on."""
        plan, pace = self.plan, self.setting.pace
        if plan.reachable:
            verdict = "eligible" if plan.verdict is Verdict.ELIGIBLE else "open only in what is still to be settled"
            yield f"The plan was carried out on a copy of the profile and checked again. On {plan.day} it is {verdict}."
        if gone := self.sayer.lost():
            yield f"By then this no longer counts: {joined(gone)}. If you can renew it first, less may be enough."
        if any(todo.hours for todo in plan.todos):
            yield (
                f"The days count {counted(pace.work, 'hour')} of work and {counted(pace.training, 'hour')} of training "
                "a week, from tomorrow on. Change them with --hours-per-week and --training-per-week."
            )
        if any(not todo.open and not isinstance(todo.step, Wait) for todo in plan.todos):
            yield "When courses and exams are held, and how long an office takes, is not known here. Ask first."
        if plan.reachable and any(unmeasured(todo.step) for todo in plan.todos):
            yield "As the length of a step is not known, the day above may be too early."
        if not plan.reachable and not plan.blocked_by:
            yield (
                "No plan was found that holds when it is checked. Exact days may help, or a faster pace: "
                "--hours-per-week."
            )


def words_of(catalog: Catalog, plans: Plans, setting: Setting) -> Iterator[Words]:
    """Give each plan in words."""
    explainer = Explainer(catalog, redacted=setting.header.redacted)
    for plan in plans.plans:
        words = Words(plans, plan, Sayer(explainer, plans.case, plan), setting)
        yield words
        if setting.all_ways:
            yield from words.others()
