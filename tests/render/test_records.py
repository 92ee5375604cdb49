"""Records are called as a person would."""

from __future__ import annotations

from peercert.explain import Explainer, Explanation
from peercert.render.records import named, with_names

from .drawing import jordan, rules


def explained(*, redacted: bool = False) -> Explanation:
    """Explain CPSS for Jordan."""
    return Explainer(rules(), redacted=redacted).explain(jordan())


def test_a_record_is_called_by_its_own_id_else_by_its_number() -> None:
    """Counted from 1, as people count."""
    said = "experience[1], exams[0], references[0] and credentials[2]"

    assert named(said, explained()) == "E-02, exam sitting 1, reference 1 and credential 3"


def test_a_redacted_report_calls_records_by_number_alone() -> None:
    """A record's id is free text, and may name somebody."""
    assert (
        named("experience[1] and training[0]", explained(redacted=True)) == "Experience record 2 and training record 1"
    )


def test_a_sentence_opens_with_a_capital_letter() -> None:
    """An own id stays as the person wrote it."""
    said = "It counts. exams[0]: void. experience[1]: its hours are not told."

    assert named(said, explained()) == "It counts. Exam sitting 1: void. E-02: its hours are not told."


def test_what_is_no_list_of_records_stays_as_it_is() -> None:
    """A sentence may hold brackets of its own."""
    assert named("see page[3]", explained()) == "see page[3]"


def test_every_line_of_an_explanation_calls_records_by_name() -> None:
    """Why, and what to do."""
    texts = [
        f"{leaf.because.text} {leaf.because.remedy}" for line in with_names(explained()).lines for leaf in line.leaves()
    ]

    assert not any("[" in text for text in texts)
    assert any("E-02" in text for text in texts)
