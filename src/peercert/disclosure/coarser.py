"""Coarser days: a day as its month, a month as its year, a year as its decade; each holds the one before."""

from __future__ import annotations

import re

from peercert.dates import parse_span
from peercert.reading import Plain, Value

_DAY, _MONTH, _YEAR = (re.compile(shape, re.ASCII) for shape in (r"\d{4}-\d{2}-\d{2}", r"\d{4}-\d{2}", r"\d{4}"))
_DECADE = 10


def coarser(value: Value) -> Value | None:
    """Return a day or a stretch of days less exactly; None where it is none, or is coarse enough."""
    if not isinstance(value, str):
        return None
    if _DAY.fullmatch(value):
        return Plain(value[: len("2000-01")])
    if _MONTH.fullmatch(value):
        return Plain(value[: len("2000")])
    if _YEAR.fullmatch(value):
        first = int(value) // _DECADE * _DECADE
        return Plain(f"{first}..{first + _DECADE - 1}")
    first_, dots, last_ = value.partition("..")
    if dots and parse_span(value) is not None and "-" in value:
        years = (first_[: len("2000")], last_[: len("2000")])
        return Plain(years[0] if years[0] == years[1] else "..".join(years))
    return None
