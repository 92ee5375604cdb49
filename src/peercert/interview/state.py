"""The state of an interview: a profile as far as it is told, and what an answer makes of it. No input, no output."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from peercert.candidate import Candidate, load_candidate
from peercert.candidate.fields import DECLINED
from peercert.case import Case
from peercert.catalog import Catalog
from peercert.dates import parse_span
from peercert.errors import FileError
from peercert.facts import Facts, found, records, with_fact, with_records
from peercert.interview.answers import Meaning, Refusal, meaning_of
from peercert.interview.choosing import Round, questions, silence_filled
from peercert.interview.open_points import open_points
from peercert.interview.question import About, Question
from peercert.interview.told import Told
from peercert.logic import Disputes
from peercert.reading import Plain, Value, ValuePath

_PATIENCE = 3
"""Answers that cannot be used, after which skipping is offered."""

_WAYS_OUT = (
    "You can also write: skip, I don't know, I'd rather not say, back, or stop. "
    "What you skip or do not know is left out. It is never taken as a no."
)


@dataclass(frozen=True, slots=True)
class Interview:
    """What an interview is about; the same from the first question to the last."""

    catalog: Catalog
    credentials: tuple[str, ...]
    as_of: date
    disputes: Disputes = "undetermined"


@dataclass(frozen=True, slots=True)
class State:
    """How far an interview is. Shows nothing of what was told in logs and messages."""

    interview: Interview
    facts: Facts = field(default_factory=dict, repr=False)
    passed: frozenset[ValuePath] = frozenset()
    begun: frozenset[ValuePath] = frozenset()
    before: State | None = field(default=None, repr=False)
    """How far it was before the last question was answered."""

    refused: int = 0
    """How many lines in a row were no answer to the question."""

    said: str = ""
    """What to tell the person about their last line."""

    stopped: bool = False


def start(interview: Interview, facts: Facts) -> State:
    """Begin with what a profile tells already.

    Raises:
        FileError: If that is not a valid profile.
    """
    _candidate(interview, facts)
    return State(interview, facts)


def next_question(state: State) -> Question | None:
    """Return what to ask next; None where nothing that is not told can change a verdict, or the person stopped."""
    if state.stopped:
        return None
    interview = state.interview
    taken = silence_filled(interview.catalog, state.facts, state.passed, state.begun)
    case = Case(_candidate(interview, taken), interview.catalog, interview.as_of, disputes=interview.disputes)
    points = open_points(interview.catalog, interview.credentials, case)
    chosen = questions(Round(interview.catalog, case, state.facts, taken, state.passed, state.begun, points))
    return chosen[0]._replace(left=len(chosen)) if chosen else None


def answer(state: State, text: str) -> State:
    """Return how far an interview is after a line in answer to its next question."""
    question = next_question(state)
    if question is None:
        return state
    said = meaning_of(text, question)
    match said:
        case Refusal(message):
            return _refused(state, message)
        case Meaning.HELP:
            return replace(state, said=" ".join(filter(None, [question.words.help, _how(question), _WAYS_OUT])))
        case Meaning.BACK:
            return replace(state.before or state, said="" if state.before else "This is the first question.")
        case Meaning.STOP:
            return replace(state, stopped=True, said="")
    after = replace(state, before=replace(state, said="", refused=0), said="", refused=0)
    if question.about is About.FACT:
        return _with_fact(state, after, question, said)
    return _with_any(after, question, said)


def _how(question: Question) -> str:
    if question.choices:
        several = "the numbers, with commas between" if question.takes == "some_of" else "a number or the words"
        return f"Write {several}."
    if question.takes == "yes_no" and not question.words.form:
        return "Write yes or no."
    return f"Write {question.words.form}." if question.words.form else ""


def _refused(state: State, message: str) -> State:
    times = state.refused + 1
    offer = " You can write skip to leave this out." if times >= _PATIENCE else ""
    return replace(state, refused=times, said=message + offer)


def _with_fact(state: State, after: State, question: Question, said: Meaning | Value) -> State:
    path = question.path
    if isinstance(said, Meaning) and said is not Meaning.DECLINED:
        still = {path} if said is Meaning.STILL else set()
        return replace(after, passed=after.passed | {path}, begun=after.begun | still)
    value: Value = Plain(DECLINED) if isinstance(said, Meaning) else said
    facts = _with_some_end(with_fact(state.facts, path, value), path, state)
    try:
        _candidate(state.interview, facts)
    except FileError as error:
        problem = error.problems[0]
        return _refused(state, " ".join(filter(None, [problem.message, problem.hint])))
    return replace(after, facts=facts)


def _with_some_end(facts: Facts, path: ValuePath, state: State) -> Facts:
    """Tell, with a first day, the stretch in which a last day lies that the person passed.

    Without it, what was passed would be taken for still going on.
    """
    end = (*path[:-1], "end")
    began, as_of = found(facts, path), state.interview.as_of
    span = parse_span(began) if path[-1] == "start" and isinstance(began, str) else None
    if span is None or end not in state.passed - state.begun or span.first > as_of:
        return facts
    return with_fact(facts, end, Plain(f"{span.first}..{as_of}"))


def _with_any(after: State, question: Question, said: Meaning | Value) -> State:
    key = str(question.path[0])
    if said == "true":
        return _begin(after, question, key)
    if said == "false" and question.about is About.MORE:
        return _end(after, question, key)
    if said == "false":
        none: Value = [] if question.topic.more else Plain("none")
        return replace(after, facts={**after.facts, key: none})
    if said is Meaning.DECLINED and question.about is About.ANY:
        return replace(after, facts={**after.facts, key: Plain(DECLINED)})
    return replace(after, passed=after.passed | {question.path})


def _begin(after: State, question: Question, key: str) -> State:
    """Go on to the next record; what was passed of one that was begun and never told is asked anew."""
    if not question.topic.more:
        return replace(after, begun=after.begun | {(key,)})
    told = records(after.facts, key)
    number = len(told.items) if told else 0
    lost = {(key, "lost")} if (key, number) in after.begun else set()
    return replace(
        after,
        facts=after.facts if told else with_records(after.facts, key, [], complete=False),
        begun=after.begun | {(key, number)},
        passed=frozenset(path for path in after.passed if path[:2] != (key, number)) | lost,
    )


def _end(after: State, question: Question, key: str) -> State:
    """Close a list: there is no more than these, unless one was begun of which nothing could be told."""
    told = records(after.facts, key)
    items = told.items if told else []
    if (key, len(items)) in after.begun or (key, "lost") in after.passed:
        return replace(after, passed=after.passed | {question.path})
    return replace(after, facts=with_records(after.facts, key, items, complete=True))


def _candidate(interview: Interview, facts: Facts) -> Candidate:
    return load_candidate(Told("interview", dict(facts)), interview.catalog.words, interview.as_of)
