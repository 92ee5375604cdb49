"""What may be asked of practical experience."""

import pytest

from build import MET, UNKNOWN, UNMET, Raw, described, outcome
from peercert.logic import Why


@pytest.mark.parametrize(
    ("asked", "record", "expected"),
    [
        ({}, {}, MET),
        ({"programs": ["il-icb-accredited"]}, {"program": "il-icb-accredited"}, MET),
        ({"programs": ["il-icb-accredited"]}, {"program": "ms-cpss"}, UNMET),
        ({"programs": ["il-icb-accredited"]}, {"program": "none"}, UNMET),
        ({"programs": ["il-icb-accredited"]}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"programs": ["il-icb-accredited"]}, {"program": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"supervised": True}, {"supervised": True}, MET),
        ({"supervised": True}, {"supervised": False}, UNMET),
        ({"supervised": True}, {}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"supervised": True}, {"supervised": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"supervised": True, "programs": ["il-icb-accredited"]}, {"supervised": False}, UNMET),
    ],
)
def test_a_placement_is_held_against_each_point_that_is_asked(asked: Raw, record: Raw, expected: object) -> None:
    """What fits counts, what does not fit does not, and what is not told counts perhaps."""
    raw = {"kind": "practicum", "at_least": 300, **asked}

    assert outcome(raw, {"practicum": [{"hours": 300, **record}]}) == expected


def test_everything_asked_is_said() -> None:
    """Programme and supervision are named only where they are asked."""
    both = {"programs": ["il-icb-accredited"], "supervised": True}

    assert described({"kind": "practicum", "at_least": 300}) == "At least 300 hours of practical experience."
    assert described({"kind": "practicum", "at_least": 300, **both}) == (
        "At least 300 hours of supervised practical experience "
        "in ICB-accredited peer recovery support program (Illinois)."
    )
