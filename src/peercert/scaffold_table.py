"""The first row of a table to fill in: the columns that the chosen credentials look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peercert.candidate.columns import NUMBER, PART, Pattern, Takes, patterns
from peercert.catalog import Catalog
from peercert.scaffold import chosen, looked_at, parts_of, requirements_of, unused
from peercert.scaffold_blocks import ALWAYS

_SELDOM = ("evidence", "verified_by")
"""Facts of a record that few tables tell; the list of columns names them too."""


def header(catalog: Catalog, names: Sequence[str], records: int) -> str:
    """Write the first row of a table, with commas between the names of the columns.

    Args:
        catalog: The rules.
        names: What the credentials are called; all of them where empty.
        records: How many records of each list a row has room for.

    Raises:
        UsageError: If a name is unknown.
    """
    asked = requirements_of(catalog, chosen(catalog, names))
    keys, left_out = looked_at(asked), unused(catalog, asked)
    wanted = [one for one in patterns().values() if _is_wanted(one, keys) and _field(one) not in left_out]
    facts: dict[str, list[str]] = {}
    for pattern in wanted:
        facts.setdefault(pattern.name.partition(".")[0], []).extend(_spelled(pattern, parts_of(asked, catalog)))
    return ",".join(name for fact in facts.values() for name in _numbered(fact, records)) + "\n"


def _is_wanted(pattern: Pattern, keys: Iterable[str]) -> bool:
    fact, _, inner = pattern.name.partition(".")
    if pattern.takes is Takes.MAPPING or inner.rpartition(".")[2] in _SELDOM:
        return False
    return fact in ALWAYS or any(key in (fact, pattern.name) for key in keys)


def _field(pattern: Pattern) -> str:
    """Return the field of a record or fact that a column is about, such as `training.topics`."""
    fact, *inner = pattern.name.split(".")
    return ".".join([fact, *[part for part in inner if part != NUMBER][:1]])


def _spelled(pattern: Pattern, parts: Iterable[str]) -> list[str]:
    """Return the names of a pattern: one for each part of a course, where it stands for any."""
    before, is_open, _ = pattern.name.partition(PART)
    return [f"{before}{part}" for part in parts] if is_open else [pattern.name]


def _numbered(fact: Iterable[str], records: int) -> list[str]:
    """Return the columns of a fact, those of a record once for each number."""
    names = list(fact)
    plain = [name for name in names if f".{NUMBER}." not in name]
    many = [name for name in names if f".{NUMBER}." in name]
    return plain + [name.replace(f".{NUMBER}.", f".{number + 1}.") for number in range(records) for name in many]
