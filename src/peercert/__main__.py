"""Starts the command line, and turns every ending into an exit code; no traceback ever reaches a user."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable

from peercert.errors import FileError, UsageError


def main() -> None:
    """Run the command line and exit.

    The collector of cycles is off: a run is short, streams what it reads, and makes no cycles that grow. At the end,
    Python would look through everything once more all the same; what is frozen it leaves alone. Off are also the
    plug-ins of pydantic: any package that is installed beside us could bring one, and be shown each profile.
    """
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    try:
        code = _run()
    except KeyboardInterrupt:  # too early to be heeded, or by the will of a caller
        code = 130
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    from peercert.cli.stopping import heed, heed_no_more
    from peercert.cli.streams import reason, steady

    try:
        heed()
        steady()
        from peercert.cli.app import app

        code = _called(app)
        sys.stdout.flush()
    except UsageError as error:
        _say(f"peercert: {error}")
        return 2
    except FileError as error:
        _say(*error.problems)
        return 4
    except OSError as error:
        print(f"peercert: The system does not let this go on: {reason(error)}.", file=sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001 - the last line of defence: a crash must not show a profile
        print(
            f"peercert: this is a fault in peercert, not in your files ({type(error).__name__}). "
            "Please report it with the command you ran, without the profile.",
            file=sys.stderr,
        )
        return 5
    else:
        heed_no_more()
        return code


def _called(command: Callable[[], object]) -> int:
    try:
        command()
    except SystemExit as ending:
        return _code(ending)
    return 0


def _say(*things: object) -> None:
    from peercert.cli.saying import say

    say(*things)


def _code(ending: SystemExit) -> int:
    """Return how the program ends; where a library ends it with words, that says nothing of a person."""
    return ending.code if isinstance(ending.code, int) else 0 if ending.code is None else 5


if __name__ == "__main__":
    main()
