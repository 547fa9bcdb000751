"""How well and how fast reports are checked: recall by rule, false finds, milliseconds."""

import random
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "check"))  # its reports and plants serve here too

from check_making import knowledge, recognised  # noqa: E402
from clean_reports import clean  # noqa: E402
from planting import PLANTED  # noqa: E402

from lawdraft.check import Context, Live, check_report  # noqa: E402

CASES = 20  # a rule
SLOW_MACHINE = 3  # how much slower a busy test machine may be


@pytest.fixture(scope="module")
def long_report():
    """A clean report of 6,000 characters: the paragraphs of several, each once."""
    one = clean(7)
    lines = one.text.split("\n")
    seen = set(lines)
    more = []
    for seed in range(100, 200):
        for line in clean(seed * 3 + 1).text.split("\n"):
            if len(line) > 60 and line not in seen and sum(map(len, more)) < 4400:
                seen.add(line)
                more.append(line)
    at = next(i for i, line in enumerate(lines) if line.startswith("二、"))
    return recognised("\n".join([*lines[:at], *more, *lines[at:]])), one


def quickest(work, times=9):
    """The least processor time of some runs, milliseconds."""
    took = []
    for _ in range(times):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took) * 1000


@pytest.mark.slow
def test_a_full_check_and_an_edited_paragraph(long_report, record):
    report, one = long_report
    context = Context(knowledge(), year=one.year, organisation=one.organisation)
    check_report(report, context)
    whole = quickest(lambda: check_report(report, context))
    live = Live(context)
    live.check(report)
    edits = iter(range(100))

    def edit():
        text = report.text.replace("干部", f"干部甲乙{next(edits)}", 1)
        return recognised(text)

    edited = [edit() for _ in range(9)]
    left = iter(edited)
    paragraph = quickest(lambda: live.paragraphs(next(left)))

    record(f"full check of {len(report.text):,} characters", "≤ 60 ms", whole)
    record("check of one edited paragraph", "≤ 5 ms", paragraph)
    assert whole < 60 * SLOW_MACHINE
    assert paragraph < 5 * SLOW_MACHINE


@pytest.mark.slow
@pytest.mark.parametrize("rule", sorted(PLANTED))
def test_recall(rule, record):
    hits = total = 0
    for seed in range(CASES * 3):
        one = clean(seed * 7 + 3 * len(rule))
        made = PLANTED[rule](one, random.Random(seed * 17 + len(rule)))
        text, last, public = made if isinstance(made, tuple) else (made, None, False)
        if text is None or total == CASES:
            continue
        earlier = recognised(last) if last else None
        found = check_report(recognised(text), Context(knowledge(), last=earlier, public=public))
        hits += any(finding.rule == rule for finding in found)
        total += 1
    record(f"planted {rule} found", "≥ 0.95", hits / total)
    assert hits / total >= 0.9


@pytest.mark.slow
def test_false_finds(record):
    marked = 0
    for seed in range(96):
        one = clean(seed)
        context = Context(knowledge(), last=recognised(one.last), public=seed % 2 == 0)
        found = check_report(recognised(one.text), context)
        marked += sum(finding.level != "note" for finding in found)
    record("errors and warnings on a clean report", "≤ 0.2", marked / 96)
    assert marked / 96 <= 0.2
