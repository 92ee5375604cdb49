"""The lint as a whole: what it looks at, in which order it speaks, and what it passes over."""

from __future__ import annotations

from pathlib import Path

from catalog.toy import SOURCES, WORDS
from peercert.catalog import load_catalog
from peercert.lint import check, refused

from .linting import HEAD, TODAY, WAY, hours, leaf, opened, remarks, toy


def test_the_built_in_catalogue_is_clean() -> None:
    """Nothing to remark, warnings included; what is odd in it is allowed with a reason."""
    assert check(load_catalog(), TODAY) == ()
    assert refused(load_catalog()) == ()


def test_the_54_hours_of_one_credential_are_allowed_with_a_reason() -> None:
    """Without the reason the cap would be told, so the lint does see it."""
    catalog = load_catalog()
    cap = next(one for one in catalog.credential("CRSS").editions[0].pathways[0].requires.children if one.groups)
    (reading,) = [one for part in cap.children for one in part.alternatives if one.id == "cap"]

    assert [one.lint for one in reading.allow] == ["cap-that-never-binds"]
    assert "46 + 54 = 100" in reading.allow[0].because


def test_a_copy_with_one_number_changed_is_not_clean(tmp_path: Path) -> None:
    """16 hours of ethics instead of 6 make 110 of 100: the slip that started it all."""
    import shutil

    shutil.copytree(load_catalog().folder, tmp_path / "rules")
    file = tmp_path / "rules" / "us" / "il" / "crss.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("at_least: 6\n") == 1
    file.write_text(text.replace("at_least: 6\n", "at_least: 16\n"), encoding="utf-8")

    found = check(load_catalog(tmp_path / "rules"), TODAY)

    assert [one.id for one in found] == ["parts-beyond-total"]
    assert found[0].proof[0] == "4 x 10 + 16 + 54 = 40 + 16 + 54 = 110 > 100"
    assert "at_least: 100" in text.splitlines()[found[0].line - 1]


def test_remarks_come_file_by_file_from_top_to_bottom(tmp_path: Path) -> None:
    """The shared files first, then the credentials in catalogue order."""
    head = HEAD.replace("# yaml-language-server: $schema=../credential.schema.json\n", "")
    text = toy(leaf("x", "references", "at_least: 0"), leaf("y", "supervision", "at_least: 0"), head=head)

    found = remarks(tmp_path, text, words=WORDS)

    assert [(Path(one.source).name, one.line, one.id) for one in found] == [
        ("words.yaml", 1, "unlinked-schema"),
        ("toy.yaml", 1, "unlinked-schema"),
        ("toy.yaml", 25, "vacuous-requirement"),
        ("toy.yaml", 30, "vacuous-requirement"),
    ]


def test_a_file_that_cannot_be_used_is_passed_over(tmp_path: Path) -> None:
    """Its problems are told apart, and the other files are still looked at."""
    broken = (HEAD + WAY + leaf("y", "age", "at_leest: 2")).replace("TOY", "OTHER")
    catalog = opened(tmp_path, toy(leaf("x", "references", "at_least: 0")), other=broken)

    assert [one.id for one in check(catalog, TODAY)] == ["vacuous-requirement"]
    assert [(one.line, one.code) for one in refused(catalog)] == [(21, "unknown-key")]


def test_broken_sources_are_told_once(tmp_path: Path) -> None:
    """Though no credential can be read without them."""
    catalog = opened(tmp_path, toy(), sources=SOURCES.replace("tier: issuer", "tier: rumour"))

    assert check(catalog, TODAY) == ()
    assert [one.code for one in refused(catalog)] == ["unknown-word"]


def test_broken_words_keep_nothing_from_being_looked_at(tmp_path: Path) -> None:
    """Only what hangs on the words is passed over."""
    text = toy(leaf("x", "references", "at_least: 0"), leaf("y", "exam", "exam: nobody-knows"))

    found = remarks(tmp_path, text, words="programs: []\n")

    assert [one.id for one in found] == ["vacuous-requirement"]
    assert found[0].proof == ("Nobody has less than 0.",)


def test_a_folder_without_a_credential_is_a_problem(tmp_path: Path) -> None:
    """Nothing to look at is never a silent pass."""
    catalog = opened(tmp_path, toy())
    (catalog.folder / "us" / "toy.yaml").unlink()

    assert [one.code for one in refused(load_catalog(catalog.folder))] == ["nothing-to-check"]


def test_one_number_that_is_read_twice_is_told_once(tmp_path: Path) -> None:
    """Each reading of a disputed part gives a sum of its own, and the total is still one number."""
    readings = "".join(
        f"                    - {{id: r{number}, title: {number}, kind: training_hours, at_least: {number}, "
        "topics: [ethics], sources: [{id: law, at: p}]}\n"
        for number in (60, 70)
    )
    training = (
        leaf("training", "training", "of:", cited=False) + hours("total", 40)
        + leaf("e", "disputed", "topic: training", "readings:", indent=16, cited=False) + readings
    )  # fmt: skip

    assert [one.id for one in remarks(tmp_path, toy(training))] == ["parts-beyond-total"]
