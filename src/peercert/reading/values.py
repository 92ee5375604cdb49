"""Plain values: what a file says before anyone has asked what it means."""

from __future__ import annotations

from typing import TypeAlias


class Plain(str):
    """A word that stood without quotes: a plain YAML scalar, or a JSON number.

    It is text until the field that takes it says otherwise, so that ``NO``, ``012`` and ``1:30``
    arrive as they were written. Text that stood in quotes is an ordinary ``str``.
    """

    __slots__ = ()


Value: TypeAlias = "dict[str, Value] | list[Value] | str | bool"
"""A mapping, a list, text (``Plain`` if it stood without quotes), or JSON's true and false."""

ValuePath: TypeAlias = tuple[str | int, ...]
"""The way from the top of a document to a value: keys of mappings, and places in lists from 0."""
