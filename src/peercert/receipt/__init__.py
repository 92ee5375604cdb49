"""The receipt of a check: for each answer what proves it, so that a small program can add it up again.

Belongs here: writing the proof down. Not here: checking it, which `peercert.verify` does without any of this.
"""

from peercert.receipt.whole import closing, entry, opening

__all__ = ["closing", "entry", "opening"]
