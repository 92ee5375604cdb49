"""The document."""

from collections.abc import Iterator

import pytest
import yaml

from peercert.errors import Problem
from peercert.reading import Document, read_bytes, read_text, yaml_text


def test_a_problem_has_the_place_of_its_value() -> None:
    """A model names a path, and the document knows where that is."""
    document = read_text("a: 1\nhours: -3\n", "p.yaml")

    assert document.problem(("hours",), "too-small", "Hours start at 0.", "Write 0 or more.") == Problem(
        "p.yaml", 2, 8, "too-small", "Hours start at 0.", "Write 0 or more."
    )


def test_a_problem_may_be_with_the_key() -> None:
    """An unknown key is told at the key itself."""
    problem = read_text("a:\n  houers: 3\n", "p.yaml").problem(("a", "houers"), "unknown-key", "Not known.", key=True)

    assert str(problem) == "p.yaml:2:3: Not known."


def test_lines_are_those_of_the_file() -> None:
    """A line of JSON Lines has its place in the whole file."""
    document = read_bytes(b'{"a": [1, 2]}\n', "all.jsonl", syntax="json", first_line=7)

    assert document.place(("a", 1)) == (7, 11)
    assert document.place(("a",), key=True) == (7, 2)


def test_places_in_json_are_found_whatever_its_blanks_are() -> None:
    """JSON may be set out with tabs, which YAML does not take."""
    assert read_text('{\n\t"a": [\n\t\t1\n\t]\n}', "p.json", syntax="json").place(("a", 0)) == (3, 3)


def test_a_good_document_never_pays_for_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is read again only when a place is asked for, and then once."""
    document, scans = read_text("a: 1\n", "p"), []
    scan = yaml_text.yaml_events

    def counted(text: str) -> Iterator[yaml.Event]:
        scans.append(text)
        return scan(text)

    monkeypatch.setattr(yaml_text, "yaml_events", counted)

    assert scans == []
    assert [document.place(("a",)), document.place(())] == [(1, 4), (1, 1)]
    assert scans == ["a: 1\n"]


def test_a_document_does_not_show_what_is_in_it() -> None:
    """A document in a log or a traceback gives nothing away."""
    assert "Jordan" not in repr(read_text("name: Jordan\n", "p"))


def test_two_readings_of_one_text_are_equal() -> None:
    """A document is its source and its value; how its text was laid out does not count."""
    assert read_text("a: [1]", "p") == read_text("a:\n- 1\n", "p")


def test_a_document_may_be_made_without_a_text() -> None:
    """Values from elsewhere have a place too: the top."""
    assert Document("p", {"a": "x"}).place(("a",)) == (1, 1)
