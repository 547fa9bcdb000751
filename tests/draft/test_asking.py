"""What was rolled on and may be wrong is asked about; figures in headings; claims of last year."""

import pytest

from lawdraft.draft.rolling import Roll, roll_text
from lawdraft.model import editing
from lawdraft.model.asking import open_questions, settle
from lawdraft.model.draft import BLANK

LAST = """
桂花街道2025年法治政府建设工作报告
2025年，桂花街道全面贯彻党的二十届四中全会精神，落实“八五”普法规划。现将有关情况报告如下：
一、化解矛盾纠纷312件，筑牢平安防线
全年排查矛盾纠纷325件，化解312件。全年未发生群体性事件，与去年相比有所下降。
二、抓好三件事
第一，抓队伍。新增执法人员15名。第二，抓规范。办理案件41件。
三、存在的问题
由于编制不足，力量偏弱。
四、2026年打算
（一）全年开展普法活动40场次、培训法律明白人200人次。
（二）完善执法制度。
桂花街道办事处
2026年1月8日
"""
ROLL = Roll(2025, 2026, sessions=("二十届四中", "二十届五中"))


@pytest.fixture
def draft(roll):
    return roll(LAST, year=2026)


def test_plenums_and_periods_are_asked_about(draft):
    asked = {(q.change.before, q.change.after) for q in open_questions(draft)}

    assert asked >= {("二十届四中全会", "二十届五中全会"), ("八五", "九五")}
    assert not any(q.change.before == "2025年" for q in open_questions(draft))


def test_no_puts_the_old_words_back_and_yes_lets_them_stand(draft):
    question = next(q for q in open_questions(draft) if q.change.after == "二十届五中全会")
    refused = settle(draft, question.item, question.change, right=False)
    confirmed = settle(draft, question.item, question.change, right=True)

    assert "二十届四中全会" in refused.card(question.item).text
    assert "二十届五中全会" in confirmed.card(question.item).text
    assert question not in open_questions(refused)
    assert question not in open_questions(confirmed)


def test_dropped_cards_ask_nothing(draft):
    item = open_questions(draft)[0].item
    assert all(q.item != item for q in open_questions(editing.set_decision(draft, item, "drop")))


def test_a_heading_counts_what_its_text_counts(draft, compose):
    section = next(s for s in draft.sections if s.heading and "化解矛盾" in s.heading)
    [slot] = editing.slots_of(section.heading)
    given = editing.set_figure(draft, slot, "400")

    assert f"一、化解矛盾纠纷{BLANK}件" in compose(draft).text
    assert compose(given).text.count("400件") == 2
    assert compose(given).headings[0].text == "一、化解矛盾纠纷400件，筑牢平安防线"


def test_ordinals_keep_their_comma_and_count_together(draft, compose):
    assert f"第一，抓队伍。新增执法人员{BLANK}名。第二，抓规范。" in compose(draft).text


def test_a_numbered_sentence_is_not_cut_before_its_number(draft, compose):
    assert f"（一）全年开展普法活动{BLANK}场次、培训法律明白人{BLANK}人次。" in compose(draft).text
    assert {p.number for p in draft.promises} >= {40.0, 200.0}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("全年未发生群体性事件。", "没有发生"),
        ("信访量同比下降8%。", "与上年相比"),
        ("街道被评为平安建设先进单位。", "荣誉"),
        ("9月12日，街道召开推进会。", "日期是去年的"),
        ("紧扣“十四五”收官目标。", "时期已经结束"),
    ],
)
def test_what_was_true_of_last_year_alone_is_pointed_out(text, why):
    rolled, changes = roll_text(text, ROLL)

    assert rolled == text
    assert any(why in change.why for change in changes)
    assert why == "时期已经结束" or roll_text(text, ROLL, plan=True)[1] == ()


@pytest.mark.parametrize(
    "text", ["12月4日是国家宪法日。", "每年6月1日起施行。", "10月31日前完成。"]
)
def test_yearly_days_and_deadlines_are_left_alone(text):
    assert not any("日期" in change.why for change in roll_text(text, ROLL)[1])


CLOSING = """
槐花镇2025年法治政府建设工作报告
2025年是“十四五”规划收官之年，槐花镇法治工作有了新进展。现将有关情况报告如下：
一、工作情况
一是抓落实。推动“十四五”规划任务落地，谋划“十五五”法治工作。
二是抓普法。今年是“八五”普法规划的收官之年，圆满完成“八五”普法各项任务。
二、存在的问题
由于编制不足，力量偏弱。
槐花镇人民政府
2026年1月8日
"""


def test_what_was_left_asks_until_its_words_are_gone(roll):
    draft = roll(CLOSING, year=2026)
    question = next(q for q in open_questions(draft) if "收官" in q.change.before)
    assert question.change.before == question.change.after

    text = draft.card(question.item).text.replace(question.change.after, "2026年是开局之年")
    rewritten = editing.set_card_text(draft, question.item, text)

    assert all(q.change != question.change for q in open_questions(rewritten))


def test_what_closed_a_period_stays_with_its_period(roll):
    draft = roll(CLOSING, year=2026)
    card = next(c for c in draft.cards if "普法" in c.text)

    assert "九五" not in card.text
    assert any("八五”普法规划的收官之年" in q.change.before for q in open_questions(draft))


def test_no_puts_back_only_what_was_changed(roll):
    draft = roll(CLOSING, year=2026)
    question = next(q for q in open_questions(draft) if q.change.before == "十四五")
    assert draft.card(question.item).text.count("十五五") == 2

    text = settle(draft, question.item, question.change, right=False).card(question.item).text

    assert "落实“十四五”" in text or "推动“十四五”" in text
    assert "谋划“十五五”" in text
