"""Drafts without last year's report: every part, right for its year, clearly blank to fill."""

import pytest

from lawdraft.check import Context, check_report
from lawdraft.draft.times import learning, spirit, thought
from lawdraft.model.draft import BLANK

TOWNS = ("云岭县青禾镇人民政府", "白石县石桥乡人民政府", "江川市柳林街道办事处")


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("year", [2000, 2008, 2015, 2019, 2021, 2025, 2026, 2027, 2031])
def test_nothing_is_said_before_or_after_its_time(roll, compose, knowledge, town, year):
    report = compose(roll(None, year=year, organisation=town))
    draft_year = Context(knowledge=knowledge, year=year)
    rules = {f.rule for f in check_report(report, draft_year)}

    assert not rules & {"outdated-phrase", "superseded-law", "unknown-law", "missing-section"}
    assert year >= 2022 or "二十大" not in report.text


def test_shortcomings_and_plan_are_blanks_to_fill(roll, compose):
    draft = roll(None, year=2026, organisation=TOWNS[0])
    text = compose(draft).text
    short = next(s for s in draft.sections if s.kinds == ("shortcomings",))
    points = [card for topic in short.topics for card in topic.cards if card.marker]

    assert len(points) >= 3
    assert all(BLANK in card.text and card.hint for card in points)
    assert "2027年" in text
    assert {e.role for e in draft.ledger} >= {"target", "result"}


def test_targets_are_not_this_years_figures(roll):
    ledger = roll(None, year=2026, organisation=TOWNS[0]).ledger
    targets = {e.id for e in ledger if e.role == "target"}

    assert targets
    assert all(e.indicator is None for e in ledger if e.id in targets)


def test_words_of_a_year():
    assert (learning(2025), learning(2026), learning(2000)) == ("八五", "九五", "三五")
    assert thought(2019).startswith("习近平总书记")
    assert spirit(2022, ("二十届一中",)) == "党的二十大精神"
    assert spirit(2024, ("十九届七中", "二十届一中", "二十届二中")) == (
        "党的二十大和二十届历次全会精神"
    )
