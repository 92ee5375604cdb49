"""The reader."""

import subprocess
import sys
from pathlib import Path

import pytest

from peercert.errors import FileError
from peercert.reading import SIZE_LIMIT, Plain, read_bytes, read_file, read_text


@pytest.mark.parametrize(("name", "kind"), [("p.json", bool), ("p.JSON", bool), ("p.yaml", Plain), ("p", Plain)])
def test_the_name_tells_json_from_yaml(name: str, kind: type, tmp_path: Path) -> None:
    """A name that ends in .json is read as JSON, and anything else as YAML, of which JSON is a part."""
    (tmp_path / name).write_text('{"a": true}')
    value = read_file(tmp_path / name).value

    assert isinstance(value, dict)
    assert type(value["a"]) is kind


def test_a_document_knows_what_the_user_called_it(tmp_path: Path) -> None:
    """The source is the path as it was given, or the name given with it."""
    path = tmp_path / "p.yaml"
    path.write_text("a: 1")

    assert read_file(path).source == str(path)
    assert read_file(str(path), source="p.yaml").source == "p.yaml"
    assert read_bytes(b"a: 1", "<stdin>").source == "<stdin>"


def test_problems_name_the_file_and_the_line(tmp_path: Path) -> None:
    """A refused file is named as the user named it."""
    path = tmp_path / "p.yaml"
    path.write_text("a: 1\nb:\n")

    with pytest.raises(FileError) as caught:
        read_file(path, source="p.yaml")
    assert str(caught.value.problems[0]) == (
        "p.yaml:2:3: A value is missing here. Leave the key out if it is not known, or write `declined`."
    )


def test_a_mebibyte_is_the_limit() -> None:
    """Bytes and text are held to the same number of bytes, and the refusal names it."""
    letters = "é" * (SIZE_LIMIT // 2 - 2)

    assert read_bytes(f"a: {letters}\n".encode(), "p").value == {"a": letters}
    with pytest.raises(FileError) as bytes_refused:
        read_bytes(f"a: {letters}\n#".encode(), "p")
    with pytest.raises(FileError) as text_refused:
        read_text(f"a: {letters}\n#", "p")
    assert str(bytes_refused.value.problems[0]) == (
        "p: This file is larger than 1 MiB, and larger files are not read. Check that this is the right file."
    )
    assert text_refused.value.problems == bytes_refused.value.problems


def test_the_caller_may_set_another_limit() -> None:
    """A caller that expects larger or smaller files says so."""
    with pytest.raises(FileError) as caught:
        read_bytes(b"a: 1234", "p", limit=6)
    assert caught.value.problems[0].code == "too-large"
    assert read_text("a: 1234", "p", limit=7).value == {"a": "1234"}


def test_a_json_file_is_read_without_waiting_for_yaml() -> None:
    """A good JSON file, and the import itself, do not load the YAML library, which takes longer than the reading."""
    program = (
        "import sys; from peercert.reading import read_bytes; "
        "read_bytes(b'{\"a\": [1, true]}', 'p', syntax='json'); print('yaml' in sys.modules, 'difflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False False\n"


def test_nulls_are_refused_unless_they_are_asked_for(tmp_path: Path) -> None:
    """Then each is the plain word that stands there; a value that is left out is refused all the same."""
    path = tmp_path / "patch.yaml"
    path.write_text("a: null\nb: ~\n")

    assert read_file(path, nulls=True).value == {"a": "null", "b": "~"}
    with pytest.raises(FileError) as refused:
        read_file(path)
    assert [(one.line, one.code) for one in refused.value.problems] == [(1, "empty-value"), (2, "empty-value")]
    path.write_text("a: null\nb:\n")
    with pytest.raises(FileError) as left_out:
        read_file(path, nulls=True)
    assert [(one.line, one.code) for one in left_out.value.problems] == [(2, "empty-value")]


@pytest.mark.parametrize(("name", "syntax"), [("p.json", "json"), ("p.yaml", "yaml"), ("p", "yaml")])
def test_a_document_knows_how_it_is_spelled(name: str, syntax: str, tmp_path: Path) -> None:
    """Whoever looks for places in it reads it the same way again."""
    (tmp_path / name).write_text('{"a": true}')

    assert read_file(tmp_path / name).syntax == syntax


def test_a_text_may_start_further_down_in_its_file() -> None:
    """Its problems are told on the lines of the file."""
    with pytest.raises(FileError) as caught:
        read_text("a: 1\na: 2\n", "p", first_line=7)

    assert [problem.line for problem in caught.value.problems] == [8]


def test_a_file_that_is_not_utf_8_is_refused_by_name(tmp_path: Path) -> None:
    """At the first byte that is no text."""
    (tmp_path / "p.yaml").write_bytes(b"a: Ren\xe9\n")

    with pytest.raises(FileError) as caught:
        read_file(tmp_path / "p.yaml", source="p.yaml")
    assert [str(problem) for problem in caught.value.problems] == [
        "p.yaml:1:7: From here on the file is not saved as UTF-8. Save the file as UTF-8."
    ]
