"""A cohort as text."""

from __future__ import annotations

import pytest

from peercert.render.style import Style

from .cohorts import drawn

CPSRP = """\
CPSRP · Certified Peer Support & Recovery Professional ·
Connecticut
4 people: 1 eligible, 1 cannot be determined yet and 2 not
eligible.

Eligible
- ana

Not eligible, nearest first
- bo: 0.5 hours to go, 1 point missing: 80 hours of CPSRP
  training (0.5 hours short)
- cy: 20 hours to go, 2 points missing: CPSRP exam, passed;
  300 supervised hours as a peer (20 hours short)

What stands in the way
- 80 hours of CPSRP training: 1 person; it is the only unmet
  point
- CPSRP exam, passed: 1 person
- 300 supervised hours as a peer: 1 person

Cannot be determined yet
- di

What would settle that
- Ask CCB which reading of “300 supervised hours as a peer”
  holds: 1 person; nothing else is open

Requirement by requirement (New course and exam: 4 people)
     1 2 3 4
ana  ✓ ✓ ✓ ✓
bo   ✓ ✗ ✓ ✓
cy   ✓ ✓ ✗ ✗
di   ✓ ✓ ✓ ?

1  Lived experience of a behavioral health condition, own or
   in the family
2  80 hours of CPSRP training
3  CPSRP exam, passed
4  300 supervised hours as a peer
"""


def test_a_credential_has_its_people_and_their_matrix() -> None:
    """Who is ready, who is near, what stops how many, what is open, and all of it as a table."""
    assert CPSRP in drawn("text", Style(60))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_every_line_fits(width: int) -> None:
    """However narrow the terminal."""
    assert [line for line in drawn("text", Style(width), problem=True).splitlines() if len(line) > width] == []


def test_it_says_under_what_it_was_made() -> None:
    """Catalogue, day, and an option that is not the default."""
    text = " ".join(drawn("text", verified_only=True).split())

    assert "Rules: catalogue 2026.11 (sha256 abc). Everyone is looked at as of 2026-11-22." in text
    assert "In this report only records that someone checked are counted." in text


def test_a_profile_that_could_not_be_used_is_told_at_the_end() -> None:
    """With its place and what would be right."""
    assert drawn("text", problem=True).endswith(
        "\nWhat could not be used\n1 profile, in no count above.\n- =bad.yaml:6:15: Unknown key. Did you mean it?\n"
    )


def test_for_sharing_it_names_nobody() -> None:
    """Counts alone, small ones hidden, and the problem is only counted."""
    text = drawn("text", problem=True, least=3)

    assert "- 3 to 6 in all\n- eligible: <3\n- cannot be determined yet: <3\n- not yet eligible: 0\n" in text
    assert "\nPeople\n- <3, so nothing more is told\n" in text
    assert text.endswith("\nProfiles that could not be used: <3\n")
    for word in ("ana", "- bo", "cy:", "fay", "bad.yaml", "Requirement by requirement"):
        assert word not in text


def test_plain_streams_get_plain_characters() -> None:
    """Letters for signs, and straight quotes."""
    assert drawn("text", Style(80, signs=False)).isascii()
