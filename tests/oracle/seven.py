"""The verdict on a fully told profile: seven rules, asked again on every later day where time may help."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from .connecticut import cpsrp, cpsrp_provisional
from .evidence import Profile
from .illinois import cprs, crss
from .minnesota import cps_one, cps_two
from .mississippi import cpss
from .outcomes import MET, UNKNOWN, UNMET, Leaf, Pathway

RULES = {
    "CRSS": crss,
    "CPRS": cprs,
    "CPSS": cpss,
    "CPS-I": cps_one,
    "CPS-II": cps_two,
    "CPSRP": cpsrp,
    "CPSRP-P": cpsrp_provisional,
}
VERDICTS = {MET: "eligible", UNKNOWN: "undetermined", UNMET: "not_eligible"}


class Answer(NamedTuple):
    """What the oracle says of one person, one credential and one day."""

    verdict: str
    pathway: str | None
    """None where there is only one, or where the facts leave open which of two is nearer."""
    unmet: frozenset[str] | None
    """The topics that block (the open ones, for `undetermined`); None where the facts leave them open."""
    eligible_from: date | None = None


def verdict(
    credential: str, profile: Profile, as_of: date, disputes: str = "undetermined", look_ahead: int = 0
) -> Answer:
    """Return the verdict on a profile that leaves nothing out.

    Args:
        credential: One of the seven ids.
        profile: Plain data as a profile file holds it, every fact told in full.
        as_of: The day decided on.
        disputes: `undetermined`, `strict` or `lenient`.
        look_ahead: How many later days to try before `not_yet` is ruled out; 0 never says `not_yet`.

    Returns:
        The verdict with the pathway and the blocking topics, as far as the facts settle them.

    Raises:
        KeyError: If a fact that decides is not told.
    """
    paths = RULES[credential](profile, as_of, disputes)
    best = max(path.outcome for path in paths)
    opens: dict[str | None, date] = {}
    if best is UNMET:
        for ahead in range(1, look_ahead + 1):
            later = as_of + timedelta(days=ahead)
            for path in RULES[credential](profile, later, disputes):
                if path.outcome is MET:
                    opens.setdefault(path.name, later)
    if opens:
        return answer("not_yet", [path for path in paths if path.name in opens], min(opens.values()))
    return answer(VERDICTS[best], [path for path in paths if path.outcome is best])


def answer(said: str, paths: Sequence[Pathway], eligible_from: date | None = None) -> Answer:
    """Put the answer together from the pathways that share the best verdict."""
    path = nearest(paths)
    if path is None:
        return Answer(said, None, None, eligible_from)
    topics = [leaf.topic for leaf in path.blocking]
    told = None if None in topics else frozenset(topic for topic in topics if topic)
    return Answer(said, path.name, told, eligible_from)


def nearest(paths: Sequence[Pathway]) -> Pathway | None:
    """Return the pathway with the fewest gaps, if it has fewest however finely the gaps are cut.

    A rule may be cut into one leaf a topic or one a row of the tables, so each pathway has a least and a most;
    what both pathways ask alike does not count.
    """
    if len(paths) == 1:
        return paths[0]
    first, second = paths
    alike = set(first.blocking) & set(second.blocking)
    low_first, high_first = span(first, alike)
    low_second, high_second = span(second, alike)
    if high_first <= low_second:
        return first
    return second if high_second < low_first else None


def span(path: Pathway, alike: set[Leaf]) -> tuple[int, int]:
    """Return the least and the most blocking leaves that a pathway may be said to have."""
    own = [leaf for leaf in path.blocking if leaf not in alike]
    return len({leaf.topic for leaf in own}), len(own)
