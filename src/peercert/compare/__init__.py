"""Credentials side by side: what each one asks, by topic, matched by what is meant and not by how it is worded.

Belongs here: matching and saying. Not here: layout, which is the printer's; and candidates.
"""

from peercert.compare.comparison import Comparison, compare
from peercert.compare.differences import Differences, differences
from peercert.compare.rows import Cell, Row

__all__ = ["Cell", "Comparison", "Differences", "Row", "compare", "differences"]
