"""An id or name that two things share."""

from __future__ import annotations

from pathlib import Path

from .linting import AGE, HEAD, WAY, leaf, only, place, remarks, toy

OTHER = (HEAD + WAY + AGE).replace("TOY", "OTHER").replace("Toy", "Other").replace("xx.toy", "xx.other")


def test_an_id_that_another_file_uses_is_told_at_the_later_one(tmp_path: Path) -> None:
    """With the place where it was given first."""
    other = OTHER.replace("xx.other.age", "xx.toy.age")

    found = only(remarks(tmp_path, toy(), other=other), "duplicate-id")

    assert place(found) == ("toy.yaml", 18, 19)
    assert found.message == "The id xx.toy.age is used twice."
    assert found.proof == (f"It is given before, at {tmp_path}/rules/us/other.yaml:18:19.",)


def test_a_question_may_not_have_the_id_of_a_requirement(tmp_path: Path) -> None:
    """A report names both."""
    question = "open_questions:\n  - {id: xx.toy.age, topic: other, text: Who knows?}\n"

    assert place(only(remarks(tmp_path, toy(after=question)), "duplicate-id")) == ("toy.yaml", 24, 10)


def test_two_credentials_may_not_answer_to_one_name(tmp_path: Path) -> None:
    """Whatever the case of its letters: nobody could ask for the second one."""
    other = OTHER.replace("title: Other credential", "title: Other credential\naliases: [toy CREDENTIAL]")

    found = only(remarks(tmp_path, toy(), other=other), "duplicate-id")

    assert place(found) == ("toy.yaml", 3, 8)
    assert found.message == "The name Toy credential is used twice."


def test_a_file_that_another_of_its_name_hides_is_told(tmp_path: Path) -> None:
    """It would never be read, and nobody would notice."""
    from catalog.toy import CATALOG, SOURCES, WORDS, folder
    from peercert.catalog import load_catalog
    from peercert.lint import check

    from .linting import TODAY, linked

    shared = {"catalog": linked("catalog", CATALOG), "sources": linked("sources", SOURCES)}
    place_ = folder(tmp_path / "rules", toy=toy(), words=linked("words", WORDS), **shared)
    (place_ / "eu").mkdir()
    (place_ / "eu" / "toy.yaml").write_text(toy(), encoding="utf-8")

    found = only(check(load_catalog(place_), TODAY), "duplicate-id")

    assert found.source == f"{place_}/eu/toy.yaml"
    assert found.message == "Another file of this name stands in another folder, and this one is never read."


def test_two_readings_of_one_requirement_need_names_of_their_own(tmp_path: Path) -> None:
    """A reading of another requirement may have the same."""
    readings = [
        f"    - {{id: {name}, title: {name}, kind: age, at_least: {age}, sources: [{{id: law, at: p}}]}}"
        for name, age in (("old", 30), ("old", 40))
    ]
    disputed = leaf("more", "disputed", "topic: age", "readings:", *readings, cited=False)

    found = [one for one in remarks(tmp_path, toy(disputed)) if one.id == "duplicate-id"]

    assert [place(one) for one in found] == [("toy.yaml", 29, 26)]


def test_ids_that_are_all_different_are_right(tmp_path: Path) -> None:
    """A credential may have its own title as an alias."""
    own = OTHER.replace("title: Other credential", "title: Other credential\naliases: [other CREDENTIAL]")

    assert remarks(tmp_path, toy(), other=own) == ()
