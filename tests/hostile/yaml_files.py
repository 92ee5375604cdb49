"""Hostile profiles in YAML."""

from __future__ import annotations

from hostile.telling import MEBIBYTE, TOLD, Hostile

_REFUSED = "The character U+{} may not stand in a file."
_ANCHOR = "Anchors and aliases, which start with & and *, are not used here."
_TAG = "Tags, which start with !, are not used here."
_DEEP = "Mappings and lists are more than 32 levels deep here."
_NUMBER = "This is not a plain number."
_DATE = "This is not a date."
_NOBODY = "This does not say who checked the record."
_YES_NO = "This asks for a yes or no. Write true or false."
_EMPTY = ": There is nothing in this file. Check that it was saved."
_WIDE = ": This file is not saved as UTF-8; it looks like UTF-16 or UTF-32. Save the file as UTF-8."
_NOT_UTF8 = "From here on the file is not saved as UTF-8. Save the file as UTF-8."
_LARGE = ": This file is larger than 1 MiB, and larger files are not read."
_DECLARED = f"name: {TOLD}\n"


def _bomb(between: str) -> str:
    """Write nine levels, each with nine of the one before: three hundred million in all."""
    first = 'a: &a ["x", "x", "x"]\n'
    return first + "".join(
        f"{b}: &{b} {between.format(','.join([f'*{a}'] * 9))}\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )


BYTES = (
    Hostile("empty.yaml", b"", (_EMPTY,)),
    Hostile("blank.yaml", b" \n\n  \r\n", (_EMPTY,)),
    Hostile("comment.yaml", b"# nothing\n", (_EMPTY,)),
    Hostile("mark-only.yaml", b"\xef\xbb\xbf", (_EMPTY,)),
    Hostile("dashes-only.yaml", b"---\n", (_EMPTY,)),
    Hostile("utf-16-le.yaml", "id: jo\n".encode("utf-16"), (_WIDE,)),
    Hostile("utf-16-be.yaml", b"\xfe\xff" + "id: jo\n".encode("utf-16-be"), (_WIDE,)),
    Hostile("utf-16-bare.yaml", "id: jo\n".encode("utf-16-le"), (_WIDE,)),
    Hostile("utf-32.yaml", "id: jo\n".encode("utf-32"), (_WIDE,)),
    Hostile("cp1252.yaml", "id: jo\nname: J\u00f6rg\n".encode("cp1252"), (f":2:8: {_NOT_UTF8}",)),
    Hostile("cut-letter.yaml", b"id: jo\nname: J\xc3", (f":2:8: {_NOT_UTF8}",)),
    Hostile("overlong.yaml", b"id: jo\nname: \xc0\xaf\n", (f":2:7: {_NOT_UTF8}",)),
    Hostile("half-letter.yaml", b"id: jo\nname: \xed\xa0\x80\n", (f":2:7: {_NOT_UTF8}",)),
    Hostile(
        "zip.yaml",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe",
        (": This is a workbook or another packed file, and not a text.",),
    ),
    Hostile("too-large.yaml", b"id: jo\n#" + b"x" * MEBIBYTE, (_LARGE,)),
    Hostile("just-large-enough.yaml", b"id: large\n#" + b"x" * (MEBIBYTE - 11), (), ("large",)),
    Hostile("mark.yaml", b"\xef\xbb\xbfid: mark\n", (), ("mark",)),
    Hostile("windows.yaml", b"id: windows\r\nreferences: 1\r\n", (), ("windows",)),
    Hostile("old-mac.yaml", b"id: old-mac\rreferences: 1\r", (), ("old-mac",)),
    Hostile("no-end.yaml", b"id: no-end", (), ("no-end",)),
    Hostile(
        "names.yaml",
        "id: names\nname: \u05d3\u05d5\u05d3 \u200d\u200c \u0645\u0631\u064a\u0645 e\u0301\n",
        (),
        ("names",),
    ),
)
"""How a file is written, bytes and encoding."""

_SIGNS = {
    "nul": "\x00",
    "bell": "\x07",
    "backspace": "\x08",
    "escape": "\x1b",
    "delete": "\x7f",
    "next-line": "\x85",
    "csi": "\x9b",
    "no-width": "\u200b",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
    "override": "\u202e",
    "isolate": "\u2066",
    "mark-inside": "\ufeff",
    "no-character": "\ufffe",
}
_SPELT = {
    "nul": (r"\0", "0000"),
    "escape": (r"\e[2J", "001B"),
    "csi": (r"\x9b", "009B"),
    "override": (r"\u202e", "202E"),
    "line": (r"\L", "2028"),
    "next": (r"\N", "0085"),
    "long": (r"\U0000202e", "202E"),
}

CHARACTERS = (
    *(
        Hostile(f"sign-{name}.yaml", f"id: jo\nname: a{sign}b\n", (f":2:8: {_REFUSED.format(f'{ord(sign):04X}')}",))
        for name, sign in _SIGNS.items()
    ),
    *(
        Hostile(f"spelt-{name}.yaml", f'id: jo\nname: "a{spelt}"\n', (f":2:7: {_REFUSED.format(code)}",))
        for name, (spelt, code) in _SPELT.items()
    ),
    Hostile(
        "spelt-half.yaml", 'name: "a\\ud800"\n', (":1:11: The backslash in these quotes does not spell a character.",)
    ),
    Hostile("sign-in-key.yaml", "id: jo\n\u202eeman: x\n", (f":2:1: {_REFUSED.format('202E')}",)),
    Hostile("two-fields-on-a-line.yaml", "note: hi\u2028hours: 900\n", (f":1:9: {_REFUSED.format('2028')}",)),
)
"""Signs that act, hide, or turn the order of the text."""

STRUCTURE = (
    Hostile("anchor.yaml", "id: &x jo\n", (f":1:5: {_ANCHOR}",)),
    Hostile("alias.yaml", "id: jo\nserves: *x\n", (f":2:9: {_ANCHOR}",)),
    Hostile("merge.yaml", "id: jo\n<<: {references: 2}\n", (":2:1: The merge key << is not used here.",)),
    Hostile("tag.yaml", f"name: !!python/name:{TOLD} x\n", (f":1:7: {_TAG}",)),
    Hostile("tag-run.yaml", f"name: !!python/object/apply:os.system [{TOLD}]\n", (f":1:7: {_TAG}",)),
    Hostile("tag-day.yaml", "birth_date: !!timestamp x\n", (f":1:13: {_TAG}",)),
    Hostile("tag-own.yaml", "id: !mine jo\n", (f":1:5: {_TAG}",)),
    Hostile("tag-directive.yaml", "%TAG ! tag:x,2026:\n---\nid: jo\n", (":1:1: The only lines with %",)),
    Hostile("directive.yaml", "%FOO bar\n---\nid: jo\n", (":1:1: The only lines with %",)),
    Hostile("version-2.yaml", "%YAML 2.0\n---\nid: jo\n", (":1:1: The only lines with %",)),
    Hostile("version-1.yaml", "%YAML 1.2\n---\nid: version-1\n", (), ("version-1",)),
    Hostile("alias-bomb.yaml", _bomb("[{}]"), (f":1:4: {_ANCHOR}", f":2:4: {_ANCHOR}"), more=True),
    Hostile("merge-bomb.yaml", _bomb("{{<<: [{}]}}"), (f":1:4: {_ANCHOR}", f":2:4: {_ANCHOR}"), more=True),
    Hostile("deep.yaml", "serves: " + "[" * 33 + "]" * 33 + "\n", (f":1:40: {_DEEP}",)),
    Hostile("deep-blocks.yaml", "".join(f"{'  ' * n}a:\n" for n in range(40)), (f":33:65: {_DEEP}",)),
    Hostile("very-deep-lists.yaml", "[" * 1_000_000, (f":1:33: {_DEEP}",)),
    Hostile("very-deep-mappings.yaml", "{a: " * 200_000, (f":1:129: {_DEEP}",)),
    Hostile(
        "very-deep-keys.yaml", "? " * 400_000, (":1:3: A key must be a word", ":1:5: A key must be a word"), more=True
    ),
    Hostile("very-deep-items.yaml", "- " * 400_000, (f":1:65: {_DEEP}",)),
    Hostile("two-documents.yaml", "id: jo\n---\nid: ann\n", (":2:1: A second document starts here",)),
    Hostile("empty-second-document.yaml", "id: jo\n---\n", (":2:1: A second document starts here",)),
    Hostile("text-after-end.yaml", "id: jo\n...\nid: ann\n", (":3:1: ",)),
    Hostile(
        "twice.yaml",
        f"name: jo\nname: {TOLD}\n",
        (':2:1: The key "name" is written twice in one mapping, on lines 1 and 2.',),
    ),
    Hostile("twice-quoted.yaml", 'id: jo\n"id": ann\n', (':2:1: The key "id" is written twice',)),
    Hostile(
        "twice-inside.yaml",
        "work: {state: IL, state: MS}\n",
        (':1:19: The key "state" is written twice in one mapping, on line 1.',),
    ),
    Hostile(
        "many-keys.yaml",
        "".join(f"k{n}: x\n" for n in range(60_000)),
        (":24999:1: This file holds more than 50,000 keys and values.",),
    ),
    Hostile(
        "many-unknown-keys.yaml",
        "".join(f"k{n}: x\n" for n in range(24_000)),
        (
            *[f":{n}:1: Unknown key" for n in range(1, 101)],
            ":101:1: There are more problems from here on; they are not listed.",
        ),
    ),
    Hostile(
        "many-bad-records.yaml",
        "training:\n" + "- {program: mscpss, hours: -1}\n" * 8000,
        (":2:28: This number is below zero.",),
        more=True,
    ),
    Hostile(
        "many-bad-words.yaml",
        "seeking:\n" + "".join(f"- CRSX{n}\n" for n in range(24_000)),
        (*[f":{n}:3: This is not a credential" for n in range(2, 102)], ":102:3: There are more problems"),
    ),
    Hostile("list-for-key.yaml", "id: jo\n[a, b]: c\n", (":2:1: A key must be a word, not a list or a mapping.",)),
    Hostile("mapping-for-key.yaml", "id: jo\n{a: b}: c\n", (":2:1: A key must be a word, not a list or a mapping.",)),
    Hostile("question-mark.yaml", "? [a]\n: b\n", (":1:3: A key must be a word, not a list or a mapping.",)),
    Hostile("no-key.yaml", "id: jo\n: x\n", (":2:1: This line does not fit the lines above it.",)),
    Hostile("number-for-key.yaml", f"id: jo\n42: {TOLD}\n", (":2:1: Unknown key (not shown).",)),
    Hostile("long-key.yaml", f"id: jo\n? {'k' * 500_000}\n: x\n", (":2:3: Unknown key (not shown).",)),
    Hostile(
        "unknown-key.yaml",
        "experience: [{hourz: 5}]\n",
        (':1:15: Unknown key "hourz" in experience. Did you mean "hours"?',),
    ),
    Hostile("look-alike-key.yaml", "n\u0430me: x\n", (':1:1: Unknown key "n\u0430me". Did you mean "name"?',)),
    Hostile("list.yaml", "- a\n- b\n", (":1:1: A profile is a mapping of facts.",)),
    Hostile("word.yaml", f"{TOLD}\n", (":1:1: A profile is a mapping of facts.",)),
    Hostile("open-list.yaml", f"id: jo\nserves: [{TOLD}\n", (":2:9: A comma or the closing bracket ] is missing.",)),
    Hostile("open-mapping.yaml", "id: jo\nwork: {state: IL\n", (":2:7: A comma or the closing brace } is missing.",)),
    Hostile("open-quotes.yaml", f'id: jo\nname: "{TOLD}\n', (":2:7: The quotes that open here are never closed.",)),
    Hostile("tab.yaml", "work:\n\tstate: IL\n", (":2:1: A tab stands where spaces belong.",)),
    Hostile("indent.yaml", "id: jo\n  name: x\n", (":2:7: A colon stands where none can be read.",)),
    Hostile("no-colon.yaml", "id: jo\nname\nreferences: 2\n", (":3:1: A colon is missing here or on the line above.",)),
    Hostile("at-sign.yaml", "id: @jo\n", (":1:5: A value cannot start with this sign. Put the value in quotes.",)),
    Hostile("bad-escape.yaml", 'id: "a\\qb"\n', (":1:7: The backslash in these quotes does not spell a character.",)),
    Hostile(
        "big-escape.yaml", 'id: "\\U7fffffff"\n', (":1:8: The backslash in these quotes does not spell a character.",)
    ),
    Hostile("block-head.yaml", "name: |x\n  y\n", (":1:8: Nothing but the sign | or > may stand here.",)),
    Hostile("nothing-told.yaml", "id: jo\nbirth_date:\n", (":2:12: A value is missing here.",)),
    Hostile("null.yaml", "id: jo\nname: ~\n", (":2:7: A value is missing here.",)),
    Hostile("long-text.yaml", f"name: {'x' * 2001}\n", (":1:7: This text is too long. Say it in fewer words.",)),
    Hostile("long-id.yaml", f"id: {'x' * 201}\n", (":1:5: This text is too long. Say it in fewer words.",)),
    Hostile("longest-text.yaml", f"id: longest-text\nname: {'x' * 2000}\n", (), ("longest-text",)),
)
"""How a text is built."""


def _hours(written: str) -> str:
    return f"{_DECLARED}supervision: [{{hours: {written}}}]\n"


def _number(name: str, written: str, says: str = _NUMBER) -> Hostile:
    return Hostile(f"number-{name}.yaml", _hours(written), (f":2:23: {says}",))


def _day(name: str, written: str, says: str = _DATE) -> Hostile:
    return Hostile(f"day-{name}.yaml", f"{_DECLARED}birth_date: {written}\n", (f":2:13: {says}",))


VALUES = (
    _number("negative", "-1", "This number is below zero."),
    _number("plus", "+5"),
    _number("underscore", "1_000"),
    _number("octal", "012"),
    _number("new-octal", "0o12"),
    _number("hex", "0x1F"),
    _number("long-hex", f"0x{'f' * 500_000}"),
    _number("exponent", "1e3"),
    _number("endless", "1e999999"),
    _number("infinity", ".inf"),
    _number("nan", ".nan"),
    _number("clock", "1:30"),
    _number("arabic", "\u0661\u0662"),
    _number("full-width", "\uff11\uff12"),
    _number("quoted", "'12'"),
    _number("thirteen-digits", "1234567890123"),
    _number("million-digits", "1" * 1_000_000),
    _number("comma", "'1,000'"),
    _number("point-first", ".5"),
    _number("point-last", "5."),
    Hostile("number-fine.yaml", _hours("0.1234567"), (":2:23: This number has more than six digits after the point.",)),
    _number("true", "true"),
    _number("word", TOLD),
    _number("unit", "12h"),
    _number("equals", "=12"),
    Hostile("number-list.yaml", _hours("[1]"), (f":2:23: {_NUMBER}",)),
    Hostile("number-mapping.yaml", _hours("{a: 1}"), (f":2:23: {_NUMBER}",)),
    Hostile(
        "number-twelve-digits.yaml", "id: twelve-digits\nsupervision: [{hours: 123456789012}]\n", (), ("twelve-digits",)
    ),
    Hostile("count-part.yaml", "references: 1.5\n", (":1:13: This is not a whole number. Write a count such as 2.",)),
    _day("slashes", "1/2/2020", "Dates in this form can be read in two ways."),
    _day("points", "1.2.2020", "Dates in this form can be read in two ways."),
    _day("no-such", "2020-02-30"),
    _day("not-leap", "2019-02-29"),
    _day("month-13", "2020-13-01"),
    _day("year-0", "0000-01-01"),
    _day("year-10000", "10000-01-01"),
    _day("time", "2020-01-01T10:00:00"),
    _day("zone", "'2020-01-01+05:00'"),
    _day("arabic", "\u0662\u0660\u0662\u0660-01-01"),
    _day("seconds", "1577836800"),
    _day("short", "20-1-1"),
    _day("list", "[2020-01-01]"),
    _day("word", TOLD),
    _day("future", "2026-11-23", "This day of birth is after the day decided on."),
    _day("old", "1906-11-21", "This day of birth is more than 120 years back."),
    Hostile("day-oldest.yaml", "id: oldest\nbirth_date: 1906-11-22\n", (), ("oldest",)),
    Hostile(
        "ends-first.yaml",
        "experience: [{start: 2025-02-01, end: 2025-01-31}]\n",
        (":1:39: This ends before it starts.",),
    ),
    Hostile(
        "expires-first.yaml",
        "credentials: [{id: CRSS, issued: 2025-02-01, expires: 2025-01-31}]\n",
        (":1:55: This ends before it starts.",),
    ),
    Hostile(
        "too-many-hours.yaml",
        "supervision: [{hours: 25, start: 2025-02-01, end: 2025-02-01}]\n",
        (":1:23: These are more than 24 hours a day",),
    ),
    Hostile(
        "share.yaml",
        "work: {state: IL, share: 60}\n",
        (":1:26: A share is a number from 0 to 1. For 60 percent write 0.6.",),
    ),
    Hostile("yes-on.yaml", "experience: [{supervised: on}]\n", (f":1:27: {_YES_NO}",)),
    Hostile("yes-capital.yaml", "experience: [{supervised: True}]\n", (f":1:27: {_YES_NO}",)),
    Hostile("true-quoted.yaml", "experience: [{supervised: 'true'}]\n", (f":1:27: {_YES_NO}",)),
    Hostile("yes-number.yaml", "experience: [{supervised: 1}]\n", (f":1:27: {_YES_NO}",)),
    Hostile("checked-by-empty.yaml", "training: [{verified_by: ''}]\n", (":1:26: This text is empty.",)),
    Hostile("checked-by-blank.yaml", "training: [{verified_by: ' '}]\n", (":1:26: This text is empty.",)),
    Hostile("checked-by-nobody.yaml", "training: [{verified_by: false}]\n", (f":1:26: {_NOBODY}",)),
    Hostile("from-nobody.yaml", "references: [{from: ''}]\n", (":1:21: This text is empty.",)),
    Hostile("text-list.yaml", f"name: [{TOLD}]\n", (":1:7: A text is needed here.",)),
    Hostile(
        "state.yaml",
        "residence: {state: \uff29\uff2c}\n",
        (":1:20: This is not the code of a state. Write it as its two-letter postal code",),
    ),
    Hostile(
        "credential-cyrillic.yaml", "seeking: [CRS\u0405]\n", (":1:11: This is not a credential that is known here.",)
    ),
    Hostile(
        "credential-full-width.yaml",
        "seeking: [\uff23\uff32\uff33\uff33]\n",
        (":1:11: This is not a credential that is known here.",),
    ),
    Hostile("text-no.yaml", "id: no\nname: NO\n", (), ("no",)),
    Hostile("folded-case.yaml", "id: folded-case\nseeking: [crss]\n", (), ("folded-case",)),
)
"""What stands where a number, a day, or a yes or no belongs."""

YAML_FILES = (*BYTES, *CHARACTERS, *STRUCTURE, *VALUES)
