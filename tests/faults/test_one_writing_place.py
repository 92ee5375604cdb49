"""There is one place that writes files, and a list of all that use it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from peercert.cli.app import app

from .commands import WRITING

HOUSE = Path(__file__).parents[2] / "src" / "peercert"
WRITES = re.compile(
    r"\b(?:write_text|write_bytes|mkstemp|NamedTemporaryFile|TemporaryFile|mkdtemp|O_WRONLY|O_RDWR|O_CREAT|"
    r"os\.(?:replace|rename|link|symlink|unlink|remove|truncate|chmod|open)|"
    r"shutil\.(?:copy\w*|move|rmtree)|touch|mkdir|makedirs|unlink|rename|chmod|symlink_to|hardlink_to|open)\("
)
ALLOWED = {
    "cli/output.py": {"os.open(", "replace(", "unlink("},  # the one place
    "cli/streams.py": {"os.open(", "open("},  # the null device, and a standard input that was closed
    "cli/stopping.py": {"unlink("},  # what was not finished
    "cli/rules_new.py": {"mkdir("},  # the folders of new rules
    "catalog/compiling.py": {"write_text("},  # a tool for authors, and no command
    "render/later.py": {"TemporaryFile("},  # without a name, so nobody finds it, and it ends with us
    "reading/files.py": {"os.open("},  # the one place that reads
}
"""What opens, makes or moves files, and where it may stand."""


def test_one_module_writes_files() -> None:
    """All others go through `destination`, so that what is promised of it holds of every command."""
    found: dict[str, set[str]] = {}
    for path in HOUSE.rglob("*.py"):
        for call in calls(path):
            found.setdefault(path.relative_to(HOUSE).as_posix(), set()).add(call)

    assert found == ALLOWED


def calls(path: Path) -> Iterator[str]:
    """Give the calls in a module that could open or change a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (match := WRITES.fullmatch(f"{ast.unparse(node.func)}(")):
            yield match[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            name = f"{node.func.attr}("
            moves = name == "replace(" and len(node.args) == 1  # a path; a text takes two
            if moves or (WRITES.fullmatch(name) and name != "open("):  # a requirement has an `open` of its own
                yield name


def options(command: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Give each option, with its command, that names a file to write."""
    for inner in command.list_commands(None) if hasattr(command, "list_commands") else ():
        yield from options(command.get_command(None, inner), f"{name} {inner}".strip())
    for option in command.params:
        if option.name in {"output", "receipt"} and option.opts[0].startswith("--"):
            yield name, option.opts[0]


def test_every_option_that_names_a_file_to_write_is_tried() -> None:
    """A new one has to be added to the list, and then all tests here hold it to the promises."""
    assert sorted(options(typer.main.get_command(app))) == sorted((one.command, one.option) for one in WRITING.values())
