"""Starts the command line, and turns every ending into an exit code; no traceback ever reaches a user."""

from __future__ import annotations

import gc
import os
import signal
import sys

from peercert.errors import FileError, UsageError


def main() -> None:
    """Run the command line and exit.

    The collector of cycles is off: a run is short, streams what it reads, and makes no cycles that grow. Plug-ins that
    other packages may bring to the validation of models are off: no code but ours is shown a profile.
    """
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(_run())


def _stop(number: int, frame: object) -> None:
    """End in good order, so that no half-written file stays behind."""
    del frame
    sys.exit(128 + number)


def _run() -> int:
    try:
        from peercert.cli.app import app

        app()
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 0 if ending.code is None else 5
    except UsageError as error:
        _say(f"peercert: {error}")
        return 2
    except FileError as error:
        _say(*error.problems)
        return 4
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last line of defence: a crash must not show a profile
        print(
            f"peercert: this is a fault in peercert, not in your files ({type(error).__name__}). "
            "Please report it with the command you ran, without the profile.",
            file=sys.stderr,
        )
        return 5
    return 0


def _say(*things: object) -> None:
    from peercert.cli.saying import say

    say(*things)


if __name__ == "__main__":
    main()
