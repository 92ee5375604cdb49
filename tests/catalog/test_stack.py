"""Rules on top of rules: more credentials with shared sources and words, and nothing replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from peercert.catalog import Catalog, Chosen, load_chosen
from peercert.engine import determine
from peercert.errors import FileError
from upper import built_in, case, credential, edition, group, leaf, rules_folder

REFERENCES = leaf("xx.toy.references", "references", at_least=1)


def folder(path: Path, *credentials: dict[str, Any], **shared: dict[str, Any]) -> Path:
    """Write a folder to lie on top: without the files of sources and words, unless they are given."""
    path.mkdir()
    rules_folder(path, *credentials, **shared)
    for name in {"sources", "words"} - set(shared):
        (path / f"{name}.yaml").unlink()
    return path


def toy(path: Path, *requires: dict[str, Any], id_: str = "TOY", **shared: dict[str, Any]) -> Catalog:
    """Open the built-in rules with one credential on top that cites a source of theirs."""
    cited = [
        {**one, "sources": [{"id": "mn-cps-slides", "at": "p. 1"}]} if "of" not in one else one for one in requires
    ]
    return load_chosen(Chosen(added=(folder(path / "mine", credential(id_, edition(*cited)), **shared),)))


def clashes(catalog: Catalog) -> list[tuple[str, str]]:
    """Return the code and the message of every clash."""
    return [(one.code, one.message) for one in catalog.clashes()]


def test_credentials_on_top_come_after_those_below(tmp_path: Path) -> None:
    """All of them are there, and can be found by any name."""
    rules = toy(tmp_path, REFERENCES)

    assert rules.ids == ("CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS", "TOY")
    assert rules.find("title of toy") == "TOY"
    assert rules.find("crss") == "CRSS"
    assert clashes(rules) == []


def test_both_decide_as_they_would_alone(tmp_path: Path) -> None:
    """The credential on top, and one below."""
    rules = toy(tmp_path, REFERENCES)
    person = case({"references": 1}, catalog=rules)

    assert determine(rules, rules.credential("TOY"), person).verdict.value == "eligible"
    assert determine(rules, rules.credential("CPS-I"), person).verdict.value == "undetermined"


def test_rules_on_top_use_the_words_of_those_below_and_their_own(tmp_path: Path) -> None:
    """And the sources."""
    words = {"programs": {"my-course": {"title": "my course"}}, "exams": {}}
    source = {"title": "T", "publisher": "P", "date": "2020", "tier": "issuer", "url": "u", "read": "2026-11-22"}
    rules = toy(tmp_path, REFERENCES, words=words, sources={"sources": {"my-law": source}})

    assert rules.words.programs["my-course"] == "my course"
    assert rules.words.programs["mn-cps"] == built_in().words.programs["mn-cps"]
    assert {"my-law", "mn-cps-slides"} <= set(rules.sources)
    assert rules.words.credits == built_in().words.credits


def test_rules_on_top_may_ask_for_a_credential_below(tmp_path: Path) -> None:
    """All that it asks."""
    asked = group(
        "xx.toy", "all_of", {"id": "xx.toy.cps", "kind": "meets_credential", "title": "CPS", "credential": "CPS-I"}
    )
    rules = toy(tmp_path, asked)

    found = determine(rules, rules.credential("TOY"), case({}, catalog=rules))
    assert "mn.cps-i.exam" in found.chosen.blocking


def test_they_say_together_what_they_are(tmp_path: Path) -> None:
    """Both versions; the older day; a digest that changes with either; and each by itself."""
    rules = toy(tmp_path, REFERENCES)

    assert rules.about.version == f"{built_in().about.version} + 1"
    assert rules.about.checked == date(2026, 11, 22)
    assert [layer.about.version for layer in rules.layers] == [built_in().about.version, "1"]
    assert rules.layers[0].sha256 == built_in().sha256
    assert len({rules.sha256, *(layer.sha256 for layer in rules.layers)}) == 3


def test_a_credential_that_is_there_already_is_refused(tmp_path: Path) -> None:
    """A name in a report must mean the same to everybody."""
    assert clashes(toy(tmp_path, REFERENCES, id_="CRSS")) == [
        ("taken-name", "There is a credential CRSS already, in the rules below.")
    ]


def test_a_title_or_a_requirement_that_is_there_already_is_refused(tmp_path: Path) -> None:
    """Reports and the command line could not tell them apart."""
    cited = {**leaf("mn.cps-i.exam", "references", at_least=1), "sources": [{"id": "mn-cps-slides", "at": "p. 1"}]}
    one = credential("TOY", edition(cited), aliases=["crss"])

    assert clashes(load_chosen(Chosen(added=(folder(tmp_path / "mine", one),)))) == [
        ("taken-name", "The name crss is taken already, in the rules below."),
        ("taken-name", "The name mn.cps-i.exam is taken already, in the rules below."),
    ]


@pytest.mark.parametrize("group_", ["words", "sources"])
def test_a_word_or_a_source_that_means_something_else_is_refused_at_its_line(tmp_path: Path, group_: str) -> None:
    """What lies below cites and uses it."""
    word = {"programs": {"mn-cps": {"title": "another course"}}, "exams": {}}
    source = {"title": "T", "publisher": "P", "date": "2020", "tier": "issuer", "url": "u", "read": "2026-11-22"}
    shared: dict[str, Any] = (
        {"words": word} if group_ == "words" else {"sources": {"sources": {"mn-cps-slides": source}}}
    )
    rules = toy(tmp_path, REFERENCES, **shared)

    with pytest.raises(FileError) as caught:
        getattr(rules, group_)
    (problem,) = caught.value.problems
    assert problem.source.endswith(f"mine/{group_}.yaml")
    assert (problem.line, problem.code) == (1, "taken-name")
    assert problem.message.endswith("means something else in the rules below.")


def test_the_same_word_again_is_no_fault(tmp_path: Path) -> None:
    """So a folder can stand alone and lie on top."""
    same = {"programs": {"mn-cps": {"title": built_in().words.programs["mn-cps"]}}, "exams": {}}

    assert toy(tmp_path, REFERENCES, words=same).words.programs["mn-cps"] == built_in().words.programs["mn-cps"]


def test_several_may_lie_on_top_of_each_other(tmp_path: Path) -> None:
    """And clash with each other as with those below."""
    cited = {**REFERENCES, "sources": [{"id": "mn-cps-slides", "at": "p. 1"}]}
    one = folder(tmp_path / "one", credential("ONE", edition(cited)))
    two = folder(tmp_path / "two", credential("TWO", edition(cited)))
    rules = load_chosen(Chosen(added=(one, two)))

    assert rules.ids[-2:] == ("ONE", "TWO")
    assert clashes(rules) == [("taken-name", "The name xx.toy.references is taken already, in the rules below.")]


def test_files_are_called_as_they_are_named(tmp_path: Path) -> None:
    """Those below by their place in the built-in rules, those on top by their path."""
    rules = toy(tmp_path, REFERENCES)

    assert rules.written("CRSS").source == "rules/us/il/crss.yaml"
    assert rules.written("TOY").source == str(tmp_path / "mine" / "us" / "toy.yaml")
