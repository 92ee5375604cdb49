"""Profiles for the command line: one for each verdict on CPSRP-P, and some that cannot be used."""

from __future__ import annotations

from pathlib import Path

CANARY = "Zebulon Quartermain"
"""A name that stands nowhere else."""

ELIGIBLE = f"""\
name: {CANARY}
seeking: [CPSRP-P]
lived_experience: [{{who: self, condition: mental_illness}}]
training: [{{program: ct-cpsrp, completed: 2026-07-24, hours: 80}}]
exams: [{{exam: ct-cpsrp, date: 2026-08-05, result: passed}}]
"""
PROFILES = {
    "eligible": ELIGIBLE,
    "not-yet": ELIGIBLE.replace("2026-08-05", "2026-12-01"),
    "not-eligible": ELIGIBLE.replace("result: passed", "result: failed"),
    "undetermined": ELIGIBLE.replace("result: passed", "result: pending"),
    "survey": ELIGIBLE.replace("seeking: [CPSRP-P]\n", ""),
    "invalid": ELIGIBLE.replace("hours: 80", "hours: -80"),
    "stranger": ELIGIBLE.replace("[CPSRP-P]", "[CPSRPP]"),
}
DAY = ("--as-of", "2026-11-22")
"""The day decided on in every test."""


def write(folder: Path, *names: str) -> Path:
    """Write profiles into a folder, each to a file of its name."""
    for name in names:
        (folder / f"{name}.yaml").write_text(PROFILES[name], encoding="utf-8")
    return folder
