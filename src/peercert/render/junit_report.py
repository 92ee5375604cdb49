"""A run of checks for test dashboards: JUnit XML, a suite for each candidate, a test case for each requirement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from peercert.catalog import Catalog
from peercert.engine import Determination
from peercert.errors import Problem
from peercert.explain import Explainer, Line
from peercert.logic import Outcome
from peercert.render.leaves import citations
from peercert.render.marks import NOTHING, SURVEY, made_under
from peercert.render.places import deciding_place, path_from_here
from peercert.render.records import with_names
from peercert.render.style import Style
from peercert.render.xml_text import Element, add, element, opened, written
from peercert.report import Header, Summary
from peercert.session import Checked


class JUnit:
    """A case fails where it stands in the way of a verdict that counts; what decides nothing is skipped."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        del style
        self._explainer, self._header = Explainer(catalog, redacted=header.redacted), header

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw the suite of a candidate."""
        suite = element("testsuite", name=checked.label)
        properties = add(suite, "properties")
        for one in checked.determinations:
            add(properties, "property", name=f"verdict of {one.credential.id}", value=one.verdict.value)
            self._cases(suite, one, checked)
        return (_counted(suite),)

    def begin(self) -> str:
        """Open the document, and say under what it is made."""
        return opened(element("testsuites", name=made_under(self._header)))

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

    def _cases(self, suite: Element, one: Determination, checked: Checked) -> None:
        for line in with_names(self._explainer.explain(one)).lines:
            for leaf in line.leaves():
                requirement, outcome = leaf.requirement, leaf.finding.outcome
                case = add(suite, "testcase", classname=one.credential.id, name=requirement.id)
                if outcome is Outcome.MET:
                    continue
                blocks = requirement.id in one.chosen.blocking
                tag = "failure" if blocks and not checked.survey else "skipped"
                said = _body(leaf, checked) if blocks else ()
                add(case, tag, said, type=outcome.word, message=leaf.because.text)


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
    suite = element("testsuite", name=name)
    for code, message, body in errors:
        case = add(suite, "testcase", classname=name, name=code)
        add(case, "error", (body,), type=code, message=message)
    return _counted(suite)


def _counted(suite: Element) -> str:
    """Count the cases of a suite, and write it."""
    counts = {"tests": "testcase", "failures": "*/failure", "errors": "*/error", "skipped": "*/skipped"}
    for name, found in counts.items():
        suite.set(name, str(len(suite.findall(found))))
    return written(suite, level=1)
