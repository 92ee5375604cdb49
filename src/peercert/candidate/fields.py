"""The types of a profile's fields: how a text becomes an amount, a day, a yes or a word."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainValidator, StringConstraints, ValidatorFunctionWrapHandler, WithJsonSchema
from pydantic_core import PydanticCustomError

from peercert.dates import Span, parse_span
from peercert.reading import Plain

DECLINED = "declined"
"""The scalar by which a person says that they will not tell."""

Declined = Literal["declined"]

_AMOUNT = re.compile(r"(0|[1-9]\d{0,11})(\.\d{1,6})?", re.ASCII)
_NEGATIVE = re.compile(r"-\d+(\.\d+)?", re.ASCII)
_FINE = re.compile(r"(0|[1-9]\d{0,11})\.\d{7,}", re.ASCII)
_WHOLE = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})", re.ASCII)
_LONGEST = 2000
_NAMES_NOBODY = frozenset({"yes", "no", "true", "false", "none", "nobody", "null", "n/a", "na", "unknown"})
_DECLINED_SCHEMA = {"const": DECLINED}


@lru_cache(maxsize=4096)
def _amount(text: str) -> Decimal | None:
    return Decimal(text) if _AMOUNT.fullmatch(text) else None


def read_amount(value: object) -> Decimal | Declined:
    """Read a plain decimal number, zero or above, exactly as it is written.

    Raises:
        PydanticCustomError: If it is anything else: quoted, with an exponent, negative, not a number.
    """
    if value == DECLINED:
        return "declined"
    if isinstance(value, Plain):
        amount = _amount(value)
        if amount is not None:
            return amount
        if _NEGATIVE.fullmatch(value):
            raise PydanticCustomError("negative", "This number is below zero. Write zero or more.")
        if _FINE.fullmatch(value):
            raise PydanticCustomError(
                "bad-number", "This number has more than six digits after the point. Leave out the rest."
            )
    raise PydanticCustomError(
        "bad-number", "This is not a plain number. Write digits such as 12 or 74.5, with no quotes, commas or units."
    )


def read_share(value: object) -> Decimal | Declined:
    """Read a share of a whole, from 0 to 1."""
    amount = read_amount(value)
    if isinstance(amount, Decimal) and amount > 1:
        raise PydanticCustomError("bad-share", "A share is a number from 0 to 1. For 60 percent write 0.6.")
    return amount


def read_count(value: object) -> int:
    """Read a whole number, zero or above."""
    if isinstance(value, Plain) and _WHOLE.fullmatch(value):
        return int(value)
    read_amount(value)
    raise PydanticCustomError("bad-number", "This is not a whole number. Write a count such as 2.")


def read_span(value: object) -> Span | Declined:
    """Read a day, a month, a year, or a stretch between two of them."""
    if value == DECLINED:
        return "declined"
    if isinstance(value, str):
        span = parse_span(str(value))
        if span is not None:
            return span
        if _SLASHED.fullmatch(value):
            raise PydanticCustomError(
                "bad-date", "Dates in this form can be read in two ways. Write year-month-day, such as 2026-05-31."
            )
    raise PydanticCustomError(
        "bad-date", "This is not a date. Write it as year-month-day, such as 2026-05-31, or only 2026-05 or 2026."
    )


def read_day(value: object) -> Span:
    """Read one whole day."""
    span = parse_span(str(value)) if isinstance(value, str) else None
    if span is None or span.first != span.last:
        raise PydanticCustomError("bad-date", "This date must name one day, such as 2026-05-31.")
    return span


def read_yes_no(value: object) -> bool | Declined:
    """Read ``true`` or ``false``; the words ``yes`` and ``no`` do too, also in quotes, as JSON has them."""
    if isinstance(value, bool):
        return value
    if value == DECLINED:
        return "declined"
    if isinstance(value, str) and value in ("yes", "no"):
        return value == "yes"
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("bad-yes-no", "This asks for a yes or no. Write true or false.")


def read_signed(value: object) -> bool | Span | Declined:
    """Read an attestation: yes, no, or the day on which it was signed."""
    try:
        return read_yes_no(value)
    except PydanticCustomError:
        pass
    try:
        return read_span(value)
    except PydanticCustomError:
        raise PydanticCustomError(
            "bad-attestation",
            "This is not a yes, a no, or a day. Write true, false, declined, or a day such as 2026-05-31.",
        ) from None


def read_state(value: object) -> str:
    """Read a state's two-letter postal code."""
    if value == DECLINED:
        return DECLINED
    if isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha():
        return value.upper()
    raise PydanticCustomError(
        "bad-state", "This is not the code of a state. Write it as its two-letter postal code, in capitals."
    )


def read_checker(value: object) -> str:
    """Read the name of the one who checked a record: a person, an office, a register."""
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "A text is needed here.")
    if not value.strip():
        raise PydanticCustomError("string_too_short", "This text is empty.")
    if len(value) > _LONGEST:
        raise PydanticCustomError("string_too_long", "This text is too long.")
    if value.strip().lower() in _NAMES_NOBODY or not any(map(str.isalpha, value)):
        raise PydanticCustomError(
            "names-nobody", "This does not say who checked the record. Write a name, or leave the key out."
        )
    return str(value)


def or_declined(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """Let `declined` stand where a list or a mapping is asked for."""
    return DECLINED if value == DECLINED else handler(value)


def _only_text(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _text_that_says(value: object) -> object:
    return "" if isinstance(value, str) and value.isspace() else _only_text(value)


_DATE_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?)(\.\.(\d{4}(-\d{2}(-\d{2})?)?))?$|^declined$",
}
_YES_NO_SCHEMA: dict[str, Any] = {"enum": [True, False, "yes", "no", DECLINED]}

Text = Annotated[str, StringConstraints(max_length=_LONGEST), BeforeValidator(_only_text)]
"""Free text."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=200), BeforeValidator(_text_that_says)]
"""A short free text that names something."""

Checker = Annotated[
    str, PlainValidator(read_checker), WithJsonSchema({"type": "string", "pattern": r"[^\W\d_]", "maxLength": _LONGEST})
]
"""Who checked a record."""

Amount = Annotated[
    Decimal | Declined,
    PlainValidator(read_amount),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, _DECLINED_SCHEMA]}),
]
"""Zero or more, exact."""

Share = Annotated[
    Decimal | Declined,
    PlainValidator(read_share),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, _DECLINED_SCHEMA]}),
]
"""From 0 to 1."""

Count = Annotated[int, PlainValidator(read_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number, zero or more."""

When = Annotated[Span | Declined, PlainValidator(read_span), WithJsonSchema(_DATE_SCHEMA)]
"""A day, or a stretch of days where only the month or the year is known."""

Day = Annotated[Span, PlainValidator(read_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})]
"""One whole day."""

YesNo = Annotated[bool | Declined, PlainValidator(read_yes_no), WithJsonSchema(_YES_NO_SCHEMA)]
"""Yes, no, or declined."""

Signed = Annotated[
    bool | Span | Declined, PlainValidator(read_signed), WithJsonSchema({"anyOf": [_YES_NO_SCHEMA, _DATE_SCHEMA]})
]
"""Yes, no, declined, or the day on which it was signed."""

State = Annotated[
    str, PlainValidator(read_state), WithJsonSchema({"type": "string", "pattern": "^([A-Za-z]{2}|declined)$"})
]
"""A two-letter postal code."""
