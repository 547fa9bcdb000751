"""How well reports are recognised: made-up ones of random habits, and the examples where they stand."""

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "recognise"))

from reading import report_of
from synthetic import make
from test_recognise_examples import NAMES
from test_recognise_made import f1, plain

SEEDS = range(1000, 1200)  # none of those that the tests of every day read


@pytest.fixture(scope="module")
def read():
    return [(made, report_of(made.text)) for made in map(make, SEEDS)]


def headings(made, report):
    true = Counter((level, plain(text)) for level, text in made.headings)
    return true, Counter((each.level, plain(each.text)) for each in report.headings)


@pytest.mark.slow
def test_headings_figures_and_chrome_of_made_reports(read, record):
    record("made reports: headings, F1", "≥ 0.97", f1([headings(*pair) for pair in read]))
    figures = [
        (Counter(made.figures), Counter((f.number, f.unit) for f in report.figures))
        for made, report in read
    ]
    record("made reports: figures (number and unit), F1", "≥ 0.93", f1(figures))
    true = sum((Counter(made.chrome) for made, _ in read), Counter())
    both = found = 0
    for made, report in read:
        lines = Counter({removed.line for removed in report.removed})
        both, found = both + sum((Counter(made.chrome) & lines).values()), found + len(lines)
    record("made reports: lines that are not the report, precision", "≥ 0.99", both / found)
    record("made reports: lines that are not the report, recall", "≥ 0.99", both / true.total())


@pytest.mark.slow
def test_kinds_of_sections_of_made_reports(read, record):
    right, true, got = Counter(), Counter(), Counter()
    for made, report in read:
        found = {plain(heading.text): set(heading.kinds) for heading in report.headings}
        for text, kinds in made.kinds:
            theirs = found.get(plain(text), set())
            right.update(set(kinds) & theirs)
            true.update(kinds)
            got.update(theirs)
    scores = [2 * right[kind] / (true[kind] + got[kind]) for kind in {*true, *got}]
    record("made reports: kinds of sections, macro-F1", "≥ 0.95", sum(scores) / len(scores))


@pytest.mark.slow
def test_the_five_examples(shared, record):
    wrong = both = total = 0
    for name in NAMES:
        gold = json.loads((shared / "examples/gold" / f"{name}.json").read_text("utf-8"))
        report = report_of((shared / "examples" / f"{name}.txt").read_text("utf-8"))
        true = Counter((h["level"], plain(h["text"])) for h in gold["headings"] if h["text"])
        found = Counter((h.level, plain(h.text)) for h in report.headings)
        wrong += sum((true - found).values()) + sum((found - true).values())
        chrome = {line["line"] for line in gold["chrome_lines"]}
        wrong += len(chrome ^ {removed.line for removed in report.removed})
        wrong += report.signature != gold["signature"]
        wrong += (str(report.date) if report.date else None) != gold["date"]
        numbers = Counter((f["number"] or float(f["value"].split("-")[0]), f["unit"]) for f in gold["figures"])  # fmt: skip
        ours = Counter((f.number, f.unit) for f in report.figures)
        both, total = both + 2 * sum((numbers & ours).values()), total + (numbers + ours).total()
    record("five examples: headings, signatures, dates, chrome lines wrong", "≤ 0", wrong)
    record("five examples: figures, F1", "≥ 0.95", both / total)
