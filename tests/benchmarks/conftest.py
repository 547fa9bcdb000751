"""Collects what the benchmarks measure into one table, printed last and kept beside the build.

A benchmark takes the `record` fixture and says `record("what", goal="≤ 2.5 ×", value=1.9)`; `met`
tells whether the goal was reached, and defaults to reading it out of the goal itself.
"""

import os
import re
import unicodedata
from pathlib import Path

import pytest

HEAD = (
    "# Performance",
    "",
    "Made by `python3 dev.py bench`. Ratios are taken within one run, so that the machine does not matter",
    "much; ✗ marks a goal that was missed.",
    "",
    "| what | measured | goal | note |",
    "| --- | --- | --- | --- |",
)
ROWS = pytest.StashKey[list]()
COMPARES = {"≤": lambda value, limit: value <= limit, "≥": lambda value, limit: value >= limit}


def pytest_configure(config):
    config.stash[ROWS] = []


@pytest.fixture
def record(request):
    """record(what, goal, value, met=None, note=""): a row of the table; returns whether met."""
    return keeper(request)


@pytest.fixture(scope="module")
def record_module(request):
    """The same for what a module makes once."""
    return keeper(request)


def keeper(request):
    def keep(what, goal, value, *, met=None, note=""):
        reached = reaches(goal, value) if met is None else bool(met)
        row = {"what": what, "goal": goal, "value": shown(value), "met": reached, "note": note}
        request.config.stash[ROWS].append(row)
        return reached

    return keep


def reaches(goal, value):
    """Whether a number meets a goal like "≤ 2.5 ×"; a goal without a comparison is information."""
    found = re.search(r"([≤≥])\s*([\d.]+)\s*(%?)", goal)
    if not found or not isinstance(value, int | float):
        return True
    limit = float(found[2]) / (100 if found[3] else 1)
    return COMPARES[found[1]](value, limit)


def shown(value):
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def pytest_terminal_summary(terminalreporter, config):
    rows = config.stash[ROWS]
    if not rows:
        return
    terminalreporter.section("measured")
    for row in rows:
        mark = "  " if row["met"] else "✗ "
        line = f"{mark}{pad(row['what'], 58)} {pad(row['value'], 12)} {pad(row['goal'], 16)}"
        terminalreporter.write_line(f"{line} {row['note']}".rstrip())
    keep_table(rows)


def keep_table(rows):
    """The rows as a page where LAWDRAFT_BENCH names a file: dev.py bench makes docs/performance.md."""
    target = os.environ.get("LAWDRAFT_BENCH")
    if target:
        lines = [
            f"| {'' if r['met'] else '✗ '}{r['what']} | {r['value']} | {r['goal']} | {r['note']} |"
            for r in rows
        ]
        Path(target).write_text("\n".join((*HEAD, *lines, "")), encoding="utf-8", newline="\n")


def pad(text, width):
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return text + " " * max(0, width - len(text) - wide)
