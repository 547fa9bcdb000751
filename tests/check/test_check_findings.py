"""What a finding carries: places in the text, fixes that keep facts, habits grouped, dismissals."""

from dataclasses import replace
from functools import cache

import pytest
from check_making import findings_of, knowledge, recognised
from clean_reports import clean
from wrong import WRONG

from lawdraft.check import Context, Live, check_report
from lawdraft.check.rule import Example
from lawdraft.check.rules import MODULES
from lawdraft.model.draft import Draft
from lawdraft.text.facts import same_facts

# Rules whose point is a fact: a year, a name, a law, a number in a date, a private number.
FACTS = frozenset(
    [
        "stale-year",
        "foreign-place",
        "superseded-law",
        "unknown-law",
        "outdated-phrase",
        "numbering",
        "number-style",
        "privacy-id",
        "privacy-phone",
        "privacy-name",
        "typo",
        "wrong-term",
    ]
)


@cache
def all_findings():
    return [
        (finding, report)
        for module in MODULES
        for example in module.FLAGGED
        for found, report in [findings_of(example)]
        for finding in found
    ]


def test_excerpt_is_what_stands_at_the_place():
    for finding, report in all_findings():
        if finding.start is not None:
            assert report.text[finding.start : finding.end] == finding.excerpt


def test_every_message_is_one_chinese_sentence():
    for finding, _ in all_findings():
        assert finding.message.endswith(("。", "？"))
        assert "\n" not in finding.message


def test_mechanical_fix_keeps_facts():
    for finding, _ in all_findings():
        if finding.suggestion is not None and finding.rule not in FACTS:
            before = finding.excerpt
            assert finding.rule == "punctuation"
            assert same_facts(before, finding.suggestion) or "·" in finding.suggestion


@pytest.mark.parametrize("case", WRONG[:40], ids=lambda c: c[3][:16])
def test_fix_put_in_place_ends_the_finding(case):
    rule, part, year, sentence = case
    found, report = findings_of(Example(sentence, part, year, f"{year + 1}-01-20"))
    fix = next((f for f in found if f.rule == rule and f.suggestion is not None), None)
    if fix is None:
        return
    text = report.text[: fix.start] + fix.suggestion + report.text[fix.end :]
    again = check_report(recognised(text), Context(knowledge(), year=year))
    assert fix.key not in {f.key for f in again}


def test_many_marks_of_one_habit_are_one_finding():
    names = "、".join(f"《民法典》、《宪法》第{n}讲" for n in range(8))
    found, _ = findings_of(Example(f"开展专题学习{names}。"))
    marks = [f for f in found if f.rule == "punctuation" and "书名号" in f.message]
    assert len(marks) == 1
    assert marks[0].similar == 7


def test_dismissed_finding_stays_away():
    example = Example("奔实基层基础，推进依法治理。")
    found, report = findings_of(example)
    key = next(f.key for f in found if f.rule == "typo")
    draft = Draft(2025, "青禾镇人民政府", not_problems=(key,))
    again = check_report(report, Context(knowledge(), year=2025, draft=draft))
    assert not [f for f in again if f.rule == "typo"]


def test_live_checking_finds_what_checking_finds():
    one = clean(3)
    context = Context(knowledge(), year=one.year, organisation=one.organisation)
    live = Live(context)
    live.check(recognised(one.text))
    edited = recognised(one.text.replace("化解", "化角", 1))
    assert live.check(edited) == check_report(edited, context)
    assert [f.rule for f in live.paragraphs(edited)] == ["typo"]


def test_live_checking_sees_a_name_that_another_paragraph_contradicts():
    one = clean(3)
    context = Context(knowledge(), year=one.year, organisation=one.organisation)
    text = one.text.replace("\n二、", "\n党委书记李刚国带队督查。\n二、", 1)
    named = "党委书记张明带头学法，党委书记张明主持会议。"
    live = Live(context)
    live.check(recognised(text))
    edited = recognised(text.replace("\n一、", f"\n{named}\n一、", 1))
    assert "李刚国" in [f.excerpt for f in check_report(edited, context)]
    assert live.check(edited) == check_report(edited, context)
    assert live.check(recognised(text)) == check_report(recognised(text), context)


def test_live_checking_sees_a_rare_word_that_another_paragraph_has_too():
    one = clean(3)
    context = Context(knowledge(), year=one.year, organisation=one.organisation)
    text = one.text.replace("\n二、", "\n采用情景拟模等方式开展培训。\n二、", 1)
    live = Live(context)
    assert "拟模" in [f.excerpt for f in live.check(recognised(text))]
    edited = recognised(text.replace("\n一、", "\n情景拟模深受欢迎。\n一、", 1))
    assert "拟模" not in [f.excerpt for f in check_report(edited, context)]
    assert live.check(edited) == check_report(edited, context)
    assert live.check(recognised(text)) == check_report(recognised(text), context)


def test_report_without_year_or_unit_is_still_checked():
    report = replace(recognised(clean(4).text), year=None, organisation=None, signature=None)
    found = check_report(report, Context(knowledge()))
    assert "missing-signature" in {f.rule for f in found}


def test_public_rules_stay_silent_otherwise():
    private = {"privacy-phone", "privacy-name", "sensitive-public"}
    for module in MODULES:
        if private & {module.ID}:
            for example in module.FLAGGED:
                found, _ = findings_of(replace(example, public=False))
                assert module.ID not in {f.rule for f in found}


def test_a_habit_tells_all_its_places():
    text = "运用法制思维、法制方式、法制宣传、法制教育推动工作。"
    found, report = findings_of(Example(text))
    (habit,) = [finding for finding in found if finding.rule == "wrong-term"]

    assert habit.similar == 3
    assert [(report.text[start:end], put) for start, end, put in habit.more] == [
        ("法制", "法治")
    ] * 3


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("重大行政决策19次，石门坎镇集镇管理办法经过合法性审核。", "石门坎镇"),
        ("重大行政决策19次，由门坎镇集镇管理办法起草小组负责。", "门坎镇"),
    ],
)
def test_a_name_is_told_from_its_first_letter(sentence, name):
    found, _ = findings_of(Example(sentence))
    assert [f.excerpt for f in found if f.rule == "foreign-place"] == [name]
