"""The roll-call: every lint, each in the module of its name, with how grave it is."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from peercert.lint.remark import Lint, Severity

LINTS: dict[str, Severity] = {
    "number-without-source": "error",
    "unknown-source": "error",
    "unused-source": "warning",
    "stale-source": "warning",
    "duplicate-id": "error",
    "renamed-without-was": "error",
    "edition-gap": "warning",
    "edition-overlap": "error",
    "empty-window": "error",
    "unknown-word": "error",
    "impossible-requirement": "error",
    "vacuous-requirement": "error",
    "unreachable-requirement": "error",
    "implied-branch": "error",
    "agreeing-readings": "error",
    "both-polarities": "error",
    "parts-beyond-total": "error",
    "parts-short-of-total": "warning",
    "overlapping-parts": "error",
    "cap-that-never-binds": "error",
    "uncounted-cap": "error",
    "contradicts-open-question": "error",
    "hard-to-read": "warning",
    "unlinked-schema": "warning",
    "unused-allow": "warning",
}


def lint_of(name: str) -> Lint:
    """Return the module of a lint.

    Args:
        name: One of `LINTS`.
    """
    return cast("Lint", import_module(f"{__package__}.{name.replace('-', '_')}"))  # a module is what it holds
