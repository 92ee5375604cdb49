"""Editions by name and by day: the rules of one edition, held still."""

from __future__ import annotations

from datetime import date

from peercert.catalog.catalog import Catalog
from peercert.catalog.credential import Credential, Edition
from peercert.errors import UsageError
from peercert.reading import did_you_mean


def with_edition(catalog: Catalog, credential: str, edition: str) -> Catalog:
    """Return the rules with one edition of a credential in force on every day, and no other.

    Args:
        catalog: The rules.
        credential: The credential, by its id.
        edition: The edition, by its id.

    Raises:
        UsageError: If there is no such edition; it names the known ones and the nearest.
    """
    one = catalog.credential(credential)
    found = {known.id: known for known in one.editions}.get(edition)
    if found is None:
        known = [known.id for known in one.editions]
        nearest = did_you_mean(edition, known)
        hint = f' Did you mean "{nearest}"?' if nearest else ""
        raise UsageError(f"{credential} has no edition of this name.{hint} Known: {', '.join(known)}.")
    always = found.model_copy(update={"effective_from": None, "effective_to": None})
    return catalog.with_credential(_only(one, always))


def _only(credential: Credential, edition: Edition) -> Credential:
    """Return a credential with one edition; a copy would keep what was worked out from the others."""
    told = {name: getattr(credential, name) for name in Credential.model_fields}
    return Credential.model_construct(None, **{**told, "editions": (edition,)})


def held_still(catalog: Catalog, credential: str, day: date) -> Catalog:
    """Return the rules as they stand on a day for a credential and those that it takes over, on every day."""
    for id_ in catalog.concerned(credential):
        edition = catalog.credential(id_).edition_on(day)
        catalog = with_edition(catalog, id_, edition.id) if edition else catalog
    return catalog
