"""Reading an answer: what a person meant by a line, and the value that a profile holds for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from peercert.interview.question import About, Question
from peercert.reading import Plain, Value, did_you_mean


class Meaning(Enum):
    """What a line says beside an answer."""

    PASS = "pass"  # noqa: S105 - a word, and no password
    """Skip, or not known: the fact is left out."""

    DECLINED = "declined"
    HELP = "help"
    BACK = "back"
    STOP = "stop"
    STILL = "still"
    """What has no last day yet."""


class Refusal(NamedTuple):
    """Why a line is no answer to a question."""

    message: str


_SAID = {
    "skip": Meaning.PASS,
    "i don't know": Meaning.PASS,
    "i do not know": Meaning.PASS,
    "don't know": Meaning.PASS,
    "do not know": Meaning.PASS,
    "not sure": Meaning.PASS,
    "i'd rather not say": Meaning.DECLINED,
    "i would rather not say": Meaning.DECLINED,
    "rather not say": Meaning.DECLINED,
    "prefer not to say": Meaning.DECLINED,
    "declined": Meaning.DECLINED,
    "?": Meaning.HELP,
    "help": Meaning.HELP,
    "back": Meaning.BACK,
    "stop": Meaning.STOP,
}
_STILL = ("still", "still there", "still going", "now")
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")
_PLAIN = re.compile(r"[0-9A-Za-z_.-]+", re.ASCII)
_HOURS = re.compile(r"(?<=[\s:=])\d+(\.\d+)?$", re.ASCII)
_COUNT = re.compile(r"\d+", re.ASCII)
_NULL = ("null", "~")


def meaning_of(text: str, question: Question) -> Meaning | Value | Refusal:
    """Return what a line says in answer to a question."""
    line = text.strip().replace("’", "'")
    said = line.casefold().rstrip(".!")
    if said in _SAID or line in _SAID:
        return _SAID.get(said) or _SAID[line]
    if not line:
        return Refusal("Write an answer, or skip.")
    if not line.isprintable():
        return Refusal("This line holds a sign that cannot be used here. Write it again with letters and digits.")
    return _value(line, said, question)


def _value(line: str, said: str, question: Question) -> Meaning | Value | Refusal:
    if question.takes == "last_day" and said in _STILL:
        return Meaning.STILL
    if question.takes == "yes_no":
        return _yes_no(line, said, question)
    if question.takes == "one_of":
        return _one_of(said, question.choices)
    if question.takes == "some_of":
        return _some_of(said, question.choices)
    if question.takes == "hours_by_word":
        return _hours_by_word(said, question.choices)
    if question.takes == "count" and not _COUNT.fullmatch(line):
        return Refusal("This asks for a whole number, such as 2.")
    if said in (_YES[0], _NO[0]):
        return Refusal("This asks for more than a yes or a no. Write it, or skip.")
    return Plain(line) if _PLAIN.fullmatch(line) and said not in _NULL else line


def _yes_no(line: str, said: str, question: Question) -> Value | Refusal:
    if said in _YES or said in _NO:
        return Plain("true" if said in _YES else "false")
    if question.about is About.FACT and line[:1].isdigit():
        return Plain(line) if _PLAIN.fullmatch(line) else line
    return Refusal("This asks for a yes or a no.")


def _one_of(said: str, choices: Mapping[str, str]) -> Value | Refusal:
    words = [*choices]
    if said.isdecimal() and 1 <= int(said) <= len(words):
        return Plain(words[int(said) - 1])
    for word, title in choices.items():
        if said in (word.casefold(), title.casefold()):
            return Plain(word)
    yes_or_no = [word for word, title in choices.items() if re.split(r"\W", title)[0].casefold() == said]
    if len(yes_or_no) == 1:
        return Plain(yes_or_no[0])
    nearest = did_you_mean(said, [*words, *choices.values()])
    hint = f' Did you mean "{nearest}"?' if nearest else ""
    return Refusal(f"This is none of the choices.{hint} Write a number from 1 to {len(words)}.")


def _some_of(said: str, choices: Mapping[str, str]) -> Value | Refusal:
    if said in ("none", *_NO):
        return []
    picked: list[Value] = []
    for part in (one.strip() for one in said.split(",")):
        one = _one_of(part, choices)
        if isinstance(one, Refusal):
            return Refusal("Not all of these are choices. Write their numbers with commas between, such as 1, 2.")
        if one not in picked:
            picked.append(one)
    return picked


def _hours_by_word(said: str, choices: Mapping[str, str]) -> Value | Refusal:
    told: dict[str, Value] = {}
    for part in (one.strip() for one in said.split(",")):
        name, hours = _HOURS.sub("", part).strip(" :="), _HOURS.search(part)
        word = _one_of(name, choices)
        if isinstance(word, Refusal) or hours is None or not isinstance(word, str) or word in told:
            return Refusal("Write each one once, with its hours after it and commas between: ethics 16, youth 5.")
        told[word] = Plain(hours.group().strip())
    return told
