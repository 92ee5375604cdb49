"""Lists of files."""

from __future__ import annotations

import io
from collections import deque

import pytest

from peercert.errors import FileError
from peercert.inputs import lists
from peercert.inputs.lists import listed


def names(data: bytes) -> list[str]:
    """Return the names in a list."""
    return list(listed(io.BytesIO(data), "list.txt"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a.yaml\nb.yaml\n", ["a.yaml", "b.yaml"]),
        (b"a.yaml\r\n\r\n  \nb c.yaml", ["a.yaml", "b c.yaml"]),
        (b"\xef\xbb\xbfa.yaml\n", ["a.yaml"]),
        (b"a\nb.yaml\0c.yaml\0", ["a\nb.yaml", "c.yaml"]),
        (b"", []),
        (b"\n\n", []),
    ],
)
def test_a_list_holds_a_name_a_line_or_before_each_nul(data: bytes, expected: list[str]) -> None:
    """Blank lines are skipped; only with NUL may a name hold the end of a line."""
    assert names(data) == expected


def test_a_long_list_is_read_in_pieces() -> None:
    """No name is lost or cut where a piece ends."""
    expected = [f"cohort/{number}.yaml" for number in range(20_000)]

    assert names("\n".join(expected).encode()) == expected


@pytest.mark.parametrize(
    ("data", "code"), [("a.yaml\n".encode("utf-16"), "not-utf8"), (b"x" * 300_000, "too-large")]
)  # fmt: skip
def test_what_is_no_list_is_refused(data: bytes, code: str) -> None:
    """It is read no further."""
    with pytest.raises(FileError) as caught:
        names(data)

    assert [(one.source, one.line, one.code) for one in caught.value.problems] == [("list.txt", None, code)]


@pytest.mark.parametrize("sign", [b"\0", b"\n", b"x\n"])
def test_a_list_that_does_not_end_is_told(sign: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it goes on; no more of it is read than is allowed, which is less here, to be quick."""
    monkeypatch.setattr(lists, "_LIMIT", 1024 * 1024)

    class Endless(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return sign * ((size or 0) // len(sign))

    with pytest.raises(FileError) as caught:
        deque(listed(Endless(), "list.txt"), maxlen=0)

    (problem,) = caught.value.problems
    assert str(problem) == (
        "list.txt: This list is larger than 64 MiB, and larger lists are not read. "
        "Write the name of one file on each line."
    )
