"""XML, made in one place: whatever a text holds, it is no markup, and XML can hold it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET  # written only, never read

from peercert.render.style import one_line

Element = ET.Element


def element(tag: str, **attributes: str) -> Element:
    """Make an element."""
    return ET.Element(tag, {key: one_line(text) for key, text in attributes.items()})


def add(parent: Element, tag: str, lines: Iterable[str] = (), **attributes: str) -> Element:
    """Put an element into another.

    Args:
        parent: Where it goes.
        tag: What it is.
        lines: What it says.
        attributes: What is said of it.
    """
    child = element(tag, **attributes)
    child.text = "\n".join(map(one_line, lines)) or None
    parent.append(child)
    return child


def written(root: Element, level: int = 0) -> str:
    """Write an element in ASCII, the same bytes on every stream, as it stands that many levels down."""
    ET.indent(root, level=level)
    return f"{'  ' * level}{ET.tostring(root, 'us-ascii').decode()}\n"


def opened(root: Element) -> str:
    """Write the start of a document whose outermost element is filled and closed later."""
    start = ET.tostring(root, "us-ascii", short_empty_elements=False).decode().removesuffix(f"</{root.tag}>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n'
