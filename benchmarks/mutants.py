"""Changes modules in small ways, one change at a time, and names the changes that no test notices.

The changes are those of mutmut. Each is tried in a fork of one process that has every test at hand already, and on the
tests alone that reach its line, the quickest first. That is ten times as quick as ``mutmut run``, and reaches more.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import coverage
import pytest
from _pytest.runner import runtestprotocol
from mutmut.configuration import config
from mutmut.mutation.file_mutation import create_mutations

MEMORY = 3 * 1024**3
SURVIVED, KILLED = 0, 1


class Mutant(NamedTuple):
    """One small change of one function."""

    path: Path
    line: int
    was: str
    now: str
    function: tuple[str, int]
    """The function's qualified name and first line, as it stands in memory."""

    code: CodeType


def functions(code: CodeType) -> list[CodeType]:
    """Return the functions and methods of a module, in order, without those inside others."""
    found = []
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            is_class = "__qualname__" in inner.co_names and "__module__" in inner.co_names
            found += functions(inner) if is_class else [inner]
    return found


def bare(text: str) -> str:
    """Take the decorators of functions away, each line left empty: what is decorated would not be changed."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                for number in range(decorator.lineno - 1, decorator.end_lineno or 0):
                    lines[number] = ""
    return "\n".join(lines) + "\n"


def mutants(path: Path) -> Iterator[Mutant]:
    """Give every change of the functions of a module that changes what is run."""
    text = path.read_text(encoding="utf-8")
    plain = bare(text)
    live = [(code.co_qualname, code.co_firstlineno) for code in functions(compile(text, str(path), "exec"))]
    before = functions(compile(plain, str(path), "exec"))
    module, changes, _, _ = create_mutations(str(path), plain)
    for change in changes:
        if change.contained_by_top_level_function is None:
            continue
        replaced: Any = module.deep_replace(change.original_node, change.mutated_node)
        changed: str = replaced.code
        try:
            after = functions(compile(changed, str(path), "exec"))
        except SyntaxError:
            continue
        at = next((at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other), None)
        if at is not None:
            pairs = enumerate(zip_longest(plain.splitlines(), changed.splitlines(), fillvalue=""), start=1)
            line, was, now = next((number, one, other) for number, (one, other) in pairs if one != other)
            yield Mutant(path, line, was.strip(), now.strip(), live[at], after[at])


def statements(path: Path) -> dict[int, range]:
    """Return the lines of the innermost statement around each line, without the statements inside it."""
    found: dict[int, range] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            lines = range(node.lineno, body[0].lineno if body else (node.end_lineno or node.lineno) + 1)
            found.update(dict.fromkeys(lines, lines))
    return found


class Trial:
    """Runs the tests once to see which lines each reaches, then tries each change on the tests that reach it."""

    def __init__(self, paths: Sequence[Path], again: str, budget: float) -> None:
        self.paths, self.again, self.budget = paths, again, budget
        self.seconds: dict[str, float] = {}
        self.caches: list[Any] = []
        self.tally: dict[Path, Counter[str]] = defaultdict(Counter)

    def pytest_configure(self) -> None:
        """Have Hypothesis stop at the first failure, without making it smaller."""
        from hypothesis import Phase, settings

        settings.register_profile("mutants", database=None, deadline=None, phases=[Phase.explicit, Phase.generate])
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do all the work in place of the usual run."""
        items = {item.nodeid: item for item in session.items}
        watch = self.measured(items)
        named = defaultdict(list)
        for thing in gc.get_objects():
            if isinstance(thing, FunctionType):
                code = thing.__code__
                named[code.co_filename, code.co_qualname, code.co_firstlineno].append(thing)
        self.caches = remembering()
        gc.freeze()
        for path in self.paths:
            reached = watch.get_data().contexts_by_lineno(str(path))
            around = statements(path)
            for mutant in mutants(path):
                if self.again and f"- {mutant.was}\n  + {mutant.now}\n" not in self.again:
                    continue
                tests = {name for line in around[mutant.line] for name in reached.get(line, ()) if name in items}
                chosen = [items[name] for name in self.quickest(tests)]
                self.judge(mutant, named[str(path), *mutant.function], chosen)
            print(f"{path.name}: {dict(self.tally[path])}", flush=True)
        return True

    def measured(self, items: dict[str, pytest.Item]) -> coverage.Coverage:
        """Run every test once, and return which lines each reaches; one that fails by itself is left out."""
        watch = coverage.Coverage(data_file=None, include=[str(path) for path in self.paths], config_file=False)
        watch.start()
        for name, item in list(items.items()):
            watch.switch_context(name)
            begun = time.process_time()
            if noticed(item):
                print(f"fails with nothing changed: {items.pop(name).nodeid}")
            self.seconds[name] = time.process_time() - begun
        watch.stop()
        print(f"{len(items)} tests in {sum(self.seconds.values()):.0f} s", flush=True)
        return watch

    def quickest(self, tests: set[str]) -> list[str]:
        """Return the tests that fit into the budget, the quickest first."""
        chosen: list[str] = []
        spent = 0.0
        for name in sorted(tests, key=lambda one: (self.seconds[one], one)):
            spent += self.seconds[name]
            if chosen and spent > self.budget:
                break
            chosen.append(name)
        return chosen

    def judge(self, mutant: Mutant, live: list[FunctionType], tests: list[pytest.Item]) -> None:
        """Try one change, and write down what became of it."""
        if not live:
            raise LookupError(f"{mutant.path} was changed since it was loaded")
        limit = 5 + 10 * sum(self.seconds[item.nodeid] for item in tests)
        found = attempt(mutant, live, self.caches, tests, limit) if tests else None
        word = {None: "no tests", SURVIVED: "survived", KILLED: "killed"}.get(found, "stopped")
        self.tally[mutant.path][word] += 1
        if word != "killed":
            print(f"{word}: {mutant.path.name}:{mutant.line} {mutant.function[0]} ({len(tests)} tests)")
            print(f"  - {mutant.was}\n  + {mutant.now}", flush=True)


def noticed(item: pytest.Item) -> bool:
    """Run a test, and say whether it fails."""
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def remembering() -> list[Any]:
    """Return the program's functions that keep what they gave once: before each trial they forget it."""
    kind = type(cache(len))
    return [one for one in gc.get_objects() if isinstance(one, kind) and one.__module__.startswith("peercert.")]


def attempt(mutant: Mutant, live: list[FunctionType], caches: list[Any], tests: list[pytest.Item], limit: float) -> int:
    """Run tests on a change, in a fork; return whether one noticed, or by what signal it was stopped."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    try:
        signal.setitimer(signal.ITIMER_PROF, limit)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for function in live:
            function.__code__ = mutant.code
        for kept in caches:
            kept.cache_clear()
        for item in tests:
            if noticed(item):
                os._exit(KILLED)
        os._exit(SURVIVED)
    finally:
        os._exit(KILLED)


def main() -> int:
    """Read the command line, and try the modules named there."""
    asked = config()
    modules = [path for pattern in asked.only_mutate for path in sorted(Path().glob(pattern))]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*", type=Path, default=modules, help="those of [tool.mutmut] if left out")
    parser.add_argument("--tests", nargs="+", default=asked.pytest_add_cli_args_test_selection)
    parser.add_argument("--again", type=Path, help="what an earlier run wrote: only what survived then is tried")
    parser.add_argument("--budget", type=float, default=1e9, help="seconds of tests for each change at the most")
    given = parser.parse_args()
    again = given.again.read_text(encoding="utf-8") if given.again else ""
    trial = Trial([path.resolve() for path in given.modules], again, given.budget)
    pytest.main([*asked.pytest_add_cli_args, "-q", "--tb=no", *given.tests], plugins=[trial])
    total = sum(trial.tally.values(), Counter[str]())
    print("all:", dict(total))
    return 1 if total.keys() - {"killed"} else 0


if __name__ == "__main__":
    sys.exit(main())
