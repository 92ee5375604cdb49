"""Who chooses for the random people: Hypothesis, which makes a failure small, or a seed, which is quick."""

from random import Random
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Chance(Protocol):
    """Something that chooses."""

    def pick(self, *values: T) -> T:
        """Choose one of some values."""

    def whole(self, least: int, most: int) -> int:
        """Choose a whole number; both ends may come out."""

    def several(self, least: int, most: int, at_most: int) -> list[int]:
        """Choose none to so many whole numbers, no two alike, in any order."""


class Drawn(Chance):
    """Hypothesis chooses."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def pick(self, *values: T) -> T:
        """Choose one of some values; the first ones are the simplest."""
        return self._draw(st.sampled_from(values))

    def whole(self, least: int, most: int) -> int:
        """Choose a whole number; the least is the simplest."""
        return self._draw(st.integers(least, most))

    def several(self, least: int, most: int, at_most: int) -> list[int]:
        """Choose none to so many whole numbers; none is the simplest."""
        return self._draw(st.lists(st.integers(least, most), max_size=at_most, unique=True))


class Seeded(Chance):
    """A seed chooses: the same choices for the same seed, on every machine."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - no secret

    def pick(self, *values: T) -> T:
        """Choose one of some values, each as likely as any other."""
        return values[int(self._random.random() * len(values))]

    def whole(self, least: int, most: int) -> int:
        """Choose a whole number, each as likely as any other."""
        return self._random.randint(least, most)

    def several(self, least: int, most: int, at_most: int) -> list[int]:
        """Choose none to so many whole numbers; each count is as likely as any other."""
        return self._random.sample(range(least, most + 1), self.whole(0, at_most))
