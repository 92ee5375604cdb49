"""From plain values to a typed model."""

import json
from typing import Any

import pytest

from peercert.candidate.profile import Profile
from peercert.catalog.sources import Sources
from peercert.reading import Plain, read_text
from peercert.requirements.age import Age
from peercert.requirements.attestation import Attestation
from peercert.requirements.base import RulesModel
from peercert.requirements.counting import Window
from peercert.requirements.credential_held import Validity
from peercert.requirements.education import Education
from peercert.requirements.experience import Experience
from peercert.requirements.sittings import Sittings
from peercert.shaping import Fault, known_keys, placed, shape, shown, unknown_key, unknown_word


def wrong(raw: dict[str, Any]) -> list[Fault]:
    """Return what is wrong with a profile's values."""
    document = read_text(json.dumps(raw), "p.json", syntax="json")
    assert isinstance(document.value, dict)
    return shape(Profile, dict(document.value))[1]


def test_what_is_right_becomes_a_model_without_faults() -> None:
    """Good values give the model and no fault."""
    document = read_text("references: 2", "p.yaml")
    assert isinstance(document.value, dict)

    profile, faults = shape(Profile, dict(document.value))

    assert faults == []
    assert profile is not None
    count: object = profile.references
    assert count == 2


@pytest.mark.parametrize(
    ("raw", "path", "code", "message", "hint"),
    [
        (
            {"birthdate": "2000-01-01"},
            ("birthdate",),
            "unknown-key",
            'Unknown key "birthdate".',
            'Did you mean "birth_date"?',
        ),
        (
            {"exams": [{"exam": "mn-cps", "scor": 3}]},
            ("exams", 0, "scor"),
            "unknown-key",
            'Unknown key "scor" in exams.',
            'Did you mean "score"?',
        ),
        (
            {"residence": {"zzz": "IL"}},
            ("residence", "zzz"),
            "unknown-key",
            'Unknown key "zzz" in residence.',
            "It may be one of: state, since.",
        ),
        (
            {"training": [{"topics": {"ethic": 3}}]},
            ("training", 0, "topics", "ethic"),
            "unknown-key",
            'Unknown key "ethic" in training.topics.',
            'Did you mean "ethics"?',
        ),
        (
            {"enrollment": {"inn": "college"}},
            ("enrollment", "inn"),
            "unknown-key",
            'Unknown key "inn" in enrollment.',
            'Did you mean "in"?',
        ),
        (
            {"serves": ["adult"]},
            ("serves", 0),
            "unknown-word",
            "This is not a word that serves knows.",
            (
                'Did you mean "adults"? It knows: mental_illness, substance_use, co_occurring, adults,'
                " transition_age_youth, children."
            ),
        ),
        (
            {"enrollment": {"in": "zzz"}},
            ("enrollment", "in"),
            "unknown-word",
            "This is not a word that in knows.",
            "It knows: high_school, ged_program, college, none.",
        ),
        (
            {"training": [{"components": {"Zebulon": "zzz"}}]},
            ("training", 0, "components", "Zebulon"),
            "unknown-word",
            "This is not a word that components knows.",
            "It knows: completed, passed, failed, pending.",
        ),
        (
            {"enrollment": {"in": ["college"]}},
            ("enrollment", "in"),
            "wrong-type",
            "A word is needed here.",
            "Write one of: high_school, ged_program, college, none.",
        ),
        ({"residence": "IL"}, ("residence",), "wrong-type", "A mapping is needed here.", "Write `key: value` lines."),
        ({"exams": ["mn-cps"]}, ("exams", 0), "wrong-type", "A mapping is needed here.", "Write `key: value` lines."),
        (
            {"training": [{"topics": ["ethics"]}]},
            ("training", 0, "topics"),
            "wrong-type",
            "A mapping is needed here.",
            "Write `key: value` lines.",
        ),
        (
            {"seeking": "CRSS"},
            ("seeking",),
            "wrong-type",
            "A list is needed here.",
            "Write it in brackets, or one item a line, each after a dash.",
        ),
        (
            {"name": ["Jordan"]},
            ("name",),
            "wrong-type",
            "A text is needed here.",
            "Write it on one line, in quotes if it has a colon in it.",
        ),
        ({"id": ""}, ("id",), "empty-value", "This text is empty.", "Leave the key out if it is not known."),
        ({"id": "x" * 201}, ("id",), "too-long", "This text is too long.", "Say it in fewer words."),
        (
            {"practicum": [{"hours": -1}]},
            ("practicum", 0, "hours"),
            "negative",
            "This number is below zero. Write zero or more.",
            None,
        ),
    ],
)
def test_a_fault_says_what_is_wrong_where_and_what_would_be_right(
    raw: dict[str, Any], path: tuple[str | int, ...], code: str, message: str, hint: str | None
) -> None:
    """One thing that is wrong gives one fault, in the author's words."""
    (fault,) = wrong(raw)

    assert fault[:4] == (path, code, message, hint)


@pytest.mark.parametrize(
    ("raw", "path", "code"),
    [
        ({"references": [{"from": "A", "dat": "2026-01-01"}]}, ("references", 0, "dat"), "unknown-key"),
        ({"references": [{"date": "soon"}]}, ("references", 0, "date"), "bad-date"),
        ({"references": -1}, ("references",), "negative"),
        ({"references": 1.5}, ("references",), "bad-number"),
        ({"employment": {"since": "2026-01-01", "seting": "x"}}, ("employment", "seting"), "unknown-key"),
        ({"employment": {"since": "soon"}}, ("employment", "since"), "bad-date"),
    ],
)
def test_where_two_things_may_stand_one_fault_is_told_at_its_place(
    raw: dict[str, Any], path: tuple[str | int, ...], code: str
) -> None:
    """References are a count or a list, employment a mapping or none: a fault in one is told once, where it is."""
    assert [(fault.path, fault.code) for fault in wrong(raw)] == [(path, code)]


@pytest.mark.parametrize(
    "raw", [{"references": "two"}, {"references": True}, {"employment": "nothing"}, {"employment": ["x"]}]
)
def test_what_can_be_neither_of_two_things_is_one_fault(raw: dict[str, Any]) -> None:
    """A text for references, or a list for employment, is one fault at the key's value."""
    assert [fault.path for fault in wrong(raw)] == [tuple(raw)]


def test_all_faults_are_told_at_once() -> None:
    """What is wrong in one place does not hide what is wrong in another, not even in the same record."""
    raw = {"nme": "x", "birth_date": "soon", "exams": [{"exam": "mn-cps", "score": "x", "date": "y", "zz": 1}, 7]}

    found = {(fault.path, fault.code) for fault in wrong(raw)}

    assert found == {
        (("nme",), "unknown-key"),
        (("birth_date",), "bad-date"),
        (("exams", 0, "score"), "bad-number"),
        (("exams", 0, "date"), "bad-date"),
        (("exams", 0, "zz"), "unknown-key"),
        (("exams", 1), "wrong-type"),
    }


def test_what_is_right_is_kept_beside_what_is_wrong() -> None:
    """A record that is wrong keeps its place as one that tells nothing, so the rest can be looked at."""
    raw: dict[str, Any] = {"exams": ["x", {"exam": "mn-cps"}], "name": "Jordan", "id": 3.5, "seeking": "CRSS"}

    profile, faults = shape(Profile, raw)

    assert profile is not None
    assert profile.exams is not None
    assert [one.exam for one in profile.exams] == [None, "mn-cps"]
    assert (profile.name, profile.seeking, len(faults)) == ("Jordan", None, 3)


@pytest.mark.parametrize(
    ("raw", "path", "code", "message"),
    [
        ({"kind": "age", "id": "x", "title": "X"}, (), "missing-key", 'The key "at_least" is missing here.'),
        ({"kind": "age", "id": "x", "title": "X", "at_least": "x"}, ("at_least",), "bad-number", None),
    ],
)
def test_a_rule_without_what_it_needs_is_no_model(
    raw: dict[str, Any], path: tuple[str | int, ...], code: str, message: str | None
) -> None:
    """Where a key that must be there is missing or wrong there is no model, and a fault says so."""
    model, faults = shape(Age, raw)

    assert model is None
    assert (faults[0].path, faults[0].code) == (path, code)
    assert message is None or faults[0].message == message


def test_a_missing_key_is_told_once() -> None:
    """However often the rest is looked at, one fault is told once."""
    _, faults = shape(Age, {"kind": "age", "id": "x", "title": "X"})

    assert len(faults) == 1


def test_a_word_in_a_rule_is_compared_with_what_its_field_knows() -> None:
    """A word that a rule's field does not know is told with the nearest one."""
    raw = {"kind": "attestation", "id": "x", "title": "X", "name": "disclosur"}

    _, faults = shape(Attestation, raw)

    assert faults[0][:4] == (
        ("name",), "unknown-word", "This is not a word that name knows.",
        'Did you mean "disclosure"? It knows: disclosure, code_of_ethics, literacy, leadership.',
    )  # fmt: skip


def test_the_words_below_a_key_of_the_authors_own_are_those_of_the_field() -> None:
    """A source stands under an id that nobody but its author knows; a slip in it is told all the same."""
    good = {
        "title": "T",
        "publisher": "P",
        "date": "undated",
        "read": "2026-11-22",
        "tier": "issuer",
        "url": "https://x",
    }

    _, faults = shape(Sources, {"sources": {"title": {**good, "tier": "isuer"}, "b": {**good, "tilte": "x"}}})

    assert [(fault.path, fault.hint) for fault in faults] == [
        (("sources", "title", "tier"), 'Did you mean "issuer"? It knows: document, issuer, secondary.'),
        (("sources", "b", "tilte"), 'Did you mean "title"?'),
    ]


def test_what_was_set_aside_is_not_missed() -> None:
    """A number that is wrong is not told to be missing as well: mending it mends both."""
    _, faults = shape(Experience, {"kind": "experience", "id": "x", "title": "X", "at_least": "forty"})

    assert [(fault.path, fault.code) for fault in faults] == [(("at_least",), "bad-number")]


def test_a_list_is_not_too_short_for_what_is_wrong_in_it() -> None:
    """The one thing that stands there is there, though it must be mended."""
    _, faults = shape(Education, {"kind": "education", "id": "x", "title": "X", "levels": [7]})

    assert [(fault.path, fault.code) for fault in faults] == [(("levels", 0), "wrong-type")]


@pytest.mark.parametrize(
    ("model", "raw"),
    [
        (Sittings, {"course": "x", "at_most": Plain("0")}),
        (Window, {"years": Plain("0")}),
        (Validity, {"years": Plain("0")}),
    ],
)
def test_a_number_that_nobody_can_meet_is_refused(model: type[RulesModel], raw: dict[str, Any]) -> None:
    """No sitting, and no year: the slip of a pen that would refuse everybody."""
    _, faults = shape(model, raw)

    assert [(fault.code, fault.message) for fault in faults] == [
        ("bad-number", "Nothing would be enough. Write 1 or more.")
    ]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("birthdate", '"birthdate"'),
        ("birth-date", '"birth-date"'),
        ("Jordan Rivera", "(not shown)"),
        ("j@example.org", "(not shown)"),
        ("555-1234", "(not shown)"),
        ("a" * 40, f'"{"a" * 40}"'),
        ("a" * 41, "(not shown)"),
        ("", "(not shown)"),
    ],
)
def test_only_what_looks_like_a_key_is_shown(key: str, expected: str) -> None:
    """What someone typed by mistake in the place of a key may be personal, so it is not repeated."""
    assert shown(key) == expected


def test_a_far_off_key_is_told_with_the_keys_there_are() -> None:
    """Where no known key is near, all of them are listed; the fault is placed at the key."""
    fault = unknown_key(("residence", "qqqq"), ["state", "since"])

    assert fault == Fault(
        ("residence", "qqqq"), "unknown-key", 'Unknown key "qqqq" in residence.',
        "It may be one of: state, since.", at_key=True,
    )  # fmt: skip


def test_a_word_at_the_top_of_nothing_is_called_this() -> None:
    """A fault at a place without any key still reads as a sentence."""
    assert unknown_word((0,), "x", ["a"]).message == "This is not a word that this knows."


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("residence",), ["state", "since"]),
        (("references", 0), ["evidence", "verified_by", "from", "date"]),
        (("enrollment",), ["in", "until"]),
        (("nowhere",), []),
    ],
)
def test_the_known_keys_of_a_place_are_spelled_as_in_files(path: tuple[str | int, ...], keys: list[str]) -> None:
    """Keys are listed as an author writes them, in the order of the model."""
    assert known_keys(Profile, path) == keys


def test_faults_become_problems_in_the_order_of_the_file() -> None:
    """Each fault gets its line and column, at the key where the key is meant, and they are sorted by place."""
    document = read_text("id: x\nresidence:\n  stat: IL\n", "p.yaml")
    faults = [Fault(("residence", "stat"), "b", "B.", at_key=True), Fault(("id",), "a", "A.", "Do.")]

    problems = placed(document, faults)

    assert [str(problem) for problem in problems] == ["p.yaml:1:5: A. Do.", "p.yaml:3:3: B."]
