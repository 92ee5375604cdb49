"""One row of a table as a profile."""

from __future__ import annotations

from functools import partial

import pytest

from build import TODAY, catalog
from peercert.candidate import Candidate, load_candidate
from peercert.candidate.rows import Cell, Row, read_row
from peercert.errors import FileError
from peercert.reading import Plain


def spots(count: int) -> list[tuple[int, int]]:
    """Put every cell on one line, ten characters apart."""
    return [(1, 10 * number + 1) for number in range(count)]


def row(**cells: Cell) -> Row:
    """Read a row; two underscores in a name stand for a dot."""
    names = tuple(name.replace("__", ".") for name in cells)
    return read_row(names, [*cells.values()], "people.csv", partial(spots, len(cells)), 7)


def load(**cells: Cell) -> Candidate:
    """Read a row as a candidate."""
    return load_candidate(row(**cells), catalog().words, TODAY)


def problems(**cells: Cell) -> list[str]:
    """Return what is wrong with a row, as a person reads it."""
    with pytest.raises(FileError) as caught:
        load(**cells)
    return [str(problem) for problem in caught.value.problems]


def test_cells_become_a_mapping_of_facts() -> None:
    """Facts in facts, and records in lists."""
    read = row(id="A-1", residence__state="IL", training__1__hours="24", training__1__topics__ethics="4.5")

    assert read.value == {
        "id": "A-1", "residence": {"state": "IL"}, "training": [{"hours": "24", "topics": {"ethics": "4.5"}}],
    }  # fmt: skip


def test_an_empty_cell_is_not_told() -> None:
    """Blanks do not fill it."""
    assert row(id="A-1", residence__state="", work__share="  ", training="").value == {"id": "A-1"}


def test_cells_are_plain_words() -> None:
    """As in YAML without quotes: the field says what a word means, and blanks around it go."""
    value = row(id=" 012 ").value

    assert isinstance(value, dict)
    assert (type(value["id"]), value["id"]) == (Plain, "012")


@pytest.mark.parametrize("cell", ["CRSS; CPRS", "CRSS;CPRS;", ["CRSS", "CPRS"]])
def test_several_words_stand_with_semicolons_between_them(cell: Cell) -> None:
    """Or as a list, where a table has lists."""
    assert row(seeking=cell).value == {"seeking": ["CRSS", "CPRS"]}


@pytest.mark.parametrize("name", ["seeking", "training", "references"])
def test_none_in_the_column_of_a_list_means_that_there_are_none(name: str) -> None:
    """As [] does in a profile."""
    assert row(**{name: "none"}).value == {name: []}


def test_declined_means_will_not_say() -> None:
    """Of a whole list, a whole group of facts, or a single one."""
    candidate = load(
        training="declined", residence="declined", work__share="declined", experience__1__population="declined"
    )

    assert candidate.declined == {"training", "residence"}
    assert candidate.profile.work is not None
    assert candidate.profile.work.share == "declined"
    assert candidate.profile.experience is not None
    population: object = candidate.profile.experience[0].population
    assert population == "declined"


def test_records_need_not_follow_each_other() -> None:
    """A record of which nothing is told is left out, and the columns may come in any order."""
    read = row(training__3__hours="3", exams__1__score="9", training__2__hours="", training__1__hours="1")

    assert read.value == {"training": [{"hours": "1"}, {"hours": "3"}], "exams": [{"score": "9"}]}


def test_a_list_may_be_longer_than_what_is_told() -> None:
    """With false in the column that says so."""
    candidate = load(training__1__hours="24", training__complete="false", exams__complete="false")

    assert candidate.incomplete == {"training", "exams"}
    assert candidate.profile.exams == ()


def test_a_list_that_is_complete_tells_its_records() -> None:
    """It is then as if nothing had been said."""
    candidate = load(training__1__hours="24", training__complete="true")

    assert candidate.incomplete == set()
    assert candidate.profile.training is not None
    assert len(candidate.profile.training) == 1


def test_a_list_that_is_complete_but_not_told_is_refused() -> None:
    """Nobody may be taken to have none because a column is filled down."""
    assert problems(id="A-1", training__complete="true", training__1__hours="") == [
        (
            "people.csv:7:11: This says that the list is complete, but none of it is told. "
            "Write none under training, or leave this cell empty."
        )
    ]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"training__1__hours": "24", "training": "none"}, "7:11"),
        ({"training": "none", "training__1__hours": "24"}, "7:1"),
        ({"residence": "declined", "residence__state": "IL"}, "7:11"),
        ({"residence__state": "IL", "residence": "declined"}, "7:11"),
        ({"training__1__topics__ethics": "4", "training__1__topics": "declined"}, "7:11"),
        ({"training": "declined", "training__complete": "false"}, "7:11"),
        ({"references": "2", "references__1__date": "2026-01-02"}, "7:1"),
    ],
)
def test_cells_that_contradict_each_other_are_refused(cells: dict[str, Cell], place: str) -> None:
    """Neither is taken for the truth."""
    assert problems(**cells) == [
        (
            f"people.csv:{place}: This does not go with another cell of the row, which tells of the same thing. "
            "Empty one of the two."
        )
    ]


def test_a_problem_is_told_at_its_cell() -> None:
    """Records that were left out do not shift the place, and every problem is told."""
    assert problems(id="A-1", training__1__hours="", training__3__hours="-24", residence__state="Illinois") == [
        "people.csv:7:21: This number is below zero. Write zero or more.",
        "people.csv:7:31: This is not the code of a state. Write it as its two-letter postal code, in capitals.",
    ]


def test_a_yes_or_a_no_may_be_written_as_a_spreadsheet_saves_it() -> None:
    """A program for tables turns true into TRUE by itself; in a profile nobody does, and there it stays a problem."""
    candidate = load(
        attestations__literacy="TRUE", attestations__leadership=" FALSE ", experience__1__supervised="True",
        experience__complete="FALSE",
    )  # fmt: skip
    profile = candidate.profile

    assert profile.attestations is not None
    assert (profile.attestations.literacy, profile.attestations.leadership) == (True, False)
    assert isinstance(profile.experience, tuple)
    assert profile.experience[0].supervised is True
    assert candidate.incomplete == {"experience"}


@pytest.mark.parametrize("cell", ["", ";", " ; ;"])
def test_a_cell_of_separators_alone_tells_nothing(cell: str) -> None:
    """A formula that joins empty cells leaves them behind; it is not the word none."""
    assert row(id="A-1", serves=cell, seeking=cell).value == {"id": "A-1"}


def test_a_text_keeps_its_capitals() -> None:
    """Only where a yes or a no may stand are the capitals of a spreadsheet read so."""
    assert row(id="TRUE").value == {"id": "TRUE"}
    assert problems(training__1__status="TRUE") != []


def test_a_problem_in_a_list_that_may_be_longer_is_told_at_its_cell_too() -> None:
    """And so is one with the word that says so."""
    assert problems(training__1__hours="-24", training__complete="perhaps") == [
        "people.csv:7:1: This number is below zero. Write zero or more.",
        "people.csv:7:11: This asks for a yes or no. Write true or false.",
    ]


def test_a_problem_with_a_whole_record_is_told_at_its_first_cell() -> None:
    """There is no other place for it."""
    assert problems(id="A-1", exams__1__id="E-1", exams__1__score="70")[0].startswith(
        "people.csv:7:11: This sitting does not say which exam it was."
    )


@pytest.mark.parametrize("cells", [{"training": "many"}, {"residence": "IL"}, {"employment": "yes"}])
def test_a_text_for_a_whole_list_or_group_is_told_in_the_words_of_a_table(cells: dict[str, Cell]) -> None:
    """Nobody who fills in a table is told of brackets and dashes."""
    assert problems(**cells) == [
        (
            "people.csv:7:1: This cell takes only a word, such as declined, or none where it stands for a list. "
            "Tell the rest in columns of its own. See `peercert schema columns`."
        )
    ]


def test_what_is_sought_is_not_declined() -> None:
    """It is no fact about a person."""
    assert problems(seeking="declined") == [
        (
            "people.csv:7:1: This cell takes the ids of credentials. "
            "See `peercert list`. Leave the cell empty where none is sought."
        )
    ]


def test_a_row_shows_nothing_of_a_person() -> None:
    """In logs and messages, as a document does not."""
    assert "Zebulon" not in repr(row(name="Zebulon"))
