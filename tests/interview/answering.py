"""A person who knows all about themselves, and answers each question truthfully from that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from peercert.candidate import load_candidate
from peercert.case import Case
from peercert.engine import Determination, determine
from peercert.interview import Interview, Question, State, answer, next_question, start
from peercert.interview.question import About
from peercert.profile_text import profile_text
from peercert.reading import read_text
from upper import TODAY, built_in


def plain(text: str) -> dict[str, Any]:
    """Read YAML into plain facts."""
    value = read_text(text, "me.yaml").value
    assert isinstance(value, dict)
    return value


def begin(*credentials: str, facts: Mapping[str, Any] | None = None, as_of: date = TODAY) -> State:
    """Begin an interview under the built-in rules."""
    return start(Interview(built_in(), credentials, as_of), facts or {})


def asked(state: State) -> Question:
    """Return the next question, which must be there."""
    question = next_question(state)
    assert question is not None
    return question


def until(state: State, path: tuple[str | int, ...]) -> State:
    """Skip questions until one about a path comes."""
    while asked(state).path != path:
        state = answer(state, "skip")
    return state


def tell(state: State, profile: Mapping[str, Any]) -> State:
    """Answer every question from a profile that tells everything."""
    for _ in range(400):
        question = next_question(state)
        if question is None:
            return state
        state = answer(state, truth(question, profile))
        assert not state.said, (question.path, state.said)
    raise AssertionError("the interview does not end")


def truth(question: Question, profile: Mapping[str, Any]) -> str:
    """Return what a person with this profile answers."""
    key, *inside = question.path
    told = profile.get(str(key))
    if key == "education":  # who went to no school has none to tell of
        told = [one for one in told or () if one["level"] != "none"]
    if question.takes == "count" and isinstance(told, list):
        return str(len(told))
    if question.about is About.ANY:
        return "yes" if told not in (None, [], "none") else "no"
    if question.about is About.MORE:
        assert isinstance(told, list)
        return "yes" if len(told) > int(question.path[2]) else "no"
    if question.takes == "last_day" and isinstance(told, list):  # school ends on the day that it is done
        told = [{"end": one["completed"], **one} if "completed" in one else one for one in told]
    for part in inside:
        told = told[int(part)] if isinstance(told, list) else (told or {}).get(part)
    return in_a_line(told, question)


def in_a_line(told: Any, question: Question) -> str:
    """Return what a person writes to tell of a value."""
    if told is None:
        return {"status": "completed", "end": "still", "in": "none"}.get(str(question.path[-1]), "skip")
    if isinstance(told, dict):
        return ", ".join(f"{word} {hours}" for word, hours in told.items())
    if isinstance(told, list):
        return ", ".join(map(str, told)) or "none"
    if question.choices and told not in question.choices:
        return question.words.or_else or "skip"
    return {True: "yes", False: "no"}[told] if isinstance(told, bool) else str(told)


def decided(state: State) -> Determination:
    """Decide the first credential asked for, on the profile as it would be written to a file."""
    interview = state.interview
    catalog, as_of = interview.catalog, interview.as_of
    document = read_text(profile_text(state.facts, ["From an interview."]), "me.yaml")
    candidate = load_candidate(document, catalog.words, as_of)
    return determine(catalog, catalog.credential(interview.credentials[0]), Case(candidate, catalog, as_of))
