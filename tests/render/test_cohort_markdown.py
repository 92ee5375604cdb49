"""A cohort as a Markdown page."""

from __future__ import annotations

from peercert.render.style import Style

from .cohorts import drawn


def test_the_matrix_is_a_table_with_signs_and_words() -> None:
    """A row for each person, a column for each requirement, and the numbers explained below."""
    page = drawn("markdown")

    assert (
        "### Requirement by requirement (New course and exam: 4 people)\n\n|  | 1 | 2 | 3 | 4 |\n"
        "| --- | --- | --- | --- | --- |\n| ana | ✓ met | ✓ met | ✓ met | ✓ met |\n"
        "| bo | ✓ met | ✗ not met | ✓ met | ✓ met |\n"
    ) in page
    assert "\n4. 300 supervised hours as a peer\n" in page


def test_the_sentences_are_those_of_the_text() -> None:
    """Under headings, as lists."""
    assert (
        "### What would settle that\n\n- Tell \\`birth\\_date\\`: 1 person\n- Tell \\`references\\`: 1 person\n"
    ) in drawn("markdown")


def test_problems_have_a_section() -> None:
    """What stands in a file name is no markup."""
    page = drawn("markdown", problem=True)

    assert page.endswith(
        "## What could not be used\n\n1 profile, in no count above.\n\n"
        "- =bad.yaml:6:15: Unknown key. Did you mean it?\n"
    )


def test_for_sharing_there_is_no_table_of_people() -> None:
    """Counts alone."""
    page = drawn("markdown", problem=True, least=3)

    assert "|" not in page
    assert "- eligible: \\<3\n" in page
    assert page.endswith("\nProfiles that could not be used: \\<3\n")


def test_plain_streams_get_plain_characters() -> None:
    """The words are enough without signs."""
    page = drawn("markdown", Style(80, signs=False))

    assert page.isascii()
    assert "| bo | met | not met | met | met |\n" in page
