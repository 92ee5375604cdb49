"""Something that the candidate states or signs."""

from datetime import date

import pytest

from build import MET, UNKNOWN, UNMET, Raw, because, described, find, outcome, requirement, turning
from peercert.finding import Aside
from peercert.logic import Why

ETHICS: Raw = {"kind": "attestation", "name": "code_of_ethics"}
SIGNED = "attestations.code_of_ethics"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (True, MET),
        (False, UNMET),
        ("2026-11-22", MET),
        ("2026-11-23", UNMET),
        ("2026-11", (UNKNOWN, Why.IMPRECISE)),
        ("2026-11-22..2026-11-30", (UNKNOWN, Why.IMPRECISE)),
        ("2025", MET),
        ("declined", (UNKNOWN, Why.DECLINED)),
        (None, (UNKNOWN, Why.NOT_PROVIDED)),
    ],
)
def test_a_statement_is_a_yes_or_the_day_it_was_signed(told: object, expected: object) -> None:
    """A signature counts from its day on; silence and declining leave it open."""
    profile = {"attestations": {} if told is None else {"code_of_ethics": told}}

    assert outcome(ETHICS, profile) == expected


@pytest.mark.parametrize(
    ("profile", "why"),
    [
        ({}, Why.NOT_PROVIDED),
        ({"attestations": "declined"}, Why.DECLINED),
        ({"attestations": {"literacy": True}}, Why.NOT_PROVIDED),
    ],
)
def test_other_statements_say_nothing_of_this_one(profile: Raw, why: Why) -> None:
    """Only its own name settles a statement."""
    assert outcome(ETHICS, profile) == (UNKNOWN, why)


def test_what_will_be_signed_counts_once_all_is_done() -> None:
    """A later signature stands when everything planned is done."""
    assert outcome(ETHICS, {"attestations": {"code_of_ethics": "2027-01-01"}}, finished=True) == MET


def test_the_statement_is_the_evidence_and_a_later_one_is_left_out() -> None:
    """What counts is named by its address; what is dated later is set aside."""
    signed = find(ETHICS, {"attestations": {"code_of_ethics": True}})
    later = find(ETHICS, {"attestations": {"code_of_ethics": "2026-12-01"}})
    perhaps = find(ETHICS, {"attestations": {"code_of_ethics": "2026"}})
    dated = find(ETHICS, {"attestations": {"code_of_ethics": "2026-01-03"}})
    kept = find(ETHICS, {"attestations": {"code_of_ethics": "declined"}})

    assert (signed.evidence, signed.aside) == ((SIGNED,), ())
    assert dated.evidence == kept.evidence == (SIGNED,)
    assert (later.evidence, later.aside) == ((), (Aside(SIGNED, "after_as_of"),))
    assert (perhaps.evidence, perhaps.open) == ((SIGNED,), (Aside(SIGNED, "after_as_of"),))


@pytest.mark.parametrize(
    ("name", "topic", "asked", "step"),
    [
        (
            "disclosure", "disclosure", "Willing to share your own lived experience.",
            "If you become willing to share it, say so in writing.",
        ),
        (
            "code_of_ethics", "ethics_code", "Accepts and signs the code of ethics.",
            "Read the code of ethics. If you agree with it, sign it.",
        ),
        (
            "literacy", "literacy", "Reads and writes well enough for the work.",
            "A reading and writing class may help.",
        ),
        (
            "leadership", "leadership", "Shows leadership, speaks up for others, and is dedicated to recovery.",
            "Collect examples of how you lead and speak up for others.",
        ),
    ],
)  # fmt: skip
def test_every_statement_has_its_topic_and_its_words(name: str, topic: str, asked: str, step: str) -> None:
    """Each of the four statements says what it asks and what to do."""
    raw = {"kind": "attestation", "name": name}

    assert (requirement(raw).about, requirement(raw).looks_at()) == (topic, (f"attestations.{name}",))
    assert described(raw) == asked
    assert because(raw, {"attestations": {name: False}}) == ("The profile says no to this.", step)
    assert because(raw, {"attestations": {name: True}}) == ("Stated in the profile.", None)
    assert because(raw, {"attestations": {}}) == (
        "The profile does not tell this.", f"Add `{name}` under `attestations` in the profile.",
    )  # fmt: skip


def test_a_signature_still_to_come_is_waited_for() -> None:
    """The day on which it will be signed is the day to wait for, and the words say to wait."""
    profile = {"attestations": {"code_of_ethics": "2026-12-01"}}

    assert turning(ETHICS, profile) == [date(2026, 12, 1)]
    assert because(ETHICS, profile) == (
        "It is dated after the day decided on, so it does not count yet.", "Wait for that day.",
    )  # fmt: skip
    assert turning(ETHICS, {"attestations": {"code_of_ethics": False}}) == turning(ETHICS, {}) == []


def test_a_declined_statement_is_a_right() -> None:
    """Who will not say is told that it is their right."""
    said = because(ETHICS, {"attestations": {"code_of_ethics": "declined"}})

    assert said.text == "You chose not to tell this, which is your right. The answer stays open without it."
    assert said.remedy == "If you decide to tell it, add `code_of_ethics` under `attestations` in the profile."
