"""Quality on reports grown from a grammar, another making than the made-up ones: habits in any mix."""

import re
from collections import Counter

import pytest
from reading import report_of
from varied_pages import make

from lawdraft.text.punctuation import restore

SEEDS = range(160)


def plain(text):
    return re.sub(r"\s", "", restore(str(text or "")))


def f1(pairs):
    both = sum(sum((true & found).values()) for true, found in pairs)
    return 2 * both / sum(sum(true.values()) + sum(found.values()) for true, found in pairs)


def score(read, of_made, of_report):
    return f1([(Counter(of_made(made)), Counter(of_report(report))) for made, report in read])


@pytest.fixture(scope="module")
def read():
    return [(made, report_of(made.text)) for made in map(make, SEEDS)]


def test_headings_with_level_and_text(read):
    def of(side):
        return [(heading.level, plain(heading.text)) for heading in side.headings]

    assert score(read, of, of) >= 0.985


def test_layouts_of_headings(read):
    def of(side):
        return [(plain(heading.text), heading.layout) for heading in side.headings]

    assert score(read, of, of) >= 0.96


def test_spans_of_headings_index_the_text(read):
    for _, report in read:
        assert all(report.text[h.start : h.end] == h.text for h in report.headings)


def test_section_kinds_macro(read):
    right, all_of = Counter(), Counter()
    for made, report in read:
        found = {plain(heading.text): heading.kinds for heading in report.headings}
        for heading in made.headings:
            got = found.get(plain(heading.text), ())
            if heading.kinds and (heading.level == 1 or got):
                all_of.update([*heading.kinds, *got])
                right.update(set(heading.kinds) & set(got))
    scores = [2 * right[kind] / times for kind, times in all_of.items()]
    assert sum(scores) / len(scores) >= 0.97


def test_lines_of_the_page(read):
    true, found = Counter(), Counter()
    for place, (made, report) in enumerate(read):
        gone = {removed.line for removed in report.removed} - made.optional
        true.update((place, line) for line in made.chrome)
        found.update((place, line) for line in gone if made.lines[line - 1].strip())
    both = sum((true & found).values())
    assert both / sum(found.values()) >= 0.99
    assert both / sum(true.values()) >= 0.99


def test_figures_with_unit_qualifier_and_range(read):
    def of(side):
        return [(f.number, f.high, f.unit, f.qualifier) for f in side.figures]

    assert score(read, of, of) >= 0.98


def test_roles_of_figures(read):
    def of(side):
        return [(f.number, f.unit, f.role) for f in side.figures]

    assert score(read, of, of) >= 0.98


def test_points(read):
    true, found = sum(made.points for made, _ in read), sum(len(r.points) for _, r in read)
    assert abs(true - found) <= 0.02 * true


@pytest.mark.parametrize("name", ["title", "year", "level", "date", "addressee"])
def test_facts_round_the_text(read, name):
    wrong = [m.title for m, r in read if plain(getattr(m, name)) != plain(getattr(r, name))]
    assert len(wrong) <= 0.01 * len(read)


def test_the_unit_by_its_name(read):
    def core(name):
        return re.sub("(?:人民政府|办事处)$", "", name or "")

    wrong = [made.title for made, r in read if core(made.organisation) != core(r.organisation)]
    assert len(wrong) <= 0.015 * len(read)
