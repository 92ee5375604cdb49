"""The schemas: what the loaders take they take, and what the loaders refuse they refuse, as far as a schema can."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from described import undescribed
from peercert.candidate import Profile
from peercert.candidate.profile import LEDGERS
from peercert.errors import FileError
from peercert.render import json_v1
from peercert.requirements import KINDS
from peercert.schema import NAMES, schema, written
from peercert.schema.report import FORMAT
from program import peercert
from upper import Written, built_in, person

ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules"
CREDENTIALS = sorted(path for path in RULES.rglob("*/*.yaml") if not path.name.endswith(".cases.yaml"))
CASES = sorted(RULES.rglob("*.cases.yaml"))
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@cache
def validator(name: str) -> Draft202012Validator:
    """Return what checks against a schema."""
    return Draft202012Validator(schema(name, built_in().words))


def wrong(name: str, value: object) -> list[str]:
    """Return what a schema has against a value."""
    return [error.message for error in validator(name).iter_errors(value)]


def plain(value: Any) -> Any:
    """Write the days that a YAML library finds as the text that they were."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def read(path: Path) -> Any:
    """Read a YAML file as an editor would."""
    return plain(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one_and_says_which(name: str) -> None:
    """JSON Schema 2020-12, with a name of its own."""
    drawn = schema(name, built_in().words)

    Draft202012Validator.check_schema(drawn)
    assert drawn["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert drawn["$id"] == f"urn:peercert:schema:{name}:1"


@pytest.mark.parametrize("name", ["candidate", "credential", "catalog", "sources", "words", "cases", "questions"])
def test_the_copies_beside_the_rules_are_fresh(name: str) -> None:
    """An editor that opens a rules file sees the fields of today; `peercert schema` writes the copy anew."""
    assert (RULES / f"{name}.schema.json").read_text(encoding="utf-8") == written(name, built_in().words)


@pytest.mark.parametrize("path", CREDENTIALS, ids=lambda path: path.stem)
def test_every_rules_file_fits_its_schema(path: Path) -> None:
    """What the catalogue holds can be written with the schema's help."""
    assert wrong("credential", read(path)) == []


@pytest.mark.parametrize("name", ["catalog", "sources", "words", "questions"])
def test_the_shared_rules_files_fit_their_schemas(name: str) -> None:
    """The sources and the words."""
    assert wrong(name, read(RULES / f"{name}.yaml")) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_fits_the_schema_of_a_profile(path: Path) -> None:
    """What is shown as an example is one."""
    assert wrong("candidate", read(path)) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.partition(".")[0])
def test_every_profile_of_the_cases_fits_the_schema_of_a_profile(path: Path) -> None:
    """The profiles that the rules are tested with, as they are before a case changes them."""
    told = read(path)
    profiles = [told["given"], *told.get("bases", {}).values()]

    assert [problem for profile in profiles for problem in wrong("candidate", profile)] == []


RIGHT_PROFILES: dict[str, Written] = {
    "nothing told": {},
    "declined": {key: "declined" for key in Profile.model_fields if key not in ("id", "seeking", "application_date")},
    "none of anything": {key: [] for key in LEDGERS},
    "there may be more": {key: {"records": [], "complete": False} for key in LEDGERS},
    "a count of references": {"references": 2},
    "no job": {"employment": "none"},
    "an id in small letters": {"seeking": ["crss", "Cps-ii"], "credentials": [{"id": "cps-i"}]},
    "days known in part": {"birth_date": 1998, "residence": {"state": "il", "since": "2019-05..2019-08"}},
    "a free label": {"education": [{"level": "bachelor", "field": "basket weaving"}]},
    "a number as a label": {"id": 7},
    "a course that is none": {"training": [{"program": "none", "hours": 3.5}]},
    "a score in an exam whose scale is not known": {"exams": [{"exam": "ct-cpsrp", "score": 412, "result": "passed"}]},
    "a signed statement": {"attestations": {"disclosure": "2026-01-03", "literacy": True}},
}


@pytest.mark.parametrize("name", RIGHT_PROFILES)
def test_what_may_stand_in_a_profile_is_taken(name: str) -> None:
    """Each way to leave something open, and each short way to write something; the loader takes it too."""
    assert wrong("candidate", RIGHT_PROFILES[name]) == []
    assert person(RIGHT_PROFILES[name]) is not None


WRONG_PROFILES: dict[str, Written] = {
    "an unknown key": {"birthday": "1998-04-12"},
    "an unknown key in a record": {"training": [{"programme": "ms-cpss"}]},
    "an unknown word": {"education": [{"level": "phd"}]},
    "an unknown course": {"training": [{"program": "ms-cpsss"}]},
    "an unknown part of a course": {"training": [{"components": {"quarterterm": "passed"}}]},
    "an unknown exam": {"exams": [{"exam": "ms-cps", "result": "passed"}]},
    "a sitting of no exam": {"exams": [{"score": 70}]},
    "a score off the scale": {"exams": [{"exam": "ms-cpss", "score": 101}]},
    "an unknown credential": {"seeking": ["CRS"]},
    "a credential without its id": {"credentials": [{"issued": "2024-12-01"}]},
    "negative hours": {"experience": [{"hours": -1}]},
    "hours in quotes": {"experience": [{"hours": "12"}]},
    "a share above one": {"work": {"state": "IL", "share": 60}},
    "a date of another country": {"birth_date": "12/04/1998"},
    "hours and credits": {"training": [{"hours": 45, "credits": {"count": 3, "system": "semester"}}]},
    "a list that is no list": {"training": {"program": "ms-cpss"}},
    "a wrapped list without its records": {"training": {"complete": False}},
    "null": {"residence": None},
    "a half reference": {"references": 1.5},
    "a declined id of a wish": {"seeking": "declined"},
}


@pytest.mark.parametrize("name", WRONG_PROFILES)
def test_what_may_not_stand_in_a_profile_is_refused(name: str) -> None:
    """An editor marks it before anybody runs a check, and the check refuses it too."""
    assert wrong("candidate", WRONG_PROFILES[name]) != []
    with pytest.raises(FileError):
        person(WRONG_PROFILES[name])


def test_the_words_of_a_profile_are_those_of_the_catalogue() -> None:
    """Programs, exams and credentials are not known to the code."""
    drawn = schema("candidate", built_in().words)

    assert "ms-cpss" in drawn["$defs"]["Training"]["properties"]["program"]["enum"]
    assert drawn["properties"]["seeking"]["items"]["anyOf"][0]["enum"] == [
        "CPSRP", "CPSRP-P", "CPRS", "CRSS", "CPS-I", "CPS-II", "CPSS",
    ]  # fmt: skip


def test_a_field_says_what_it_is() -> None:
    """The sentence beneath a field in the code stands in the schema, so that an editor can show it."""
    drawn = schema("candidate", built_in().words)

    assert drawn["$defs"]["Work"]["properties"]["share"]["description"] == (
        "Share of the working time that is spent in that state, from 0 to 1."
    )


def age(**more: object) -> Written:
    """Write a credential that asks for an age."""
    cited = [{"id": "s", "at": "page 1"}]
    asked = {"id": "x.age", "kind": "age", "title": "Age", "at_least": 18, "sources": cited}
    return credential({**asked, **more})


def credential(requires: Written) -> Written:
    """Write a credential that asks for one thing."""
    return {
        "id": "X", "title": "X", "jurisdiction": "US-XX", "region": "X", "about": "X",
        "issuer": {"name": "Board", "short": "B"},
        "editions": [{"id": "e", "pathways": [{"id": "w", "title": "Way", "requires": requires}]}],
    }  # fmt: skip


def without(written_: Written, key: str) -> Written:
    """Take a key away from the one requirement of a credential."""
    way = written_["editions"][0]["pathways"][0]
    del way["requires"][key]
    return written_


CITED = [{"id": "s", "at": "page 1"}]
WRONG_RULES: dict[str, Written] = {
    "an unknown kind": age(kind="height"),
    "a key of another kind": age(score_at_least=3),
    "a requirement without a source": without(age(), "sources"),
    "an empty list of sources": age(sources=[]),
    "a source without a place": age(sources=[{"id": "s"}]),
    "a requirement without its number": without(age(), "at_least"),
    "a requirement without an id": without(age(), "id"),
    "a number in words": age(at_least="eighteen"),
    "an unknown topic": age(topic="height"),
    "a choice of nothing": credential({"id": "a", "kind": "any_of", "title": "A", "of": []}),
    "one reading": credential(
        {"id": "d", "kind": "disputed", "title": "D", "readings": [{"id": "r", "kind": "not_asked"}]}
    ),
    "an unknown kind deep inside": credential(
        {"id": "a", "kind": "all_of", "title": "A", "of": [{"id": "b", "kind": "any", "title": "B", "of": []}]}
    ),
    "hours at least and at most": credential(
        {"id": "h", "kind": "training_hours", "title": "H", "at_least": 1, "at_most": 2, "sources": CITED}
    ),
    "experience of no amount": credential({"id": "e", "kind": "experience", "title": "E", "sources": CITED}),
    "an unknown statement": credential(
        {"id": "t", "kind": "attestation", "name": "courage", "title": "T", "sources": CITED}
    ),
    "an unknown key at the top": {**age(), "colour": "red"},
    "no editions": {**age(), "editions": []},
}  # fmt: skip


def test_the_smallest_credential_is_right() -> None:
    """The wrong ones below are wrong only where they differ from it."""
    assert wrong("credential", age()) == []


@pytest.mark.parametrize("name", WRONG_RULES)
def test_what_may_not_stand_in_a_rules_file_is_refused(name: str) -> None:
    """Each kind takes its own keys and no others."""
    assert wrong("credential", WRONG_RULES[name]) != []


def test_the_schema_leads_from_every_kind_to_its_own_keys() -> None:
    """No kind of the roll-call is missing, and each one is closed."""
    inside = schema("credential", built_in().words)["$defs"]

    assert [one["then"]["$ref"] for one in inside["Requirement"]["allOf"]] == [f"#/$defs/{kind}" for kind in KINDS]
    assert [kind for kind in KINDS if inside[kind]["additionalProperties"] is not False] == []


@pytest.mark.parametrize(
    "source",
    [
        {"title": "T", "publisher": "P", "date": "2020", "tier": "issuer", "read": "2026-11-22"},
        {"title": "T", "publisher": "P", "date": "2020", "tier": "rumour", "url": "u", "read": "2026-11-22"},
        {"title": "T", "publisher": "P", "date": "2020", "tier": "issuer", "url": "u", "read": "November"},
    ],
    ids=["nowhere to be found", "an unknown tier", "no day of reading"],
)
def test_a_source_that_cannot_be_used_is_refused(source: Written) -> None:
    """It must be findable, of a known tier, and read on a day."""
    assert wrong("sources", {"sources": {"s": source}}) != []


@pytest.mark.parametrize("scale", [{"unit": "percent"}, {"unit": "percent", "lowest": 0}, {"highest": 100}])
def test_an_exam_with_half_a_scale_is_refused(scale: Written) -> None:
    """A score cannot be checked without both ends of the scale."""
    assert wrong("words", {"exams": {"x": {"title": "X", **scale}}}) != []


def test_an_exam_whose_scale_is_not_known_may_do_without() -> None:
    """No number is made up for it."""
    assert wrong("words", {"exams": {"x": {"title": "X"}}}) == []


def drawn(command: str, folder: Path, *examples: str) -> Any:
    """Return what a command draws of some examples, and of a profile that cannot be used."""
    (folder / "bad.yaml").write_text("references: -2\n", encoding="utf-8")
    for name in examples:
        (folder / f"{name}.yaml").write_bytes((ROOT / "examples" / f"{name}.yaml").read_bytes())
    return json.loads(peercert(command, ".", "-f", "json", "--as-of", "2026-11-22", folder=folder).out)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a real report: two examples, and a profile that cannot be used."""
    return drawn("check", tmp_path_factory.mktemp("report"), "pat-disputed-hours", "jo-planned-training")


def test_a_real_report_fits_its_schema(report: Any) -> None:
    """What check writes is what the schema promises."""
    assert report["determinations"]
    assert report["problems"]
    assert wrong("report", report) == []


def test_every_field_of_a_real_report_is_described(report: Any) -> None:
    """A field that is added to the report is added to the schema."""
    assert undescribed(report, schema("report", built_in().words)) == []


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return real plans: steps by two ways, a credential that is out of reach, and a profile that cannot be used."""
    return drawn("plan", tmp_path_factory.mktemp("plan"), "andre-one-hour-short", "rosa-substance-use-recovery")


def test_real_plans_fit_their_schema(plans: Any) -> None:
    """What plan writes is what the schema promises, and each field is described."""
    assert {one["reachable"] for one in plans["plans"]} == {True, False}
    assert any(one["other_ways"] for one in plans["plans"])
    assert plans["problems"]
    assert wrong("plan", plans) == []
    assert undescribed(plans, schema("plan", built_in().words)) == []


@pytest.mark.parametrize(("key", "value"), [("by", "luck"), ("plans", [{}]), ("as_of", "soon")])
def test_plans_of_another_shape_are_refused(plans: Any, key: str, value: object) -> None:
    """The schema says something."""
    assert wrong("plan", {**plans, key: value}) != []


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", "peercert.check/2"), ("as_of", "today"), ("disputes", "ignored"), ("summary", {"candidates": 1})],
)
def test_a_report_of_another_shape_is_refused(report: Any, key: str, value: object) -> None:
    """Another version, no day, an unknown option, counts that are missing."""
    assert wrong("report", {**report, key: value}) != []


def test_a_report_without_a_promised_field_is_refused(report: Any) -> None:
    """Nothing that is promised may be left out."""
    assert wrong("report", {key: value for key, value in report.items() if key != "catalog"}) != []


def test_the_schema_and_the_report_name_the_same_version() -> None:
    """The two stand in different rooms and must agree."""
    assert FORMAT == json_v1.FORMAT == "peercert.check/1"


@pytest.mark.parametrize("path", sorted(RULES.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_rules_file_opens_with_the_editors_line(path: Path) -> None:
    """Each file names its schema first, and the schema is there."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    opening, _, schema_file = first.partition("$schema=")

    assert opening == "# yaml-language-server: "
    assert (path.parent / schema_file).is_file()


@pytest.mark.parametrize("path", sorted(RULES.rglob("*.cases.yaml")), ids=lambda path: path.name)
def test_every_file_of_cases_fits_its_schema(path: Path) -> None:
    """What stands beside a credential is written as its schema says."""
    cases = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only

    assert not list(Draft202012Validator(schema("cases", built_in().words)).iter_errors(cases))
