"""The matter of an attachment from a file of text or tables, and from the ledger."""

import pytest

from lawdraft import flow
from lawdraft.model.draft import Card, Draft, DraftSection, Entry, Topic
from lawdraft.model.errors import CannotReadError


def book(path, *rows):
    from openpyxl import Workbook

    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


def test_a_workbook_gives_its_title_and_rows_without_empty_columns(tmp_path):
    rows = [
        ["附件1"],
        ["2026年统计表"],
        [],
        ["事项", None, "数量", "比例"],
        ["纠纷", None, 72.0, 0.5],
    ]
    taken = flow.read_attachment(book(tmp_path / "x.xlsx", *rows))
    assert taken.name == "2026年统计表"
    assert taken.text.split("\n") == ["事项\t数量\t比例", "纠纷\t72\t0.5"]


def test_a_workbook_without_title_is_called_by_its_file(tmp_path):
    taken = flow.read_attachment(
        book(tmp_path / "附件2：任务清单.xlsx", ["任务", "牵头"], ["普法", "司法所"])
    )
    assert taken.name == "任务清单"
    assert taken.text == "任务\t牵头\n普法\t司法所"


def test_a_text_gives_title_and_paragraphs(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text(
        "附件\n\n重点任务分工方案\n一、学习。由党政办牵头。\n\n二、执法。\n", encoding="utf-8"
    )
    taken = flow.read_attachment(path)
    assert taken.name == "重点任务分工方案"
    assert taken.text == "一、学习。由党政办牵头。\n二、执法。"


def test_a_word_table_comes_as_rows(tmp_path):
    from docx import Document

    made = Document()
    made.add_paragraph("指标统计表")
    table = made.add_table(2, 2)
    for cell, words in zip(table._cells, ["指标", "数量", "纠纷", "72"], strict=True):
        cell.text = words
    made.save(tmp_path / "a.docx")
    taken = flow.read_attachment(tmp_path / "a.docx")
    assert (taken.name, taken.text) == ("指标统计表", "指标\t数量\n纠纷\t72")


def test_what_cannot_be_read_is_one_sentence(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(CannotReadError):
        flow.read_attachment(tmp_path / "a.xlsx")


def test_what_is_too_large_for_pages_is_told(tmp_path):
    path = tmp_path / "清单.csv"
    path.write_text(
        "\n".join(",".join("一二三四五六七八九十") for _ in range(600)), encoding="utf-8"
    )
    with pytest.raises(CannotReadError, match=r"600 行.*只列名称"):
        flow.read_attachment(path)


def test_the_ledger_as_a_table_holds_slots_and_nothing_inner():
    ledger = (
        Entry("e1", "排查矛盾纠纷", "件", "72"),
        Entry("e2", "内部数", "件", "3", public=False),
        Entry("e3", "明年目标", "件", None, role="target"),
    )
    taken = flow.figures_attachment(Draft(2026, "青禾镇人民政府", ledger=ledger))
    assert taken.name == "2026年法治政府建设主要数据统计表"
    assert taken.text.split("\n")[1:] == ["1\t排查矛盾纠纷\t件\t72\t⟦e1⟧"]


def test_the_ledgers_table_names_every_row_and_leaves_no_fact_out():
    cards = (
        Card("c1", "全镇村（社区）⟦e1⟧个，今年⟦e2⟧人（包括免考1名）参加执法考试。"),
        Card("c2", "有法律明白人⟦e4⟧名，每个村（社区）⟦e5⟧名。"),
    )
    section = DraftSection("s1", ("achievements",), topics=(Topic("t1", cards=cards),))
    ledger = (
        Entry("e1", "村（社区）分别有", "个", "21", role="background"),
        Entry("e2", "在今年", "人", "16"),
        Entry("e3", "接访", "批", "7", indicator="leader_receptions"),
        Entry("e4", "“法律明白人”", "名", "42"),
        Entry("e5", "法律明白人", "名", "3"),
    )
    draft = Draft(2026, "青禾镇人民政府", sections=(section,), ledger=ledger)
    rows = flow.figures_attachment(draft, flow.Kit()).text.split("\n")[1:]

    assert [row.split("\t")[1] for row in rows] == [
        "村（社区）", "参加执法考试", "党政主要负责人接访", "法律明白人", "法律明白人（每个村）",
    ]  # fmt: skip
