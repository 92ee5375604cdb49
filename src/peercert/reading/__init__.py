"""The reading room turns a file into plain values, and knows where in the file each value stood.

What belongs here: opening a file, its bytes and characters, YAML and JSON, lines and columns.
What does not: what a key means, which keys there are, and whether a number or a date makes sense.
"""

from peercert.reading.document import Document, Syntax
from peercert.reading.files import open_lines
from peercert.reading.folders import files_below
from peercert.reading.places import Places
from peercert.reading.reader import SIZE_LIMIT, read_bytes, read_file, read_text
from peercert.reading.spelling import did_you_mean
from peercert.reading.values import Plain, Value, ValuePath

__all__ = [
    "SIZE_LIMIT",
    "Document",
    "Places",
    "Plain",
    "Syntax",
    "Value",
    "ValuePath",
    "did_you_mean",
    "files_below",
    "open_lines",
    "read_bytes",
    "read_file",
    "read_text",
]
