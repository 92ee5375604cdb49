"""What holds for every test: signals are heeded, and coverage looks away where a test asks for it."""

from __future__ import annotations

import signal
from collections.abc import Generator

import coverage
import pytest


def pytest_configure() -> None:
    """Heed signals again where whoever started the tests had them ignored, as a shell does in the background."""
    for number, heeding in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, heeding)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Do not measure a test that runs long through lines that other tests show already."""
    measuring = coverage.Coverage.current() if item.get_closest_marker("unmeasured") else None
    if measuring is None:
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()
