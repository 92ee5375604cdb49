"""The JSON report, field by field as the contract has it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from peercert.explain import Explainer
from peercert.render.json_v1 import JsonReport
from rules.running import decided
from upper import decide

from .drawing import READY, jordan, rules

DETERMINATION = {
    "candidate",
    "source",
    "credential",
    "title",
    "jurisdiction",
    "edition",
    "pathway",
    "verdict",
    "eligible_from",
    "verdict_if_finished",
    "confidence",
    "blocking",
    "requirements",
    "pathways",
}
REQUIREMENT = {
    "id",
    "kind",
    "topic",
    "title",
    "outcome",
    "measure",
    "because",
    "unknown_because",
    "remedy",
    "evidence",
    "readings",
    "sources",
    "children",
}


def written(determination: Any) -> Any:
    """Write a determination and read it back, numbers as they are written."""
    line = JsonReport(Explainer(rules())).determination(determination, "jordan", "examples/jordan.yaml")
    return json.loads(line, parse_float=Decimal)


def requirement(report: Any, id_: str) -> Any:
    """Return one requirement of a report, however deep it stands."""
    queue = list(report["requirements"])
    while queue:
        one = queue.pop()
        if one["id"] == id_:
            return one
        queue += one["children"]
    raise KeyError(id_)


def test_a_determination_has_every_field_of_the_contract() -> None:
    """Names and values are those of contract section 5."""
    report = written(jordan())

    assert set(report) >= DETERMINATION
    assert {key: report[key] for key in DETERMINATION - {"requirements"}} == {
        "candidate": "jordan",
        "source": "examples/jordan.yaml",
        "credential": "CPSS",
        "title": "Certified Peer Support Specialist",
        "jurisdiction": "US-MS",
        "edition": "as-read-2026-11",
        "pathway": "standard",
        "verdict": "not_eligible",
        "eligible_from": None,
        "verdict_if_finished": "not_eligible",
        "confidence": "document",
        "blocking": ["ms.cpss.exam", "ms.cpss.experience.hours", "ms.cpss.references"],
        "pathways": [],
    }


def test_a_requirement_has_every_field_of_the_contract() -> None:
    """The example of the contract, word for word where it has words of ours."""
    exam = requirement(written(jordan()), "ms.cpss.exam")

    assert set(exam) >= REQUIREMENT
    assert {key: exam[key] for key in REQUIREMENT - {"sources"}} == {
        "id": "ms.cpss.exam",
        "kind": "exam",
        "topic": "exam",
        "title": "CPSS exam with 75 percent or more",
        "outcome": "unmet",
        "measure": {
            "have": Decimal("74.9"),
            "need": 75,
            "short": Decimal("0.1"),
            "unit": "percent",
            "up_to": Decimal("74.9"),
        },
        "because": "Scored 74.9 % on 2026-10-09; 75 % is needed. One of 2 sittings is left.",
        "unknown_because": None,
        "remedy": "Sit the exam again.",
        "evidence": ["exams[0]"],
        "readings": [],
        "children": [],
    }
    assert exam["sources"][0] == {
        "id": "ms-dmh-guide",
        "title": "A Guide to Mississippi's Certified Peer Support Specialist Program",
        "publisher": "Mississippi Department of Mental Health",
        "locator": "training section, bullet 10 and the paragraph after it",
        "url": None,
        "tier": "document",
    }


def test_readings_stand_beside_the_outcome() -> None:
    """Where sources disagree, each reading has its id, title, outcome, reason, measure and sources."""
    hours = requirement(written(jordan()), "ms.cpss.experience.hours")

    assert hours["measure"]["short"] == 150
    assert [(one["id"], one["outcome"], one["unknown_because"]) for one in hours["readings"]] == [
        ("document", "unmet", None),
        ("issuer", "unmet", None),
    ]
    assert set(hours["readings"][0]) == {"id", "title", "outcome", "unknown_because", "measure", "sources"}
    assert [one["id"] for one in hours["readings"][1]["sources"]] == ["ms-code-ch4"]


def test_a_measure_is_null_where_readings_need_different_amounts() -> None:
    """Core functions of CRSS: a cap by one reading, a minimum by the other."""
    core = requirement(
        written(decide("CRSS", {"training": [{"hours": 54, "topics": {"core_functions": 54}}]})),
        "il.crss.ind.training.core",
    )

    assert core["measure"] is None
    assert len(core["readings"]) == 2


def test_the_reason_for_an_open_outcome_is_told() -> None:
    """Only there, and in the words of the contract."""
    report = written(jordan())

    assert requirement(report, "ms.cpss.lived-experience")["unknown_because"] == "not_provided"
    assert requirement(report, "ms.cpss.residency")["unknown_because"] is None


def test_the_other_ways_are_summed_up() -> None:
    """Each way that was not chosen, with its verdict and what blocks it."""
    report = written(decide("CPSRP", READY))

    assert (report["pathway"], report["verdict"], report["blocking"]) == ("standard", "eligible", [])
    assert [(way["id"], way["verdict"]) for way in report["pathways"]] == [("grandparented", "not_eligible")]
    assert report["pathways"][0]["blocking"] == ["ct.cpsrp.gp.course"]


def test_a_secondary_answer_names_whom_to_verify_with() -> None:
    """The issuer's name stands in the report where the answer rests on a secondary source, and only there."""
    assert written(decide("CPSRP", READY))["verify_with"] == "Connecticut Certification Board"
    assert written(jordan())["verify_with"] is None


def test_the_day_that_opens_is_written_as_a_day() -> None:
    """In ISO form."""
    later = {**READY, "exams": [{"exam": "ct-cpsrp", "date": "2026-12-01", "result": "passed"}]}

    report = written(decide("CPSRP-P", later))

    assert (report["verdict"], report["eligible_from"], report["verdict_if_finished"]) == (
        "not_yet",
        "2026-12-01",
        "eligible",
    )


def test_the_name_never_stands_in_a_json_report() -> None:
    """Contract section 2: a name is for text and HTML only."""
    assert "Rivera" not in json.dumps(written(jordan()), default=str)


def test_every_case_gives_json_whose_tree_agrees_with_itself() -> None:
    """For each case: blocking ids stand in the tree with the verdict's outcome, reasons with unknown only."""
    for told, one in decided():
        report = written(one)
        outcome = "unknown" if report["verdict"] == "undetermined" else "unmet"
        for id_ in report["blocking"]:
            assert requirement(report, id_)["outcome"] == outcome, told.case.place
            assert requirement(report, id_)["children"] == [], told.case.place
        for found in every(report["requirements"]):
            assert (found["unknown_because"] is not None) is (found["outcome"] == "unknown"), told.case.place
            assert all(one["sources"] for one in [found, *found["readings"]]), told.case.place
            measure = found["measure"]
            if measure is not None:
                assert measure["short"] == max(measure["need"] - measure["have"], 0), told.case.place


def every(requirements: list[Any]) -> list[Any]:
    """Return requirements with all inside them."""
    return [one for top in requirements for one in [top, *every(top["children"])]]
