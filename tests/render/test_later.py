"""What is kept for the end of a report."""

from __future__ import annotations

import pytest

from peercert.render import later
from peercert.render.later import Later


@pytest.mark.parametrize("in_memory", [0, 5, 1000])
def test_what_is_kept_comes_back_whole_and_in_order(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    """However much of it left memory meanwhile; half a character does no harm."""
    monkeypatch.setattr(later, "_IN_MEMORY", in_memory)
    kept = Later()
    for text in ("one\n", "two\r\n", "thrée \ud800\n"):
        kept.add(text)

    assert kept
    assert "".join(kept.read()) == "one\ntwo\r\nthrée \ud800\n"
    assert not kept


def test_nothing_is_kept_at_first() -> None:
    """And nothing comes back."""
    assert not Later()
    assert list(Later().read()) == []
