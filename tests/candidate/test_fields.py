"""The types of a profile's fields."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from peercert.candidate.fields import (
    read_amount,
    read_checker,
    read_count,
    read_day,
    read_share,
    read_signed,
    read_span,
    read_state,
    read_yes_no,
)
from peercert.dates import Span
from peercert.reading import Plain

NOT_A_NUMBER = "This is not a plain number. Write digits such as 12 or 74.5, with no quotes, commas or units."
NOT_A_DATE = "This is not a date. Write it as year-month-day, such as 2026-05-31, or only 2026-05 or 2026."
TWO_WAYS = "Dates in this form can be read in two ways. Write year-month-day, such as 2026-05-31."
MAY = Span(date(2026, 5, 31), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("12", "12"),
        ("74.9", "74.9"),
        ("109.50", "109.5"),
        ("0.000001", "0.000001"),
        ("999999999999", "999999999999"),
    ],
)
def test_an_amount_is_read_exactly_as_written(text: str, amount: str) -> None:
    """A plain decimal number is taken digit by digit, never rounded."""
    assert read_amount(Plain(text)) == Decimal(amount)


NO_NUMBERS: list[object] = [
    "12", True, None, ["1"], {},
    *map(Plain, ["1e3", "012", "1:30", "1,200", "NaN", ".inf", "-.inf", "Infinity", "+1", "1.", ".5", "NO", "0x1F"]),
    *map(Plain, ["1_000", "١٢", "1111111111111", "00.0000001"]),
    Plain("12 h"), Plain(""),
]  # fmt: skip


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_what_is_no_plain_number_is_no_amount(value: object) -> None:
    """Quotes, exponents, units, NaN and infinities are refused, not guessed at."""
    with pytest.raises(PydanticCustomError) as caught:
        read_amount(value)

    assert (caught.value.type, caught.value.message()) == ("bad-number", NOT_A_NUMBER)


@pytest.mark.parametrize("text", ["0.0000001", "75.9999999", "12.00000000"])
def test_a_number_with_very_many_digits_is_told_so(text: str) -> None:
    """It is not rounded, neither in silence nor by advice, which could lift it over a limit."""
    with pytest.raises(PydanticCustomError) as caught:
        read_amount(Plain(text))

    assert caught.value.message() == "This number has more than six digits after the point. Leave out the rest."


@pytest.mark.parametrize("text", ["-1", "-0.5"])
def test_what_is_below_zero_is_no_amount(text: str) -> None:
    """A negative number is told so."""
    with pytest.raises(PydanticCustomError) as caught:
        read_amount(Plain(text))

    assert (caught.value.type, caught.value.message()) == ("negative", "This number is below zero. Write zero or more.")


@pytest.mark.parametrize("read", [read_amount, read_share, read_span, read_yes_no, read_signed, read_state])
def test_every_fact_may_be_declined(read: Callable[[object], object]) -> None:
    """The scalar `declined` says that a person will not tell, plain or in quotes."""
    assert read(Plain("declined")) == read("declined") == "declined"


@pytest.mark.parametrize("name", ["DMH", "J. Rivera", "Registrar, 2nd floor", "declined", "李"])
def test_who_checked_a_record_has_a_name(name: str) -> None:
    """A person, an office or a register may have checked a record."""
    assert read_checker(Plain(name)) == read_checker(name) == name


@pytest.mark.parametrize(
    ("value", "code"),
    [
        *((empty, "string_too_short") for empty in ("", " ", "\t", "\u00a0", Plain(""))),
        *((nobody, "names-nobody") for nobody in ("0", "-", "?", "2026-05-31", "no", " None ", "FALSE", "yes", "n/a")),
        *((Plain(nobody), "names-nobody") for nobody in ("false", "true", "0")),
        ("a" * 2001, "string_too_long"),
        (True, "string_type"),
        (1, "string_type"),
        (None, "string_type"),
    ],
)
def test_what_names_nobody_does_not_check_a_record(value: object, code: str) -> None:
    """A record is not taken as checked because of an empty text, a number, a yes or a no."""
    with pytest.raises(PydanticCustomError) as caught:
        read_checker(value)

    assert caught.value.type == code


@pytest.mark.parametrize(("text", "share"), [("0", "0"), ("0.51", "0.51"), ("1", "1"), ("1.0", "1")])
def test_a_share_runs_from_0_to_1(text: str, share: str) -> None:
    """Both ends of a share are shares."""
    assert read_share(Plain(text)) == Decimal(share)


@pytest.mark.parametrize("text", ["1.000001", "51", "60"])
def test_a_share_above_1_is_told_how_to_be_written(text: str) -> None:
    """Percent are refused with the way to write them."""
    with pytest.raises(PydanticCustomError) as caught:
        read_share(Plain(text))

    assert (caught.value.type, caught.value.message()) == (
        "bad-share",
        "A share is a number from 0 to 1. For 60 percent write 0.6.",
    )


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("2", 2), ("999999999", 999_999_999)])
def test_a_count_is_a_whole_number(text: str, count: int) -> None:
    """Zero and more whole things are a count."""
    assert read_count(Plain(text)) == count


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        (Plain("1.5"), "bad-number", "This is not a whole number. Write a count such as 2."),
        (Plain("2.0"), "bad-number", "This is not a whole number. Write a count such as 2."),
        (Plain("1" * 10), "bad-number", "This is not a whole number. Write a count such as 2."),
        (Plain("-2"), "negative", "This number is below zero. Write zero or more."),
        (Plain("two"), "bad-number", NOT_A_NUMBER),
        (Plain("02"), "bad-number", NOT_A_NUMBER),
    ],
)
def test_what_is_no_whole_number_is_no_count(value: object, code: str, message: str) -> None:
    """Parts of a thing and things below zero are not counted."""
    with pytest.raises(PydanticCustomError) as caught:
        read_count(value)

    assert (caught.value.type, caught.value.message()) == (code, message)


@pytest.mark.parametrize("value", [Plain("2026-05-31"), "2026-05-31"])
def test_a_date_may_stand_in_quotes(value: str) -> None:
    """A date is a date with quotes and without."""
    assert read_span(value) == MAY


NO_DATES: list[tuple[object, str]] = [
    ("05/31/2026", TWO_WAYS), ("31.5.26", TWO_WAYS), ("1/2/2026", TWO_WAYS), ("5.5.2026", TWO_WAYS),
    ("May 2026", NOT_A_DATE), ("2026-05-32", NOT_A_DATE), ("2026-02-29", NOT_A_DATE), ("20260531", NOT_A_DATE),
    ("", NOT_A_DATE), (True, NOT_A_DATE), (None, NOT_A_DATE), ([], NOT_A_DATE), (2026, NOT_A_DATE),
]  # fmt: skip


@pytest.mark.parametrize(("value", "message"), NO_DATES)
def test_a_date_that_is_not_iso_is_not_guessed(value: object, message: str) -> None:
    """A date that can be read in two ways is told so; anything else is told how to write a date."""
    with pytest.raises(PydanticCustomError) as caught:
        read_span(value)

    assert (caught.value.type, caught.value.message()) == ("bad-date", message)


@pytest.mark.parametrize("value", ["2026-05", "31 May 2026", "declined", 2026])
def test_a_day_of_application_is_one_day(value: object) -> None:
    """Where one day is asked for, a month is not enough, and is not offered either."""
    assert read_day("2026-05-31") == MAY
    with pytest.raises(PydanticCustomError) as caught:
        read_day(value)

    assert caught.value.message() == "This date must name one day, such as 2026-05-31."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, True),
        (False, False),
        (Plain("true"), True),
        (Plain("yes"), True),
        (Plain("false"), False),
        (Plain("no"), False),
        ("yes", True),
        ("no", False),
    ],
)
def test_yes_and_no_are_true_and_false(value: object, expected: bool) -> None:
    """The words of JSON and of YAML 1.2 are read, and `yes` and `no` too."""
    assert read_yes_no(value) is expected


@pytest.mark.parametrize(
    "value", [Plain("NO"), Plain("on"), Plain("off"), Plain("True"), Plain("y"), Plain("1"), "true", "YES", None]
)
def test_yaml_surprises_are_no_answers(value: object) -> None:
    """`NO`, `on` and a quoted `true` are text, not a yes or no."""
    with pytest.raises(PydanticCustomError) as caught:
        read_yes_no(value)

    assert (caught.value.type, caught.value.message()) == (
        "bad-yes-no",
        "This asks for a yes or no. Write true or false.",
    )


@pytest.mark.parametrize(("value", "expected"), [(True, True), (Plain("no"), False), (Plain("2026-05-31"), MAY)])
def test_an_attestation_is_an_answer_or_the_day_it_was_signed(value: object, expected: object) -> None:
    """Yes, no and a day are all attestations."""
    assert read_signed(value) == expected


def test_anything_else_is_no_attestation() -> None:
    """What is neither an answer nor a day is told all that may stand there."""
    with pytest.raises(PydanticCustomError) as caught:
        read_signed(Plain("signed"))

    assert (caught.value.type, caught.value.message()) == (
        "bad-attestation",
        "This is not a yes, a no, or a day. Write true, false, declined, or a day such as 2026-05-31.",
    )


@pytest.mark.parametrize(("value", "state"), [("IL", "IL"), (Plain("NO"), "NO"), ("mn", "MN")])
def test_a_state_is_its_postal_code(value: str, state: str) -> None:
    """Two letters are a state's code, whatever their case; `NO` is text like any other."""
    assert read_state(value) == state


@pytest.mark.parametrize("value", ["Illinois", "I", "I1", "ÉÉ", "", False, None])
def test_a_state_in_full_is_not_a_postal_code(value: object) -> None:
    """Anything but two letters is told what to write."""
    with pytest.raises(PydanticCustomError) as caught:
        read_state(value)

    assert (
        caught.value.message()
        == "This is not the code of a state. Write it as its two-letter postal code, in capitals."
    )
