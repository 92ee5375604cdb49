"""Amounts and days as a receipt writes them: exact, as text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from peercert.dates import BEGINNING, END


def amount(value: Decimal | int | None) -> str | None:
    """Write an amount exactly, without an exponent; None where there is no limit to it."""
    if value is None:
        return None
    plain = f"{Decimal(value):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def day(value: date) -> str | None:
    """Write a day; None for what stands for no first or no last day."""
    return None if value in (BEGINNING, END) else value.isoformat()
