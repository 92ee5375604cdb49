"""A cap that holds nobody back."""

from __future__ import annotations

from pathlib import Path

from .linting import allow, cap, group, hours, leaf, only, place, remarks, toy


def training(*parts: str) -> str:
    """Write the toy credential with a training rule."""
    return toy(group("training", "training", *parts))


def test_a_cap_that_fills_the_rest_of_the_total_never_binds(tmp_path: Path) -> None:
    """46 hours of other parts and 54 at most are 100, so nobody short of 100 has ever passed the cap."""
    parts = (
        hours("total", 100),
        hours("a", 40, "advocacy"),
        hours("e", 6, "ethics"),
        cap("core", 54, "core_functions"),
    )

    found = only(remarks(tmp_path, training(*parts)), "cap-that-never-binds")

    assert place(found) == ("toy.yaml", 47, 28)
    assert found.message == "The cap of 54 hours can never bind."
    assert found.proof == (
        "40 + 6 + 54 = 100 >= 100",
        "Beside the 46 hours of the other parts, the cap alone fills the 100.",
    )


def test_a_cap_without_a_total_never_binds(tmp_path: Path) -> None:
    """There is nothing that the hours beyond it could count toward."""
    alone = leaf("cap", "training_hours", "at_most: 54", "topics: [ethics]")

    found = only(remarks(tmp_path, toy(alone)), "cap-that-never-binds")

    assert place(found) == ("toy.yaml", 26, 24)
    assert found.proof == ("There is no total that the hours beyond the cap could count toward.",)


def test_a_cap_that_would_bind_is_another_matter(tmp_path: Path) -> None:
    """One hour less and it could hold somebody back, which is told under another name."""
    parts = (hours("total", 100), hours("a", 46, "advocacy"), cap("core", 53, "core_functions"))

    found = remarks(tmp_path, training(*parts))

    assert [one.id for one in found] == ["parts-short-of-total", "uncounted-cap"]


def test_it_may_be_allowed_with_a_reason(tmp_path: Path) -> None:
    """The state may write such a row all the same."""
    capped = cap("core", 54, "core_functions", allow("cap-that-never-binds"))

    assert remarks(tmp_path, training(hours("total", 100), hours("a", 46, "advocacy"), capped)) == ()
