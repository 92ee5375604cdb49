"""GitHub's workflow commands: escaped, at the line, and no more than GitHub shows."""

from __future__ import annotations

import re

import pytest

from peercert.errors import Problem
from peercert.render.style import Style

from .drawing import JORDAN, PROBLEM, READY, header
from .marking import HOSTILE, PLANTED, PRIVATE, checked, named, run

MISSING_REFERENCE = {**JORDAN, "experience": [], "exams": [{"exam": "ms-cpss", "date": "2026-10-09", "score": 80}]}
OPEN = {**READY, "exams": "declined", "seeking": ["CPSRP-P"]}
COMMAND = re.compile(r"::(error|warning|notice) [^:]*::.*")


def commands(text: str, kind: str) -> list[str]:
    """Return the commands of a kind."""
    return [line for line in text.splitlines() if line.startswith(f"::{kind} ")]


def problems(count: int) -> list[Problem]:
    """Return some problems, each in a file of its own."""
    return [Problem(f"{number}.yaml", 1, 1, "bad-date", "This is not a date.") for number in range(1, count + 1)]


def test_a_run_reads_as_commands() -> None:
    """Errors for what is not met, a warning for what is open, an error for a bad profile, then the counts."""
    text = run("github", checked({**JORDAN, "experience": "declined"}), checked(OPEN, "ready.json"), PROBLEM)

    assert text == (
        "::error file=jordan.json,line=19,col=3,title=CPSS%3A CPSS exam with 75 percent or more::"
        "jordan: Scored 74.9 %25 on 2026-10-09; 75 %25 is needed. One of 2 sittings is left. "
        "Sit the exam again. (ms.cpss.exam)\n"
        "::error file=jordan.json,line=33,col=2,title=CPSS%3A Two references::"
        "jordan: 1 of 2 references. Ask for 1 more reference. (ms.cpss.references)\n"
        "::warning file=ready.json,line=18,col=2,title=CPSRP-P%3A CPSRP exam%2C passed::"
        "ready: You chose not to tell this, which is your right. The answer stays open without it. "
        "If you decide to tell it, add `exams` to the profile. (ct.cpsrp-p.exam)\n"
        "::error file=bad.yaml,line=6,col=15,title=peercert%3A unknown-key::Unknown key. Did you mean it?\n"
        "::notice title=peercert::2 people, 2 determinations: 1 cannot be determined yet and 1 not eligible. "
        "1 profile could not be used. (peercert 0.1.0, catalogue 2026.11 (sha256 abc), as of 2026-11-22)\n"
    )


@pytest.mark.parametrize(
    ("count", "shown", "last"),
    [
        (9, 9, "::error file=9.yaml,line=1,col=1,title=peercert%3A bad-date::This is not a date."),
        (10, 10, "::error file=10.yaml,line=1,col=1,title=peercert%3A bad-date::This is not a date."),
        (11, 10, "::error title=peercert::and 2 more"),
        (40, 10, "::error title=peercert::and 31 more"),
    ],
)
def test_at_most_ten_errors_are_written(count: int, shown: int, last: str) -> None:
    """GitHub shows ten of one step; where there are more, the tenth says how many."""
    errors = commands(run("github", *problems(count)), "error")

    assert (len(errors), errors[-1]) == (shown, last)


def test_each_kind_is_counted_by_itself() -> None:
    """Eleven warnings do not crowd out an error."""
    text = run("github", *[checked({**OPEN, "id": f"p-{n}"}) for n in range(11)], PROBLEM)

    assert len(commands(text, "warning")) == 10
    assert commands(text, "warning")[-1] == "::warning title=peercert::and 2 more"
    assert len(commands(text, "error")) == 1


def test_a_survey_gives_notices_and_the_counts_are_the_tenth() -> None:
    """What nobody asked for is no error, and the counts are always shown."""
    notices = commands(run("github", checked({**JORDAN, "seeking": []})), "notice")

    assert len(notices) == 10
    assert re.fullmatch(r"::notice title=peercert::and \d+ more", notices[8])
    assert notices[9].startswith("::notice title=peercert::1 person, 7 determinations")
    assert "::error" not in "".join(notices)


def test_a_run_of_nothing_is_an_error() -> None:
    """Never a silent pass."""
    assert commands(run("github"), "error") == ["::error title=peercert::Nothing to check: no profile was found."]


def test_standard_input_is_no_file() -> None:
    """The command stands without a place, and a problem tells its place in words."""
    text = run("github", checked(MISSING_REFERENCE, "<stdin>"), Problem("<stdin>", 3, 9, "bad-date", "No date."))

    assert "file=" not in text
    assert "::error title=peercert%3A bad-date::<stdin>:3:9: No date.\n" in text


@pytest.mark.parametrize("harm", HOSTILE)
def test_no_text_from_a_profile_or_a_path_starts_a_command(harm: str) -> None:
    """Every line is one of our own commands, and its colons and commas are our own."""
    harmful = f"a b,c:d{harm}"
    one = checked({**MISSING_REFERENCE, "training": [{"id": "x::error::y", "program": "ms-cpss"}]})
    text = run("github", named(one, harmful), Problem(harmful, 1, 1, "bad-date", harmful))

    assert len(text.splitlines()) == text.count("\n") == len(text.split("\n")) - 1
    assert all(COMMAND.fullmatch(line) for line in text.splitlines())
    assert "file=a b%2Cc%3Ad" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800\ufffe]", text)


def test_a_percent_sign_that_was_there_is_not_read_as_an_escape() -> None:
    """`%0A` typed by a person is no line end."""
    assert "::a%250Ab: " in run("github", named(checked(MISSING_REFERENCE), "a%0Ab"))


def test_a_stream_without_signs_gets_plain_letters() -> None:
    """Quotes are straightened, and nothing fails on a stream of ASCII."""
    text = run("github", named(checked(MISSING_REFERENCE), "Zoë"), style=Style(signs=False))

    assert text.isascii()


def test_nothing_of_the_person_is_in_a_redacted_report() -> None:
    """Names, days and words of the person are planted, and none is found; the opaque id stays."""
    text = run("github", checked(PLANTED), said=header(redacted=True))

    assert "p-1: " in text
    assert not [word for word in PRIVATE if word in text]


def test_options_that_are_not_the_usual_ones_are_told() -> None:
    """They change what a verdict means."""
    text = run("github", said=header(disputes="lenient", verified_only=True))

    assert "one reading of a disputed point is enough (lenient), only records that someone checked are counted" in text
