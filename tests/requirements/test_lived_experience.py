"""Lived experience."""

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, turning
from peercert.finding import Aside
from peercert.logic import Why

OWN: Raw = {
    "kind": "lived_experience",
    "any": [{"who": ["self"], "condition": ["mental_illness", "co_occurring"], "imprecise": ["behavioral_health"]}],
}
ANY: Raw = {"kind": "lived_experience", "any": [{"who": ["self", "family_member", "caregiver_of_child"]}]}
DIAGNOSIS: Raw = {
    "kind": "lived_experience",
    "any": [
        {
            "who": ["self"],
            "condition": ["mental_illness", "co_occurring"],
            "primary_diagnosis": True,
            "received_services": True,
        }
    ],
}
PARENT: Raw = {
    "kind": "lived_experience",
    "any": [
        {
            "who": ["caregiver_of_child"],
            "needs_human": ["other"],
            "condition": ["mental_illness"],
            "relation": ["parent", "caregiver"],
            "relation_not": ["sibling", "spouse"],
        }
    ],
}
MARKED: Raw = {
    "kind": "lived_experience",
    "any": [{"who": ["self"]}, {"who": ["family_member"]}],
    "marks": [{"who": ["family_member"], "text": "The credential then carries the letter F."}],
}


def told(*records: Raw) -> Raw:
    """Return a profile with some lived experience."""
    return {"lived_experience": list(records)}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"who": "self", "condition": "mental_illness"}, MET),
        ({"who": "self", "condition": "co_occurring"}, MET),
        ({"who": "self", "condition": "substance_use"}, UNMET),
        ({"who": "self", "condition": "other"}, UNMET),
        ({"who": "self", "condition": "behavioral_health"}, (UNKNOWN, Why.IMPRECISE)),
        ({"who": "self", "condition": "declined"}, (UNKNOWN, Why.DECLINED)),
        ({"who": "self"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"condition": "mental_illness"}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"who": "declined", "condition": "mental_illness"}, (UNKNOWN, Why.DECLINED)),
        ({"who": "family_member", "condition": "mental_illness"}, UNMET),
        ({"who": "family_member"}, UNMET),
    ],
)
def test_one_record_has_one_of_the_shapes(record: Raw, expected: object) -> None:
    """Who and which condition are both held against the shape."""
    assert outcome(OWN, told(record)) == expected


@pytest.mark.parametrize(
    ("raw", "record", "expected"),
    [
        (ANY, {"condition": "other"}, MET),
        (ANY, {"who": "declined"}, MET),
        (PARENT, {"condition": "substance_use"}, UNMET),
        (PARENT, {"condition": "mental_illness", "relation": "parent"}, (UNKNOWN, Why.NOT_PROVIDED)),
        (MARKED, {"who": "declined"}, (UNKNOWN, Why.DECLINED)),
    ],
)
def test_whose_it_is_need_not_be_told_where_it_makes_no_difference(raw: Raw, record: Raw, expected: object) -> None:
    """Where every answer counts, or none does, keeping it to oneself leaves nothing open."""
    assert outcome(raw, told(record)) == expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({}, (UNKNOWN, Why.NOT_PROVIDED)),
        ({"lived_experience": "declined"}, (UNKNOWN, Why.DECLINED)),
        (told(), UNMET),
        ({"lived_experience": {"records": [], "complete": False}}, (UNKNOWN, Why.NOT_PROVIDED)),
        (told({"who": "family_member"}, {"who": "self", "condition": "mental_illness"}), MET),
        (told({"who": "self", "condition": "substance_use"}, {"who": "self"}), (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_silence_is_not_a_no(profile: Raw, expected: object) -> None:
    """What is not told stays open; one record that fits is enough."""
    assert outcome(OWN, profile) == expected


@pytest.mark.parametrize("condition", ["mental_illness", "substance_use", "other", "behavioral_health", None])
def test_where_any_kind_counts_no_condition_is_asked(condition: str | None) -> None:
    """Any condition counts, told or not."""
    record = {"who": "family_member"} | ({"condition": condition} if condition else {})

    assert outcome(ANY, told(record)) == MET


def test_where_any_kind_counts_a_declined_condition_takes_nothing_away() -> None:
    """Whatever the condition is, it would count; so declining to name it leaves nothing open."""
    assert outcome(ANY, told({"who": "self", "condition": "declined"})) == MET


@pytest.mark.parametrize(
    ("diagnosis", "services", "expected"),
    [
        (True, True, MET),
        (False, True, UNMET),
        (True, False, UNMET),
        (None, True, (UNKNOWN, Why.NOT_PROVIDED)),
        (True, "declined", (UNKNOWN, Why.DECLINED)),
        (None, False, UNMET),
    ],
)
def test_diagnosis_and_services_are_asked_where_the_shape_asks_them(
    diagnosis: object, services: object, expected: object
) -> None:
    """Each of the two must be told as yes."""
    flags = {"primary_diagnosis": diagnosis, "received_services": services}
    record = {"who": "self", "condition": "mental_illness"} | {
        key: flag for key, flag in flags.items() if flag is not None
    }

    assert outcome(DIAGNOSIS, told(record)) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("parent", MET),
        ("Caregiver", MET),
        ("sibling", UNMET),
        ("godparent", (UNKNOWN, Why.NEEDS_HUMAN)),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_a_relation_that_the_rule_does_not_know_is_for_a_person(relation: str | None, expected: object) -> None:
    """Known relations count or do not; another one is never a no."""
    record = {"who": "caregiver_of_child", "condition": "mental_illness"} | ({"relation": relation} if relation else {})

    assert outcome(PARENT, told(record)) == expected


def test_a_condition_may_need_a_persons_eye() -> None:
    """A condition that the rule leaves to a person is open for that reason."""
    record = {"who": "caregiver_of_child", "condition": "other", "relation": "parent"}

    assert outcome(PARENT, told(record)) == (UNKNOWN, Why.NEEDS_HUMAN)


@pytest.mark.parametrize(
    ("records", "text"),
    [
        ([{"who": "self"}], "The lived experience told is of a kind that counts."),
        (
            [{"who": "family_member"}],
            "The lived experience told is of a kind that counts. The credential then carries the letter F.",
        ),
        ([{"who": "family_member"}, {"who": "self"}], "The lived experience told is of a kind that counts."),
    ],
)
def test_a_mark_is_said_only_where_such_a_record_alone_carries_it(records: list[Raw], text: str) -> None:
    """What follows from family experience is said only where there is no own one."""
    assert because(MARKED, told(*records)) == (text, None)


@pytest.mark.parametrize(
    ("records", "text"),
    [
        ([{"who": "family_member"}, {"who": "self"}], " It may carry the letter F."),
        ([{"who": "family_member"}, {"condition": "mental_illness"}], " It may carry the letter F."),
        ([{"who": "declined", "condition": "mental_illness"}], " It may carry the letter F."),
        ([{"who": "family_member"}, {"who": "self", "condition": "mental_illness"}], ""),
        ([{"who": "self", "condition": "mental_illness"}, {"who": "declined"}], ""),
        ([{"who": "family_member"}, {"who": "self", "condition": "substance_use"}], " It carries the letter F."),
    ],
)
def test_a_mark_is_said_as_a_perhaps_while_it_is_open_who_carries_it(records: list[Raw], text: str) -> None:
    """An own record that may count yet would take the letter away again; a proved one does; one that fails does not."""
    family = ["family_member", "caregiver_of_child"]
    shapes = [{"who": ["self"], "condition": ["mental_illness"]}, {"who": family}]
    mark = {"who": family, "text": "It carries the letter F.", "perhaps": "It may carry the letter F."}

    said = because({**MARKED, "any": shapes, "marks": [mark]}, told(*records))

    assert said == (f"The lived experience told is of a kind that counts.{text}", None)


def test_a_mark_without_a_perhaps_is_silent_while_it_is_open_who_carries_it() -> None:
    """Nothing is said that may be wrong."""
    marked = {**MARKED, "any": [{"who": ["self"], "condition": ["mental_illness"]}, {"who": ["family_member"]}]}

    said = because(marked, told({"who": "family_member"}, {"who": "self"}))

    assert said == ("The lived experience told is of a kind that counts.", None)


def test_records_that_fit_or_may_fit_are_the_evidence() -> None:
    """A record that does not fit is not named; nothing is counted."""
    records = [{"who": "family_member"}, {"who": "self"}, {"who": "self", "condition": "mental_illness"}]

    found = find(OWN, told(*records))

    assert (found.evidence, found.measure) == (("lived_experience[1]", "lived_experience[2]"), None)


def test_a_record_that_leaves_something_out_is_named_as_in_doubt() -> None:
    """By its place alone: which part is missing is for the person to see."""
    found = find(OWN, told({"who": "self"}, {"who": "self", "condition": "behavioral_health"}))

    assert found.open == (Aside("lived_experience[0]", "details"),)


def test_a_no_is_said_gently() -> None:
    """Nobody can change what they lived through; the words say what counts, and that it is no judgement."""
    assert because(OWN, told({"who": "self", "condition": "substance_use"})) == (
        (
            "What was told is not the lived experience that counts here. "
            "That says nothing about your worth. "
            "What counts: Your own lived experience of mental illness or co-occurring mental illness and substance use."
        ),
        "Another way, or another credential, may fit what you have lived through. Check for all of them.",
    )


def test_what_is_open_says_what_would_settle_it() -> None:
    """Something left out, too general, or nothing told at all: each has its own words."""
    assert because(OWN, told({"who": "self"})) == (
        "What is told of lived experience leaves out something that matters here.",
        (
            "What counts: Your own lived experience of mental illness or "
            "co-occurring mental illness and substance use. "
            "If you wish, add what is missing of `who` and `condition`."
        ),
    )
    assert because(OWN, told({"who": "self", "condition": "behavioral_health"})) == (
        "The condition told is too general to say whether it counts.",
        "If you wish, name it more exactly, in the words that the profile offers.",
    )
    assert because(OWN, {}) == ("The profile does not tell this.", "Add `lived_experience` to the profile.")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (ANY, "Your own or a family member's lived experience."),
        (
            DIAGNOSIS,
            (
                "Your own lived experience of mental illness or co-occurring mental illness and substance use, "
                "with a primary diagnosis and services received for it."
            ),
        ),
        (MARKED, "Your own lived experience. Or: As a family member: lived experience."),
    ],
)
def test_shapes_are_described_in_words(raw: Raw, text: str) -> None:
    """Each shape says whose experience, of what, and what else is asked."""
    assert described(raw) == text


def test_a_relation_is_described_in_a_whole_sentence() -> None:
    """What the candidate is to that person is said in words that fit together."""
    said = described(PARENT)

    assert "parent or caregiver of that person" in said
    assert "with as" not in said


def test_waiting_changes_no_lived_experience() -> None:
    """Time alone never makes this met."""
    assert turning(OWN, told({"who": "self"})) == []
