"""Holds the engine against the oracle: what it says of a half-told person must hold however the gaps are filled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from oracle.gaps import HalfTold
from oracle.outcomes import MET, UNKNOWN, UNMET, Outcome, Pathway
from oracle.possible import contradictions
from oracle.seven import RULES, VERDICTS, answer
from peercert.engine import Determination, Verdict, Way
from peercert.logic import Disputes
from upper import Written, built_in, decide

DISPUTES: tuple[Disputes, ...] = ("undetermined", "strict", "lenient")
SAID = {Verdict.ELIGIBLE: MET, Verdict.UNDETERMINED: UNKNOWN, Verdict.NOT_YET: UNMET, Verdict.NOT_ELIGIBLE: UNMET}


class Compared(NamedTuple):
    """What came out of holding the engine against the oracle for one person."""

    found: Determination
    wrong: tuple[str, ...]
    """Every claim of the engine that some completion contradicts."""

    weaker: tuple[str, ...]
    """Why the engine leaves open what all completions settle, where it is known to be the weaker one."""


class Claim(NamedTuple):
    """Something that the engine says, and what the oracle says of it in every completion."""

    about: str
    got: Outcome
    may_be: frozenset[Outcome]
    by_parts: Outcome = MET
    """What the truth of each part alone comes to; MET where there are no parts."""

    @property
    def truth(self) -> Outcome:
        """What all completions come to; open where they differ."""
        return next(iter(self.may_be)) if len(self.may_be) == 1 else UNKNOWN


def compare(half: HalfTold, disputes: Disputes) -> Compared:
    """Let both judge a person: every part of every way, each way, the verdict, and the day of a `not_yet`."""
    case = half.case
    found = decide(case.credential, half.told, case.as_of, disputes=disputes)
    people = list(half.completions())
    worlds = [RULES[case.credential](one, case.as_of, disputes) for one in people]
    wrong, weaker = list[str](), list[str]()
    for claim in claims(found, worlds):
        if claim.got is claim.truth:
            continue
        excuse = known_weakness(half, claim, found) if claim.got is UNKNOWN and half.gaps else None
        if excuse or (weaker and claim.got is UNKNOWN):  # a weaker part makes its way and the verdict weaker
            weaker += [excuse] if excuse else []
        else:
            wrong.append(f"{claim.about}: {claim.got.name}, but in truth {claim.truth.name}")
    if found.verdict is Verdict.NOT_YET:
        wrong += too_soon_or_late(found, people, disputes)
    if not half.gaps:
        wrong += nearest(found, worlds[0])
    return Compared(found, tuple(wrong), tuple(weaker))


def claims(found: Determination, worlds: list[list[Pathway]]) -> Iterator[Claim]:
    """Give what the engine says of parts, ways and the whole."""
    ways = []
    for place, way in enumerate(found.ways):
        paths = [world[place] for world in worlds]
        told = [path.parts for path in paths]
        of = [
            Claim(f"{way.id} {part}", got, frozenset([one[part] for one in told])) for part, got in parts(way).items()
        ]
        ways.append(min(claim.truth for claim in of))
        yield from of
        yield Claim(f"{way.id}", SAID[way.verdict], frozenset([path.outcome for path in paths]), ways[-1])
    best = frozenset(max(path.outcome for path in world) for world in worlds)
    yield Claim("verdict", SAID[found.verdict], best, max(ways))


def parts(way: Way) -> dict[str, Outcome]:
    """Return what each part of a way comes to, by its topic."""
    found: dict[str, Outcome] = {}
    for one in way.finding.children or (way.finding,):
        topic = built_in().requirement(one.id).about
        found[topic] = min(Outcome(one.outcome), found.get(topic, MET))
    return found


def known_weakness(half: HalfTold, claim: Claim, found: Determination) -> str | None:
    """Say why the engine is allowed to leave something open that could be settled; None where it is not."""
    if claim.by_parts is UNKNOWN:
        return "open points are taken one by one: that two cannot both be met is not seen"
    without_limits = without(half, claim, found)
    if UNKNOWN in (without_limits.truth, without_limits.by_parts):
        return "nothing follows from 24 hours a day, nor from the scale of a score"
    in_doubt = any(gap.path[0] in ("exams", "training") for gap in half.gaps)
    if claim.about == "standard exam" and half.case.credential == "CPSS" and in_doubt:
        return "sittings are taken one by one: that one of two must count is not seen"
    return None


def without(half: HalfTold, claim: Claim, found: Determination) -> Claim:
    """Return the same claim, were a day longer and scores on any scale."""
    people = half.completions(contradictions)
    worlds = [RULES[half.case.credential](one, half.case.as_of, found.case.disputes) for one in people]
    return next(one for one in claims(found, worlds) if one.about == claim.about)


def too_soon_or_late(found: Determination, people: list[Written], disputes: Disputes) -> Iterator[str]:
    """Check the day of a `not_yet`: everyone is eligible on it, and not everyone on the day before."""
    day = found.eligible_from
    if day is None or day <= found.case.as_of:
        yield "not_yet: no later day"
        return
    for on, expected in ((day, True), (day - timedelta(days=1), False)):
        if all(opens(found.credential.id, one, on, disputes) for one in people) is not expected:
            yield f"not_yet: wrong on {on}"


def opens(credential: str, person: Written, on: date, disputes: Disputes) -> bool:
    """Say whether the oracle finds a person eligible on a day."""
    return any(path.outcome is MET for path in RULES[credential](person, on, disputes))


def nearest(found: Determination, paths: list[Pathway]) -> Iterator[str]:
    """Check the way chosen and the topics that block, where the facts settle them; `not_yet` has its own."""
    if found.verdict is Verdict.NOT_YET:
        return
    best = max(path.outcome for path in paths)
    expected = answer(VERDICTS[best], [path for path in paths if path.outcome is best])
    if expected.pathway not in (None, found.chosen.id):
        yield f"way: {found.chosen.id}, but in truth {expected.pathway}"
    topics = {built_in().requirement(id_).about for id_ in found.chosen.blocking}
    if expected.unmet not in (None, topics):
        yield f"blocking: {sorted(topics)}, but in truth {sorted(expected.unmet or ())}"
