"""A run of cases as JUnit XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from casework.toys import ran, rules
from peercert.casework import CasesReport
from peercert.errors import Problem
from peercert.render.cases_junit import as_junit


def test_no_character_that_xml_forbids_gets_in(tmp_path: Path) -> None:
    """A stray control character is shown as its code point; signs stay what they are."""
    catalog = rules(tmp_path)
    first, *_ = ran(catalog)
    text = first.case.text.model_copy(update={"name": "a <b> & \x00 \uffff \u00e9"})
    problem = Problem("x.yaml", None, None, "odd", "Bad \x1b[0m.")
    root = ET.fromstring(  # noqa: S314 - written by this program
        as_junit(CasesReport(catalog, (first._replace(case=first.case._replace(text=text)),), None, (problem,)))
    )

    assert [case.get("name") for case in root.iter("testcase")] == ["a <b> & \\u0000 \\uffff \u00e9", "x.yaml:1"]
    assert [error.get("message") for error in root.iter("error")] == ["x.yaml: Bad \\u001b[0m."]
