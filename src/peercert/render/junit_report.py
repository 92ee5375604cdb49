"""A run of checks for test dashboards: JUnit XML, a suite for each candidate, a test case for each requirement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET  # written only, never read

from peercert.catalog import Catalog
from peercert.engine import Determination
from peercert.errors import Problem
from peercert.explain import Explainer, Line
from peercert.logic import Outcome
from peercert.render.leaves import citations
from peercert.render.marks import NOTHING, SURVEY, made_under
from peercert.render.places import deciding_place, path_from_here
from peercert.render.records import with_names
from peercert.render.style import Style, one_line
from peercert.report import Header, Summary
from peercert.session import Checked


class JUnit:
    """A case fails where it stands in the way of a verdict that counts; what decides nothing is skipped."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        del style
        self._explainer, self._header = Explainer(catalog, redacted=header.redacted), header

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw the suite of a candidate."""
        suite = _named("testsuite", checked.label)
        properties = ET.SubElement(suite, "properties")
        for one in checked.determinations:
            _add(properties, "property", name=f"verdict of {one.credential.id}", value=one.verdict.value)
            self._cases(suite, one, checked)
        return (_written(suite),)

    def begin(self) -> str:
        """Open the document, and say under what it is made."""
        root = ET.tostring(_named("testsuites", made_under(self._header)), "us-ascii", short_empty_elements=False)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{root.decode().removesuffix("</testsuites>")}\n'

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write the suite."""
        return "".join(drawn)

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write a suite with a case for each, which is in error."""
        name = path_from_here(problems[0].source) or problems[0].source
        return _broken(name, [(one.code, one.message, str(replace(one, source=name))) for one in problems])

    def end(self, summary: Summary) -> Iterator[str]:
        """Close the document; where nothing was given, it is in error, so that nothing passes."""
        if not summary.given:
            yield _broken("peercert", [("nothing-to-check", NOTHING, NOTHING)])
        yield "</testsuites>\n"

    def _cases(self, suite: ET.Element, one: Determination, checked: Checked) -> None:
        for line in with_names(self._explainer.explain(one)).lines:
            for leaf in line.leaves():
                requirement, outcome = leaf.requirement, leaf.finding.outcome
                case = _add(suite, "testcase", classname=one.credential.id, name=requirement.id)
                if outcome is Outcome.MET:
                    continue
                blocks = requirement.id in one.chosen.blocking
                tag = "failure" if blocks and not checked.survey else "skipped"
                told = _add(case, tag, type=outcome.word, message=leaf.because.text)
                told.text = "\n".join(map(one_line, _body(leaf, checked))) if blocks else None


def _body(leaf: Line, checked: Checked) -> Iterator[str]:
    """Write what else is to be known of a requirement that stands in the way."""
    yield leaf.requirement.title
    if checked.survey:
        yield SURVEY
    if leaf.because.remedy:
        yield f"Do: {leaf.because.remedy}"
    file, place = path_from_here(checked.candidate.source), deciding_place(checked, leaf)
    if file and place:
        yield f"Place: {file}:{place[0]}:{place[1]}"
    yield from (f"Source: {said}" for said in citations(leaf.cited))


def _broken(name: str, errors: Iterable[tuple[str, str, str]]) -> str:
    suite = _named("testsuite", name)
    for code, message, body in errors:
        case = _add(suite, "testcase", classname=name, name=code)
        _add(case, "error", type=code, message=message).text = one_line(body)
    return _written(suite)


def _named(tag: str, name: str) -> ET.Element:
    return ET.Element(tag, name=one_line(name))


def _add(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, tag, {key: one_line(text) for key, text in attributes.items()})


def _written(suite: ET.Element) -> str:
    """Count the cases of a suite, and write it in ASCII: the same bytes on every stream."""
    counts = {"tests": "testcase", "failures": "*/failure", "errors": "*/error", "skipped": "*/skipped"}
    for name, found in counts.items():
        suite.set(name, str(len(suite.findall(found))))
    ET.indent(suite, level=1)
    return f"  {ET.tostring(suite, 'us-ascii').decode()}\n"
