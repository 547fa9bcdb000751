"""Quality on made-up reports of random habits: the goals of the design, measured."""

import re
from collections import Counter

import pytest
from damage import make_damaged
from reading import report_of
from synthetic import fold_into_one_line, make

from lawdraft.text.punctuation import restore

SEEDS = range(120)


def f1(pairs):
    both = sum(sum((true & found).values()) for true, found in pairs)
    return 2 * both / sum(sum(true.values()) + sum(found.values()) for true, found in pairs)


def plain(text):
    return re.sub(r"\s", "", restore(text))


@pytest.fixture(scope="module")
def read():
    return [(made, report_of(made.text)) for made in map(make, SEEDS)]


def test_headings_with_level_and_text(read):
    pairs = [
        (Counter((level, plain(text)) for level, text in made.headings),
         Counter((heading.level, plain(heading.text)) for heading in report.headings))
        for made, report in read
    ]  # fmt: skip
    assert f1(pairs) >= 0.97


def test_section_kinds_macro(read):
    counts = {}
    for made, report in read:
        found = {plain(heading.text): heading.kinds for heading in report.headings}
        for text, kinds in made.kinds:
            for kind in {*kinds, *found.get(plain(text), ())}:
                true, got = counts.setdefault(kind, ([0], [0]))[0], counts[kind][1]
                true.append(kind in kinds)
                got.append(kind in found.get(plain(text), ()))
    scores = [
        2 * sum(t and g for t, g in zip(true, got, strict=True)) / (sum(true) + sum(got))
        for true, got in counts.values()
    ]
    assert sum(scores) / len(scores) >= 0.95


def test_chrome_lines(read):
    pairs = [
        (Counter(made.chrome), Counter({r.line for r in report.removed})) for made, report in read
    ]
    assert f1(pairs) >= 0.99


def test_figures(read):
    pairs = [
        (Counter(made.figures), Counter((f.number, f.unit) for f in report.figures))
        for made, report in read
    ]
    assert f1(pairs) >= 0.93


@pytest.mark.parametrize(
    "name", ["title", "organisation", "year", "signature", "date", "addressee"]
)
def test_the_facts_round_the_text(read, name):
    def shown(value):
        return plain(str(value)) if value else None

    wrong = [
        (made.title, getattr(made, name), getattr(report, name))
        for made, report in read
        if shown(getattr(made, name)) != shown(getattr(report, name))
    ]
    assert len(wrong) <= len(read) // 50, wrong


def test_everything_on_one_line():
    pairs = []
    for made in map(make, range(40)):
        report = report_of(fold_into_one_line(made))
        pairs.append(
            (Counter((level, plain(text).rstrip("。：")) for level, text in made.headings),
             Counter((h.level, plain(h.text).rstrip("。：")) for h in report.headings))
        )  # fmt: skip
    assert f1(pairs) >= 0.97


def test_headings_whose_signs_are_lost():
    pairs = []
    for made in map(make_damaged, range(60)):
        report = report_of(made.text)
        pairs.append(
            (Counter((level, plain(text)) for level, text in made.headings),
             Counter((heading.level, plain(heading.text)) for heading in report.headings))
        )  # fmt: skip
    assert f1(pairs) >= 0.97


def test_a_reports_own_text_gives_the_same_report(read):
    for _, report in read[:60]:
        again = report_of(report.text)
        assert again.removed == ()
        for name in ("text", "title", "headings", "points", "figures", "sections", "date"):
            assert getattr(again, name) == getattr(report, name)
