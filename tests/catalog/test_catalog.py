"""A folder of rules: finding credentials, naming them, and refusing what is wrong, each at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.errors import FileError, UsageError
from upper import built_in

from .toy import CATALOG, SOURCES, TOY, WORDS, folder, opened, problems, told, toy_with


def test_the_built_in_catalogue_has_the_seven_credentials() -> None:
    """In the order of countries and states, each with the pathways that the contract names."""
    ways = {one.id: [way.id for way in one.editions[0].pathways] for one in built_in()}

    assert ways == {
        "CPSRP": ["standard", "grandparented"],
        "CPSRP-P": ["standard"],
        "CPRS": ["independent", "accredited_program"],
        "CRSS": ["independent", "accredited_program"],
        "CPS-I": ["standard"],
        "CPS-II": ["standard"],
        "CPSS": ["standard"],
    }
    assert [one.jurisdiction for one in built_in()] == ["US-CT", "US-CT", "US-IL", "US-IL", "US-MN", "US-MN", "US-MS"]


def test_a_good_folder_is_opened(tmp_path: Path) -> None:
    """What stands in the files stands in the catalogue."""
    catalog = opened(tmp_path)

    assert catalog.ids == ("TOY",)
    assert (catalog.about.version, catalog.about.checked) == ("1", date(2026, 11, 22))
    assert [one.id for one in catalog.roots("TOY", date(2026, 11, 22))[0].children] == [
        "xx.toy.age",
        "xx.toy.references",
    ]
    assert catalog.requirement("xx.toy").id == "xx.toy"
    assert catalog.tier("xx.toy.age") == "issuer"


def test_there_must_be_a_folder(tmp_path: Path) -> None:
    """A folder that is not there is a problem of its own."""
    with pytest.raises(FileError) as caught:
        load_catalog(tmp_path / "nowhere")

    assert str(caught.value.problems[0]) == f"{tmp_path}/nowhere: There is no such folder of rules."


@pytest.mark.parametrize("name", ["CRSS", "crss", "CrSs", "Certified Recovery Support Specialist"])
def test_a_credential_answers_to_id_and_title_in_any_case(name: str) -> None:
    """The state's own name is as good as the letters."""
    assert built_in().find(name) == "CRSS"


def test_a_credential_answers_to_its_alias(tmp_path: Path) -> None:
    """An alias leads to the id that the catalogue spells."""
    assert opened(tmp_path).find("TOY ONE") == "TOY"


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    """The nearest is named first; letters that only look alike are never taken for the same."""
    with pytest.raises(UsageError) as near:
        built_in().find("CRS")
    with pytest.raises(UsageError) as far:
        built_in().find("plumber")
    with pytest.raises(UsageError):
        built_in().find("С" + "RSS")  # a Cyrillic letter

    assert str(near.value) == (
        'There is no credential of this name here. Did you mean "CRSS"? '
        "Known: CPSRP, CPSRP-P, CPRS, CRSS, CPS-I, CPS-II, CPSS."
    )
    assert str(far.value) == (
        "There is no credential of this name here. Known: CPSRP, CPSRP-P, CPRS, CRSS, CPS-I, CPS-II, CPSS."
    )


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    """Two folders with the same files have the same digest; one letter changes it; case files do not."""
    first, second = opened(tmp_path / "a"), opened(tmp_path / "b")
    third = opened(tmp_path / "c", toy=toy_with("Eighteen", "18"))
    (tmp_path / "b" / "rules" / "us" / "toy.cases.yaml").write_text("given: {}\ncases: []\n")

    assert first.sha256 == second.sha256 != third.sha256
    assert len(first.sha256) == 64


# What is wrong, each at its line and column


def test_an_unknown_key_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A slip in a key is shown where it stands, with what was meant."""
    (problem,) = problems(opened(tmp_path, toy=toy_with("at_least: 2", "at_leest: 2\n              at_least: 2")))

    assert (problem.line, problem.column, problem.code) == (26, 15, "unknown-key")
    assert problem.message.startswith('Unknown key "at_leest"')
    assert problem.hint == 'Did you mean "at_least"?'


def test_one_slip_is_one_problem(tmp_path: Path) -> None:
    """A number that is none is told once, and not as missing too."""
    assert told(opened(tmp_path, toy=toy_with("at_least: 2", "at_least: two"))) == [(26, 25, "bad-number")]


def test_an_unknown_kind_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A kind that does not exist is shown with the kinds that do."""
    (problem,) = problems(opened(tmp_path, toy=toy_with("kind: references", "kind: reference")))

    assert (problem.line, problem.column, problem.code) == (24, 21, "unknown-word")
    assert (problem.hint or "").startswith('Did you mean "references"? It knows: all_of, any_of,')


def test_a_number_without_a_source_is_refused(tmp_path: Path) -> None:
    """Nothing is asked of anybody that is not written somewhere."""
    changed = toy_with(
        "              at_least: 18\n              sources: [{id: law, at: page 1}]\n", "              at_least: 18\n"
    )

    (problem,) = problems(opened(tmp_path, toy=changed))

    assert (problem.line, problem.column, problem.code) == (18, 15, "number-without-source")
    assert problem.message == "This requirement does not say where it is written."


def test_an_unknown_source_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A citation leads to a source of the list, and the problem stands where the citation does."""
    (problem,) = problems(opened(tmp_path, toy=toy_with("{id: law, at: page 2}", "{id: lwa, at: page 2}")))

    assert (problem.code, problem.hint) == ("unknown-source", 'Did you mean "law"?')
    assert problem.message == "The source lwa is not in sources.yaml."
    assert problem.line == 27


def test_an_id_must_be_the_name_of_its_file(tmp_path: Path) -> None:
    """A path is an id, so a credential is found without opening every file."""
    (problem,) = problems(opened(tmp_path, toy=toy_with("id: TOY", "id: TOYS")))

    assert (problem.line, problem.column, problem.code) == (1, 5, "wrong-id")


def meets(other: str) -> str:
    """Return the toy credential with one requirement more: to meet another credential."""
    asks = f"id: xx.toy.other, kind: meets_credential, title: Other, credential: {other}"
    more = f"            - {{{asks}, sources: [{{id: law, at: p}}]}}\n"
    return TOY + more


def test_a_circle_of_credentials_is_refused(tmp_path: Path) -> None:
    """Two credentials that each ask for the other can be met by nobody."""
    other = meets("TOY").replace("id: TOY\n", "id: OTHER\n").replace("xx.toy", "xx.other")
    catalog = opened(tmp_path, toy=meets("OTHER"), other=other)

    assert [one.code for one in problems(catalog)] == ["circle"]
    assert [one.code for one in problems(catalog, "OTHER")] == ["circle"]


def test_a_credential_that_asks_for_itself_is_a_circle(tmp_path: Path) -> None:
    """The smallest circle of all."""
    assert [one.code for one in problems(opened(tmp_path, toy=meets("TOY")))] == ["circle"]


def test_an_unknown_credential_inside_is_told(tmp_path: Path) -> None:
    """What is to be met must be in the folder."""
    (problem,) = problems(opened(tmp_path, toy=meets("OTHER")))

    assert (problem.code, problem.message, problem.hint) == (
        "unknown-credential", "There is no credential OTHER here.", "Known: TOY.",
    )  # fmt: skip


def test_an_id_that_is_used_twice_is_refused(tmp_path: Path) -> None:
    """A report names requirements by their ids, so two cannot share one."""
    twice = toy_with("id: xx.toy.references", "id: xx.toy.age")

    assert [(one.line, one.code) for one in problems(opened(tmp_path, toy=twice))] == [(23, "duplicate-id")]


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    """In the order of the file, so that it is mended in one go."""
    changed = (
        toy_with("at_least: 18", "at_least: -18")
        .replace("region: Toyland\n", "regoin: Toyland\n")
        .replace("kind: references", "kind: referenzes")
    )

    assert told(opened(tmp_path, toy=changed)) == [
        (5, 1, "unknown-key"), (21, 25, "negative"), (24, 21, "unknown-word"),
    ]  # fmt: skip


def test_a_key_that_is_missing_is_told(tmp_path: Path) -> None:
    """At the beginning of what it is missing from, by its name."""
    (problem,) = problems(opened(tmp_path, toy=toy_with("region: Toyland\n", "")))

    assert (problem.line, problem.column, problem.code) == (1, 1, "missing-key")
    assert problem.message == 'The key "region" is missing here.'


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "column", "code"),
    [
        ("catalog", "checked: 2026-11-22", "checked: last week", 3, 10, "bad-date"),
        ("catalog", "title: Rules for tests", "titel: Rules for tests", 2, 1, "unknown-key"),
        ("sources", "tier: issuer", "tier: rumour", 6, 11, "unknown-word"),
        ("sources", "    url: https://example.org\n", "", 3, 5, "missing-key"),
        ("words", "unit: percent", "unit: stars", 4, 37, "unknown-word"),
    ],
)
def test_a_fault_in_a_shared_file_is_told_at_its_place(
    tmp_path: Path, name: str, old: str, new: str, line: int, column: int, code: str
) -> None:
    """The files that all credentials share are as strict as theirs."""
    text = {"catalog": CATALOG, "sources": SOURCES, "words": WORDS}[name]
    assert text.count(old) == 1
    catalog = load_catalog(folder(tmp_path / "rules", **{name: text.replace(old, new)}))

    with pytest.raises(FileError) as caught:
        catalog.about, catalog.sources, catalog.words  # noqa: B018 - each reads its file

    assert (line, column, code) in [(one.line, one.column, one.code) for one in caught.value.problems]


def test_a_rules_file_that_is_a_list_is_refused(tmp_path: Path) -> None:
    """A rules file is a mapping; anything else is told in those words."""
    (problem,) = problems(opened(tmp_path, toy="- one\n- two\n"))

    assert (problem.line, problem.column, problem.message) == (1, 1, "A rules file is a mapping.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about: For tests.", "about: *x"),
        ("region: Toyland", "region: !!str Toyland"),
        ("id: TOY\n", "id: TOY\nid: TOY\n"),
    ],
)
def test_rules_files_are_read_as_strictly_as_profiles(tmp_path: Path, old: str, new: str) -> None:
    """Aliases, tags and double keys are refused here too."""
    assert len(problems(opened(tmp_path, toy=toy_with(old, new)))) >= 1
