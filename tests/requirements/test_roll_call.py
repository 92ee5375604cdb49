"""The roll-call of kinds."""

from pathlib import Path
from typing import get_args

import pytest

from peercert import requirements
from peercert.requirements import KINDS, Requirement, kind_of

BELOW = {
    "__init__", "base", "counting", "wording", "combining", "positions", "placements", "barred", "edition", "topics",
    "boundary", "steps", "choices", "components", "sittings",
}  # fmt: skip
"""Modules of the folder that hold no kind of their own name that a rules file may use."""


def test_the_folder_and_the_roll_call_agree() -> None:
    """Every module holds a kind of the roll-call, or is one of the few that kinds are built on."""
    folder = Path(requirements.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")}

    assert modules - BELOW == set(KINDS)
    assert len(set(KINDS)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_one_name_four_spellings(kind: str) -> None:
    """Kind, module, class and test module spell one name."""
    found = kind_of(kind)

    assert found.__name__.lower() == kind.replace("_", "")
    assert found.__module__ == f"peercert.requirements.{kind}"
    assert get_args(found.model_fields["kind"].annotation) == (kind,)
    assert (Path(__file__).parent / f"test_{kind}.py").is_file()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_can_do_in_its_own_words(kind: str) -> None:
    """Each kind evaluates, describes and explains by itself, and says in a sentence what it is."""
    found = kind_of(kind)

    assert issubclass(found, Requirement)
    assert (found.__doc__ or "").strip()
    assert found.evaluate is not Requirement.evaluate
    assert found.describe is not Requirement.describe


@pytest.mark.parametrize("kind", KINDS)
def test_a_class_is_found_once(kind: str) -> None:
    """Asking for a kind twice gives the same class."""
    assert kind_of(kind) is kind_of(kind)
