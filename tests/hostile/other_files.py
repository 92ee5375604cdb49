"""Hostile profiles in JSON, tables, and things that are no files."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from hostile.telling import MEBIBYTE, TOLD, Hostile, hole, link, listening, pipe

_DEEP = "Mappings and lists are more than 32 levels deep here."
_NAN = "NaN and Infinity are not numbers that can be counted with."
_NUMBER = "This is not a plain number."
_EMPTY = ": There is nothing in this file. Check that it was saved."
_NOBODY = ": There are no people in this table. Write a row for each, below the names of the columns."
_COLUMN = "This is not a known column."
_QUOTES = "The quotes that open here are not closed at the end of the cell."
_SOUND = ": This is not a sound Parquet file. Write it anew, or save the table as CSV."

JSON_FILES = (
    Hostile("empty.json", b"", (_EMPTY,)),
    Hostile("nan.json", '{"references": NaN}', (f":1:16: {_NAN}",)),
    Hostile("infinity.json", '{"references": Infinity}', (f":1:16: {_NAN}",)),
    Hostile("minus-infinity.json", '{"references": -Infinity}', (f":1:16: {_NAN}",)),
    Hostile("exponent.json", '{"references": 1e3}', (":1:16: This is not a plain number.",)),
    Hostile("huge.json", '{"references": 1e999999999}', (":1:16: This is not a plain number.",)),
    Hostile("digits.json", f'{{"references": {"9" * 1_000_000}}}', (":1:16: This is not a plain number.",)),
    Hostile("minus-nought.json", '{"references": -0}', (":1:16: This number is below zero.",)),
    Hostile("quoted-number.json", '{"work": {"share": "1"}}', (f":1:20: {_NUMBER}",)),
    Hostile("true-number.json", '{"work": {"share": true}}', (f":1:20: {_NUMBER}",)),
    Hostile("null.json", '{"name": null}', (":1:10: A value is missing here.",)),
    Hostile("after.json", f'{{"id": "jo"}} {TOLD}', (":1:14: There is more text after the value has ended.",)),
    Hostile("two.json", '{"id": "jo"}\n{"id": "ann"}', (":2:1: There is more text after the value has ended.",)),
    Hostile("comma.json", '{"id": "jo",}', (":1:13: A key in double quotes is missing here.",)),
    Hostile("single-quotes.json", "{'id': 'jo'}", (":1:2: A key in double quotes is missing here.",)),
    Hostile("no-quotes.json", "{id: 1}", (":1:2: A key in double quotes is missing here.",)),
    Hostile("comment.json", '{"id": "jo" /* x */}', (":1:13: A comma or a closing bracket is missing here.",)),
    Hostile("line-in-quotes.json", '{"name": "a\nb"}', (":1:12: A tab or the end of a line stands inside quotes.",)),
    Hostile("escape.json", '{"name": "\\u001b[2J"}', (":1:10: The character U+001B may not stand in a file.",)),
    Hostile("half.json", '{"name": "\\ud800"}', (":1:10: The character U+D800 may not stand in a file.",)),
    Hostile("override.json", '{"name": "a\\u202eb"}', (":1:10: The character U+202E may not stand in a file.",)),
    Hostile("key-escape.json", '{"na\\u0000me": "x"}', (":1:2: The character U+0000 may not stand in a file.",)),
    Hostile("twice.json", f'{{"name": "jo", "name": "{TOLD}"}}', (':1:16: The key "name" is written twice',)),
    Hostile("twice-spelt.json", '{"id": "jo", "\\u0069d": "x"}', (':1:14: The key "id" is written twice',)),
    Hostile("cut.json", f'{{"name": "{TOLD}', (":1:10: The quotes that open here are never closed.",)),
    Hostile("cut-list.json", '{"serves": ["adults"', (":1:21: The file ends too early.",)),
    Hostile("list.json", "[]", (":1:1: A profile is a mapping of facts.",)),
    Hostile("word.json", f'"{TOLD}"', (":1:1: A profile is a mapping of facts.",)),
    Hostile("yaml.json", "id: jo\n", (":1:1: A value is missing here.",)),
    Hostile(
        "utf-16.json", '{"id": "jo"}'.encode("utf-16"), (": This file is not saved as UTF-8; it looks like UTF-16",)
    ),
    Hostile("deep.json", '{"serves": ' + "[" * 33 + "]" * 33 + "}", (f":1:43: {_DEEP}",)),
    Hostile("very-deep.json", "[" * 100_000, (f":1:33: {_DEEP}",)),
    Hostile("very-deep-mappings.json", '{"a":' * 100_000, (f":1:161: {_DEEP}",)),
    Hostile(
        "many.json", f'{{"serves": [{",".join(["1"] * 60_000)}]}}', (":1:100005: This file holds more than 50,000",)
    ),
    Hostile("too-large.json", f'{{"name": "{"x" * MEBIBYTE}"}}', (": This file is larger than 1 MiB",)),
    Hostile("mark.json", b'\xef\xbb\xbf{"id": "json-mark"}', (), ("json-mark",)),
)
"""Profiles in JSON."""

_COLUMNS = ",".join(f"training.{n}.{name}" for n in range(1, 9999) for name in ("hours", "title"))

TABLES = (
    Hostile("empty.jsonl", b"\n\n", (_EMPTY,)),
    Hostile(
        "line.jsonl",
        f'{{"id": "line-1"}}\n{{"name": "{TOLD}"\n\n{{"references": -1}}\n',
        (":2:19: The file ends too early.", ":4:16: This number is below zero."),
        ("line-1",),
    ),
    Hostile("words.jsonl", f"{TOLD}\n", (":1:1: A value is missing here.",)),
    Hostile(
        "long.jsonl",
        f'{{"id": "{"x" * MEBIBYTE}"}}\n{{"id": "after-long"}}\n',
        (":1:1: This line is longer than 1 MiB",),
        ("after-long",),
    ),
    Hostile(
        "hole.jsonl",
        hole(b'{"id": "before"}\n'),
        (":2:1: This line does not seem to end, and the rest of this file is not read.",),
        ("before",),
    ),
    Hostile("empty.csv", b"", (_EMPTY,)),
    Hostile("blank.csv", b"\n ,,\n", (_EMPTY,)),
    Hostile("nobody.csv", b"id,references\n", (_NOBODY,)),
    Hostile(
        "unknown.csv", "id,refs,birthdate\nx,1,2\n", (f":1:4: {_COLUMN}", f':1:9: {_COLUMN} Did you mean "birth_date"?')
    ),
    Hostile("twice.csv", "id,references,id\nx,1,y\n", (":1:15: This column has the same name as column 1.",)),
    Hostile("no-name.csv", "id,,references\nx,1,2\n", (":1:4: This column has no name.",)),
    Hostile("short.csv", "id,references\nx\n", (":2:1: This row has 1 cells, but the table has 2 columns.",)),
    Hostile("long.csv", "id,references\nx,1,2\n", (":2:5: This row has 3 cells, but the table has 2 columns.",)),
    Hostile("quotes.csv", f'id,name\n"x,{TOLD}\ny,z\n', (f":2:1: {_QUOTES}",), ("y",)),
    Hostile("quotes-inside.csv", 'id,name\nx,"a"b\n', (f":2:3: {_QUOTES}",)),
    Hostile("nul.csv", b"id,name\nx,a\0b\n", (":2:4: The character U+0000 may not stand in a file.",)),
    Hostile("escape.csv", b"id,name\nx,a\x1b[2Jb\n", (":2:4: The character U+001B may not stand in a file.",)),
    Hostile(
        "cp1252.csv",
        "id,name\nx,J\u00f6rg\ncp1252-2,Ann\n".encode("cp1252"),
        (":2:4: From here on the file is not saved as UTF-8.",),
        ("cp1252-2",),
    ),
    Hostile(
        "utf-16.csv", "id,name\nx,y\n".encode("utf-16"), (": This file is not saved as UTF-8; it looks like UTF-16",)
    ),
    Hostile("number.csv", f"id,references\nx,{TOLD}\n", (f":2:3: {_NUMBER}",)),
    Hostile("record.csv", "id,training.0.hours\nx,1\n", (f":1:4: {_COLUMN}",)),
    Hostile("far-record.csv", "id,training.99999999999.hours\nx,1\n", (f":1:4: {_COLUMN}",)),
    Hostile(
        "told-twice.csv",
        "id,training,training.1.hours\nx,declined,5\n",
        (":2:3: This does not go with another cell of the row",),
    ),
    Hostile("wide.csv", f"{_COLUMNS}\n{'x,' * 19_995}x\n", (f":2:1: {_NUMBER}", f":2:5: {_NUMBER}"), more=True),
    Hostile(
        "bad-names.csv",
        ",".join(f"trainin.{n}.completed_program_hours" for n in range(1, 3000)) + "\n1\n",
        (f":1:1: {_COLUMN}",),
        more=True,
    ),
    Hostile("commas.csv", "," * 1_000_000 + "\n", (_EMPTY,)),
    Hostile("all-quotes.csv", "id\n" + '"' * 1_100_000 + "\n", (f":2:1: {_QUOTES}",)),
    Hostile(
        "long-row.csv",
        "id\n" + "x" * 1_100_000 + "\nafter-long-row\n",
        (":2:1: This row is longer than 1 MiB, and longer rows are not read.",),
        ("after-long-row",),
    ),
    Hostile("open-quotes.csv", "id\n" + '"a\n' * 30_000, (f":2:1: {_QUOTES}", f":3:1: {_QUOTES}"), more=True),
    Hostile(
        "hole.csv",
        hole(b"id\nbefore-hole\n"),
        (":3:1: This row is longer than 1 MiB, and the rest of this table is not read.",),
        ("before-hole",),
    ),
    Hostile("semicolons.csv", b"\xef\xbb\xbfid;references\r\n\r\nsemicolons;2\r\n", (), ("semicolons",)),
    Hostile("tabs.tsv", b"id\tname\ntabs\t=1+1\n", (), ("tabs",)),
)
"""Tables of text."""

NO_FILES = (
    Hostile("gone.yaml", link("nowhere.yaml"), (": There is no file with this name.",)),
    Hostile("gone.csv", link("nowhere.csv"), (": There is no file with this name.",)),
    Hostile("loop.yaml", link("loop.yaml"), (": This name leads round in a circle of links. Name the file itself.",)),
    Hostile("loop.jsonl", link("loop.jsonl"), (": This name leads round in a circle of links.",)),
    Hostile("pipe.yaml", pipe, (": This is not an ordinary file.",)),
    Hostile("pipe.json", pipe, (": This is not an ordinary file.",)),
    Hostile("pipe.csv", pipe, (": This is not an ordinary file.",)),
    Hostile("pipe.jsonl", pipe, (": This is not an ordinary file.",)),
    Hostile("pipe.parquet", pipe, (": This is not an ordinary file.",)),
    Hostile("zeros.yaml", link("/dev/zero"), (": This is not an ordinary file.",)),
    Hostile("zeros.csv", link("/dev/zero"), (": This is not an ordinary file.",)),
    Hostile("random.json", link("/dev/urandom"), (": This is not an ordinary file.",)),
    Hostile("nothing.yaml", link("/dev/null"), (": This is not an ordinary file.",)),
    Hostile("socket.yaml", listening, (": This is not an ordinary file.",)),
    Hostile("hole.yaml", hole(), (": This file is larger than 1 MiB",)),
    Hostile("hole.json", hole(b"{"), (": This file is larger than 1 MiB",)),
    Hostile("hole.parquet", hole(b"PAR1"), (_SOUND,)),
)
"""What has the name of a file and is none, or has no end."""


@cache
def _parquet(columns: tuple[tuple[str, tuple[object, ...]], ...]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    written = io.BytesIO()
    parquet.write_table(pa.table({name: list(cells) for name, cells in columns}), written, compression="zstd")
    return written.getvalue()


def _columns(path: Path) -> bytes:
    """Return the table that a hostile name stands for."""
    tables: dict[str, tuple[tuple[str, tuple[object, ...]], ...]] = {
        "unknown.parquet": (("id", ("x",)), ("refs", (1,))),
        "kind.parquet": (("id", ("x",)), ("references", (b"x",))),
        "nobody.parquet": (("id", ()),),
        "sign.parquet": (("id", ("x",)), ("name", ("a\x1b[2J",))),
        "cell.parquet": (("id", ("x", "parquet-2")), ("references", (-1, 2))),
        "bomb.parquet": (("id", ("x" * (80 * MEBIBYTE),)),),
        "one-text-often.parquet": (("name", ("x" * 300_000,) * 100),),
    }
    return _parquet(tables[path.name])


def _written(path: Path) -> None:
    path.write_bytes(_columns(path))


def _cut(path: Path) -> None:
    path.write_bytes(_parquet((("id", ("x",)),))[:-20])


PARQUET = (
    Hostile("words.parquet", "id\nx\n", (_SOUND,)),
    Hostile("empty.parquet", b"", (_SOUND,)),
    Hostile("ends-only.parquet", b"PAR1\xff\xff\xff\x7fPAR1", (_SOUND,)),
    Hostile("cut.parquet", _cut, (_SOUND,)),
    Hostile("unknown.parquet", _written, (f": Column 2: {_COLUMN}",)),
    Hostile("kind.parquet", _written, (": Column 2: This column holds values of a kind that is not read here.",)),
    Hostile("nobody.parquet", _written, (_NOBODY,)),
    Hostile("sign.parquet", _written, (":1:2: The character U+001B may not stand in a file.",)),
    Hostile("cell.parquet", _written, (":1:2: This number is below zero.",), ("parquet-2",)),
    Hostile("bomb.parquet", _written, (": A column of this table takes more than 64 MiB in one group of rows",)),
    Hostile("one-text-often.parquet", _written, (":1:1: This text is too long.",), more=True),
)
"""Tables in Parquet."""
