"""What holds facts of a person shows its kind only: in a log, a message or a debugger nothing of them turns up."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def unshown(kind: type[T]) -> type[T]:
    """Let the values of a class be called by their kind alone. Stands above all other decorators."""
    kind.__repr__ = _kind_alone  # type: ignore[method-assign]  # of any class that is made
    return kind


def _kind_alone(value: object) -> str:
    return f"<{type(value).__name__}>"
