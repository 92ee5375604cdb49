"""`peercert list`: the credentials that the catalogue knows."""

from __future__ import annotations

from typing import Annotated

from peercert.cli.defaults import Configured
from peercert.cli.options import AddRules, Plain, Rules, format_option

FORMATS = ("text", "json", "markdown")


def list_(
    format_: Annotated[str, format_option(FORMATS)] = "text",
    rules: Rules = None,
    add_rules: AddRules = None,
    plain: Plain = None,
    _config: Configured = False,
) -> None:
    """List the credentials that can be checked."""
    from peercert.cli.asked import one_of, opened
    from peercert.cli.output import destination, style_for
    from peercert.render.listing import LISTINGS

    draw = LISTINGS[one_of(format_, FORMATS)]
    catalog = opened(rules, add_rules)
    with destination(None) as stream:
        stream.write(draw(catalog, style_for(stream, plain=plain)))
