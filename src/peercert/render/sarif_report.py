"""A run of checks for code scanning: SARIF 2.1.0, a result for each requirement that stands in the way, at its line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from peercert.catalog import Catalog, Credential
from peercert.errors import Problem
from peercert.explain import Explainer
from peercert.render.json_text import text
from peercert.render.json_v1 import catalog_named
from peercert.render.leaves import citations
from peercert.render.marks import NOTHING, Level, Mark, marks
from peercert.render.places import path_from_here
from peercert.render.records import with_names
from peercert.render.style import Style, one_line, safe
from peercert.report import Header, Summary
from peercert.requirements import Requirement
from peercert.session import Checked

Json = dict[str, Any]  # Any: plain data as it stands in a file

_MOST = 5_000
"""Results that are written. GitHub shows no more of one run, and refuses a file with many more."""

_FILE_RULE = "peercert"
"""The rule that every problem with a file belongs to; its code follows after a slash."""


class Sarif:
    """Rules first, then results as they come; nothing for what is eligible."""

    def __init__(self, catalog: Catalog, header: Header, style: Style) -> None:
        del style
        self._explainer, self._header = Explainer(catalog, redacted=header.redacted), header
        self._seen = 0

    def candidate(self, checked: Checked) -> tuple[str, ...]:
        """Draw a result for each requirement that stands in the way."""
        return tuple(
            [
                text(_result(mark, checked, one.credential.id))
                for one in checked.determinations
                for mark in marks(with_names(self._explainer.explain(one)), checked)
            ]
        )

    def begin(self) -> str:
        """Write everything up to the results: the program, its rules, and under what the report is made."""
        header = self._header
        properties = {
            "as_of": header.as_of.isoformat(),
            "catalog": catalog_named(header),
            "disputes": header.disputes,
            "verified_only": header.verified_only,
            **({"edition": header.edition, "edition_in_force": False} if header.edition else {}),
        }
        return (
            '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{\n'
            f'"tool": {{"driver": {{"name": "peercert", "version": {text(header.version)}, "rules": [\n'
            + ",\n".join(map(text, self._rules()))
            + f']}}}},\n"properties": {text(properties)},\n"columnKind": "unicodeCodePoints",\n"results": ['
        )

    def add(self, drawn: tuple[str, ...]) -> str:
        """Write as many results as may be written."""
        return "".join(map(self._shown, drawn))

    def refused(self, problems: tuple[Problem, ...]) -> str:
        """Write each as a result at its place."""
        return "".join(map(self._problem, problems))

    def end(self, summary: Summary) -> Iterator[str]:
        """Close the document, and say how many results were left out, or that there was nothing to check."""
        more = max(self._seen - _MOST, 0)
        notes = [{"level": "note", "message": _message(f"And {more} more results, left out here.")}] if more else []
        notes += [] if summary.given else [{"level": "error", "message": _message(NOTHING)}]
        ran: Json = {"executionSuccessful": bool(summary.given) and not summary.faults}
        ran |= {"toolExecutionNotifications": notes} if notes else {}
        yield f'\n],\n"invocations": [{text(ran)}]}}]}}\n'

    def _problem(self, problem: Problem) -> str:
        said = f"{problem.message} {problem.hint}" if problem.hint else problem.message
        place = (problem.line, problem.column or 1) if problem.line else None
        return self._shown(
            text(
                {
                    "ruleId": f"{_FILE_RULE}/{problem.code}",
                    "level": Level.ERROR.value,
                    "message": _message(said),
                    **_locations(problem.source, place),
                }
            )
        )

    def _shown(self, result: str) -> str:
        self._seen += 1
        if self._seen > _MOST:
            return ""
        return f"{',' if self._seen > 1 else ''}\n{result}"

    def _rules(self) -> Iterator[Json]:
        catalog = self._explainer.catalog
        yield {
            "id": _FILE_RULE,
            **_described("A profile that can be used", "Every profile can be read, and says what a profile may say."),
            "help": _message("The message says what is wrong at this place, and what would be right."),
        }
        for credential in catalog:
            leaves = [leaf for root in catalog.roots(credential.id, self._header.as_of) for leaf in _leaves(root)]
            yield from (self._rule(leaf, credential) for leaf in {leaf.id: leaf for leaf in leaves}.values())

    def _rule(self, leaf: Requirement, credential: Credential) -> Json:
        sources = "\n".join(f"Source: {said}" for said in citations(self._explainer.cited(leaf)))
        return {
            "id": leaf.id,
            **_described(leaf.title, leaf.describe(self._explainer.speech(credential))),
            "help": _message(sources or leaf.title),
            "properties": {"tags": [leaf.about, credential.id]},
        }


def _leaves(requirement: Requirement) -> Iterator[Requirement]:
    if not requirement.children:
        yield requirement
    for child in requirement.children:
        yield from _leaves(child)


def _result(mark: Mark, checked: Checked, credential: str) -> Json:
    id_, source = mark.line.requirement.id, checked.candidate.source
    return {
        "ruleId": id_,
        "level": mark.level.value,
        "message": _message(f"{credential} for {one_line(checked.label)}: {mark.text}"),
        **_locations(source, mark.place),
        "partialFingerprints": {"candidateAndRequirement/v1": _fingerprint(checked, id_)},
        "properties": {
            "candidate": one_line(checked.label),
            "credential": credential,
            "outcome": mark.line.finding.outcome.word,
        },
    }


def _fingerprint(checked: Checked, requirement: str) -> str:
    """Return what stays the same while a candidate misses a requirement, wherever lines move to."""
    candidate = checked.candidate
    who = candidate.profile.id or f"{path_from_here(candidate.source)}\0{candidate.id}"
    return sha256(f"{who}\0{requirement}".encode(errors="surrogatepass")).hexdigest()[:32]


def _described(title: str, whole: str) -> Json:
    return {"shortDescription": _message(title), "fullDescription": _message(whole)}


def _message(said: str) -> Json:
    """Write a text in which nothing from a file acts, or becomes a link."""
    return {"text": safe(said).replace("](", "] (")}


def _locations(source: str, place: tuple[int, int] | None) -> Json:
    """Write where a result is; nothing for standard input, which is no file."""
    path = path_from_here(source)
    if path is None:
        return {}
    region = {"region": {"startLine": place[0], "startColumn": place[1]}} if place else {}
    uri = quote(os.fsencode(path))
    return {"locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, **region}}]}
