"""Reads workflow commands as GitHub documents them: `::name key=value,key=value::text` at the start of a line."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"^\s*::(?P<name>[^\s:]+)(?: (?P<properties>[^:]*(?::(?!:)[^:]*)*))?::(?P<says>.*)$")


class Command(NamedTuple):
    """One command."""

    name: str
    properties: dict[str, str]
    says: str


def commands(log: str) -> list[Command]:
    """Return the commands in what a job prints."""
    found = (_LINE.match(line) for line in log.splitlines())
    return [Command(one["name"], _properties(one["properties"] or ""), _data(one["says"])) for one in found if one]


def _properties(text: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.split(",") if pair)
    return {key.strip(): _data(value).replace("%3A", ":").replace("%2C", ",") for key, _, value in pairs}


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
