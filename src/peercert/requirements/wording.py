"""Plain words that all kinds share: numbers, lists, and the sentences about what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from peercert.finding import Aside, Finding, Measure
from peercert.logic import Why
from peercert.unshown import unshown
from peercert.words import Words


@unshown
class Because(NamedTuple):
    """A finding in words."""

    text: str
    """Why it came out as it did."""

    remedy: str | None
    """What to do about it; None where nothing is needed."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What sentences need to know: the titles of the catalogue's words, and whom to ask."""

    words: Words
    issuer: str
    counts: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """What counts for each requirement, by what it asks: in words once, since many people are told it."""

    def title(self, word: str) -> str:
        """Return what a word is called in a sentence."""
        return self.words.title(word)

    def titles(self, words: Iterable[str], last: str = "or") -> str:
        """Join the titles of words into a list for a sentence."""
        return joined([self.title(word) for word in words], last)


@lru_cache(maxsize=4096)
def in_words(number: Decimal | int) -> str:
    """Write a number without an exponent or needless zeros, never rounded."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Join parts for a sentence: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def counted(number: Decimal | int, noun: str) -> str:
    """Write a number with its noun: "1 hour", "2 hours"."""
    return f"{in_words(number)} {noun}" + ("" if number == 1 else "s")


def on(day: object) -> str:
    """Write a day in a sentence; nothing where none is known."""
    return f" on {day.isoformat()}" if isinstance(day, date) else ""


def keys(names: Iterable[str]) -> str:
    """Join keys of a profile for a sentence."""
    return joined([f"`{name}`" for name in names])


_POINT = {
    "after_as_of": "its dates reach past the day decided on",
    "not_completed": "it is not finished yet",
    "unverified": "nobody has checked it (`verified_by`)",
    "window": "its dates do not show on which side of the time limit it lies",
    "topic": "its hours are not told by topic",
    "dates": "its dates are not exact enough",
    "order": "its date does not show its place among courses and sittings",
    "result": "its result is not told yet",
    "details": "it leaves out something that matters here",
    "hours": "its hours are not told",
    "population": "its `population` leaves out something that matters here",
}
"""What leaves a record open, where the point is not simply a field that is not told."""

_KEPT_BACK = {
    "window": "the days", "dates": "the days", "order": "the day", "after_as_of": "the days", "details": "the rest",
    "result": "the result", "topic": "the topics",
}  # fmt: skip
"""What was not told, where a point is no field."""

_FEW = 2
"""Points up to which each is named."""

_ASIDE = {
    "after_as_of": "dated after the day decided on",
    "not_completed": "not finished yet",
    "window": "outside the time limit",
    "program": "another course",
    "share": "too small a share of recovery support",
    "role": "another role",
    "kind": "another kind of work",
    "population": "other people served",
    "supervised": "not supervised",
    "setting": "another setting",
}
"""Why a record does not count."""


_HOURLY = frozenset({"experience", "supervision", "practicum"})
"""Lists whose records are hours over a stretch of days."""

_EDGES = {"window": "inside the time limit", "after_as_of": "up to the day decided on"}
"""Points by which part of a record counts, and which part."""


def open_points(points: Iterable[Aside]) -> str:
    """Say which records are in doubt and why; a point that is a field reads as "not told"."""
    said: dict[str, list[str]] = {}
    for aside in points:
        said.setdefault(_open_point(aside.point), []).append(aside.address)
    return " ".join(f"{joined(addresses)}: {reason}." for reason, addresses in said.items())


def _open_point(point: str) -> str:
    if point.startswith("components."):
        return f"it is not told how its `{point}` came out"
    return _POINT.get(point, f"its `{point}` is not told")


def set_aside(points: Iterable[Aside]) -> str:
    """Say which records do not count and why; empty where all do."""
    said: dict[str, list[str]] = {}
    for aside in points:
        said.setdefault(_ASIDE.get(aside.point, f"does not fit by its `{aside.point}`"), []).append(aside.address)
    parts = [f"{joined(addresses)} ({reason})" for reason, addresses in said.items()]
    return f" Not counted: {joined(parts)}." if parts else ""


def open_because(finding: Finding, uses: Sequence[str], speech: Speech) -> Because:
    """Say why something is not known and which field or person would settle it.

    Args:
        finding: An unknown finding.
        uses: The keys of a profile that the requirement looks at.
        speech: The titles of words, and whom to ask.
    """
    points, where = open_points(finding.open), joined(list(dict.fromkeys(aside.address for aside in finding.open)))
    match finding.why:
        case Why.NOT_PROVIDED if points:
            what = "When you have the result, add it" if _only(finding, "result") else "Add this"
            return Because(f"This cannot be settled yet. {points}", f"{what} to {where} in the profile.")
        case Why.NOT_PROVIDED if finding.evidence and not any("[" in address for address in finding.evidence):
            return Because(
                "What is told of this leaves out something that matters here.",
                f"Add what is missing to {keys(uses)} in the profile.",
            )
        case Why.NOT_PROVIDED if finding.measure is not None or finding.evidence:
            return Because(
                "What is told so far is not enough, and the list says that there may be more.",
                f"Add the rest to {keys(uses)}; when the list is full, leave `complete: false` out.",
            )
        case Why.NOT_PROVIDED:
            return Because("The profile does not tell this.", f"Add {keys(uses)} to the profile.")
        case Why.DECLINED:
            return Because(
                "You chose not to tell this, which is your right. The answer stays open without it.",
                f"If you decide to tell it, add {_kept_back(finding, uses, where)} the profile.",
            )
        case Why.IMPRECISE:
            return Because(f"What is told is not exact enough. {points}".rstrip(), _exactly(finding, uses))
        case Why.UNVERIFIED:
            return Because(
                f"Only records that someone checked count here. {points}".rstrip(),
                "Have it checked, and write who checked it under `verified_by`.",
            )
        case Why.NEEDS_HUMAN:
            return Because(
                "A person has to decide this: the rule has no word for what is told.", f"Ask {speech.issuer}."
            )
        case Why.DISPUTED:
            return Because("Trustworthy sources disagree here.", f"Ask {speech.issuer} which reading holds.")
        case _:
            return Because("The rules that are known do not settle this.", f"Ask {speech.issuer}.")


def _kept_back(finding: Finding, uses: Sequence[str], where: str) -> str:
    """Name what was not told, and the records that it belongs to."""
    if not where:
        return f"{keys(uses)} to"
    points = dict.fromkeys(_KEPT_BACK.get(aside.point, f"`{aside.point}`") for aside in finding.open)
    return f"{joined(list(points))} to {where} in" if len(points) <= _FEW else f"it to {where} in"


def _exactly(finding: Finding, uses: Sequence[str]) -> str:
    """Say what settles a record that is not exact; hours on both sides of a day can be told apart."""
    if _HOURLY.isdisjoint(uses) or not _only(finding, *_EDGES):
        return "Give exact dates or exact words for it."
    inside = " and ".join(text for point, text in _EDGES.items() if any(one.point == point for one in finding.open))
    return f"Give exact dates. If they are exact, write the hours {inside} as a record of their own."


def _only(finding: Finding, *points: str) -> bool:
    return bool(finding.open) and all(aside.point in points for aside in finding.open)


def hours_words(finding: Finding) -> str:
    """Say how many hours count, and which records do not."""
    measure = finding.measure
    if measure is None:
        return "No hours are told."
    doubt = f" {in_words(_in_doubt(measure))} more may count; that is in doubt." if _in_doubt(measure) else ""
    return f"{in_words(measure.have)} of {counted(measure.need, 'hour')} count.{doubt}{set_aside(finding.aside)}"


def short_step(finding: Finding, of_what: str) -> str:
    """Say how many hours are missing."""
    short = finding.measure.short if finding.measure else 0
    gain = f"ain {counted(short, 'more hour')} {of_what}."
    if finding.measure and (doubt := _in_doubt(finding.measure)):
        gain += f" Where the hours in doubt count, it takes only {in_words(short - doubt)}: settle that first."
    unfinished = [aside.address for aside in finding.aside if aside.point == "not_completed"]
    return f"Finish {joined(unfinished)}, or g{gain}" if unfinished else f"G{gain}"


def _in_doubt(measure: Measure) -> Decimal:
    """Return the hours that may count beside those that do, of what is short even with them; zero where none are."""
    return measure.up_to - measure.have if measure.short and measure.up_to else Decimal()
