"""A world in which every text that somebody else writes would act, and a reader that lets all of it in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from upper import Written, credential, edition, group, leaf, rules_folder

NASTY = (
    "x\x1b[2J\x1b]8;;http://e.example\x07l\x1b]8;;\x1b\\\x9b31m\x9d0;t\x9c\x07\b\r\x0e\x1bc\x1b[6n\x7f\x00"
    "\u202e\u2066\u200b\ufeff\u2028\x85[bold red]y[/] [link=http://e.example]z[/link] [/] :smile: |cell| <b>w</b> "
    "![i](http://e.example) `k` https://e.example @team =1+1 ]]> ;=2 %0A"
    "\n::error::no ##[add-mask]a\n\n# head\n\nNOT ELIGIBLE\n1..9\tok"
)
"""Escapes of both sets, links, titles, bidi overrides, markup of every kind, commands, formulas and line ends."""

FORBIDDEN = "\x1b\x9b\x9d\x07\b\r\x0e\x7f\x00\u202e\u2066\u200b\ufeff\u2028\x85"
"""What may reach no stream but as its code point."""

PROFILE = "p\x1b[2J\x9b31m\u202e\n::error::no.json"
"""The name of a file."""

BROKEN = "b\x1b[2J\x9b31m\u202e\n::error::no.json"


def let_everything_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open the reader to characters that it refuses, so that what is behind it has to hold alone."""
    never = re.compile(r"(?!)")
    for module in ("characters", "json_text", "tree"):
        monkeypatch.setattr(f"peercert.reading.{module}.REFUSED", never)
    monkeypatch.setattr("peercert.reading.characters._is_harmless", lambda _: True)


def build(folder: Path) -> Path:
    """Write rules, profiles and cases, every text of which is hostile."""
    rules = folder / "rules"
    rules.mkdir()
    rules_folder(
        rules, _credential("TOY"), _credential("TOY-II"), catalog=_catalog(), sources=_sources(), words=_words()
    )
    (rules / "questions.yaml").write_text(json.dumps({"questions": _questions()}))
    (rules / "us" / "toy.cases.yaml").write_text(json.dumps(_cases()))
    (folder / PROFILE).write_text(json.dumps(PERSON))
    (folder / BROKEN).write_text(json.dumps({"id": NASTY, "nonsense": 1, NASTY: 2}))
    return folder


PERSON: Written = {
    "id": NASTY[:150],
    "name": NASTY,
    "seeking": ["TOY", "TOY-II"],
    "education": [{"level": "bachelor", "field": NASTY[:100]}],
    "training": [
        {
            "id": NASTY[:100],
            "title": NASTY,
            "provider": NASTY,
            "hours": 1,
            "verified_by": NASTY[:100],
            "evidence": NASTY,
        },
        {"id": NASTY[10:100], "hours": 2, "completed": "2026-12-24", "status": "planned"},
    ],
    "experience": [{"id": NASTY[:90], "kind": "paid", "role": "peer", "setting": NASTY[:100], "hours": 40}],
    "employment": {"setting": NASTY[:100]},
    "references": 1,
}


def _text(raw: Written) -> Written:
    """Give a requirement hostile words."""
    return {**raw, "title": NASTY, "note": NASTY, "sources": [{"id": "document", "at": NASTY}]}


def _credential(id_: str) -> Written:
    def called(name: str) -> str:
        return f"{id_}.{name}"

    readings = [_text(leaf(called(name), "references", at_least=more)) for name, more in (("five", 1), ("six", 9))]
    root = group(
        called("all"), "all_of",
        _text(leaf(called("one"), "references", at_least=2, remedy=NASTY)),
        _text(leaf(called("two"), "training_hours", at_least=10)),
        _text(leaf(called("three"), "references", at_least=1)),
        _text(group(called("four"), "any_of", _text(leaf(called("seven"), "age", at_least=18)))),
        _text({"id": called("eight"), "kind": "disputed", "readings": readings, "ask": NASTY, "note": NASTY}),
    )  # fmt: skip
    fact = {"id": called("fact"), "topic": "fees", "section": "fees", "label": NASTY, "text": NASTY, "amount": 5}
    cited = [{"id": "document", "at": NASTY}]
    found = credential(
        id_, edition(root, _text(leaf(called("nine"), "references", at_least=3)), title=NASTY),
        title=NASTY, region=NASTY, about=NASTY, issuer={"name": NASTY, "short": NASTY},
        facts=[{**fact, "currency": "USD", "sources": cited}],
        open_questions=[{"id": called("q"), "topic": "age", "text": NASTY, "sources": cited}],
    )  # fmt: skip
    for way in found["editions"][0]["pathways"]:
        way["title"] = NASTY
    return found


def _catalog() -> Written:
    return {"version": NASTY, "title": NASTY}


def _sources() -> Written:
    source = {"title": NASTY, "publisher": NASTY, "date": NASTY, "tier": "secondary", "read": "2026-11-22"}
    return {"sources": {"document": {**source, "url": "https://e.example/a_b"}}}


def _words() -> Written:
    return {"programs": {"toy-course": {"title": NASTY}}, "settings": {"toy-place": {"title": NASTY}}}


def _questions() -> list[Written]:
    words = {"ask": NASTY, "help": NASTY, "form": NASTY}
    return [
        {"key": "references", "sensitivity": "open", "takes": "count", **words},
        {"key": "birth_date", "sensitivity": "personal", **words},
    ]


def _cases() -> Written:
    return {
        "given": {"references": 1},
        "cases": [
            {"name": NASTY, "as_of": "2026-11-22", "verdict": "eligible"},
            {"name": "plain", "as_of": "2026-11-22", "verdict": "not_eligible", "because": ["TOY.one"]},
        ],
    }
