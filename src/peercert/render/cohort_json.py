"""A cohort as one JSON object, `peercert.cohort/1`.

    {"format": "peercert.cohort/1", "version": …, "as_of": …, "disputes": …, "verified_only": …,
     "catalog": {"version": …, "sha256": …}, "against": null or {"version": …, "sha256": …}, "min_cell": null or N,
     "credentials": [
       {"credential": …, "title": …, "jurisdiction": …, "people": 3,
        "verdicts": {"eligible": 1, "undetermined": 1, "not_yet": 0, "not_eligible": 1},
        "eligible": ["kim"], "undetermined": ["lee"], "not_yet": [{"candidate": …, "eligible_from": …}],
        "nearest": [{"candidate": …, "hours_to_go": 1, "blocking": ["…"], "no_step": [], "not_known": 0}],
        "blocking": [{"requirement": …, "title": …, "people": 2, "alone": 1}],
        "would_settle": [{"how": "tell", "about": ["birth_date"], "people": 1, "alone": 1}],
        "matrices": [{"pathway": …, "requirements": [{"id": …, "title": …}],
                      "people": [{"candidate": …, "verdict": …, "outcomes": ["met", …],
                                  "measures": [null or {"have", "need", "short", "unit"}, …], "blocking": […]}]}],
        "flips": null or [{"from": …, "to": …, "people": 1, "candidates": […],
                           "blocking_now": [{"requirement": …, "people": 1}], "blocking_no_more": […]}]}],
     "problems": [as in the report of `check`], "summary": {"candidates": …, "invalid": …}}

`no_step` holds what blocks and neither a step nor a day can change. `how` is one of `tell`, `declined`, `exact`,
`checked` (`about` holds keys of the profile), `decide`, `reading`, `rules` (`about` holds a requirement). With
`min_cell`, a credential has only `people` (`{"at_least", "at_most"}`), `verdicts`, `blocking` and `would_settle` (null
where left out), without `alone`; a hidden count is `"<N"`; there are no problems, and the summary has `invalid` alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from peercert.catalog import Catalog, Credential
from peercert.cohort import Ask, Cell, Group, Shared, Standing, shared
from peercert.cohort.cohort import Flip, by_count, flips_by_way
from peercert.cohort.sharing import Shown, shown
from peercert.engine import Verdict
from peercert.render.cohort_report import CohortReport
from peercert.render.cohort_shared_words import few
from peercert.render.cohort_words import Words
from peercert.render.json_text import text
from peercert.render.json_v1 import catalog_named, number, problem
from peercert.render.style import Style

FORMAT = "peercert.cohort/1"
"""The name and version of the JSON shape."""

Object = dict[str, Any]  # Any: plain data


def draw(report: CohortReport, style: Style) -> Iterator[str]:
    """Write the object piece by piece, in ASCII, one person a line."""
    del style
    header = report.header
    opening: Object = {
        "format": FORMAT, "version": header.version, "as_of": header.as_of.isoformat(),
        "disputes": header.disputes, "verified_only": header.verified_only,
        "catalog": catalog_named(header),
        "against": report.other and _about(report.other), "min_cell": report.least,
    }  # fmt: skip
    yield f'{text(opening)[:-1]},\n"credentials": ['
    for index, group in enumerate(report.cohort.groups):
        yield ",\n" if index else "\n"
        yield from _shared(shared(group, report.least), Words(report, group)) if report.least else _group(group, report)
    yield "],\n"
    yield from _end(report)


def _about(other: Catalog) -> Object:
    return {"version": other.about.version, "sha256": other.sha256}


def _end(report: CohortReport) -> Iterator[str]:
    summary = report.summary
    if report.least:
        hidden = _few(shown(summary.invalid, report.least), report.least)
        yield f'"problems": [], "summary": {text({"invalid": hidden})}}}\n'
        return
    yield '"problems": ['
    yield from ((", " if index else "") + text(problem(one)) for index, one in enumerate(report.problems))
    yield f'],\n"summary": {text({"candidates": summary.candidates, "invalid": summary.invalid})}}}\n'


def _head(credential: Credential) -> Object:
    return {"credential": credential.id, "title": credential.title, "jurisdiction": credential.jurisdiction}


def _group(group: Group, report: CohortReport) -> Iterator[str]:
    words = Words(report, group)
    yield text({**_head(words.credential), "people": len(group.people), **_verdicts(group)})[:-1]
    yield f', "nearest": [{", ".join(map(_near, group.nearest))}]'
    blocking = [{"requirement": id_, "title": words.title(id_), **one._asdict()} for id_, one in group.blockers.items()]
    settle = [{**_ask(ask), **one._asdict()} for ask, one in group.asks.items()]
    yield f', "blocking": {text(blocking)}, "would_settle": {text(settle)}, "matrices": ['
    for index, ((way, leaves), standing) in enumerate(group.ways.items()):
        asked = [{"id": id_, "title": words.title(id_)} for id_ in leaves]
        yield f'{", " if index else ""}{{"pathway": {text(way)}, "requirements": {text(asked)}, "people": [\n'
        yield from ((",\n" if number_ else "") + _person(one) for number_, one in enumerate(standing))
        yield "]}"
    yield f'], "flips": {text(_flips(group.flips) if group.comparable else None)}}}'


def _verdicts(group: Group) -> Object:
    return {
        "verdicts": {verdict.value: count for verdict, count in group.counts.items()},
        "eligible": [one.person for one in group.of(Verdict.ELIGIBLE)],
        "undetermined": [one.person for one in group.of(Verdict.UNDETERMINED)],
        "not_yet": [
            {"candidate": one.person, "eligible_from": one.eligible_from and one.eligible_from.isoformat()}
            for one in group.of(Verdict.NOT_YET)
        ],
    }


def _near(one: Standing) -> str:
    return (
        f'{{"candidate": {text(one.person)}, "hours_to_go": {number(one.hours_to_go)}, '
        f'"blocking": {text(one.blocking)}, "no_step": {text(one.no_step)}, "not_known": {text(one.open)}}}'
    )


def _person(one: Standing) -> str:
    return (
        f'{{"candidate": {text(one.person)}, "verdict": {text(one.verdict.value)}, '
        f'"outcomes": {text([cell.outcome.word for cell in one.cells])}, '
        f'"measures": [{", ".join(map(_measure, one.cells))}], "blocking": {text(one.blocking)}}}'
    )


def _measure(cell: Cell) -> str:
    if cell.measure is None:
        return "null"
    have, need, short = (number(one) for one in (cell.measure.have, cell.measure.need, cell.measure.short))
    return f'{{"have": {have}, "need": {need}, "short": {short}, "unit": {text(cell.measure.unit)}}}'


def _ask(ask: Ask) -> Object:
    return {"how": ask.how, "about": list(ask.about)}


def _flips(flips: Iterable[Flip]) -> list[Object]:
    return [
        {
            "from": before.value, "to": after.value, "people": len(found),
            "candidates": [one.standing.person for one in found],
            "blocking_now": _counts(id_ for one in found for id_ in one.came),
            "blocking_no_more": _counts(id_ for one in found for id_ in one.gone),
        }
        for (before, after), found in flips_by_way(flips)
    ]  # fmt: skip


def _counts(ids: Iterable[str]) -> list[Object]:
    return [{"requirement": id_, "people": count} for id_, count in by_count(Counter(ids))]


def _shared(found: Shared, words: Words) -> Iterator[str]:
    least = found.least
    verdicts, blocking, settle = found.verdicts, found.blockers, found.asks
    told: Object = {
        **_head(words.credential),
        "people": found.people._asdict(),
        "verdicts": verdicts and {verdict.value: _few(count, least) for verdict, count in verdicts.items()},
        "blocking": None if blocking is None else [
            {"requirement": id_, "title": words.title(id_), "people": _few(n, least)} for id_, n in blocking.items()
        ],
        "would_settle": None if settle is None else [
            {**_ask(ask), "people": _few(n, least)} for ask, n in settle.items()
        ],
    }  # fmt: skip
    yield text(told)


def _few(count: Shown, least: int) -> int | str:
    return few(count, least) if count is None else count
