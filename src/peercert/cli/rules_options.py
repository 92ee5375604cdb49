"""The options by which every command is told which rules to use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Rules = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Use this folder of rules instead of the built-in one.")
]
"""Rules of one's own alone."""

AddRules = Annotated[
    list[Path] | None, typer.Option(metavar="DIR", help="Put this folder of more credentials on top; repeat for more.")
]
"""Rules of one's own beside the others."""
