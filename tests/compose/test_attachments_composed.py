"""附件: named below the text, their matter behind the date, figures from the ledger."""

from lawdraft import flow
from lawdraft.model import attaching, editing
from lawdraft.model.draft import Draft, Entry


def composed(draft):
    return flow.compose(draft, flow.Kit())


def lines(report, *roles):
    return report.lines(*roles)


BASE = Draft(
    2026, "青禾镇人民政府", title="报告", ledger=(Entry("e1", "纠纷", "件", "3", "5"),), next_id=9
)


def test_one_has_no_number_and_several_have():
    one = attaching.add_attachment(BASE, "统计表", "事项\t件\n纠纷\t⟦e1⟧")
    report = composed(one)
    assert lines(report, "annex_note") == ("附件：统计表",)
    assert lines(report, "annex") == ("附件", "统计表")
    assert lines(report, "table") == ("事项\t件", "纠纷\t5")
    report = composed(attaching.add_attachment(one, "方案"))
    assert lines(report, "annex_note") == ("附件：1.统计表", "2.方案")
    assert lines(report, "annex") == ("附件1", "统计表")


def test_the_table_follows_the_ledger():
    draft = attaching.add_attachment(BASE, "统计表", "纠纷\t⟦e1⟧")
    assert lines(composed(editing.set_figure(draft, "e1", "8")), "table") == ("纠纷\t8",)


def test_edits_name_move_and_remove():
    draft = attaching.add_attachment(attaching.add_attachment(BASE, "甲"), "乙")
    first, second = draft.attachments
    draft = attaching.set_attachment(draft, first.id, name="丙", text="一行")
    draft = attaching.move_attachment(draft, second.id, -1)
    assert [(a.name, a.text) for a in draft.attachments] == [("乙", ""), ("丙", "一行")]
    assert attaching.remove_attachment(draft, second.id).attachments[0].name == "丙"
    assert first.id != second.id


def test_an_exported_report_with_attachments_reads_back_the_same(tmp_path):
    kit = flow.Kit()
    draft = attaching.add_attachment(BASE, "2026年统计表", "事项\t件\n纠纷\t⟦e1⟧")
    report = composed(attaching.add_attachment(draft, "名单", "第一行。\n第二行。"))
    for name in ("a.docx", "a.txt"):
        flow.export(report, tmp_path / name, kit)
        assert "附件1" in flow.read_file(tmp_path / name).text
    pages = flow.lay_out(report, kit).pages
    assert len(pages) == 3
