"""A branch that lets nobody in who is not in by another."""

from __future__ import annotations

from pathlib import Path

from .linting import AGE, HEAD, WAY, allow, group, inner, only, place, remarks, toy


def choice(*branches: str) -> str:
    """Write the toy credential with a choice."""
    return toy(group("choice", "any_of", *branches))


def test_a_branch_that_asks_for_more_of_the_same_is_told(tmp_path: Path) -> None:
    """Whoever has 4,000 hours has 2,000."""
    less, more = (inner(name, "experience", f"at_least: {name[1:]}") for name in ("h2000", "h4000"))

    found = only(remarks(tmp_path, choice(less, more)), "implied-branch")

    assert place(found) == ("toy.yaml", 32, 19)
    assert found.message == "The branch xx.toy.h4000 lets nobody in who is not in by another."
    assert found.proof == ("Whoever meets xx.toy.h4000 meets xx.toy.h2000 (line 27) too.",)


def test_the_order_of_the_branches_does_not_matter(tmp_path: Path) -> None:
    """It is still the greater one that is needless."""
    less, more = (inner(name, "experience", f"at_least: {name[1:]}") for name in ("h2000", "h4000"))

    assert place(only(remarks(tmp_path, choice(more, less)), "implied-branch")) == ("toy.yaml", 27, 19)


def test_a_branch_with_one_more_condition_is_told(tmp_path: Path) -> None:
    """A bachelor's degree and hours are no more than the degree alone."""
    degree = inner("degree", "education", "levels: [bachelor, master]")
    both = group("both", "all_of", *(
        text.replace("\n    ", "\n        ").replace("                - ", "                    - ", 1)
        for text in (
            inner("bachelor", "education", "levels: [bachelor]"), inner("hours", "experience", "at_least: 100")
        )
    ), indent=16)  # fmt: skip

    found = only(remarks(tmp_path, choice(degree, both)), "implied-branch")

    assert place(found) == ("toy.yaml", 32, 19)


def test_branches_that_each_let_somebody_in_are_right(tmp_path: Path) -> None:
    """More hours of any kind, or fewer as a peer."""
    wide = inner("wide", "experience", "at_least: 4000")
    peer = inner("peer", "experience", "at_least: 2000", "roles: [peer]")

    assert remarks(tmp_path, choice(wide, peer)) == ()


def test_a_way_that_another_way_covers_is_told(tmp_path: Path) -> None:
    """A second way to the same credential that asks for more."""
    second = WAY.split("pathways:\n")[1].replace("id: standard", "id: hard").replace("xx.toy", "xx.toy.hard")
    harder = AGE.replace("xx.toy", "xx.toy.hard").replace("at_least: 18", "at_least: 21")

    found = only(remarks(tmp_path, HEAD + WAY + AGE + second + harder), "implied-branch")

    assert place(found) == ("toy.yaml", 23, 13)
    assert found.message == "The way hard lets nobody in who is not in by another."
    assert found.proof == ("Whoever passes by hard passes by standard too.",)


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """A law may name both numbers."""
    less = inner("less", "experience", "at_least: 2000")
    more = inner("more", "experience", "at_least: 4000", allow("implied-branch"))

    assert remarks(tmp_path, choice(less, more)) == ()
