"""The profile to fill in: valid as it stands, valid with every example put to use, and no longer than it must be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from peercert.candidate import Candidate, load_candidate
from peercert.candidate.profile import Profile
from peercert.candidate.writing import json_text, written
from peercert.catalog import load_catalog
from peercert.errors import UsageError
from peercert.lint.reading_grade import grade
from peercert.reading import read_text
from peercert.scaffold import requirements_of, scaffold, unused, without
from peercert.scaffold_blocks import BLOCKS, STATEMENTS
from rules.running import decided
from upper import TODAY, built_in, credential, decide, edition, leaf, rules_folder

IDS = ["CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS"]


def put_to_use(text: str) -> str:
    """Take the sign away from every example line, as a person would; the first line is for editors."""
    first, *rest = text.splitlines()
    return "\n".join([first, *(re.sub("^# ", "", line) for line in rest)]) + "\n"


def loaded(text: str) -> Candidate:
    """Read a profile through the real reader."""
    return load_candidate(read_text(text, "new.yaml", syntax="yaml"), built_in().words, TODAY)


def told(candidate: Candidate) -> list[str]:
    """Return the keys of which a candidate tells something."""
    return [key for key in Profile.model_fields if getattr(candidate.profile, key) is not None]


@pytest.mark.parametrize("id_", IDS)
def test_it_is_valid_as_it_stands_and_tells_only_what_is_sought(id_: str) -> None:
    """Whoever writes it and checks it at once gets an answer about that credential; nothing else is taken as told."""
    candidate = loaded(scaffold(built_in(), [id_]))

    assert told(candidate) == ["id", "seeking"]
    assert candidate.profile.seeking == (id_,)


@pytest.mark.parametrize("id_", IDS)
def test_with_every_example_put_to_use_it_is_still_valid(id_: str) -> None:
    """No example teaches a mistake."""
    candidate = loaded(put_to_use(scaffold(built_in(), [id_])))

    assert candidate.profile.seeking == (id_,)


def test_it_asks_only_for_what_the_chosen_credential_looks_at() -> None:
    """CPSRP-P asks for lived experience, training and an exam; nothing else is asked of the person."""
    text = put_to_use(scaffold(built_in(), ["CPSRP-P"]))

    assert told(loaded(text)) == [
        "id", "name", "seeking", "application_date", "lived_experience", "training", "exams",
    ]  # fmt: skip


def test_for_two_credentials_it_asks_for_what_either_looks_at() -> None:
    """Only CPRS asks where a person works, only CPSS for references."""
    text = put_to_use(scaffold(built_in(), ["CPRS", "CPSS"]))

    assert {"work", "references"} <= set(told(loaded(text)))


def test_what_another_credential_brings_in_is_asked_for_too() -> None:
    """CPS-II asks for all of CPS-I, so its profile has a course and a birth date."""
    text = put_to_use(scaffold(built_in(), ["CPS-II"]))

    assert {"birth_date", "training", "credentials", "experience"} <= set(told(loaded(text)))


@pytest.mark.parametrize(
    ("ids", "there", "not_there"),
    [
        (
            ["CPSS"],
            ["role", "population", "received_services", "relation", "years", "components", "supervisor"],
            ["share", "topics", "credits", "supervised", "primary_diagnosis", "kind", "field"],
        ),
        (
            ["CPSRP-P", "CRSS"],
            ["topics", "credits", "share", "condition"],
            ["components", "population", "role", "relation", "years", "kind"],
        ),
        (["CPS-II"], ["primary_diagnosis", "field", "supervised", "midterm"], ["share", "kind", "years", "topics"]),
    ],
)
def test_of_a_record_it_asks_only_for_the_fields_that_the_rules_tell_apart(
    ids: list[str], there: list[str], not_there: list[str]
) -> None:
    """Neither the example nor the words above it name any other."""
    text = scaffold(built_in(), ids)

    assert [name for name in there if not re.search(rf"\b{name}\b", text)] == []
    assert [name for name in not_there if re.search(rf"\b{name}(:| \()", text)] == []


def test_the_example_of_a_course_ends_each_part_as_the_rules_ask() -> None:
    """So that nobody learns only from a report that the parts are to be told."""
    assert "components: {midterm: passed, oral_role_play: passed, final: passed}" in scaffold(built_in(), ["CPS-I"])
    assert "components: {pre_training: completed}" in scaffold(built_in(), ["CPSS"])


def test_no_field_that_it_leaves_out_would_change_an_answer() -> None:
    """Each case beside the rules, told without those fields, comes out the same."""
    for told_case, one in decided():
        left_out = unused(built_in(), requirements_of(built_in(), [one.credential.id]))
        made = {key: _less(key, value, left_out) for key, value in plain(one.case.candidate).items()}
        case = one.case
        again = decide(one.credential.id, made, case.as_of, disputes=case.disputes, verified_only=case.verified_only)
        assert again.verdict is one.verdict, told_case.case.place


def plain(candidate: Candidate) -> dict[str, object]:
    """Return what a candidate tells as it may stand in a file of JSON."""
    data: dict[str, object] = json.loads(json_text(written(candidate)))
    return data


def _less(key: str, value: object, left_out: frozenset[str]) -> object:
    """Return what is told under a key without some fields."""
    if isinstance(value, list):
        return [_less(key, one, left_out) for one in value]
    if isinstance(value, dict):
        return {name: _less(f"{key}.", one, left_out) for name, one in value.items() if f"{key}.{name}" not in left_out}
    return value


def test_lines_without_a_field_lose_what_is_below_it_too() -> None:
    """A record that begins with it goes as a whole; on a line with others, only it goes."""
    lines = ["f:", "  - a: 1", "    b: 2", "  - c: {x: 1, a: 2, b: [3]}", "a: said", "   more of it", "b: said"]

    assert list(without(lines, ["a"])) == ["f:", "  - c: {x: 1, b: [3]}", "b: said"]
    assert list(without(lines, [])) == lines


def test_without_a_choice_it_covers_every_credential() -> None:
    """All that any of them looks at."""
    candidate = loaded(put_to_use(scaffold(built_in(), [])))

    assert candidate.profile.seeking == tuple(IDS)


def test_only_the_statements_that_are_asked_for_are_named() -> None:
    """CRSS asks for two of the four."""
    text = scaffold(built_in(), ["CRSS"])

    assert "# attestations:\n#   disclosure: true\n#   code_of_ethics: true\n" in text
    assert "literacy" not in text


def test_the_first_line_tells_an_editor_which_schema_to_use() -> None:
    """And the lines below say how to get that file."""
    text = scaffold(built_in(), ["CRSS"])

    assert text.startswith("# yaml-language-server: $schema=candidate.schema.json\n")
    assert "##   peercert schema candidate -o candidate.schema.json\n" in text


def test_it_says_how_to_leave_something_open() -> None:
    """Left out, none, and will not say are three things."""
    text = scaffold(built_in(), ["CRSS"])

    assert '## What is left out means "not told". It is never taken as a no.\n' in text
    assert '## [] means "none". The word declined means "I will not say".\n' in text


def test_a_block_explains_the_field_and_the_words_it_takes() -> None:
    """The whole block of where a person lives, and the head of the one about schooling."""
    text = scaffold(built_in(), ["CPSS"])

    assert (
        "## Where you live: the state in two letters, and since when.\n# residence: {state: MS, since: 2019-05-01}\n"
    ) in text
    assert (
        "## level: none, some_high_school, high_school_diploma, ged, equivalent,\n"
        "##     some_college, associate, bachelor, master, doctorate\n"
    ) in text


def test_every_line_is_the_id_a_comment_or_empty() -> None:
    """Nothing is told on a person's behalf."""
    lines = scaffold(built_in(), []).splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == ["id: someone"]


def test_the_examples_use_the_words_of_the_chosen_rules() -> None:
    """The exam and the course that CPSS names, and no others."""
    text = scaffold(built_in(), ["cpss"])

    assert "#   - {exam: ms-cpss, date: 2024-06-14, result: passed}\n" in text
    assert "##   ms-cpss, none\n" in text
    assert "mn-cps" not in text


def test_an_unknown_credential_is_told() -> None:
    """With the nearest one."""
    with pytest.raises(UsageError, match='Did you mean "CRSS"'):
        scaffold(built_in(), ["CRSSS"])


def test_rules_without_words_still_give_a_valid_profile(tmp_path: Path) -> None:
    """Somebody's own rules may know no programs and no exams."""
    asks = [
        leaf("x.work", "experience", at_least=5),
        leaf("x.job", "employment"),
        leaf("x.exam", "course", programs=["c"]),
    ]
    folder = rules_folder(tmp_path, credential("TOY", edition(*asks)), words={"programs": {"c": {"title": "C"}}})
    rules = load_catalog(folder)
    text = put_to_use(scaffold(rules, []))

    assert load_candidate(read_text(text, "new.yaml", syntax="yaml"), rules.words, TODAY).profile.seeking == ("TOY",)


def test_every_fact_of_a_profile_has_its_block() -> None:
    """In the order in which a file tells them; a new fact needs words before it can be asked for."""
    assert [block.key for block in BLOCKS] == list(Profile.model_fields)


def test_every_block_is_valid_when_put_to_use() -> None:
    """Facts that no credential asks for today are examples too."""
    lines = [line for block in BLOCKS for line in block.example]
    blanks = {
        "<seeking>": "CRSS", "<state>": "IL", "<program>": "mn-cps", "<exam>": "mn-cps", "<setting>": "clinic",
        "<ended>": "final: passed", "<supervisor>": "nurse", "<credential>": "CPS-I", "<license>": "LPN",
    }  # fmt: skip
    text = "\n".join(lines).replace("attestations:", "attestations: {literacy: true}")
    for blank, word in blanks.items():
        text = text.replace(blank, word)

    assert told(loaded(text)) == list(Profile.model_fields)


def test_every_statement_of_a_profile_is_explained() -> None:
    """The four that a profile may hold."""
    assert list(STATEMENTS) == ["disclosure", "code_of_ethics", "literacy", "leadership"]


def test_it_reads_at_grade_eight_or_lower() -> None:
    """The comments are for everybody; lists of words are not sentences."""
    lines = [
        line.removeprefix("##").strip() for line in scaffold(built_in(), []).splitlines() if line.startswith("## ")
    ]
    prose = " ".join(line for line in lines if line.endswith(".") and "_" not in line)

    assert grade(prose) <= 8


def test_no_line_is_too_wide_for_a_screen() -> None:
    """A hundred columns."""
    assert [line for line in scaffold(built_in(), []).splitlines() if len(line) > 100] == []
