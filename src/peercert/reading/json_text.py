"""JSON text: from its characters to plain values, at the speed of the standard library while all is well."""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple, NoReturn

from peercert.reading.characters import REFUSED
from peercert.reading.lines import Lines
from peercert.reading.refusals import Refusals
from peercert.reading.values import Plain, Value

_DEPTH_LIMIT: Final = 32  # the tree's own limit; a test holds them together
_SURELY_SHORT: Final = 50_000  # characters; the tree's limit of events cannot be passed with fewer
_MAY_HIDE: Final = re.compile(r"\\(?:[bf]|u(?:00[01789]|20[0-9]|[dD]|[fF]))")  # every refused character, and a few more
_NO_BRACKETS: Final = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_ONE_KIND: Final = bytes.maketrans(b"{}", b"[]")


class _OddError(Exception):
    """Something in the text needs a closer look."""


def _mapping(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _OddError
    return mapping


def _constant(_word: str) -> NoReturn:
    raise _OddError


_QUICK: Final = json.JSONDecoder(
    object_pairs_hook=_mapping, parse_int=Plain, parse_float=Plain, parse_constant=_constant
)
_TOLERANT: Final = json.JSONDecoder(parse_int=Plain, parse_float=Plain)


def read_json(text: str, refusals: Refusals) -> Value:
    """Return the value that a JSON text spells.

    Raises:
        FileError: If the text is not JSON, or something in it is refused.
    """
    value = _quickly(text)
    if value is None:
        _look_closely(text, _syntax_error(text), refusals)
        value = _QUICK.decode(text)  # if the closer look let it by, this does not
    elif _needs_a_look(text, value):
        _look_closely(text, None, refusals)
    return value


def _quickly(text: str) -> Value | None:
    """The value; None for a null, or if something stands out."""
    try:
        value: Value | None = _QUICK.decode(text)
    except (json.JSONDecodeError, RecursionError, _OddError):
        return None
    return value


def _needs_a_look(text: str, value: Value) -> bool:
    """Whether the text is long, or goes deep, or holds nothing or a hidden character where none may be."""
    if len(text) > _SURELY_SHORT:
        return True
    if "null" in text or ("\\" in text and _MAY_HIDE.search(text)):
        return _is_odd(value)
    return text.count("[") + text.count("{") > _DEPTH_LIMIT and not _is_flat(text) and _is_odd(value)


def _is_flat(text: str) -> bool:
    """Whether nothing but brackets, in a copy of the text, is gone when each level has been taken away in turn.

    Escaped quotes, or brackets inside quotes, make it answer "not surely".
    """
    if "\\" in text:
        return False
    brackets = text.encode().translate(_ONE_KIND, _NO_BRACKETS).replace(b'""', b"")
    for _ in range(_DEPTH_LIMIT):
        brackets = brackets.replace(b"[]", b"")
        if not brackets:
            return True
    return False


def _is_odd(value: Value | None, level: int = 0) -> bool:
    if isinstance(value, dict):
        if any(map(REFUSED.search, value)):
            return True
        value = list(value.values())
    if isinstance(value, list):
        return level == _DEPTH_LIMIT or any(_is_odd(inner, level + 1) for inner in value)
    return value is None or (isinstance(value, str) and REFUSED.search(value) is not None)


class _Words(NamedTuple):
    message: str
    hint: str
    code: str = "json-syntax"


_UNKNOWN: Final = _Words("This is not spelled as JSON.", "Check the commas, colons, quotes and brackets.")
_CUT_OFF: Final = _Words("The file ends too early.", "Check that every bracket and brace is closed.")
_KNOWN: Final = {
    "Expecting value": _Words("A value is missing here.", "Put text in double quotes, and check for a comma too many."),
    "Expecting property name": _Words(
        "A key in double quotes is missing here.", "Put the key in double quotes, and check for a comma too many."
    ),
    "Illegal trailing comma": _Words("There is a comma too many here.", "Delete the comma after the last item."),
    "Expecting ':'": _Words("A colon is missing after the key.", 'Write it as in "hours": 24.'),
    "Expecting ','": _Words("A comma or a closing bracket is missing here.", "Check the text before this place too."),
    "Unterminated string": _Words("The quotes that open here are never closed.", "Add the closing quote."),
    "Invalid control": _Words("A tab or the end of a line stands inside quotes.", r"Write \t or \n instead."),
    "Invalid \\": _Words(
        "A backslash in these quotes does not spell a character.", r"Write \\ if the backslash is part of the text."
    ),
    "Extra data": _Words(
        "There is more text after the value has ended.", "Check for a bracket too many.", "trailing-text"
    ),
}


def _look_closely(text: str, error: json.JSONDecodeError | None, refusals: Refusals) -> None:
    from peercert.reading.json_events import json_events  # a good file need not wait for yaml
    from peercert.reading.tree import grown

    events = json_events(text, error.pos if error else None, refusals)
    grown(events.__next__, refusals, escapes="\\" in text)
    if error is not None:
        end = len(text.rstrip())
        known = (words for sign, words in _KNOWN.items() if error.msg.startswith(sign))
        words = _CUT_OFF if error.pos >= end else next(known, _UNKNOWN)
        raise refusals.stop(words.code, Lines(text).place(min(error.pos, end)), words.message, words.hint)
    refusals.settle()


def _syntax_error(text: str) -> json.JSONDecodeError | None:
    try:
        _TOLERANT.decode(text)
    except json.JSONDecodeError as error:
        return error
    except RecursionError:
        return None  # the closer look stops at the depth that is allowed
    return None
