"""What a report says besides: which way it follows, what was left out, and what comes once all is finished."""

from __future__ import annotations

from collections.abc import Iterator

from peercert.catalog import Credential
from peercert.engine import Verdict, Way
from peercert.explain import Explanation
from peercert.finding import LEFT_OUT
from peercert.render.records import named
from peercert.render.verdicts import VERDICTS
from peercert.requirements.wording import counted, joined

_MOST = 5
"""Points of another way that are named."""

_IN_DOUBT = "in_doubt"


def besides(explanation: Explanation) -> Iterator[str]:
    """Say what is good to know of a verdict beside its reasons."""
    yield from _left_out(explanation)
    yield from _other_ways(explanation)
    yield from _finished(explanation)


def unsettled_heading(credential: Credential) -> str:
    """Return what stands above the open questions of a credential."""
    return f"What no trusted source settles (ask {credential.issuer.short})"


def _left_out(explanation: Explanation) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for line in explanation.lines:
        for leaf in line.leaves():
            pairs = [(one, one.point) for one in leaf.finding.aside]
            pairs += [(one, _IN_DOUBT if one.point == "after_as_of" else one.point) for one in leaf.finding.open]
            for aside, point in pairs:
                if aside.point in LEFT_OUT and aside.address not in said.setdefault(point, []):
                    said[point].append(aside.address)
    case = explanation.determination.case
    looked_at = dict.fromkeys(key for line in explanation.lines for key in line.requirement.looks_at())
    said["unverified"] = case.unchecked(looked_at)
    as_of = case.as_of
    words = {
        "after_as_of": f"dated after {as_of}, so left out",
        _IN_DOUBT: f"may reach past {as_of}, so in doubt on that day",
        "not_completed": "not finished yet, so left out",
        "expires": f"not held on {as_of}, so not counted",
        "unverified": "not counted, for nobody is named as having checked it",
    }
    for point, addresses in said.items():
        if addresses:
            told = [address if "[" in address else f"`{address}`" for address in addresses]
            yield named(f"{joined(told)}: {words[point]}.", explanation)


def _other_ways(explanation: Explanation) -> Iterator[str]:
    one = explanation.determination
    titles = _titles(explanation)
    if len(one.ways) > 1:
        nearest = "" if one.verdict is Verdict.ELIGIBLE else ", the nearest one"
        yield f"This report follows the way “{titles.get(one.chosen.id or '', '')}”{nearest}."
        for way in one.ways:
            if way is not one.chosen:
                yield f"The way “{titles.get(way.id or '', '')}”: {_way_words(way, explanation)}."


def followed(explanation: Explanation) -> str:
    """Return the title of the way that a report follows; nothing where there is only one."""
    one = explanation.determination
    return _titles(explanation).get(one.chosen.id or "", "") if len(one.ways) > 1 else ""


def _titles(explanation: Explanation) -> dict[str, str]:
    one = explanation.determination
    edition = one.credential.edition_on(one.case.as_of)
    return {way.id: way.title for way in edition.pathways} if edition else {}


def _way_words(way: Way, explanation: Explanation) -> str:
    headline = VERDICTS[way.verdict]
    if not way.blocking:
        return headline
    missing = "open" if way.verdict is Verdict.UNDETERMINED else "missing"
    named = [explanation.titles[id_] for id_ in way.blocking[:_MOST]]
    more = [f"{len(way.blocking) - _MOST} more"] if len(way.blocking) > _MOST else []
    return f"{headline}, {counted(len(way.blocking), 'point')} {missing} ({'; '.join([*named, *more])})"


def _finished(explanation: Explanation) -> Iterator[str]:
    one = explanation.determination
    if one.verdict_if_finished is not one.verdict:
        yield (
            "If all that is in progress, planned or dated later is finished as told: "
            f"{VERDICTS[one.verdict_if_finished]}."
        )
