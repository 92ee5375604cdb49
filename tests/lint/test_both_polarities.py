"""A fact that one way both asks for and bars."""

from __future__ import annotations

from pathlib import Path

from .linting import CITED, allow, group, inner, leaf, only, place, remarks, toy


def barred(kind: str, asks: str, *requirements: str, more: str = "") -> str:
    """Write the toy credential with a bar."""
    bar = f"{{id: xx.toy.bar, kind: {kind}, title: Bar, {asks}, {CITED}{more}}}"
    return toy(*requirements, after=f"        bars:\n          - {bar}\n")


def test_a_fact_that_is_asked_for_in_one_branch_and_barred_is_told(tmp_path: Path) -> None:
    """At the bar, with the place where it is asked for."""
    choice = group(
        "choice", "any_of",
        inner("signed", "attestation", "name: leadership"), inner("letters", "references", "at_least: 1"),
    )  # fmt: skip

    found = only(remarks(tmp_path, barred("attestation", "name: leadership", choice)), "both-polarities")

    assert place(found) == ("toy.yaml", 38, 13)
    assert found.severity == "error"
    assert found.message == "xx.toy.bar bars what xx.toy.signed asks for."
    assert found.proof == (
        "xx.toy.signed (line 27, column 19) asks for it; xx.toy.bar bars it.",
        "More of it would help in one place and harm in the other.",
    )


def test_another_statement_of_the_same_kind_is_right(tmp_path: Path) -> None:
    """Only the very fact counts."""
    signed = leaf("signed", "attestation", "name: literacy")

    assert remarks(tmp_path, barred("attestation", "name: leadership", signed)) == ()


def test_two_exams_are_two_facts(tmp_path: Path) -> None:
    """One may be asked for and the other barred."""
    words = "programs: {}\nexams:\n" + "".join(
        f"  {name}: {{title: T, unit: percent, lowest: 0, highest: 100}}\n" for name in ("one", "two")
    )
    text = barred("exam", "exam: two", leaf("passed", "exam", "exam: one"))

    found = remarks(tmp_path, text, words=f"# yaml-language-server: $schema=words.schema.json\n{words}")

    assert found == ()


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """People from 18 to 64, say."""
    assert remarks(tmp_path, barred("age", "at_least: 65", more=f", {allow('both-polarities')}")) == ()
