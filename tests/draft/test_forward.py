import datetime as dt
from dataclasses import replace

import pytest

from lawdraft.draft.forward import made_title, shifted
from lawdraft.draft.names import own_word, renaming, short_name
from lawdraft.model.draft import BLANK


def test_frame_rolls(roll):
    draft = roll()

    assert draft.title == "青禾镇2025年法治政府建设工作总结"
    assert (draft.addressee, draft.signature) == ("云岭县人民政府", "青禾镇人民政府")
    assert draft.date == dt.date(2026, 1, 20)
    assert (draft.year, draft.last_year) == (2025, 2024)


def test_structure_is_last_years(roll):
    headings = [(s.heading, [t.heading for t in s.topics if t.heading]) for s in roll().sections]

    assert ("2025年主要工作及成效", ["加强组织领导", "化解矛盾纠纷"]) in headings


def test_points_become_cards_that_know_last_year(roll):
    card = next(card for card in roll().cards if card.text.startswith("压实责任"))

    assert card.marker == "一是"
    assert "研究法治工作6次" in card.last
    assert "研究法治工作⟦" in card.text
    assert card.decision == "undecided"


def test_figures_are_emptied_and_standing_facts_kept(roll):
    by_last = {(entry.last, entry.unit): entry for entry in roll().ledger}

    assert by_last["72", "件"].value is None
    assert by_last["2万余", "份"].value is None
    assert by_last["12", "个"].value == "12"
    assert by_last["20", "场次"].role == "target"


def test_one_standing_fact_is_one_entry(roll):
    draft = roll()
    villages = [entry for entry in draft.ledger if entry.last == "12"]
    mentions = sum(card.text.count(f"⟦{villages[0].id}⟧") for card in draft.cards)

    assert (len(villages), mentions) == (1, 2)


def test_promises_come_from_the_plan(roll):
    promises = {(p.verb, p.thing, p.number, p.unit, p.deadline) for p in roll().promises}

    assert ("开展", "普法活动", 20.0, "场次", "") in promises
    assert ("组织", "执法人员培训", 4.0, "次", "10月底前") in promises


def test_merged_section_looks_ahead_only_where_it_does(roll):
    draft = roll(
        "青禾镇2024年法治政府建设工作总结\n2024年，我镇依法行政。\n一、主要成效\n全年化解纠纷67件。\n"
        "二、存在问题及下步打算\n2024年，仍存在一些问题：一是人员不足。二是普法单一。\n"
        "下一步，我镇将做好：一是开展普法活动20场次。二是完善执法制度。\n青禾镇人民政府\n2025年1月5日"
    )

    assert [promise.text for promise in draft.promises] == [
        "开展普法活动20场次。",
        "完善执法制度。",
    ]


def test_missing_parts_prompt_and_print_nothing(roll, compose):
    draft = roll()
    kinds = {kind for section in draft.sections for kind in section.kinds}
    hints = [card.hint for card in draft.cards if card.hint]

    assert "first_responsible_person" in kinds
    assert any("原因" in hint for hint in hints)
    assert "{{" not in "".join(hints)
    assert not any(hint in compose(draft).text for hint in hints)


def test_beginning_from_nothing_gives_every_part(roll, compose):
    draft = roll(None, year=2026, organisation="云岭县青禾镇人民政府")
    text = compose(draft).text

    assert {"achievements", "shortcomings", "first_responsible_person", "next_year_plan"} <= {
        kind for section in draft.sections for kind in section.kinds
    }
    assert text.startswith("青禾镇2026年法治政府建设年度报告")
    assert BLANK in text
    assert "{{" not in text


def test_without_any_name_there_is_still_a_draft(roll):
    assert roll(None, year=2026).title == "2026年法治政府建设年度报告"


def test_same_inputs_give_the_same_draft(roll):
    assert roll() == roll()


def test_two_towns_are_worded_differently(roll, compose):
    texts = {
        compose(roll(None, year=2026, organisation=f"云岭县{name}人民政府")).text.replace(
            name, "某镇"
        )
        for name in ("青禾镇", "白石镇", "双桥镇", "大河镇")
    }

    assert len(texts) == 4


def test_another_units_report_serves_as_base(roll, compose):
    text = compose(roll(organisation="云岭县白石乡人民政府")).text

    assert "青禾镇" not in text.replace("《青禾镇", "")
    assert "白石乡2025年法治政府建设工作总结" in text
    assert "我乡将" in text


@pytest.mark.parametrize(
    ("organisation", "short", "own"),
    [
        ("云岭县青禾镇人民政府", "青禾镇", "我镇"),
        ("东风路街道办事处", "东风路街道", "我街道"),
        ("中共云岭县白石乡委员会", "白石乡", "我乡"),
        ("青禾镇", "青禾镇", "我镇"),
        ("", "", "本单位"),
    ],
)
def test_names(organisation, short, own):
    assert (short_name(organisation), own_word(organisation)) == (short, own)


def test_own_name_is_not_replaced():
    assert renaming("青禾镇人民政府", "云岭县青禾镇人民政府") == ()


def test_leap_day_is_shifted_to_a_day_that_is():
    assert shifted(dt.date(2024, 2, 29), 1) == dt.date(2025, 2, 28)
    assert shifted(None, 1) is None


def test_title_is_made_where_none_was():
    assert made_title("云岭县青禾镇人民政府", 2026) == "青禾镇2026年法治政府建设年度报告"


def test_examples_roll_forward(shared, knowledge, templates, usual, compose):
    from lawdraft.draft import roll_forward
    from lawdraft.read import read_document
    from lawdraft.recognise import recognise_report

    for path in sorted((shared / "examples").glob("*.txt")):
        last = recognise_report(read_document(path), knowledge)
        year = (last.year or 0) + 1
        draft = roll_forward(
            last,
            year=year,
            organisation=None,
            outline=usual,
            knowledge=knowledge,
            templates=templates,
        )
        report = compose(draft)
        kept = replace(draft, ledger=tuple(replace(e, value=e.last) for e in draft.ledger))
        assert str(year) in draft.title
        assert report.text.count(BLANK) > 5
        assert BLANK not in compose(kept).text
        assert len(compose(kept).headings) == len(last.headings)


OTHER_HABITS = """
白石乡人民政府关于2024年度法治政府建设情况的报告
2024年以来，白石乡认真推进依法行政。现将有关情况报告如下。
一、主要举措和成效
（一）规范执法
1.推行三项制度。办理案件15件。
2.开展专项整治。全年行动2次。
（1）整治占道经营30起。
（2）拆除违建5处。
单位\t排查件数\t化解件数
青山村\t12\t11
白石村\t9\t8
二、存在的不足及原因
一是由于编制有限，人员不足。
三、2025年工作安排
（一）2025年6月底前建成法治广场1个，全年开展宣传30场。
（二）完善执法制度。
白石乡人民政府
2025年2月10日
"""


def test_numbered_sentences_and_tables_hold_slots(roll, compose):
    draft = roll(OTHER_HABITS)
    text = compose(draft).text

    assert f"（1）整治占道经营{BLANK}起。\n（2）拆除违建{BLANK}处。" in text
    assert f"青山村\t{BLANK}\t{BLANK}" in text
    assert any(e.thing == "青山村排查件数" and e.last == "12" for e in draft.ledger)


def test_each_target_of_a_sentence_is_a_promise(roll):
    told = {(p.verb, p.thing, p.number) for p in roll(OTHER_HABITS).promises if p.number}

    assert told == {("建成", "法治广场", 1.0), ("开展", "宣传", 30.0)}


def test_last_years_values_give_last_years_words(roll, compose):
    draft = roll(OTHER_HABITS)
    same = replace(draft, ledger=tuple(replace(e, value=e.last, formula="") for e in draft.ledger))

    assert (
        compose(same).text.replace("2025", "2024").replace("2026", "2025").split("\n")[1:]
        == (OTHER_HABITS.strip().split("\n")[1:])
    )


def test_missing_signature_is_proposed_from_the_full_name(roll):
    unsigned = OTHER_HABITS.replace("白石乡人民政府\n2025年2月10日\n", "")

    assert roll(unsigned, organisation="云岭县白石乡人民政府").signature == "云岭县白石乡人民政府"
    assert roll(unsigned).date is None


def test_annex_is_told_and_carried_by_its_name(recognise, knowledge, templates, usual, compose):
    from lawdraft.draft import roll_forward
    from lawdraft.model.report import Paragraph

    last = recognise(OTHER_HABITS)
    text = f"{last.text}\n附件：矛盾纠纷明细表"
    annexed = Paragraph("annex", len(last.text) + 1, len(text))
    last = replace(last, text=text, paragraphs=(*last.paragraphs, annexed))

    draft = roll_forward(
        last, year=2025, organisation=None, outline=usual, knowledge=knowledge, templates=templates
    )

    assert any("矛盾纠纷明细表" in card.hint for card in draft.cards)
    assert [each.text for each in draft.attachments] == [""]
    assert compose(draft).lines("annex_note", "annex") == ("附件：矛盾纠纷明细表",)


def test_missing_part_is_numbered_like_its_neighbours(roll):
    parts = (
        OTHER_HABITS.replace("一、主要举措", "第一部分 主要举措")
        .replace("二、存在的不足", "第二部分 存在的不足")
        .replace("三、2025年", "第三部分 2025年")
    )
    [section] = [s for s in roll(parts).sections if s.kinds == ("first_responsible_person",)]

    assert section.number.startswith("第")
