"""Whether a receipt holds: its tree against the rules, its sums by adding up, its lines against the profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from peercert.candidate import Candidate
from peercert.digests import digest, seal
from peercert.logic import Outcome
from peercert.verify.expected import expected, may_be_unchecked, shape_of
from peercert.verify.leaves import COUNTED, added, differences
from peercert.verify.receipt import FORMAT, Receipt
from peercert.verify.rulebook import Rule, Rulebook
from peercert.verify.together import together
from peercert.verify.told import Told

Node = dict[str, Any]

_OUTCOMES = {one.word: one for one in Outcome}
_KEYS: dict[str, set[str]] = {
    "sum": {"need", "told", "have", "up_to", "beyond", "lines"}, "fit": {"beyond", "lines"}, "fact": {"facts"},
    "split": {"beyond", "needs", "lines", "sure", "possible"}, "together": {"pool"}, "nothing": set(),
    "unchecked": set(),
}  # fmt: skip
_LINE_KEYS = {
    "sum": {"record", "counts", "point", "gives", "up_to"}, "fit": {"record", "counts", "point"},
    "split": {"record", "counts", "point", "hours", "parts"},
}  # fmt: skip


class Options(NamedTuple):
    """What a receipt is held against."""

    rules: Rulebook
    program: tuple[str, str]
    """The version and the digest of this program."""

    profiles: Sequence[tuple[str, Candidate]] | None = None
    """Each profile with its digest; None where there is none to hold it against."""


class Result(NamedTuple):
    """What came of checking a receipt."""

    faults: tuple[str, ...]
    """What does not hold, in plain words; empty where everything does."""

    unchecked: int
    """Lines that cannot be added up again, and were taken as they stand."""


def verify(receipt: Receipt, options: Options) -> Result:
    """Say whether a receipt holds.

    Args:
        receipt: What is checked.
        options: What it is held against.
    """
    walk = _Walk(options, receipt.value)
    try:
        faults = tuple(dict.fromkeys(walk.whole()))
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError, IndexError, RecursionError):
        return Result(("A part of it is missing, or is of another kind than it should be.",), walk.unchecked)
    return Result(faults, walk.unchecked)


class _Walk:
    """One way through a receipt."""

    def __init__(self, options: Options, receipt: Node) -> None:
        self.rules, self.options, self.receipt = options.rules, options, receipt
        self.unchecked = 0

    def whole(self) -> Iterator[str]:
        receipt = self.receipt
        if receipt["format"] != FORMAT:
            yield "It is a receipt of another format."
        if len(receipt["people"]) != receipt["count"]:
            yield "It does not hold as many people as it says."
        head = {key: value for key, value in receipt.items() if key not in ("people", "count", "seal")}
        if receipt["seal"] != seal(head, [digest(one) for one in receipt["people"]]):
            yield "The seal does not fit: something was changed after it was written."
        if receipt["program"] != {"version": self.options.program[0], "sha256": self.options.program[1]}:
            yield "It was made by another version of peercert. Check it with that version."
        if receipt["catalog"] != {"version": self.rules.version, "sha256": self.rules.sha256}:
            yield "It was made with other rules. Name them with --rules or --add-rules, or check the profile again."
        if receipt["disputes"] not in ("undetermined", "strict", "lenient"):
            yield "It names a way to read disputes that does not exist."
        if not all(isinstance(receipt[key], bool) for key in ("verified_only", "redacted")):
            yield "One of its options is not a yes or no."
        for number_, person in enumerate(receipt["people"], 1):
            yield from self._person(number_, person)

    def _person(self, number_: int, person: Node) -> Iterator[str]:
        candidate = None
        if set(person) != {"candidate", "profile_sha256", "credentials", "determinations"}:
            raise KeyError
        if person["credentials"] != [one["credential"] for one in person["determinations"]]:
            yield f"Person {number_}: it does not hold one answer for each credential that it names."
        if self.options.profiles is not None:
            given = dict(self.options.profiles)
            candidate = given.get(person["profile_sha256"])
            if candidate is None:
                yield f"Person {number_}: no profile that was given is the one that was checked."
            elif candidate.profile.id != person["candidate"]:
                yield f"Person {number_}: the profile has another id."
        for one in person["determinations"]:
            yield from (f"{one['credential']}: {fault}" for fault in self._determination(one, candidate))

    def _determination(self, one: Node, candidate: Candidate | None) -> Iterator[str]:
        if set(one) != {"credential", "edition", "verdict", "ways", "then"}:
            raise KeyError
        if self.rules.credential(one["credential"]) is None:
            yield "The rules know no such credential."
            return
        outcomes: list[Outcome] = []
        day = date.fromisoformat(self.receipt["as_of"])
        yield from self._ways(one, one["credential"], day, candidate, outcomes)
        then, later = one["then"], [Outcome.UNMET]
        if then is not None:
            after = date.fromisoformat(then["as_of"])
            if set(then) != {"as_of", "edition", "ways"}:
                raise KeyError
            if after <= day:
                yield "the day from which it would be a yes is not a later day."
            later = []
            yield from self._ways(then, one["credential"], after, candidate, later)
        verdict = _verdict(max(outcomes), None if then is None else max(later))
        if one["verdict"] != verdict:
            yield f"its lines lead to {verdict}, not to {one['verdict']}."

    def _ways(
        self, one: Node, credential: str, day: date, candidate: Candidate | None, outcomes: list[Outcome]
    ) -> Iterator[str]:
        edition = self.rules.edition(credential, day)
        if one["edition"] != (edition["id"] if edition else None):
            yield "it names another edition than the one in force on that day."
        told = None
        if candidate is not None:
            told = Told(candidate, day, self.receipt["verified_only"], self.rules.rates)
        for rule, node in zip(self.rules.roots(credential, day), one["ways"], strict=True):
            yield from self._node(rule, node, day, told)
            outcomes.append(_OUTCOMES[node["outcome"]])

    def _node(self, rule: Rule, node: Node, day: date, told: Told | None) -> Iterator[str]:
        if (node["id"], node["kind"]) != (rule["id"], rule["kind"]):
            yield f"{node['id']}: the rules have {rule['id']} here."
            return
        inside = self.rules.inside(rule, day)
        own = self._leaf(rule, node, told) if inside is None else self._group(rule, inside, node)
        yield from (f"{rule['id']}: {fault}." for fault in own)
        for one, part in zip(inside or (), node["parts"] if inside else (), strict=True):
            yield from self._node(one, part, day, told)

    def _group(self, rule: Rule, inside: list[Rule], node: Node) -> Iterator[str]:
        if set(node) != {"id", "kind", "outcome", "checked", "parts"} or node["checked"] is not True:
            yield "it says more or less than it should"
        follows = self._combined(rule, [_OUTCOMES[part["outcome"]] for part in node["parts"]])
        if _OUTCOMES[node["outcome"]] is not follows:
            yield f"from its parts follows {follows.word}, not {node['outcome']}"
        if rule["kind"] == "training":
            jointly = together(inside, node["parts"], self.receipt["disputes"])
            if _OUTCOMES[node["parts"][-1]["outcome"]] is not jointly:
                yield f"for all its parts together follows {jointly.word}"

    def _combined(self, rule: Rule, found: list[Outcome]) -> Outcome:
        kind = rule["kind"]
        if kind == "barred":
            return {Outcome.MET: Outcome.UNMET, Outcome.UNMET: Outcome.MET}.get(found[0], found[0])
        if kind == "disputed":
            return _read(found, self.receipt["disputes"])
        applicable = sorted((one for one in found if one is not Outcome.NOT_APPLICABLE), reverse=True)
        if not applicable:
            return Outcome.NOT_APPLICABLE
        needed = int(rule["n"]) if kind == "at_least" else 1 if kind in ("any_of", "meets_credential") else len(found)
        rank = needed if needed < len(found) else needed - (len(found) - len(applicable))
        return applicable[min(max(rank, 1), len(applicable)) - 1]

    def _leaf(self, rule: Rule, node: Node, told: Told | None) -> Iterator[str]:
        shape = shape_of(rule, node)
        if (shape == "unchecked") is not (node["checked"] is False):
            yield "it does not say rightly whether it can be checked"
        if set(node) - {"window", *COUNTED} - {"id", "kind", "outcome", "checked"} != _KEYS[shape] - COUNTED:
            yield "it says more or less than it should"
            return
        if shape == "unchecked":
            self.unchecked += 1
            if not may_be_unchecked(rule, told):
                yield "this could be checked, and is not shown"
            return
        yield from self._proved(rule, node, shape, told)

    def _proved(self, rule: Rule, node: Node, shape: str, told: Told | None) -> Iterator[str]:
        if shape in _LINE_KEYS:
            extra = ({"days"} if "window" in node else set()) | ({"score"} if rule["kind"] == "exam" else set())
            if any(set(line) != _LINE_KEYS[shape] | extra for line in node["lines"]):
                yield "a record says more or less than it should"
                return
        follows, faults = added(rule, node, shape)
        yield from faults
        if told is not None:
            should, outcome = expected(rule, shape, told, dated=not self.receipt["redacted"])
            yield from differences(node, should)
            follows = outcome if outcome is not None else follows
        if follows is not None and _OUTCOMES[node["outcome"]] is not follows:
            yield f"from its lines follows {follows.word}, not {node['outcome']}"


def _read(found: list[Outcome], disputes: str) -> Outcome:
    """Combine the readings of sources that disagree."""
    if disputes == "strict":
        return min(found)
    if disputes == "lenient":
        return max(found)
    if Outcome.MET in found and Outcome.UNMET in found:
        return Outcome.UNKNOWN
    return Outcome.UNKNOWN if Outcome.UNKNOWN in found else min(found)


def _verdict(best: Outcome, later: Outcome | None) -> str:
    if best is Outcome.MET:
        return "eligible"
    if best is not Outcome.UNMET:
        return "undetermined"
    return "not_yet" if later is Outcome.MET else "not_eligible"
