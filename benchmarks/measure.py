"""Times whole commands, one after the other in turn, and prints medians and ratios of one run."""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
TOP = HERE.parent
BIN = Path(sys.executable).parent
ASKED = [word for id_ in ("CRSS", "CPRS", "CPSS", "CPS-I", "CPS-II", "CPSRP", "CPSRP-P") for word in ("-c", id_)]
CHECK = [str(BIN / "peercert"), "check", "--as-of", "2026-11-22", "--fail-on", "never"]


def seconds(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command; return the seconds on the clock and the seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    clock = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def in_turn(commands: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """Run commands in turn, so that a slow moment meets all of them; return medians."""
    environment = {**os.environ, "COLUMNS": "80"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at each start
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for command in commands.values():
        seconds(command, environment)
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(seconds(command, environment))
    return {
        name: (statistics.median(clock for clock, _ in times), statistics.median(cpu for _, cpu in times))
        for name, times in taken.items()
    }


def start_up(folder: Path, runs: int) -> None:
    """One example against one schema of the catalogue's size."""
    schema = folder / "candidate.schema.json"
    with schema.open("w", encoding="utf-8") as file:
        subprocess.run([str(BIN / "peercert"), "schema", "candidate"], check=True, stdout=file)
    example = str(TOP / "examples" / "andre-one-hour-short.yaml")
    found = in_turn(
        {
            "peercert check": [*CHECK, example],
            "check-jsonschema": [str(BIN / "check-jsonschema"), "--schemafile", str(schema), example],
            "python -c pass": [sys.executable, "-c", "pass"],
        },
        runs,
    )
    for name, (clock, cpu) in found.items():
        print(f"{name:28s} {clock * 1000:8.0f} ms clock {cpu * 1000:8.0f} ms processor")
    ratio = found["peercert check"][0] / found["check-jsonschema"][0]
    print(f"{'ratio':28s} {ratio:8.2f} of check-jsonschema")


def batches(folder: Path, count: int, runs: int) -> None:
    """Many profiles against seven credentials, every determination fully explained."""
    people = folder / "people"
    subprocess.run([sys.executable, str(HERE / "people.py"), str(people), "--count", str(count)], check=True)
    forms = (("JSON Lines", "people.jsonl"), ("JSON files", "json"), ("YAML files", "yaml"))
    ways = (("one core", ["--jobs", "1", "-o", os.devnull]), ("to a file", ["-o", str(folder / "out.jsonl")]))
    commands = {
        f"{form}, {way}": [*CHECK, *ASKED, "-f", "jsonl", *more, str(people / what)]
        for way, more in ways
        for form, what in forms
    }
    for name, (clock, cpu) in in_turn(commands, runs).items():
        print(f"{name:28s} {clock:8.1f} s clock {cpu:8.1f} s processor, {count} profiles")


def memory(folder: Path) -> None:
    """The most memory used, for few and for many profiles; it should not grow."""
    lines = (folder / "people" / "people.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    few = folder / "few.jsonl"
    few.write_text("".join(lines[:200]), encoding="utf-8")
    for name, path in (("few", few), ("all", folder / "people" / "people.jsonl")):
        script = (
            "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
            "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
        )
        command = [*CHECK, *ASKED, "-f", "jsonl", "-o", str(folder / "out.jsonl"), str(path)]
        done = subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True, text=True)
        print(f"{'memory, ' + name:28s} {done.stdout.strip():>8s} MiB at most")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="profiles in a batch (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each batch (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start_up(folder, 9)
        batches(folder, options.count, options.runs)
        memory(folder)


if __name__ == "__main__":
    main()
