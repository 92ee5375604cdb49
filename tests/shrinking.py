"""Makes a person about whom two judges disagree as plain as they can be while they still disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from oracle.bases import BASES
from oracle.gaps import HalfTold, apart


def smallest(half: HalfTold, disagree: Callable[[HalfTold], bool]) -> HalfTold:
    """Take away gaps, records and oddities one by one, as long as the judges disagree.

    Args:
        half: Somebody about whom they disagree.
        disagree: Says whether they still do.

    Returns:
        Somebody from whom nothing more can be taken away.
    """
    while True:
        plainer = next((one for one in smaller(half) if disagree(one)), None)
        if plainer is None:
            return half
        half = plainer


def smaller(half: HalfTold) -> Iterator[HalfTold]:
    """Give the same person with one gap filled, one record less, or one fact as in somebody who qualifies."""
    for place in range(len(half.gaps)):
        yield half._replace(gaps=half.gaps[:place] + half.gaps[place + 1 :])
    profile = half.case.profile
    plain = BASES[half.case.credential][0](half.case.as_of)
    for key, value in profile.items():
        if not apart((key,), half.gaps) or value == plain.get(key):  # what is plain stays so, or this would never end
            continue
        plainer = [plain[key]] if key in plain else []
        if isinstance(value, list):
            plainer += [value[:place] + value[place + 1 :] for place in range(len(value))]
        yield from (half._replace(case=half.case._replace(profile={**profile, key: one})) for one in plainer)
