"""Texts that would act, if a report let them: on a terminal, a web page, a spreadsheet or a Markdown page."""

from __future__ import annotations

HOSTILE = (
    "\x1b[2J", "a\u009bb", "[bold]x[/]", "<script>alert(1)</script>", "<!-- x", "]]>", '=HYPERLINK("http://e.example")',
    "|cell|", "`code`", "![x](http://e.example)", "[x](http://e.example)", "<http://e.example>", "https://e.example",
    "www.e.example", "a@e.example", "@team", "#12", ":smile:", "one\n\n# two", "# head", "- item", "+ item", "* item",
    "1. item", "23) item", "> quote", "===", "---", "~~~", "~~gone~~", "a\u2028b", "a\u202eb", "a\x00b", "&lt;b&gt;",
    "&#60;b&#62;", "**strong**", "_weak_", "\\", "\\|", "[^1]", "[!NOTE]", "    four blanks", "$x$", '"><b>',
    "'", "\ttab", "\uff1d1+1", "+1", "-1", " \u00a0=1", "\r=1", "\n=1", "a;=1", "a; @x", "\ud800", "::error::no",
    "##[error]no", "x" * 300,
)  # fmt: skip
"""One of each kind."""

CANARY = "Zebulon Quartermain"
"""A text that stands nowhere else."""
