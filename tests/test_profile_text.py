"""A profile as the text of a file."""

from __future__ import annotations

from peercert.facts import Facts
from peercert.profile_text import profile_text
from peercert.reading import Plain, read_text


def test_a_written_profile_explains_each_fact_and_quotes_free_text() -> None:
    """One plain sentence before each; text that could be read as something else stands in quotes."""
    text = profile_text({"references": "2", "employment": {"setting": "a: b # c"}}, ["Head."])

    assert text == (
        "## Head.\n\n"
        "## How many references you have, or a list of them.\n"
        'references: "2"\n\n'
        "## Your job now, or the word none.\n"
        'employment: {setting: "a: b # c"}\n'
    )


def test_what_is_written_reads_back_as_the_same_facts() -> None:
    """Words stay words, and numbers numbers."""
    facts: Facts = {
        "birth_date": Plain("1990-04"),
        "attestations": {"disclosure": Plain("true"), "literacy": Plain("declined")},
        "training": {"records": [{"hours": Plain("74.5"), "topics": {"ethics": Plain("3")}}, {}],
                     "complete": Plain("false")},
        "exams": [],
        "serves": [Plain("adults"), Plain("children")],
    }  # fmt: skip

    assert read_text(profile_text(facts, ["Head."]), "me.yaml").value == facts


def test_a_profile_that_tells_nothing_yet_is_still_a_profile() -> None:
    """On a day without rules nothing is asked; what is written then reads back."""
    text = profile_text({}, ["Head."])

    assert text == "## Head.\n\n{}\n"
    assert read_text(text, "me.yaml").value == {}


def test_letters_that_a_stream_lacks_may_be_written_by_their_codes() -> None:
    """What is not plain ASCII stands in the quotes in which codes mean letters, so the file reads back the same."""
    facts: Facts = {"name": Plain("Zoë 李 \U0001f600"), "education": [{"field": Plain("Ökologie")}]}

    written = profile_text(facts, ["Head."]).encode("ascii", "backslashreplace").decode()

    assert read_text(written, "me.yaml").value == {"name": "Zoë 李 \U0001f600", "education": [{"field": "Ökologie"}]}
