"""Comments: what a person wrote in a YAML file beside its values."""

from __future__ import annotations

import re

import yaml

from peercert.reading.yaml_text import Parser

_COMMENT = re.compile(r"#.*")


def comments(text: str) -> list[str]:
    """Return the comments of a YAML text that has been read before without a problem, in their order.

    Args:
        text: The text.

    Returns:
        Each comment as it is written, from its sign to the end of its line.
    """
    found, end = list[str](), 0
    for token in yaml.scan(text, Loader=Parser):
        found += _COMMENT.findall(text, end, max(end, token.start_mark.index))
        end = max(end, token.end_mark.index)
    return [one.rstrip() for one in found]
