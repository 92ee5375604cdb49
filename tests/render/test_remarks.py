"""What `rules check` found, drawn."""

from __future__ import annotations

from datetime import date

from peercert.errors import Problem
from peercert.lint import Remark
from peercert.render.remarks import Linted, as_json, as_text, problem_line
from peercert.render.style import Style

DAY = date(2026, 11, 22)
ODD = Remark("edition-gap", "warning", "a.yaml", 2, 3, "No “rules”.", "Close the gap.", ("One.", "Two."))
WRONG = Remark("empty-window", "error", "a\x1b.yaml", 4, 5, "No day.", "Check.", ())


def linted(*remarks: Remark) -> Linted:
    """Return what came of looking at one credential."""
    return Linted(DAY, ("TOY",), remarks, ())


def test_errors_and_warnings_are_counted_apart() -> None:
    """In the last line, after the proofs."""
    assert as_text(linted(ODD, WRONG), Style()) == (
        "a.yaml:2:3: [edition-gap] Warning: No “rules”. Close the gap.\n"
        "    One.\n"
        "    Two.\n"
        "a\\u001b.yaml:4:5: [empty-window] No day. Check.\n"
        "1 credential looked at: 1 error, 1 warning.\n"
    )


def test_colour_is_on_the_brackets_only() -> None:
    """Red for an error and yellow for a warning, where colour is wanted."""
    drawn = as_text(linted(ODD, WRONG), Style(colour=True))

    assert "\x1b[33m[edition-gap]\x1b[0m" in drawn
    assert "\x1b[31m[empty-window]\x1b[0m" in drawn


def test_a_plain_terminal_gets_plain_signs() -> None:
    """Curly quotes become straight ones; JSON is escaped."""
    assert 'No "rules".' in as_text(linted(ODD), Style(signs=False))
    assert "\\u201crules\\u201d" in as_json(linted(ODD), Style(signs=False))


def test_a_problem_has_the_same_form() -> None:
    """With its code in the brackets; a file without a line is named alone."""
    assert problem_line(Problem("a.yaml", 1, 2, "bad-date", "No day.", "Write one.")) == (
        "a.yaml:1:2: [bad-date] No day. Write one."
    )
    assert problem_line(Problem("rules", None, None, "not-found", "Gone.")) == "rules: [not-found] Gone."
