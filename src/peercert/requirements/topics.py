"""Adding up training by topic: what is proved, what is possible, and what is of a topic that was not told."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from peercert.candidate.profile import Training
from peercert.case import Case
from peercert.finding import Aside
from peercert.logic import Answer, Why, first_reason
from peercert.requirements.counting import ZERO, Condition, Held, Maybe, among, hold
from peercert.unshown import unshown


@unshown
class Doubt(NamedTuple):
    """A record that leaves hours open."""

    aside: Aside
    topics: frozenset[str] | None
    """The topics whose hours it leaves open; None for any topic."""

    whole: bool
    """Whether it leaves the whole open too."""


@unshown
@dataclass(slots=True)
class TopicTally:
    """The hours of training that count, by topic."""

    told: bool
    proved: dict[str, Decimal] = field(default_factory=dict)
    maybe: dict[str, list[Maybe]] = field(default_factory=dict)
    """Hours of a topic that count only perhaps."""

    untold: list[Maybe] = field(default_factory=list)
    """Hours that may be of any topic."""

    total: Decimal = ZERO
    total_maybe: list[Maybe] = field(default_factory=list)
    records: list[tuple[str, frozenset[str] | None]] = field(default_factory=list)
    """The address of each record that counts, for certain or perhaps, and its topics where they are told."""

    doubts: list[Doubt] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    _addresses: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def of(self, topics: tuple[str, ...]) -> tuple[Decimal, list[Maybe]]:
        """Return the hours proved and possible in some topics; in all of them where none is named."""
        if not topics:
            return self.total, self.total_maybe
        proved, maybe = ZERO, self.untold
        for topic in topics:
            proved += self.proved.get(topic, ZERO)
            if topic in self.maybe:
                maybe = [*self.maybe[topic], *maybe]
        return proved, maybe

    def addresses(self, topics: tuple[str, ...]) -> tuple[str, ...]:
        """Return where the records stand that bear on some topics."""
        found = self._addresses.get(topics)
        if found is None:
            found = self._addresses[topics] = tuple(
                address
                for address, named in self.records
                if not topics or named is None or not named.isdisjoint(topics)
            )
        return found

    def open(self, topics: tuple[str, ...]) -> tuple[Aside, ...]:
        """Return the records that leave hours of some topics open, or of the whole where none is named."""
        bearing: dict[str, Aside] = {}
        for doubt in self.doubts:
            if doubt.topics is None or not doubt.topics.isdisjoint(topics) if topics else doubt.whole:
                bearing.setdefault(doubt.aside.address, doubt.aside)
        return tuple(bearing.values())


def count_topics(case: Case, programs: tuple[str, ...], leave_out: tuple[str, ...]) -> TopicTally:
    """Add up the training that counts, by topic; done once for a case and these filters.

    Args:
        case: The candidate on a day.
        programs: The recognised courses that count; every training where empty.
        leave_out: Topics whose hours do not count at all.
    """

    def make() -> TopicTally:
        ledger = case.ledger("training")
        result = TopicTally(told=ledger.told is True)
        asked: tuple[Condition, ...] = (("program", among("program", programs)),) if programs else ()
        for entry in ledger.entries:
            held = hold(entry, asked)
            if held.answer is False:
                result.aside.append(Aside(entry.address, held.point))
            else:
                _add(result, held, case.hours(entry.record), leave_out)
        if ledger.beyond is not None:
            result.total_maybe.append(Maybe(ledger.beyond, None))
            result.untold.append(Maybe(ledger.beyond, None))
        return result

    return case.remember(("training", programs, leave_out), make)


def _add(tally: TopicTally, held: Held, hours: Decimal | Why, leave_out: tuple[str, ...]) -> None:
    entry, answer, point = held
    told = entry.record.topics if isinstance(entry.record.topics, dict) else {}
    named = {topic: amount for topic, amount in told.items() if isinstance(amount, Decimal)}
    counted = {topic: amount for topic, amount in named.items() if topic not in leave_out}
    tally.records.append((entry.address, frozenset(told) or None))
    for topic, amount in counted.items():
        if answer is True:
            tally.proved[topic] = tally.proved.get(topic, ZERO) + amount
        else:
            tally.maybe.setdefault(topic, []).append(Maybe(_reason(answer), amount))
    if isinstance(answer, Why):
        tally.doubts.append(Doubt(Aside(entry.address, point), frozenset(told) or None, whole=True))
    in_topics = sum(counted.values(), ZERO)
    kept_back = set(told) - set(named)
    if kept_back and kept_back <= set(leave_out) and _by_topics(entry.record):
        hours = sum(named.values(), ZERO)  # what is kept back would not count anyway
    if isinstance(hours, Decimal):
        beyond = hours - sum(named.values(), ZERO)
        left_out = not kept_back.isdisjoint(leave_out)
        _add_whole(tally, answer, in_topics if left_out else in_topics + beyond)
        if beyond > ZERO:
            declined = bool(kept_back) or isinstance(entry.record.topics, str)
            _add_untold(tally, held, Why.DECLINED if declined else Why.NOT_PROVIDED, beyond, whole=left_out)
    else:
        _add_open(tally, held, hours, in_topics, kept_back=kept_back - set(leave_out))


def _add_whole(tally: TopicTally, answer: Answer, hours: Decimal) -> None:
    if answer is True:
        tally.total += hours
    else:
        tally.total_maybe.append(Maybe(_reason(answer), hours))


def _add_untold(tally: TopicTally, held: Held, why: Why, hours: Decimal, *, whole: bool) -> None:
    """Add hours of a topic not told; they are in doubt for the whole too where that may be a topic left out."""
    tally.untold.append(Maybe(why, hours))
    if whole:
        tally.total_maybe.append(Maybe(_reason(held.answer, Why.DECLINED), hours))
    tally.doubts.append(Doubt(Aside(held.entry.address, "topic"), None, whole=whole))


def _add_open(tally: TopicTally, held: Held, why: Why, in_topics: Decimal, *, kept_back: set[str]) -> None:
    """Add a record whose hours are not known: those of its named topics are, those of a declined topic are not."""
    entry, answer, point = held
    tally.total += in_topics if answer is True else ZERO
    reason = _reason(answer, why)
    tally.total_maybe.append(Maybe(reason, None))
    topics = frozenset(kept_back) if _by_topics(entry.record) and kept_back else None
    for topic in topics or ():
        tally.maybe.setdefault(topic, []).append(Maybe(reason, None))
    if topics is None:
        tally.untold.append(Maybe(reason, None))
    tally.doubts.append(Doubt(Aside(entry.address, point or "hours"), topics, whole=True))


def _by_topics(record: Training) -> bool:
    """Say whether a record's hours are the sum of its topics."""
    return record.hours is None and record.credits is None


def _reason(answer: Answer, other: Why | None = None) -> Why:
    reasons = [why for why in (answer, other) if isinstance(why, Why)]
    return first_reason(reasons or (Why.NOT_PROVIDED,))
