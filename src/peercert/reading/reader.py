"""The reader: a file, bytes or text go in, and a document comes out or every reason why not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from peercert.reading.characters import cleaned, decoded
from peercert.reading.document import Document, Syntax
from peercert.reading.files import check_size, file_bytes
from peercert.reading.json_text import read_json
from peercert.reading.refusals import Refusals

SIZE_LIMIT: Final = 1024 * 1024
"""The most that a file may hold, in bytes, unless the caller says otherwise."""

_BYTE_ORDER_MARK: Final = "\ufeff"


def read_file(path: Path | str, *, source: str | None = None, limit: int = SIZE_LIMIT, nulls: bool = False) -> Document:
    """Return the document in a file: JSON if its name ends in ``.json``, and YAML if not.

    Args:
        path: The file.
        source: What the user called it, if that is not the path.
        limit: How many bytes it may hold.
        nulls: Whether a YAML null may stand for a value; it is then the plain word that was written.

    Raises:
        FileError: With everything that is wrong with the file.
    """
    name = str(path)
    refusals = Refusals(name if source is None else source)
    text = decoded(file_bytes(path, limit, refusals), refusals)
    return _document(text, refusals, "json" if name.lower().endswith(".json") else "yaml", 1, nulls=nulls)


def read_bytes(
    data: bytes, source: str, *, syntax: Syntax = "yaml", first_line: int = 1, limit: int = SIZE_LIMIT
) -> Document:
    """Return the document in some bytes, such as standard input or one line of JSON Lines.

    Args:
        data: The bytes.
        source: What the user called the place they came from.
        syntax: How they are spelled. YAML reads JSON too.
        first_line: The line of the file on which they start, counted from 1.
        limit: How many bytes there may be.

    Raises:
        FileError: With everything that is wrong with them.
    """
    refusals = Refusals(source, first_line)
    check_size(len(data), limit, refusals)
    return _document(decoded(data, refusals), refusals, syntax, first_line)


def read_text(
    text: str, source: str, *, syntax: Syntax = "yaml", first_line: int = 1, limit: int = SIZE_LIMIT
) -> Document:
    """Return the document in a text that is no longer, or has never been, in bytes.

    Args:
        text: The text.
        source: What the user called the place it came from.
        syntax: How it is spelled. YAML reads JSON too.
        first_line: The line of the file on which it starts, counted from 1.
        limit: How many bytes there may be, in UTF-8.

    Raises:
        FileError: With everything that is wrong with it.
    """
    refusals = Refusals(source, first_line)
    check_size(len(text.encode("utf-8", "surrogatepass")), limit, refusals)
    return _document(text, refusals, syntax, first_line)


def _document(text: str, refusals: Refusals, syntax: Syntax, first_line: int, *, nulls: bool = False) -> Document:
    text = cleaned(text.removeprefix(_BYTE_ORDER_MARK), refusals)
    if not text or text.isspace():
        raise refusals.stop_empty()
    refusals.text = text
    if syntax == "json":
        value = read_json(text, refusals)
    else:
        from peercert.reading.yaml_text import read_yaml  # a JSON file need not wait for yaml

        value = read_yaml(text, refusals, nulls=nulls)
    refusals.settle()
    return Document(refusals.source, value, text, syntax, first_line)
