"""The roll-call of lints: each has its module, its tests, and a line in the guide."""

from __future__ import annotations

from pathlib import Path

import pytest

import peercert.lint
from peercert.lint import LINTS
from peercert.lint.roll_call import lint_of

HERE = Path(__file__).parent
GUIDE = HERE.parents[1] / "rules" / "README.md"


@pytest.mark.parametrize("name", LINTS)
def test_a_lint_has_a_module_tests_and_a_line_in_the_guide(name: str) -> None:
    """All of the same name, in three spellings."""
    module = name.replace("-", "_")

    assert (Path(peercert.lint.__file__).parent / f"{module}.py").is_file()
    assert (HERE / f"test_{module}.py").is_file()
    assert f"| `{name}` |" in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in LINTS if name != "unused-allow"])
def test_a_lint_looks_at_the_book(name: str) -> None:
    """All but the one that comes last, which looks at what the others needed."""
    assert callable(lint_of(name).look)
