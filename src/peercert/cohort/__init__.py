"""People by requirement: where each stands, who is near, what stands in the way of how many.

Belongs here: counting, ranking, what may be shared outside, and what other rules change. Not here: layout, and files.
"""

from peercert.cohort.asks import Ask
from peercert.cohort.cohort import Cohort, Counted, Group, of
from peercert.cohort.sharing import Shared, shared
from peercert.cohort.standing import Cell, Standing, standings
from peercert.cohort.turns import Turn

__all__ = ["Ask", "Cell", "Cohort", "Counted", "Group", "Shared", "Standing", "Turn", "of", "shared", "standings"]
