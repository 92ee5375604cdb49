"""People for whom two sets of rules come out differently, each tried on both; or what supports that there are none.

Belongs here: putting small people together from what rules ask, and trying them. Not here: how it is drawn.
"""

from peercert.witness.bench import Side
from peercert.witness.searching import Search, Witness, search

__all__ = ["Search", "Side", "Witness", "search"]
