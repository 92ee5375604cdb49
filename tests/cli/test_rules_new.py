"""`peercert rules new`: first files that work at once, and never in the place of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import inside

SCHEMAS = ("catalog", "sources", "words", "credential", "cases")


def test_the_first_files_are_right_at_once(tmp_path: Path) -> None:
    """No slip, every case as it must come out, nothing untried, and no slip that a case would not notice."""
    begun = inside("rules", "new", "CPW", "--jurisdiction", "US-ZZ", folder=tmp_path)
    checked = inside("rules", "check", "my-rules", "--strict", folder=tmp_path)
    tested = inside("rules", "test", "my-rules", "--coverage", folder=tmp_path)
    mutated = inside("rules", "mutate", "my-rules", folder=tmp_path)

    assert (begun.code, begun.err) == (0, "")
    assert (checked.code, checked.out) == (0, "1 credential looked at: nothing to remark.\n")
    assert (tested.code, tested.err) == (0, "")
    assert (mutated.code, mutated.err) == (0, "")


def test_every_file_that_was_written_is_named_and_there(tmp_path: Path) -> None:
    """Rules and cases by state, what is shared, and the schemas that the first lines lead to."""
    out = inside("rules", "new", "cpw-ii", "--jurisdiction", "us-zz", "--dir", "ours", folder=tmp_path).out

    expected = {
        "us/zz/cpw-ii.yaml", "us/zz/cpw-ii.cases.yaml", "catalog.yaml", "sources.yaml", "words.yaml",
        *(f"{name}.schema.json" for name in SCHEMAS),
    }  # fmt: skip
    there = {path.relative_to(tmp_path / "ours").as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == expected
    assert {line.removeprefix("Wrote ours/") for line in out.splitlines() if line.startswith("Wrote ")} == expected
    assert "id: CPW-II\n" in (tmp_path / "ours/us/zz/cpw-ii.yaml").read_text(encoding="utf-8")


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    """Not by the same id, and not by another one that shares the folder."""
    inside("rules", "new", "CPW", folder=tmp_path)
    for path in (tmp_path / "my-rules").rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")

    again = inside("rules", "new", "CPW", folder=tmp_path)
    inside("rules", "new", "CPT", folder=tmp_path)

    assert (again.code, again.out) == (2, "")
    assert again.err == (
        "peercert: my-rules/us/xx/cpw.yaml is there already. Choose another id, or change that file by hand.\n"
    )
    mine = [path.name for path in (tmp_path / "my-rules").rglob("*.yaml") if "# mine" in path.read_text("utf-8")]
    assert sorted(mine) == ["catalog.yaml", "cpw.cases.yaml", "cpw.yaml", "sources.yaml", "words.yaml"]


def test_an_id_of_another_state_is_taken_too(tmp_path: Path) -> None:
    """Of two files of one name, one would never be read."""
    inside("rules", "new", "CPW", "--jurisdiction", "US-ZZ", folder=tmp_path)

    ended = inside("rules", "new", "CPW", "--jurisdiction", "US-YY", folder=tmp_path)
    assert ended.code == 2
    assert "my-rules/us/zz/cpw.yaml is there already." in ended.err


def test_what_to_add_to_sources_that_are_there_is_said_and_works(tmp_path: Path) -> None:
    """Until it is done the check says what is missing; once it is done, all is well."""
    inside("rules", "new", "CPW", folder=tmp_path)
    out = inside("rules", "new", "CPT", folder=tmp_path).out

    before = inside("rules", "check", "my-rules", folder=tmp_path)
    block = out.partition("for the new rules cite it:\n")[2].partition("\n\n")[0]
    with (tmp_path / "my-rules/sources.yaml").open("a", encoding="utf-8") as stream:
        stream.write(block + "\n")
    after = inside("rules", "check", "my-rules", folder=tmp_path)

    assert before.code == 4
    assert "[unknown-source] The source xx-cpt-rules is not in sources.yaml." in before.err
    assert (after.code, after.out) == (0, "2 credentials looked at: nothing to remark.\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("../x",), "An id is made of up to 40 letters and digits, with - between, and begins with a letter."),
        (("C--P",), "An id is made of up to 40 letters and digits, with - between, and begins with a letter."),
        (("C" * 41,), "An id is made of up to 40 letters and digits, with - between, and begins with a letter."),
        (("CPW", "--jurisdiction", "Zembla"), "--jurisdiction needs a country and a state by their letters"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, asked: tuple[str, ...], said: str) -> None:
    """And nothing is written."""
    ended = inside("rules", "new", *asked, folder=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "my-rules").write_text("", encoding="utf-8")

    ended = inside("rules", "new", "CPW", folder=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("peercert: my-rules/us/xx/cpw.yaml cannot be written: ")
