"""The words of a catalogue: programmes, exams, settings and other labels that profiles may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

_SPOKEN = {
    "ged": "GED",
    "ged_program": "a GED program",
    "high_school": "high school",
    "co_occurring": "co-occurring mental illness and substance use",
    "behavioral_health": "a behavioral health condition",
    "transition_age_youth": "transition-age youth",
    "core_functions": "core functions",
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "master": "master's degree",
}
"""Words of the profile whose spoken form is more than the word without its underscores."""


@dataclass(frozen=True, slots=True)
class ExamScale:
    """An exam that the catalogue knows."""

    title: str
    unit: str = "points"
    """``percent`` or ``points``."""

    lowest: Decimal | None = None
    highest: Decimal | None = None
    """The ends of the scale, both included; None where no scale is known."""

    def holds(self, score: Decimal) -> bool:
        """Say whether a score may lie on the scale: any may where no scale is known."""
        return self.lowest is None or self.highest is None or self.lowest <= score <= self.highest


@dataclass(frozen=True, slots=True)
class Words:
    """Every word that the loaded catalogue gives a meaning to, with its title."""

    programs: Mapping[str, str] = field(default_factory=dict)
    components: Mapping[str, str] = field(default_factory=dict)
    exams: Mapping[str, ExamScale] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    supervisors: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    credits: Mapping[str, Decimal] = field(default_factory=dict)
    """Clock hours of instruction for one credit, by system."""

    credentials: tuple[str, ...] = ()
    """The ids of the credentials, in catalogue order."""

    other_names: Callable[[], Mapping[str, str]] = field(default=dict, repr=False, compare=False)
    """Gives the id for each title and alias of a credential; asked only for what is no id."""

    def credential(self, word: str) -> str | None:
        """Return a credential's id as the catalogue spells it: by its id, title or alias, whatever the case."""
        folded = word.casefold()
        for known in self.credentials:
            if known.casefold() == folded:
                return known
        return next((id_ for name, id_ in self.other_names().items() if name.casefold() == folded), None)

    def title(self, word: str) -> str:
        """Return what a word is called in a sentence; the word itself where the catalogue has no title."""
        for titles in (self.programs, self.components, self.settings, self.supervisors, self.fields):
            if word in titles:
                return titles[word]
        if word in self.exams:
            return self.exams[word].title
        return _SPOKEN.get(word) or word.replace("_", " ")
