"""Many profiles, one after the other or side by side: the results come in the order given, and none stops the rest."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from peercert.alike import Alike
from peercert.catalog import Catalog, Chosen, load_chosen
from peercert.engine import Verdict
from peercert.errors import FileError, Problem
from peercert.inputs import Given
from peercert.redacted import bare_problem
from peercert.report import Summary
from peercert.session import Checked, Opened, Options, decide, open_profile
from peercert.unshown import unshown

P = TypeVar("P")

_ALONE = 24
"""Profiles that are checked before it is worth starting other processes."""

_TOGETHER = 16
"""Profiles that are decided about together, here or in another process."""

_MOST = 61
"""Processes that work side by side at the most; no system refuses that many."""

_STANDS_IN_THE_WAY = (Verdict.NOT_ELIGIBLE, Verdict.NOT_YET)

Numbered = tuple[int, Given]


@dataclass(frozen=True, slots=True)
class Work(Generic[P]):
    """What is to be done with each profile. Can be sent to another process."""

    rules: Chosen | Path | None
    """The rules that were asked for, or their folder alone; the built-in ones where None."""

    options: Options
    drawing: Callable[[Catalog], Callable[[Checked], P]]
    """Makes, from the rules, what turns a check into what is wanted of it."""


@unshown
class Result(NamedTuple, Generic[P]):
    """What came of one profile: a check with what was drawn of it, or problems."""

    source: str
    problems: tuple[Problem, ...] = ()
    line: int | None = None
    """Where it starts in a file that holds several; None for a file of its own."""

    own_id: str | None = None
    """The id that is written in the profile."""

    drawn: P | None = None
    verdicts: tuple[Verdict, ...] = ()
    unmet: tuple[str, ...] = ()
    """The requirements that stand in the way, once for each determination."""

    survey: bool = False
    fault: bool = False
    """Whether it failed through a fault in peercert."""


def count(result: Result[P], summary: Summary) -> None:
    """Count one result."""
    if result.problems:
        summary.invalid += 1
        summary.faults += result.fault
    else:
        summary.add(result.verdicts, result.unmet, survey=result.survey)


class Worker(Generic[P]):
    """Does the work, one profile at a time.

    Args:
        work: What is to be done.
        catalog: The rules, where they are open already.
    """

    def __init__(self, work: Work[P], catalog: Catalog | None = None) -> None:
        self._catalog = catalog or load_chosen(work.rules)
        self._options = work.options
        self._draw = work.drawing(self._catalog)
        self._alike = Alike()

    def __call__(self, number: int, given: Given) -> Result[P]:
        """Check one profile; whatever is wrong with it is part of the result."""
        opened = self._opened(number, given)
        if isinstance(opened, Result):
            return opened
        try:
            (checked,) = decide(self._catalog, [opened], self._options)
            return self._result(checked, given)
        except Exception as error:  # noqa: BLE001 - one profile must not stop the rest, nor be shown
            return self._failed(given, error)

    def several(self, numbered: Sequence[Numbered]) -> list[Result[P]]:
        """Check several profiles, which takes less time together; where that fails, each by itself."""
        opened = [self._opened(number, given) for number, given in numbered]
        try:
            checked = iter(decide(self._catalog, [one for one in opened if isinstance(one, Opened)], self._options))
            return [
                one if isinstance(one, Result) else self._result(next(checked), given)
                for one, (_, given) in zip(opened, numbered, strict=True)
            ]
        except Exception:  # noqa: BLE001 - it is told with the profile that it came from
            return [self(number, given) for number, given in numbered]

    def _opened(self, number: int, given: Given) -> Opened | Result[P]:
        try:
            return open_profile(self._catalog, given, number, self._options, self._alike)
        except Exception as error:  # noqa: BLE001 - one profile must not stop the rest, nor be shown
            return self._failed(given, error)

    def _failed(self, given: Given, error: Exception) -> Result[P]:
        if not isinstance(error, FileError):
            return Result(given.source, (_fault(given.source, error),), fault=True)
        problems = error.problems
        return Result(given.source, tuple(map(bare_problem, problems)) if self._options.redact else problems)

    def _result(self, checked: Checked, given: Given) -> Result[P]:
        determinations = checked.determinations
        document = checked.document
        return Result(
            source=given.source,
            line=document.first_line if document and given.label is not None else None,
            own_id=checked.candidate.profile.id,
            drawn=self._draw(checked),
            verdicts=tuple([one.verdict for one in determinations]),
            unmet=tuple(
                [id_ for one in determinations if one.verdict in _STANDS_IN_THE_WAY for id_ in one.chosen.blocking]
            ),
            survey=checked.survey,
        )


def _fault(source: str, error: Exception) -> Problem:
    return Problem(
        source, None, None, "internal-fault",
        f"This is a fault in peercert, not in the file ({type(error).__name__}).",
        "Please report it with the command you ran, without the profile.",
    )  # fmt: skip


def cores() -> int:
    """Return how many processes can run side by side here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def results(
    work: Work[P], profiles: Iterator[Given], catalog: Catalog, *, jobs: int = 1
) -> Iterator[tuple[Given, Result[P]]]:
    """Do the work for every profile.

    Args:
        work: What is to be done.
        profiles: What was given. Only a few are held at a time.
        catalog: The rules.
        jobs: How many processes may work side by side. The results are the same whatever the number.

    Yields:
        Each profile with its result, in the order given.
    """
    numbered = enumerate(profiles, 1)
    alone = Worker(work, catalog)
    for number, given in islice(numbered, _ALONE):
        yield given, alone(number, given)
    following = list(islice(numbered, _TOGETHER))
    while following and jobs == 1:
        yield from zip([given for _, given in following], alone.several(following), strict=True)
        following = list(islice(numbered, _TOGETHER))
    if following:
        yield from _side_by_side(work, following, numbered, jobs)


def _side_by_side(
    work: Work[P], following: list[Numbered], numbered: Iterator[Numbered], jobs: int
) -> Iterator[tuple[Given, Result[P]]]:
    from concurrent.futures import Future, ProcessPoolExecutor

    waiting: deque[tuple[list[Numbered], Future[list[Result[P]]]]] = deque()
    jobs = min(jobs, _MOST)
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(work,))

    def first_done() -> Iterator[tuple[Given, Result[P]]]:
        handed, done = waiting.popleft()
        return ((given, result) for (_, given), result in zip(handed, done.result(), strict=True))

    try:
        while following:
            with _undisturbed():
                handed = pool.submit(_do, following)
            waiting.append((following, handed))
            if len(waiting) > 2 * jobs:
                yield from first_done()
            following = list(islice(numbered, _TOGETHER))
        while waiting:
            yield from first_done()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals wait: a process that is just being started would not know yet what to do with them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_work: list[Work[Any]] = []
_worker: list[Worker[Any]] = []
"""The work, and the one worker, of a process that was started to help."""


def _start(work: Work[Any]) -> None:
    for number in _SIGNALS:  # at Ctrl-C, who started us decides when to stop
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    gc.disable()
    _work[:] = [work]


def _do(numbered: Sequence[Numbered]) -> list[Result[Any]]:
    if not _worker:  # not at the start: what goes wrong here is told to whoever waits for us
        _worker.append(Worker(_work[0]))
    return _worker[0].several(numbered)
