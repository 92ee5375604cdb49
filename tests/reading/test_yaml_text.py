"""YAML text: directives, and the two parsers."""

import pytest
import yaml

from peercert.reading import comments, read_text, yaml_text

from .refusing import refusal, told


@pytest.mark.parametrize("line", ["%YAML 1.1", "%YAML 1.2", "%YAML\t1.2 # so", "# first\n\n%YAML 1.2"])
def test_the_known_versions_may_be_named(line: str) -> None:
    """A file may say that it is YAML 1.1 or 1.2; both are read alike."""
    assert read_text(f"{line}\n---\na: NO\n", "p").value == {"a": "NO"}


@pytest.mark.parametrize("line", ["%YAML 1.3", "%YAML 2.0", "%TAG !e! tag:x,2000:", "%FOO bar", "%"])
def test_any_other_directive_is_refused(line: str) -> None:
    """A line with % at the top asks for something that is not done here."""
    (problem,) = refusal(f"# top\r\n{line}\r\n---\r\na: 1\r\n")

    assert str(problem) == (
        "p:2:1: The only lines with % that may stand here are %YAML 1.1 and %YAML 1.2. Delete this line."
    )
    assert problem.code == "directive"


@pytest.mark.parametrize("text", ["# hi\r%FOO\r---\ra: 1\r", "  # hi\n%FOO\n---\na: 1\n"])
def test_a_directive_is_seen_below_a_comment(text: str) -> None:
    """Whatever ends the lines, and however far in the comment starts."""
    assert told(text) == [("directive", 2, 1)]


def test_a_directive_does_not_hide_what_comes_after_it() -> None:
    """The rest of the file is looked through as well."""
    assert told("%FOO\n") == [("empty-file", None, None), ("directive", 1, 1)]
    assert told("%FOO\n---\na: 1\na: 2\n") == [("directive", 1, 1), ("duplicate-key", 4, 1)]


def test_a_percent_sign_in_a_text_is_no_directive() -> None:
    """Only the top of the file is looked at: a text may have a line that starts with %."""
    assert read_text('"x\n%YAML 9"\n', "p").value == "x %YAML 9"


@pytest.mark.parametrize("parser", [yaml.BaseLoader, yaml_text.Parser])
def test_either_parser_reads_and_refuses_the_same(parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no parser in C, the one in Python gives the same values, codes and places."""
    monkeypatch.setattr(yaml_text, "Parser", parser)

    assert read_text("a: NO\nb: ['x', {c: d}]\n", "p").value == {"a": "NO", "b": ["x", {"c": "d"}]}
    assert read_text("a: 1\nb: x\n", "p").place(("b",)) == (2, 4)
    assert told('a: &x "\\0"\nb:\na: !t x\n') == [
        ("anchor", 1, 4),
        ("bad-character", 1, 4),
        ("empty-value", 2, 3),
        ("duplicate-key", 3, 1),
        ("tag", 3, 4),
    ]
    assert told("a: 1\n---\nb: 1\n") == [("many-documents", 2, 1)]
    assert told("[" * 40) == [("too-deep", 1, 33)]


def test_numbers_of_characters_that_do_not_exist_are_refused_by_the_parser_in_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The parser in Python trips over these escapes instead of refusing them; the words are the same."""
    monkeypatch.setattr(yaml_text, "Parser", yaml.BaseLoader)

    for escape in (r"\U00110000", r"\UFFFFFFFF"):
        (problem,) = refusal(f'a: "{escape}"')
        assert problem.code == "yaml-syntax"
        assert problem.message == "The backslash in these quotes does not spell a character."


def test_a_refused_directive_takes_nothing_of_the_next_line_with_it() -> None:
    """Not even where the sign stands alone."""
    assert told("%\na: 1\na: 2\n") == [("directive", 1, 1), ("duplicate-key", 3, 1)]


@pytest.mark.parametrize("line", ["%YAML 1.2X", "%YAML 1.2\xa0"])
def test_nothing_else_may_stand_behind_the_version(line: str) -> None:
    """Be it a blank that is not an ordinary one."""
    assert told(f"{line}\n---\na: 1\n") == [("directive", 1, 1)]


def test_every_look_at_a_text_is_by_the_same_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one in C where there is one: for its value, for its places, and for its comments."""
    made: list[str] = []

    class Noted(yaml.BaseLoader):
        def __init__(self, text: str) -> None:
            made.append(text)
            super().__init__(text)

    monkeypatch.setattr(yaml_text, "Parser", Noted)
    monkeypatch.setattr(comments, "Parser", Noted)

    document = read_text("a: 1 # b", "p")
    assert document.place(("a",)) == (1, 4)
    assert comments.comments("a: 1 # c") == ["# c"]
    assert made == ["a: 1 # b", "a: 1 # b", "a: 1 # c"]
