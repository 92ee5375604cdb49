"""Naughty strings in every place where a person may write: nothing breaks, and every report can still be read."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from cli.profiles import DAY
from peercert.catalog import load_catalog
from peercert.errors import FileError
from peercert.reading import read_text
from peercert.reading.characters import REFUSED
from program import inside
from test_suites import suite
from upper import person

STRINGS: list[str] = suite("blns")
SHOWN = [text for text in STRINGS if text.strip() and len(text) <= 200 and not REFUSED.search(text)]
"""Those that may stand wherever a profile has words: they say something, and hold no refused character."""


def told(text: str) -> dict[str, Any]:
    """Write a profile with a string wherever words of one's own may stand."""
    return {
        "id": text, "name": text, "seeking": ["CPSRP-P"],
        "training": [{"id": text, "title": text, "provider": text, "evidence": text, "verified_by": f"{text} DMH"}],
        "education": [{"level": "ged", "field": text}],
        "experience": [{"id": text, "setting": text, "title": text, "employer": text, "hours": 5, "evidence": text}],
        "employment": {"setting": text, "supervisor": text},
        "licenses": [{"id": text}],
        "continuing_education": [{"event": text, "area": "peer_support", "hours": 1}],
    }  # fmt: skip


def test_there_are_enough_of_them() -> None:
    """Nearly all may stand in a profile: people's names are of every script."""
    assert len(STRINGS) == 485
    assert len(SHOWN) > 400


@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_each_is_read_as_it_is_or_refused_for_its_character(syntax: Any) -> None:
    """Spelt plainly, as JSON spells it."""
    for text in STRINGS:
        written = json.dumps({"name": text}, ensure_ascii=False)
        if REFUSED.search(text):
            with pytest.raises(FileError) as caught:
                read_text(written, "p", syntax=syntax)
            assert {problem.code for problem in caught.value.problems} == {"bad-character"}
        else:
            assert read_text(written, "p", syntax=syntax).value == {"name": text}


def test_each_is_read_or_refused_without_quotes() -> None:
    """As a person might write it in YAML; what is refused is not shown."""
    for text in STRINGS:
        try:
            value = read_text(f"name: {text}\n", "p").value
        except FileError as error:
            assert all(len(text) < 4 or text not in problem.message for problem in error.problems)  # noqa: PT017 - it may well be read
        else:
            assert isinstance(value, dict)


def test_each_may_stand_in_every_field_of_words() -> None:
    """The profile is made, and holds it."""
    for text in SHOWN:
        assert person(told(text)).profile.name == text


def test_none_is_a_key_and_none_is_shown_as_one() -> None:
    """Unless it looks like a key."""
    words = load_catalog().words
    assert words.credential("CRSS") == "CRSS"
    for text in STRINGS:
        with pytest.raises(FileError) as caught:
            person({text: "x"})
        for problem in caught.value.problems:
            if not text.replace("-", "_").isidentifier() and len(text) > 3:
                assert text not in problem.message


class Page(HTMLParser):
    """Takes note of what a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def whole_page(out: str) -> None:
    """Check that a page holds nothing that acts."""
    page = Page()
    page.feed(out)
    assert not page.tags & {"script", "img", "iframe", "svg", "a", "input", "object", "embed", "form", "video"}
    assert not [name for name in page.attributes if name.startswith("on")]


def rows(out: str) -> None:
    """Check that every row of a table has all its cells, and none begins a formula."""
    head, *rest = csv.reader(io.StringIO(out), strict=True)
    assert rest
    assert {len(row) for row in rest} == {len(head)}
    assert not [cell for row in rest for cell in row if re.match(r"[=@+]|-(?![\d.])", cell)]


def commands(out: str) -> None:
    """Check that every line is a command of ours."""
    assert all(
        re.match(r"::(error|warning|notice|debug) |::(group|endgroup)|[^:]|$", line) for line in out.splitlines()
    )


def points(out: str) -> None:
    """Check that there are as many points as are planned."""
    (plan,) = re.findall(r"^1\.\.(\d+)", out, re.MULTILINE)
    assert len(re.findall(r"^(?:not )?ok \d+", out, re.MULTILINE)) == int(plan)


FORMATS: dict[str, Callable[[str], object]] = {
    "text": str.isprintable, "html": whole_page, "markdown": str.strip, "json": json.loads, "csv": rows,
    "jsonl": lambda out: [json.loads(line) for line in out.splitlines()],
    "junit": ET.fromstring, "tap": points, "sarif": json.loads, "github": commands,
}  # fmt: skip


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.thorough)], ids=["some", "all"])
@pytest.mark.parametrize("format_", FORMATS)
def test_every_report_on_them_can_be_read(tmp_path: Path, format_: str, step: int) -> None:
    """In each format: whole, well-formed, and without a sign that acts."""
    lines = [json.dumps(told(text)) for text in list(dict.fromkeys(SHOWN))[::step]]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))

    ended = inside("check", "many.jsonl", *DAY, "-f", format_, "-j", "1", "--no-redact", folder=tmp_path)

    assert ended.code == 3, ended.err[:300]
    FORMATS[format_](ended.out)
    assert not REFUSED.search(ended.out.replace("\n", ""))


def test_each_may_be_the_name_of_a_file(tmp_path: Path) -> None:
    """Where the system lets it be one."""
    made = 0
    (tmp_path / "in").mkdir()
    for text in STRINGS:
        path = tmp_path / "in" / f"x{text}.json"
        if "/" not in text and "\0" not in text and len(os.fsencode(path.name)) < 250:
            path.write_text('{"seeking": ["CPSRP-P"]}')
            made += 1

    ended = inside("check", "in", *DAY, "-f", "json", "-j", "1", folder=tmp_path)

    assert made > 300
    assert ended.code == 3
    assert len(json.loads(ended.out)["determinations"]) == len(list((tmp_path / "in").iterdir()))
