"""Last year's attachments: names rolled on, tables with this year's columns, prose left behind."""

from lawdraft.draft.annexes import attachments_of
from lawdraft.draft.attached import sheet_lines
from lawdraft.draft.ids import Ids
from lawdraft.draft.merging import merge, take_theirs
from lawdraft.draft.rolling import Roll
from lawdraft.model import attaching
from lawdraft.model.draft import Draft, Entry
from lawdraft.model.report import Paragraph, Report

ROLL = Roll(2025, 2026, (("松溪镇", "青禾镇"),))


def report(*rows):
    text, paragraphs = "", []
    for role, line in rows:
        paragraphs.append(Paragraph(role, len(text), len(text) + len(line)))
        text += line + "\n"
    return Report(text[:-1], tuple(paragraphs))


def roll(*rows, entries=()):
    return attachments_of(report(*rows), ROLL, entries, Ids())


def test_names_alone_are_carried_with_this_years_years_and_unit():
    made = roll(("annex_note", "附件：1.松溪镇2025年任务清单；2．2026年任务分工方案"))
    assert [each.name for each in made] == ["青禾镇2026年任务清单", "2027年任务分工方案"]
    assert [each.text for each in made] == ["", ""]
    assert len({each.id for each in made}) == 2


def test_a_comparing_tables_columns_move_and_its_figures_are_asked_for():
    made = roll(
        ("annex_note", "附件：主要指标统计表"),
        ("date", "2026年1月15日"),
        ("annex", "附件"),
        ("annex", "主要指标统计表"),
        ("annex", "单位：件"),
        ("annex", "指标\t2024年\t2025年\t增减"),
        ("annex", "12345热线\t15\t18\t20.0%"),
    )
    rows = ["单位：件", "指标\t2025年\t2026年\t增减", "12345热线\t18\t××\t××%"]
    assert made[0].text.split("\n") == rows
    assert "2024年" in made[0].last


def test_a_figure_the_text_tells_too_is_its_slot():
    known = Entry("e3", "排查矛盾纠纷", "件", last="72")
    made = roll(
        ("annex", "附件1"),
        ("annex", "数据表"),
        ("annex", "序号\t事项\t数量"),
        ("annex", "1\t矛盾纠纷（件）\t72件"),
        ("annex", "2\t普法\t30"),
        entries=(known,),
    )
    assert made[0].text.split("\n")[1:] == ["1\t矛盾纠纷（件）\t⟦e3⟧件", "2\t普法\t××"]


def test_prose_of_last_year_is_kept_aside():
    made = roll(
        ("annex", "附件"), ("annex", "2025年典型案例"), ("annex", "一、案情。某村发生纠纷。")
    )
    assert made[0].name == "2026年典型案例"
    assert (made[0].text, made[0].last) == ("", "一、案情。某村发生纠纷。")


def test_a_list_of_thousands_of_cells_is_only_named():
    rows = [("annex", f"{n}\t事项\t依据\t部门\t数量\t备注") for n in range(900)]
    made = roll(("annex", "附件"), ("annex", "权责清单"), *rows)
    assert [(each.name, each.text, each.last) for each in made] == [("权责清单", "", "")]


def test_a_report_without_attachments_gives_none():
    assert roll(("body", "一、情况。"), ("date", "2026年1月15日")) == ()


def test_both_sides_attachments_are_merged_and_theirs_can_be_taken():
    base = attaching.add_attachment(Draft(2026, "青禾镇人民政府", next_id=5), "统计表", "一行")
    thing = base.attachments[0].id
    mine = attaching.set_attachment(base, thing, text="我的")
    theirs = attaching.set_attachment(attaching.add_attachment(base, "方案"), thing, text="他的")
    merged = merge(base, mine, theirs)
    assert [(a.name, a.text) for a in merged.draft.attachments] == [
        ("统计表", "我的"),
        ("方案", ""),
    ]
    conflict = merged.conflicts[0]
    assert take_theirs(merged.draft, conflict).attachments[0].text == "他的"


def test_a_sheets_words_stay_as_printed(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["①整改，Ⅲ类", "１２㎡", 67.0, "分两\n行"])
    book.save(tmp_path / "清单.xlsx")

    [line] = sheet_lines(tmp_path / "清单.xlsx")
    assert line.split("\t")[:4] == ["①整改，Ⅲ类", "１２㎡", "67", "分两 行"]
