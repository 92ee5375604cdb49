"""Explaining: the order of the catalogue, words made after the verdict, sources, and what rests on little."""

from __future__ import annotations

from pathlib import Path

import pytest

from peercert.catalog import load_catalog
from peercert.engine import Verdict
from peercert.explain import Explainer, Explanation, Line
from peercert.lint.reading_grade import grade
from peercert.logic import Outcome
from peercert.requirements.references import References
from peercert.requirements.wording import Because
from rules.running import decided
from upper import Written, built_in, credential, decide, edition, group, leaf, own_rules, rules_folder

REFERENCES = leaf("x.references", "references", at_least=2)
DISCLOSURE = leaf("x.disclosure", "attestation", tier="secondary", name="disclosure")
LITERACY = leaf("x.literacy", "attestation", name="literacy")


def explained(folder: Path, tree: Written, profile: Written) -> Explanation:
    """Explain what comes out for a person under one tree."""
    rules = own_rules(folder, tree)
    return Explainer(rules).explain(decide("TOY", profile, catalog=rules))


def ids(lines: tuple[Line, ...]) -> list[str]:
    """Return the ids of lines."""
    return [line.requirement.id for line in lines]


def test_a_bar_stands_beside_what_is_asked_and_hides_none_of_it(tmp_path: Path) -> None:
    """The checklist keeps its lines; the bar is one more, after them."""
    one = credential("TOY", edition(group("x", "all_of", LITERACY, REFERENCES)))
    one["editions"][0]["pathways"][0]["bars"] = [leaf("x.barred", "license", licenses=["LPN"])]
    rules = load_catalog(rules_folder(tmp_path, one))

    lines = Explainer(rules).explain(decide("TOY", {}, catalog=rules)).lines

    assert ids(lines) == ["x.literacy", "x.references", "x.barred"]


def test_lines_stand_in_the_order_of_the_catalogue(tmp_path: Path) -> None:
    """A report is read like the checklist that it comes from, whatever came out of each line."""
    tree = group("x", "all_of", LITERACY, REFERENCES, DISCLOSURE)

    assert ids(explained(tmp_path, tree, {"references": 2}).lines) == ["x.literacy", "x.references", "x.disclosure"]


def test_a_root_that_asks_for_all_is_not_a_line_itself(tmp_path: Path) -> None:
    """What is asked stands at the top; a root that lets choose is a line, with its branches inside."""
    both = explained(tmp_path, group("x", "all_of", LITERACY, REFERENCES), {})
    either = explained(tmp_path, group("x", "any_of", LITERACY, REFERENCES), {})
    alone = explained(tmp_path, REFERENCES, {})

    assert ids(both.lines) == ["x.literacy", "x.references"]
    assert (ids(either.lines), ids(either.lines[0].children)) == (["x"], ["x.literacy", "x.references"])
    assert ids(alone.lines) == ["x.references"]


def test_the_leaves_of_a_line_are_the_lines_that_hold_no_others(tmp_path: Path) -> None:
    """Leaves come in order, however deep they stand; a line without children is its own leaf."""
    tree = group("x", "any_of", LITERACY, group("x.both", "all_of", REFERENCES, DISCLOSURE))
    line = explained(tmp_path, tree, {}).lines[0]

    assert [leaf.requirement.id for leaf in line.leaves()] == ["x.literacy", "x.references", "x.disclosure"]
    assert list(line.children[0].leaves()) == [line.children[0]]


def test_a_line_says_why_what_to_do_and_where_it_is_written(tmp_path: Path) -> None:
    """An unmet requirement comes with its reason, its remedy, and its source with the place in it."""
    line = explained(tmp_path, REFERENCES, {"references": 1}).lines[0]

    assert line.because == Because("1 of 2 references.", "Ask for 1 more reference.")
    assert [(one.id, one.source.title, one.locator) for one in line.cited] == [("document", "The document", "page 1")]


def test_a_line_that_only_holds_others_cites_what_they_cite_each_once(tmp_path: Path) -> None:
    """Contract section 3: every requirement has at least one source, a group too."""
    said_by_the_board = leaf("x.said", "attestation", tier="issuer", name="leadership")
    inner = group("x.inner", "all_of", REFERENCES, said_by_the_board)
    choice = group("x.choice", "any_of", LITERACY, inner)

    (line,) = explained(tmp_path, group("x", "any_of", choice, DISCLOSURE), {}).lines

    assert [one.id for one in line.cited] == ["document", "issuer", "secondary"]
    assert [one.id for one in line.children[0].cited] == ["document", "issuer"]


def test_a_line_with_readings_cites_every_reading_once(tmp_path: Path) -> None:
    """Who wants to check a disputed requirement finds all that is written about it."""
    readings = [leaf("three", "references", at_least=3), leaf("two", "references", tier="issuer", at_least=2)]
    again = [leaf("one", "references", at_least=1)]
    tree = {"id": "x", "kind": "disputed", "title": "References", "topic": "references", "readings": readings + again}

    line = explained(tmp_path, tree, {"references": 2}).lines[0]

    assert [one.id for one in line.cited] == ["document", "issuer"]
    assert line.because.remedy == "Ask the Board of Toys (BOT) which one holds."


@pytest.mark.parametrize(
    ("profile", "weak"),
    [
        ({"references": 2, "attestations": {"disclosure": True}}, ["x.disclosure"]),
        ({"references": 1, "attestations": {"disclosure": True}}, []),
        ({"references": 2, "attestations": {"disclosure": False}}, ["x.disclosure"]),
        ({"references": 2}, ["x.disclosure"]),
    ],
)
def test_what_rests_on_a_secondary_source_is_named(tmp_path: Path, profile: Written, weak: list[str]) -> None:
    """For an eligible verdict every requirement matters; for any other only those that block."""
    found = explained(tmp_path, group("x", "all_of", REFERENCES, DISCLOSURE), profile)

    assert ids(found.secondary) == weak


def test_words_come_after_the_verdict_and_cannot_change_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in wording breaks the explanation and leaves the determination as it is."""

    def broken(*_: object) -> Because:
        raise ZeroDivisionError

    monkeypatch.setattr(References, "unmet", broken)
    rules = own_rules(tmp_path, REFERENCES)
    found = decide("TOY", {"references": 1}, catalog=rules)

    assert found.verdict is Verdict.NOT_ELIGIBLE
    with pytest.raises(ZeroDivisionError):
        Explainer(rules).explain(found)


def test_every_line_of_every_case_is_put_into_words() -> None:
    """No line is silent; what is not met, and only that, comes with something to do."""
    explainer = Explainer(built_in())
    for _, one in decided():
        for line in explainer.explain(one).lines:
            for leaf_line in line.leaves():
                outcome, because = leaf_line.finding.outcome, leaf_line.because
                assert because.text.endswith((".", "?")), (leaf_line.requirement.id, because.text)
                assert (because.remedy is not None) is (outcome < Outcome.MET), leaf_line.requirement.id


def test_what_is_said_reads_at_grade_eight_or_lower() -> None:
    """On average, all reasons and remedies of all cases can be read after eight years of school."""
    explainer = Explainer(built_in())
    said = {
        text
        for _, one in decided()
        for line in explainer.explain(one).lines
        for leaf_line in line.leaves()
        for text in leaf_line.because
        if text
    }

    assert len(said) > 150
    assert grade(" ".join(sorted(said))) <= 8


BLAME = ("you failed", "you must", "invalid", "wrong", "your fault", "error", "refus", "deny", "denied", "null")


def test_nothing_that_is_said_blames_or_speaks_of_the_program() -> None:
    """A no is about papers, hours and days; it never scolds, and shows nothing of how the program is made."""
    explainer = Explainer(built_in())
    for _, one in decided():
        for line in explainer.explain(one).lines:
            for leaf_line in line.leaves():
                said = f"{leaf_line.because.text} {leaf_line.because.remedy}".removesuffix(" None").lower()
                assert [word for word in BLAME if word in said] == []
