"""The public version: what goes, what stays, every omission listed and brought back."""

from dataclasses import replace

import pytest
from export_samples import make_report

from lawdraft.export.public import redact, tell
from lawdraft.model.draft import Draft, Entry
from lawdraft.model.omission import place_in_public, place_in_whole, places_put, restore
from lawdraft.model.report import Figure


def public(body, **wishes):
    report, omissions = redact(make_report(body=body), **wishes)
    return "\n".join(report.lines("body")), omissions


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("热线13800001234随时接听。", "热线138****1234随时接听。"),
        ("当事人身份证号11010119900307123X已核对。", "当事人身份证号（略）已核对。"),
        ("调解村民周大山与李小河的土地纠纷。", "调解村民周某某与李某某的土地纠纷。"),
        ("聘请林知法律师担任顾问。", "聘请林某某律师担任顾问。"),
        ("接访12批，进京上访0人次，办结率100%。", "接访12批，办结率100%。"),
        ("调处纠纷131件，非正常死亡7人。", "调处纠纷131件。"),
        ("交办7件均已办结，非正常死亡3人，已全部处置，群众满意。", "交办7件均已办结，群众满意。"),
        ("调处纠纷131件，集体上访2批，同比下降5%，均已化解。", "调处纠纷131件。"),
        ("走访120次。排查重点人员12名。其中社区矫正对象5名，宣传20场。", "走访120次。宣传20场。"),
        ("全年未发生进京非访。下一步继续努力。", "下一步继续努力。"),
    ],
)
def test_left_out(body, left):
    assert public(body)[0] == left


TABLE = "附件\n|序号\t指标\t2024年\t2025年\n|1\t纠纷\t9\t8\n|2\t信访，集体上访\t1\t2\n|3\t合同\t4\t5\n|4\t案件\t6\t7"


def test_rows_below_one_left_out_count_on():
    report = make_report(annex=TABLE)

    left, omissions = redact(report)

    rows = [line.partition("\t")[::2] for line in left.lines("table")]
    assert rows[1:] == [("1", "纠纷\t9\t8"), ("2", "合同\t4\t5"), ("3", "案件\t6\t7")]
    assert restore(left.text, omissions) == report.text
    assert tell(omissions) == ("公开版略去 1 处：敏感数字 1 处。",)
    kept, _ = redact(report, keep=frozenset({omissions[0].key}))
    assert kept.text == report.text


def test_years_at_the_head_of_rows_are_no_numbers():
    report = make_report(annex="附件\n|年份\t集体上访\n|2024\t集体上访3批\n|2025\t无\n|12\t无")

    assert redact(report)[0].lines("table")[-2:] == ("2025\t无", "12\t无")


@pytest.mark.parametrize(
    "body",
    [
        "镇党委书记、镇长带头讲授法治课，群众高度评价，居民方面反映良好。",
        "12345热线受理诉求131件，办结率98.5%。",
        "深入开展反邪教宣传，加强重点人员走访。",
        "与农户签订协议，与村民金融机构对接。",
    ],
)
def test_kept(body):
    assert public(body) == (body, ())


def test_every_omission_is_listed_and_reversible():
    report = make_report(body="热线13800001234，非正常死亡7人。村民周大山，表示感谢。")
    left, omissions = redact(report)
    assert [one.kind for one in omissions] == ["手机号", "敏感数字", "个人姓名"]
    assert all(one.why for one in omissions)
    assert restore(left.text, omissions) == report.text
    again, rest = redact(report, keep=frozenset({omissions[0].key}))
    assert "13800001234" in again.text
    assert len(rest) == 2


@pytest.mark.parametrize(
    "body", ["13800001234", "全年发生进京上访2起。\n未发生群体性事件。\n学法。"]
)
def test_whole_paragraphs_left_out_come_back(body):
    report = make_report(body=f"一、情况\n{body}\n继续努力。")
    left, omissions = redact(report)
    assert omissions
    assert restore(left.text, omissions) == report.text
    assert left.text.split("\n") == [left.text[p.start : p.end] for p in left.paragraphs]
    assert all(one.key == f"{one.kind}|{one.removed.strip()}" for one in omissions)


def test_places_of_the_two_versions_answer_each_other():
    report = make_report(body="热线13800001234，非正常死亡7人，周边。村民周大山，表示感谢。")
    left, omissions = redact(report)
    gone = {at for one in omissions for at in range(one.start, one.end)}
    for at in range(len(report.text)):
        there = place_in_public(omissions, at)
        if at not in gone:
            assert left.text[there] == report.text[at]
            assert (
                place_in_whole(omissions, there) == at or place_in_whole(omissions, there) in gone
            )
    assert [left.text[a:b] for a, b in places_put(omissions)] == [one.put for one in omissions]


def test_spans_still_fit_their_words():
    report = make_report(
        body="一、情况\n热线13800001234。\n全年未发生进京非访。\n（一）学习。学法。"
    )
    left, _ = redact(report)
    for heading in left.headings:
        assert heading.text in left.text[heading.start : heading.end]
    assert left.text.split("\n") == [left.text[p.start : p.end] for p in left.paragraphs]


def test_figure_not_public_goes_with_its_clause():
    body = "调处纠纷131件，办理案件18件，培训6次。"
    report = make_report(body=body)
    at = report.text.index("18件")
    figure = Figure("18件", 18, None, "件", "案件", None, "result", None, at, at + 3)
    draft = Draft(2025, "青禾镇", ledger=(Entry("e1", "案件", "件", None, "18", public=False),))
    left, omissions = redact(replace(report, figures=(figure,)), draft)
    assert left.lines("body") == ("调处纠纷131件，培训6次。",)
    assert left.figures == ()
    assert omissions[0].kind == "不公开的数字"
