"""What in a profile contradicts itself, the calendar or the words of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from peercert.candidate.fields import DECLINED
from peercert.candidate.profile import Credits, Exam, Profile, Training
from peercert.dates import Span, add_years
from peercert.reading import did_you_mean
from peercert.shaping import Fault, Path
from peercert.words import Words

_NAMED = ("training", "experience", "supervision", "practicum", "exams", "continuing_education")
"""Ledgers whose records may have an id of their own."""

_STRETCHES = ("education", "experience", "supervision", "practicum")
"""Ledgers whose records may have a start and an end."""

_HELD = ("credentials", "licenses")
"""Ledgers whose records are issued and expire."""

_OLDEST = 120
"""Years of age above which a birth date is taken for a slip of the pen."""

_DAY = Decimal(24)
"""Hours in a day."""


def check(profile: Profile, words: Words, as_of: date) -> Iterator[Fault]:
    """Look through a typed profile for what cannot be.

    Args:
        profile: The profile.
        words: The words of the loaded catalogue.
        as_of: The day decided on.

    Yields:
        One fault for each thing that is wrong.

    Source:
        Contract section 6.
    """
    yield from _birth(profile, as_of)
    yield from _seeking(profile, words)
    yield from _records(profile, as_of)
    yield from _catalogue_words(profile, words)


def _records(profile: Profile, as_of: date) -> Iterator[Fault]:
    """Look at each list of records by itself."""
    for ledger in _NAMED:
        yield from _ids(ledger, getattr(profile, ledger) or ())
    for ledger in _STRETCHES:
        for index, record in enumerate(getattr(profile, ledger) or ()):
            yield from _stretch((ledger, index, "end"), record.start, record.end)
            if ledger != "education":
                yield from _hours_a_day((ledger, index, "hours"), record, as_of)
    for ledger in _HELD:
        for index, record in enumerate(getattr(profile, ledger) or ()):
            yield from _stretch((ledger, index, "expires"), record.issued, record.expires)


def _catalogue_words(profile: Profile, words: Words) -> Iterator[Fault]:
    """Look at what must be a word of the catalogue, and at what the catalogue knows of it."""
    for index, training in enumerate(profile.training or ()):
        yield from _training(("training", index), training, words)
    for index, practicum in enumerate(profile.practicum or ()):
        yield from _word(("practicum", index, "program"), practicum.program, words.programs)
    for index, exam in enumerate(profile.exams or ()):
        yield from _exam(("exams", index), exam, words)
    for index, held in enumerate(profile.credentials or ()):
        yield from _held(("credentials", index), held.id, words)
    for index, license_ in enumerate(profile.licenses or ()):
        if license_.id is None:
            yield Fault(("licenses", index), "missing-key", "This licence has no id.", "Write `id:` and its name.")


def _birth(profile: Profile, as_of: date) -> Iterator[Fault]:
    birth = profile.birth_date
    if not isinstance(birth, Span):
        return
    if birth.first > as_of:
        yield Fault(
            ("birth_date",), "future-birth", "This day of birth is after the day decided on.",
            "Check the year, or the day given with --as-of.",
        )  # fmt: skip
    elif birth.last < add_years(as_of, -_OLDEST):
        yield Fault(
            ("birth_date",), "bad-date", f"This day of birth is more than {_OLDEST} years back.", "Check the year."
        )


def _seeking(profile: Profile, words: Words) -> Iterator[Fault]:
    for index, wanted in enumerate(profile.seeking or ()):
        if words.credential(wanted) is None:
            yield _unknown(
                ("seeking", index),
                "unknown-credential",
                "This is not a credential that is known here.",
                wanted,
                words.credentials,
            )


def _unknown(path: Path, code: str, message: str, word: str, known: Iterable[str]) -> Fault:
    listed = list(known)
    nearest = did_you_mean(word, listed)
    hint = f'Did you mean "{nearest}"? ' if nearest else ""
    return Fault(path, code, message, f"{hint}Known here: {', '.join(listed)}." if listed else "These rules know none.")


def _word(path: Path, word: str | None, known: Iterable[str]) -> Iterator[Fault]:
    if word not in (None, DECLINED, "none", *known):
        yield _unknown(path, "unknown-word", f"This is not a word that {path[-1]} knows.", str(word), [*known, "none"])


def _ids(ledger: str, records: Sequence[Any]) -> Iterator[Fault]:
    names = [record.id for record in records if record.id is not None]
    if len(names) == len(set(names)):
        return
    seen: dict[str, int] = {}
    for index, record in enumerate(records):
        if record.id in seen:
            yield Fault(
                (ledger, index, "id"), "duplicate-id",
                f"Two records in {ledger} have the same id: number {seen[record.id] + 1} and number {index + 1}.",
                "Give each record its own id, and each hour only one record.",
            )  # fmt: skip
        elif record.id is not None:
            seen[record.id] = index


def _stretch(path: Path, first: object, last: object) -> Iterator[Fault]:
    if isinstance(first, Span) and isinstance(last, Span) and first.first > last.last:
        yield Fault(path, "end-before-start", "This ends before it starts.", "Check both dates.")


def _hours_a_day(path: Path, record: Any, as_of: date) -> Iterator[Fault]:  # noqa: ANN401 - any record with hours
    hours, first, last = record.hours, record.start, record.end or Span(as_of, as_of)
    if not (isinstance(hours, Decimal) and isinstance(first, Span) and isinstance(last, Span)):
        return
    days = last.last.toordinal() - first.first.toordinal() + 1
    if hours > _DAY * days > 0:
        yield Fault(
            path, "too-many-hours", "These are more than 24 hours a day between start and end.",
            "Check the hours and both dates.",
        )  # fmt: skip


def _training(path: Path, record: Training, words: Words) -> Iterator[Fault]:
    yield from _word((*path, "program"), record.program, words.programs)
    for name in _mapping(record.components):
        if name not in words.components:
            yield _unknown(
                (*path, "components", name), "unknown-key", "This is not a part of any course that is known here.",
                name, words.components,
            )._replace(at_key=True)  # fmt: skip
    if record.hours is not None and record.credits is not None:
        yield Fault(
            (*path, "credits"),
            "hours-and-credits",
            "Hours and credits are both given.",
            "Keep one of the two.",
            at_key=True,
        )
    total = _told_hours(record, words)
    topics = sum((hours for hours in _mapping(record.topics).values() if isinstance(hours, Decimal)), Decimal())
    if total is not None and topics > total:
        yield Fault(
            (*path, "topics"), "topics-above-hours",
            "The topics add up to more than the hours of the whole.", "Topics do not overlap: check both.",
        )  # fmt: skip


def _mapping(value: object) -> dict[str, Any]:
    """Return a mapping; an empty one where it is not told, or declined."""
    return value if isinstance(value, dict) else {}


def _told_hours(record: Training, words: Words) -> Decimal | None:
    if isinstance(record.hours, Decimal):
        return record.hours
    credits_ = record.credits if isinstance(record.credits, Credits) else None
    rate = words.credits.get(credits_.system or "") if credits_ else None
    if credits_ is None or rate is None or not isinstance(credits_.count, Decimal):
        return None
    return credits_.count * rate


def _exam(path: Path, record: Exam, words: Words) -> Iterator[Fault]:
    if record.exam is None:
        yield Fault(
            path,
            "missing-key",
            "This sitting does not say which exam it was.",
            f"Write `exam:` and one of: {', '.join(words.exams)}.",
        )
        return
    if record.exam != DECLINED and record.exam not in words.exams:
        yield _unknown(
            (*path, "exam"), "unknown-word", "This is not an exam that is known here.", record.exam, words.exams
        )
    scale = words.exams.get(record.exam)
    if scale and isinstance(record.score, Decimal) and not scale.holds(record.score):
        yield Fault(
            (*path, "score"), "off-scale",
            f"This score is off the exam's scale, which runs from {scale.lowest} to {scale.highest}.",
            "Check the score.",
        )  # fmt: skip


def _held(path: Path, word: str | None, words: Words) -> Iterator[Fault]:
    if word is None:
        yield Fault(
            path,
            "missing-key",
            "This credential has no id.",
            f"Write `id:` and one of: {', '.join(words.credentials)}.",
        )
    elif word != DECLINED and words.credential(word) is None:
        yield _unknown(
            (*path, "id"), "unknown-credential", "This is not a credential that is known here.", word, words.credentials
        )
