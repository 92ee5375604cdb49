"""What a person must decide."""

import pytest

from build import UNKNOWN, Raw, because, described, outcome, turning
from peercert.logic import Why

ASK: Raw = {"kind": "human", "question": "Is the other proof good enough?"}


@pytest.mark.parametrize(
    ("raw", "why"), [(ASK, Why.NEEDS_HUMAN), ({**ASK, "reason": "incomplete_rules"}, Why.INCOMPLETE_RULES)]
)
def test_it_is_never_decided_here(raw: Raw, why: Why) -> None:
    """Whatever is told, it stays open, for the reason that the rule names."""
    assert outcome(raw, {"references": 2}) == (UNKNOWN, why)


def test_the_words_say_who_decides() -> None:
    """The question is shown, and whom to ask; a rule may name another step."""
    assert described(ASK) == "Is the other proof good enough?"
    assert because(ASK, {}) == ("A person has to decide this: Is the other proof good enough?", "Ask the Board.")
    assert because({**ASK, "remedy": "Call first."}, {}).remedy == "Call first."
    assert turning(ASK, {}) == []
