"""The five example reports against what was decided by reading them."""

import json
from collections import Counter

import pytest
from reading import report_of

from lawdraft.text.punctuation import restore

KINDS = {
    "combined_shortcomings_plan": ("shortcomings", "next_year_plan"),
    "last_year_rectification": ("rectification",),
}
NAMES = sorted(
    ["000_91b11cfd2fe95bba", "001_d02edc01b7dc47ed", "002_b19ea781908929a7", "003_8be8c960c0460749", "004_38540c76edfe7120"]
)  # fmt: skip


@pytest.fixture(params=NAMES)
def pair(request, shared):
    folder = shared / "examples"
    gold = json.loads((folder / "gold" / f"{request.param}.json").read_text("utf-8"))
    return gold, report_of((folder / f"{request.param}.txt").read_text("utf-8"))


@pytest.mark.shared
def test_headings_with_level_and_kinds(pair):
    gold, report = pair
    true = [(h["level"], restore(h["text"])) for h in gold["headings"] if h["text"]]
    assert [(h.level, h.text) for h in report.headings] == true
    kinds = [KINDS.get(h["kind"], (h["kind"],)) for h in gold["headings"] if h["level"] == 1]
    assert [h.kinds for h in report.headings if h.level == 1] == kinds


@pytest.mark.shared
def test_facts_and_chrome(pair):
    gold, report = pair
    facts = (report.organisation, report.level, report.year, report.title, report.signature)
    assert facts == tuple(
        gold[name] for name in ("organisation", "level", "year", "title", "signature")
    )
    assert (str(report.date) if report.date else None) == gold["date"]
    chrome = [(line["line"], line["text"]) for line in gold["chrome_lines"]]
    assert [(removed.line, removed.text) for removed in report.removed] == chrome


@pytest.mark.shared
def test_figures(pair):
    gold, report = pair
    true = Counter(
        (f["number"] or float(f["value"].split("-")[0]), f["unit"]) for f in gold["figures"]
    )
    found = Counter((f.number, f.unit) for f in report.figures)
    assert 2 * sum((true & found).values()) / (sum(true.values()) + sum(found.values())) >= 0.95
