"""The toy credential with two editions."""

from __future__ import annotations

from .linting import AGE, CITED, HEAD, WAY


def two(first: str, second: str) -> str:
    """Return it with a line in each edition, on lines 10 and 26; the ids in the second are its own."""
    one = WAY.replace("  - id: first\n", f"  - id: first\n    {first}\n    {CITED}\n")
    other = WAY.removeprefix("editions:\n").replace("  - id: first\n", f"  - id: second\n    {second}\n    {CITED}\n")
    return HEAD + one + AGE + (other + AGE).replace("xx.toy", "xx.toy.new")
