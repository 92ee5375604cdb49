"""One credential as a list to tick by hand: what every format of `show` draws, before any format is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from peercert.catalog import Catalog, Credential, Edition, Fact
from peercert.explain import Cited, Explainer
from peercert.requirements import Requirement
from peercert.requirements.all_of import AllOf
from peercert.requirements.base import Citation
from peercert.requirements.combining import Combinator
from peercert.requirements.disputed import Disputed
from peercert.requirements.wording import Speech

SECTIONS = {
    "fees": "Fees",
    "renewal": "Keeping it",
    "reciprocity": "Use in other states",
    "medicaid": "Medicaid",
    "process": "How it goes",
    "other": "Also",
    "history": "How it came about",
}
"""The groups of facts, in the order in which they are shown."""


class Item(NamedTuple):
    """One box to tick."""

    requirement: Requirement
    says: str
    """What is asked, in a sentence."""

    cited: tuple[Cited, ...]
    """Where it is written; of one with readings, or that only holds others, where any of these is."""

    own: tuple[Cited, ...]
    """What it cites itself. What readings and others inside cite stands with each of them."""

    readings: tuple[Item, ...]
    """Where sources disagree: each reading, with its own sources."""

    children: tuple[Item, ...]
    ask: str | None
    """Whom to ask, where sources disagree."""


class Way(NamedTuple):
    """One complete way to the credential."""

    id: str
    title: str
    items: tuple[Item, ...]


class Note(NamedTuple):
    """Something that is shown and never decides."""

    id: str
    label: str | None
    """None of an open question."""

    text: str
    cited: tuple[Cited, ...]

    @property
    def says(self) -> str:
        """The text; of a fact, too, if no better source than a secondary one tells it."""
        if self.label is None or any(one.source.tier != "secondary" for one in self.cited):
            return self.text
        return f"{self.text} Only a secondary source tells this."


class Checklist(NamedTuple):
    """All that is known of one credential on a day."""

    credential: Credential
    as_of: date
    catalog_version: str
    checked: date
    """The day on which the sources were last read."""

    edition: Edition | None
    no_edition: str
    """What to say where no edition is in force."""

    ways: tuple[Way, ...]
    facts: tuple[tuple[str, tuple[Note, ...]], ...]
    """Groups of facts, each with its heading."""

    questions: tuple[Note, ...]
    sources: tuple[Cited, ...]
    """Every source that is named above, each once, in the order in which it is first named."""

    secondary: tuple[str, ...]
    """Titles of the requirements of which only a secondary source tells."""

    def number(self, cited: Cited) -> int:
        """Return the number of a source in the list at the end."""
        return [one.id for one in self.sources].index(cited.id) + 1


def checklist(catalog: Catalog, name: str, as_of: date) -> Checklist:
    """Gather all that is known of a credential.

    Args:
        catalog: The rules.
        name: What the credential is called.
        as_of: The day whose edition is shown.

    Raises:
        UsageError: If no credential is called so.
    """
    credential = catalog.credential(catalog.find(name))
    explainer = Explainer(catalog)
    speech = explainer.speech(credential)
    edition = credential.edition_on(as_of)
    ways = tuple(
        Way(way.id, way.title, tuple(_item(one, explainer, speech) for one in _tops(way.root)))
        for way in (edition.pathways if edition else ())
    )
    facts = tuple(_facts(catalog, credential))
    questions = tuple(Note(one.id, None, one.text, _cited(catalog, one.sources)) for one in credential.open_questions)
    notes = [*(note for _, inside in facts for note in inside), *questions]
    named = [*_named(item for way in ways for item in way.items), *(one for note in notes for one in note.cited)]
    return Checklist(
        credential, as_of, catalog.about.version, catalog.about.checked,
        edition, credential.no_edition.describe(speech), ways, facts, questions,
        tuple({one.id: one for one in reversed(named)}[id_] for id_ in dict.fromkeys(one.id for one in named)),
        tuple(_secondary(catalog, ways)),
    )  # fmt: skip


def _tops(root: Requirement) -> tuple[Requirement, ...]:
    return root.of if isinstance(root, AllOf) else (root,)


def _item(requirement: Requirement, explainer: Explainer, speech: Speech) -> Item:
    inside = requirement.of if isinstance(requirement, Combinator) else ()
    return Item(
        requirement,
        requirement.opening if isinstance(requirement, Disputed) else requirement.describe(speech),
        explainer.cited(requirement),
        _cited(explainer.catalog, requirement.sources),
        tuple(_item(one, explainer, speech) for one in requirement.alternatives),
        tuple(_item(one, explainer, speech) for one in inside),
        getattr(requirement, "ask", None) or speech.issuer if requirement.alternatives else None,
    )


def _facts(catalog: Catalog, credential: Credential) -> Iterator[tuple[str, tuple[Note, ...]]]:
    for section, heading in SECTIONS.items():
        found = [fact for fact in credential.facts if fact.section == section]
        if found:
            yield heading, tuple(_note(catalog, fact) for fact in found)


def _note(catalog: Catalog, fact: Fact) -> Note:
    return Note(fact.id, fact.label, fact.text, _cited(catalog, fact.sources))


def _cited(catalog: Catalog, citations: Iterable[Citation]) -> tuple[Cited, ...]:
    return tuple(Cited(one.id, catalog.sources[one.id], one.at) for one in citations)


def _named(items: Iterable[Item]) -> Iterator[Cited]:
    for item in items:
        yield from item.cited
        yield from _named(item.readings)
        yield from _named(item.children)


def _secondary(catalog: Catalog, ways: Iterable[Way]) -> Iterator[str]:
    leaves = (leaf for way in ways for item in way.items for leaf in _leaves(item))
    yield from dict.fromkeys(leaf.title for leaf in leaves if catalog.tier(leaf.id) == "secondary")


def _leaves(item: Item) -> Iterator[Requirement]:
    if not item.children:
        yield item.requirement
    for child in item.children:
        yield from _leaves(child)
