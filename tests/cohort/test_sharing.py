"""What may be told outside: no hidden count can be worked out from what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercert.cohort import Group, Shared, Standing, shared
from peercert.cohort.asks import Ask
from peercert.cohort.sharing import Range
from peercert.engine import Verdict
from telling import examples

pytestmark = pytest.mark.unmeasured

E, U, Y, N = Verdict.ELIGIBLE, Verdict.UNDETERMINED, Verdict.NOT_YET, Verdict.NOT_ELIGIBLE
BIRTH, REFERENCES = Ask("tell", ("birth_date",)), Ask("tell", ("references",))


def one(verdict: Verdict, *blocking: str, asks: tuple[Ask, ...] = ()) -> Standing:
    """Return where somebody stands."""
    return Standing("p", "TOY", None, verdict, date(2027, 1, 1), (), (), blocking, 0, asks, survey=False)


def group(*people: Standing) -> Group:
    """Put people together."""
    return Group("TOY", people)


MANY = group(
    *[one(E)] * 7,
    *[one(U, "a", asks=(BIRTH,))] * 6,
    *[one(U, "b", asks=(BIRTH, REFERENCES))] * 2,
    *[one(N, "exam")] * 5,
    *[one(N, "exam", "hours")] * 4,
    *[one(N, "course", "exam", "hours")] * 1,
)  # fmt: skip
"""Seven eligible, eight open, ten stopped: all of these by the exam, five by hours, one by the course."""


def test_large_counts_are_shown_and_small_ones_are_hidden() -> None:
    """Zero is told, and so is the total where no part of it is hidden."""
    assert shared(MANY, 5) == Shared(
        "TOY", 5, Range(25, 25), {E: 7, U: 8, Y: 0, N: 10},
        {"exam": 10, "hours": 5, "course": None}, {BIRTH: 8, REFERENCES: None},
    )  # fmt: skip


def test_a_total_with_a_hidden_part_is_a_range() -> None:
    """From one to four people may be eligible, so all are 21 to 24."""
    found = shared(group(*[one(N, "exam")] * 20, *[one(E)] * 2), 5)

    assert found.verdicts == {E: None, U: 0, Y: 0, N: 20}
    assert found.people == Range(21, 24)


def test_of_a_small_group_nothing_is_told() -> None:
    """Four people, where five are the least."""
    assert shared(group(*[one(E)] * 4), 5) == Shared("TOY", 5, Range(1, 4), None, None, None)


def test_the_requirements_are_left_out_where_the_people_stopped_are_hidden() -> None:
    """Eight stopped by the exam would tell that both small groups have four."""
    people = [*[one(N, "exam")] * 4, *[one(Y, "exam")] * 4, *[one(E)] * 9]

    assert shared(group(*people), 5).blockers is None


def test_the_requirements_are_left_out_where_the_sum_tells_the_hidden_one() -> None:
    """Of twelve people eight are stopped by one thing, so the other, shown as <5, would have to be four."""
    people = [*[one(N, "exam")] * 8, *[one(N, "hours")] * 4]

    assert shared(group(*people), 5).blockers is None


def test_the_requirements_are_left_out_where_two_stop_nobody_together() -> None:
    """Nine are stopped on one way and one on another, as a person follows one of them: ten less nine is one."""
    people = [*[one(N, "standard.exam")] * 9, one(N, "grandparented.course")]

    assert shared(group(*people), 5).blockers is None


def test_the_requirements_are_left_out_where_that_holds_of_one_of_several() -> None:
    """Whoever misses the exam is not on the other way, whatever else they miss."""
    people = [*[one(N, "standard.exam", "hours")] * 9, one(N, "grandparented.course", "hours")]

    assert shared(group(*people), 5).blockers is None


def test_the_requirements_are_left_out_where_only_one_verdict_knows_one_of_them() -> None:
    """Ten are not yet eligible, which the course never leaves anybody: so it stops one."""
    people = [*[one(Y, "age")] * 10, *[one(N, "exam")] * 5, one(N, "exam", "course")]

    assert shared(group(*people), 5).blockers == {"age": 10, "exam": 6, "course": None}
    assert shared(group(*people[:-1], one(N, "age", "course")), 5).blockers is None


def test_what_would_settle_it_is_left_out_where_two_things_exclude_each_other() -> None:
    """A fact is not told or kept back, never both."""
    kept_back = Ask("declined", ("birth_date",))
    people = [*[one(U, "age", asks=(BIRTH,))] * 9, one(U, "age", asks=(kept_back,))]

    assert shared(group(*people), 5).asks is None


def test_the_order_of_hidden_counts_says_nothing() -> None:
    """By name, though "b" stops more people than "a"."""
    people = [*[one(N, "x", "b")] * 2, one(N, "x", "a"), *[one(N, "x")] * 9]

    assert list((shared(group(*people), 5).blockers or {}).items()) == [("x", 12), ("a", None), ("b", None)]


NAMES = ("p", "q", "r")


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """Draw a group near the edges of what is hidden."""
    blocking = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
    parts = [[one(verdict)] * draw(st.integers(0, 7)) for verdict in (E, U)]
    stopped = [[one(verdict, *draw(blocking))] * draw(st.integers(0, 5)) for verdict in (Y, N, N, N)]
    return group(*(each for part in (*parts, *stopped) for each in part))


def alternatives(found: Shared, people: Group) -> Iterator[tuple[Mapping[Verdict, int], Mapping[str, int]]]:
    """Give every set of counts that a reader must hold for possible, the true one among them.

    Counts that are shown stay; hidden ones take every value. Somebody who is stopped is stopped by one requirement at
    least, and the reader knows which of them never stop anybody together.
    """
    hidden = range(1, found.least)
    shown, listed = found.verdicts or {}, found.blockers
    for verdicts in product(*(hidden if count is None else (count,) for count in shown.values())):
        counts = dict(zip(shown, verdicts, strict=True))
        if not found.people.at_least <= sum(verdicts) <= found.people.at_most:
            continue
        if listed is None:
            yield counts, {}
            continue
        together = frozenset(
            pair for pair in combinations(listed, 2) if any({*pair} <= {*each.blocking} for each in people.people)
        )
        for blockers in product(*(hidden if count is None else (count,) for count in listed.values())):
            if can_be(tuple(zip(listed, blockers, strict=True)), together, counts[Y] + counts[N]):
                yield counts, dict(zip(listed, blockers, strict=True))


@cache
def can_be(counts: tuple[tuple[str, int], ...], together: frozenset[tuple[str, str]], people: int) -> bool:
    """Say whether so many people may be stopped by so many requirements each, some of which may stop one together."""
    if not counts or not people:
        return not people and not any(count for _, count in counts)
    names = [name for name, count in counts if count]
    for size in range(len(names), 0, -1):
        for stopping in combinations(names, size):
            if together.issuperset(combinations(stopping, 2)):
                rest = tuple((name, count - (name in stopping)) for name, count in counts)
                if can_be(rest, together, people - 1):
                    return True
    return False


@examples(300)
@given(groups(), st.integers(3, 5))
def test_no_hidden_count_can_be_worked_out(people: Group, least: int) -> None:
    """Whatever a reader infers from all that is shown, two values at least are left for each hidden count."""
    if not people.people:
        return
    found = shared(people, least)
    if found.verdicts is None:
        assert len(people.people) < least
        return
    possible = list(alternatives(found, people))

    true = people.counts
    assert any(counts == true for counts, _ in possible)
    for verdict, count in found.verdicts.items():
        assert count is not None or len({counts[verdict] for counts, _ in possible}) >= 2
    for name, stops in (found.blockers or {}).items():
        assert stops is not None or len({blockers[name] for _, blockers in possible}) >= 2


@examples(200)
@given(groups(), st.integers(3, 5))
def test_a_count_that_is_shown_is_true_and_never_small(people: Group, least: int) -> None:
    """Nothing is changed, only hidden; nothing below the limit but zero is seen."""
    if not people.people:
        return
    found = shared(people, least)

    for verdict, count in (found.verdicts or {}).items():
        assert count is None or (count == people.counts[verdict] and (count == 0 or count >= least))
    for name, stops in (found.blockers or {}).items():
        assert stops is None or (stops == people.blockers[name].people and stops >= least)
