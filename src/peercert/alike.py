"""What was found for people who tell the same: kept once a second person tells it, for whoever tells it next."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from peercert.unshown import unshown

_KEPT = 2000
"""Sets of facts of which the findings are kept; when there are more it starts anew."""

_ONCE = 20_000
"""Sets of facts that were told once of which it is known that they were; when there are more it starts anew."""

_LONG = 4096
"""Characters of facts above which nobody else will tell the same, and keeping them would take room."""

Facts = tuple[str, ...]
"""Keys of a profile."""


class Found:
    """What was found of the same facts, on one day and under the same options."""

    __slots__ = ("findings", "ledger", "turns", "unfinished")

    def __init__(self) -> None:
        self.findings: dict[str, Any] = {}
        """The finding of each requirement, by what it asks."""

        self.turns: dict[str, bool] = {}
        """Whether time alone may make a requirement met, by what it asks."""

        self.ledger: Any = None
        """The records, where the facts are a list of them."""

        self.unfinished: bool | None = None
        """Whether any of the records is still to come."""


@unshown
class Alike:
    """What was found of the facts that were told so far, bounded in number.

    It belongs to one catalogue, which gives facts their meaning. What only one person tells takes no room, which
    is most of it.
    """

    def __init__(self) -> None:
        self._found: dict[Hashable, Found] = {}
        self._once: set[int] = set()

    def __len__(self) -> int:
        """Return of how many sets of facts the findings are kept."""
        return len(self._found)

    def found(self, told: Hashable) -> Found:
        """Return what was found of facts as they are told; nothing yet where nobody told the same."""
        found = self._found.get(told)
        if found is None:
            found = Found()
            if self._told_before(hash(told)):
                self._found[told] = found
        return found

    def _told_before(self, mark: int) -> bool:
        """Say whether somebody told the same, or something of the same hash, which does no harm."""
        if mark in self._once:
            if len(self._found) >= _KEPT:
                self._found.clear()
            return True
        if len(self._once) >= _ONCE:
            self._once.clear()
        self._once.add(mark)
        return False


@unshown
class Told:
    """What one profile tells, as it is written.

    Args:
        written: The facts by their keys, as plain values.
        alike: What was found for others.
    """

    __slots__ = ("_alike", "_texts", "_written")

    def __init__(self, written: Mapping[str, Any], alike: Alike) -> None:
        self._written = written
        self._alike = alike
        self._texts: dict[str, str] = {}

    def found(self, under: Hashable, facts: Facts) -> Found:
        """Return what was found of some facts under a day and options."""
        known = self._texts
        texts = [known.get(key) or self._text(key) for key in facts]
        return Found() if sum(map(len, texts)) > _LONG else self._alike.found((under, facts, *texts))

    def _text(self, key: str) -> str:
        """Return a fact as text; facts that are valid and have the same text mean the same."""
        text = self._texts[key] = repr(self._written.get(key))
        return text


@unshown
class Known(dict[Facts | None, Found]):
    """What is known in one case, by the facts on which it rests; None for what may rest on any fact at all.

    Args:
        under: The day, and the options of the check.
        told: What the profile tells; None where nothing is shared with other cases.
    """

    __slots__ = ("_told", "_under")

    def __init__(self, under: Hashable, told: Told | None) -> None:
        self._under = under
        self._told = told

    def __missing__(self, facts: Facts | None) -> Found:
        """Look whether others told the same."""
        told = self._told
        found = self[facts] = Found() if told is None or facts is None else told.found(self._under, facts)
        return found
