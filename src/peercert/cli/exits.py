"""Exit codes, named once; the same in every format (contract section 4)."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from peercert.cli.saying import say
from peercert.engine import Verdict
from peercert.report import Summary


class Exit(IntEnum):
    """How the program ends."""

    ELIGIBLE = 0
    """Every determination that counts is `eligible`; or there was nothing to decide."""

    NOT_ELIGIBLE = 1
    """At least one is `not_eligible` or `not_yet`."""

    USAGE = 2
    """Unknown option, unknown credential, no such path."""

    UNDETERMINED = 3
    """None of those, but at least one is `undetermined`."""

    INVALID = 4
    """A profile or rules file is invalid; the rest is still checked. Also when there was nothing to check."""

    INTERNAL = 5
    """A fault in peercert."""

    INTERRUPTED = 130
    BROKEN_PIPE = 141
    TERMINATED = 143


NOT_ELIGIBLE, UNDETERMINED, NEVER = "not_eligible", "undetermined", "never"
FAIL_ON = (NOT_ELIGIBLE, UNDETERMINED, NEVER)
"""What --fail-on takes."""


def exit_for(summary: Summary, fail_on: Collection[str]) -> Exit:
    """Return the exit code of a run.

    Args:
        summary: What came out.
        fail_on: Which verdicts fail, in the words of --fail-on.
    """
    if summary.faults:
        return Exit.INTERNAL
    if summary.invalid or not summary.candidates:
        return Exit.INVALID
    counts = summary.counting
    if NOT_ELIGIBLE in fail_on and counts[Verdict.NOT_ELIGIBLE] + counts[Verdict.NOT_YET]:
        return Exit.NOT_ELIGIBLE
    if UNDETERMINED in fail_on and counts[Verdict.UNDETERMINED]:
        return Exit.UNDETERMINED
    return Exit.ELIGIBLE


def say_of_surveys(summary: Summary, about: str | None) -> None:
    """Say of whom every credential was looked at for want of a wish; nothing where everybody had one.

    Args:
        summary: What came out.
        about: What the exit code is about; None where no verdict changes it.
    """
    if not summary.surveys:
        return
    who = "one profile" if summary.surveys == 1 else f"{summary.surveys} profiles"
    said = [f"No credential was asked for, so every one was looked at for {who}."]
    if about and summary.surveys < summary.candidates:
        said.append("The exit code is about the other profiles only.")
    elif about:
        said.append(f"The exit code then says nothing about {about}.")
    say(" ".join([*said, "Use --credential ID, or `seeking` in the profile."]))
