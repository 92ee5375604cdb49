"""Makes profiles of one page for the benchmarks: the same ones every time, and near the edges of the rules."""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

import yaml

PARTS: tuple[dict[str, Any], ...] = (
    {
        "residence": {"state": "IL", "since": "2018-02-01"},
        "education": [{"level": "high_school_diploma", "completed": "2009-06-05"}],
        "lived_experience": [{"who": "self", "condition": "co_occurring", "received_services": True}],
        "attestations": {"disclosure": "2026-02-10", "code_of_ethics": "2026-02-10"},
        "training": [
            {
                "program": "none",
                "completed": "2025-11-14",
                "topics": {
                    "advocacy": 12, "professional_responsibility": 12, "mentoring": 12, "recovery_support": 12,
                    "ethics": 18, "core_functions": 48, "family": 6, "youth": 6,
                },
            }
        ],
        "experience": [
            {
                "kind": "paid", "role": "peer", "population": ["mental_illness"], "supervised": True,
                "share": 0.9, "start": "2023-06-01", "end": "2026-06-30", "hours": 2400,
            }
        ],
        "supervision": [{"hours": 120, "start": "2023-06-01", "end": "2026-06-30"}],
        "practicum": [],
        "exams": [
            {"exam": "il-crss", "date": "2026-09-14", "score": 81},
            {"exam": "icrc-pr", "date": "2026-09-28", "score": 560},
        ],
    },
    {
        "residence": {"state": "MS"},
        "education": [{"level": "ged", "completed": "2008-04-18"}],
        "enrollment": {"in": "none"},
        "lived_experience": [{"who": "self", "condition": "mental_illness", "received_services": True}],
        "attestations": {"disclosure": "2026-07-01", "code_of_ethics": "2026-07-01", "literacy": True},
        "training": [
            {"program": "ms-cpss", "completed": "2026-08-14", "hours": 32, "components": {"pre_training": "completed"}}
        ],
        "experience": [
            {
                "kind": "volunteer", "role": "support", "population": ["adults", "mental_illness"],
                "supervised": True, "start": "2025-02-03", "end": "2026-01-30", "hours": 310,
            }
        ],
        "exams": [{"exam": "ms-cpss", "date": "2026-08-21", "score": 82}],
        "references": 3,
        "employment": {"setting": "ms-dmh-certified", "supervisor": "mental_health_professional"},
    },
    {
        "education": [{"level": "bachelor", "field": "psychology", "completed": "2002-06-07"}],
        "lived_experience": [
            {"who": "self", "condition": "mental_illness", "primary_diagnosis": True, "received_services": True}
        ],
        "attestations": {"disclosure": "2026-01-15", "leadership": True},
        "training": [
            {
                "program": "mn-cps", "completed": "2026-03-20", "hours": 80,
                "components": {"midterm": "passed", "oral_role_play": "passed", "final": "passed"},
            }
        ],
        "exams": [{"exam": "mn-cps", "date": "2026-03-27", "result": "passed"}],
        "references": 2,
        "credentials": [],
        "experience": [
            {
                "kind": "paid", "role": "peer", "population": ["mental_illness"], "supervised": True,
                "start": "2019-01-07", "end": "2025-12-31", "hours": 6200,
            }
        ],
    },
    {
        "lived_experience": [{"who": "family_member", "condition": "substance_use", "relation": "sibling"}],
        "training": [{"program": "ct-cpsrp", "completed": "2026-07-24", "hours": 84}],
        "exams": [{"exam": "ct-cpsrp", "date": "2026-08-05", "result": "passed"}],
        "experience": [
            {
                "kind": "paid", "role": "peer", "population": ["mental_illness"], "supervised": True,
                "start": "2026-02-02", "end": "2026-10-30", "hours": 340,
            }
        ],
    },
)  # fmt: skip
"""What people who qualify somewhere tell; each profile mixes two of them, which makes about a page."""


def person(number: int, dice: random.Random) -> dict[str, Any]:
    """Return one profile; numbers differ from person to person, and some fall short."""
    told: dict[str, Any] = {"id": f"person-{number:06d}", "name": f"Person {number}"}
    told["birth_date"] = f"{dice.randint(1950, 2009)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    for part in dice.sample(PARTS, 2):
        for key, fact in json.loads(json.dumps(part)).items():
            if isinstance(fact, list):
                told[key] = [*told.get(key, []), *fact]
            elif isinstance(fact, dict):
                told[key] = {**told.get(key, {}), **fact}
            else:
                told[key] = fact
    for index, record in enumerate(told["training"]):
        record["id"] = f"T-{index + 1:02d}"
        if "topics" in record:
            record["topics"] = {topic: dice.randint(4, 60) for topic in record["topics"]}
    for record in told["experience"]:
        record["hours"] = dice.randint(100, 2600)
    for record in told["exams"]:
        if "score" in record:
            highest = 800 if record["exam"] == "icrc-pr" else 100
            record["score"] = min(round(record["score"] * dice.uniform(0.8, 1.05), 1), highest)
    return told


def main() -> None:
    """Write the profiles as JSON Lines, as JSON files and as YAML files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
    dice = random.Random(20261122)
    people = [person(number, dice) for number in range(options.count)]
    for name in ("json", "yaml"):
        (options.folder / name).mkdir(parents=True, exist_ok=True)
    with (options.folder / "people.jsonl").open("w", encoding="utf-8") as lines:
        for one in people:
            lines.write(json.dumps(one) + "\n")
            (options.folder / "json" / f"{one['id']}.json").write_text(json.dumps(one, indent=1), encoding="utf-8")
            text = yaml.dump(one, Dumper=yaml.CSafeDumper, sort_keys=False)
            (options.folder / "yaml" / f"{one['id']}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
