"""Habits of real reports, each in a few lines of our own wording."""

import time

import pytest
from reading import LACKS, OPENING, PARTS, PLANS, RESULTS, TITLE, document, headings, report_of

from lawdraft.model.document import Document, Removed
from lawdraft.model.errors import NotAReportError
from lawdraft.recognise import recognise_report


def test_the_plain_report():
    report = report_of(f"{TITLE}\n{OPENING}\n{PARTS}\n青禾镇人民政府\n2025年1月20日")
    assert headings(report) == [(1, "一、主要成效"), (1, "二、存在问题"), (1, "三、下一步打算")]
    assert [heading.kinds for heading in report.headings] == [
        ("achievements",), ("shortcomings",), ("next_year_plan",)
    ]  # fmt: skip
    assert (report.organisation, report.level, report.year) == ("青禾镇人民政府", "镇", 2024)
    assert (report.title, report.signature, str(report.date)) == (
        TITLE,
        "青禾镇人民政府",
        "2025-01-20",
    )


@pytest.mark.parametrize(
    ("line", "level", "heading", "layout"),
    [("（一）加强领导。" + RESULTS, 2, "（一）加强领导", "run_in"), ("(一)加强领导，压实责任\n" + RESULTS, 2, "（一）加强领导，压实责任", "own"),
     ("（一加强领导\n" + RESULTS, 2, "（一加强领导", "own"), ("一）加强领导\n" + RESULTS, 2, "一）加强领导", "own"),
     ("（一）组织领导方面：" + RESULTS, 2, "（一）组织领导方面", "run_in"), ("（一）加强领导　" + RESULTS, 2, "（一）加强领导", "run_in"),
     ("1.加强领导。" + RESULTS, 3, "1.加强领导", "run_in"), ("1．加强领导。" + RESULTS, 3, "1．加强领导", "run_in"),
     ("1、加强领导\n" + RESULTS, 3, "1、加强领导", "own"), ("（1）加强领导。" + RESULTS, 4, "（1）加强领导", "run_in"),
     ("①加强领导。" + RESULTS, 5, "①加强领导", "run_in"), ("第一，加强领导。" + RESULTS, 2, "第一，加强领导", "run_in"),
     ("（一）\n加强领导\n" + RESULTS, 2, "（一）加强领导", "own"), ("（一）加强领导：\n" + RESULTS, 2, "（一）加强领导：", "own")],
)  # fmt: skip
def test_a_heading_in_every_form(line, level, heading, layout):
    text = f"{TITLE}\n{OPENING}\n一、主要成效\n{line}\n二、存在问题\n{LACKS}"
    found = [(h.level, h.text, h.layout) for h in report_of(text).headings]
    assert (level, heading, layout) in found
    assert len(found) == 3


def test_two_levels_on_one_line_and_in_mid_line():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、主要成效（一）加强领导。{RESULTS}（二）深化普法。{RESULTS}"
    )
    assert headings(report) == [(1, "一、主要成效"), (2, "（一）加强领导"), (2, "（二）深化普法")]


def test_numbers_without_signs_and_skipped_levels():
    bare = report_of(
        f"{TITLE}\n{OPENING}\n一、成效\n一加强领导。{RESULTS}\n二深化普法。{RESULTS}\n二、问题\n{LACKS}"
    )
    assert (2, "二深化普法") in headings(bare)
    skipped = report_of(
        f"{TITLE}\n{OPENING}\n一、成效\n1.加强领导。{RESULTS}\n三、问题\n(1)力量不足。{LACKS}"
    )
    assert [level for level, _ in headings(skipped)] == [1, 3, 1, 4]


def test_numbering_begun_anew_takes_the_kind_it_stands_under():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、工作开展情况\n一、强化领导\n{RESULTS}\n二、深化普法\n{RESULTS}\n二、存在的问题\n"
        f"一、部分干部意识不强\n{LACKS}\n二、执法力量欠缺\n{LACKS}\n三、2025年工作安排\n{PLANS}"
    )
    assert [heading.kinds[0] for heading in report.headings] == [
        "achievements", "achievements", "achievements", "shortcomings", "shortcomings", "shortcomings", "next_year_plan",
    ]  # fmt: skip


def test_headings_without_numbers():
    report = report_of(
        f"{TITLE}\n{OPENING}\n主要工作及成效\n加强组织领导\n{RESULTS}\n存在的不足\n{LACKS}\n下一步工作打算\n{PLANS}"
    )
    assert headings(report) == [
        (1, "主要工作及成效"), (2, "加强组织领导"), (1, "存在的不足"), (1, "下一步工作打算")
    ]  # fmt: skip


def test_numbered_paragraphs_are_points_and_not_headings():
    long = "大力开展干部法治教育学习，提高干部的法治思维，增强干部依法行政的自觉性和责任感，推动各项工作落实"
    report = report_of(f"{TITLE}\n{OPENING}\n一、下一步打算\n（一）{long}。\n（二）{long}。")
    assert headings(report) == [(1, "一、下一步打算")]
    assert [point.marker for point in report.points] == ["（一）", "（二）"]


def test_points_inline_lost_and_broken_over_lines():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、成效\n一是抓领导。{RESULTS}三是抓普法。{RESULTS}\n二、问题\n一\n是力量不足。二\n是经费不足，统一是难点。"
    )
    assert [point.marker for point in report.points] == ["一是", "三是", "一是", "二是"]
    assert "一是力量不足。二是经费不足" in report.text.replace("\n", "")


def test_a_title_over_three_lines_of_joint_issuers():
    report = report_of(
        f"中共青禾镇委员会\n青禾镇人民政府\n关于2024年法治政府建设情况的报告\n县委、县政府：\n{OPENING}\n{PARTS}\n"
        "中共青禾镇委员会　青禾镇人民政府\n二〇二五年元月二十日"
    )
    assert report.title == "中共青禾镇委员会青禾镇人民政府关于2024年法治政府建设情况的报告"
    assert (report.organisation, report.addressee) == ("青禾镇人民政府", "县委、县政府")
    assert (report.signature, str(report.date)) == (
        "中共青禾镇委员会　青禾镇人民政府",
        "2025-01-20",
    )


@pytest.mark.parametrize("rest", ["和2025年工作计划", "暨2025年工作打算", "及下一年度工作思路"])
def test_a_title_of_a_summary_and_a_plan(rest):
    title = f"青禾镇2024年法治政府建设工作总结{rest}"
    assert report_of(f"{title}\n{OPENING}\n{PARTS}").title == title


def test_a_title_printed_twice_stands_once():
    report = report_of(f"{TITLE}\n来源：青禾镇　浏览次数：12\n{TITLE}\n{OPENING}\n{PARTS}")
    assert report.text.count(TITLE) == 1
    assert [removed.line for removed in report.removed] == [1, 2]


@pytest.mark.parametrize("between", ["  ", "　", ""])
def test_a_title_run_into_the_first_line(between):
    report = report_of(f"{TITLE}{between}{OPENING}\n{PARTS}")
    assert (report.title, report.text.split("\n")[1][:5]) == (TITLE, "2024年")


def test_a_title_that_only_the_index_block_prints():
    report = report_of(f"标题\t{TITLE}\n文号\t青政〔2025〕1号\n{OPENING}\n{PARTS}")
    assert report.title == TITLE
    assert [removed.text for removed in report.removed] == ["标题", "文号\t青政〔2025〕1号"]


def test_no_title_is_none_and_the_year_is_told_with_its_reason():
    report = report_of(f"{OPENING}\n{PARTS}")
    assert report.title is None
    assert report.year == 2024
    assert "2024" in report.year_reason


def test_red_head_and_imprint_are_set_aside():
    report = report_of(
        f"青禾镇人民政府文件\n青政〔2025〕3号\n签发人：张某\n{TITLE}\n{OPENING}\n{PARTS}\n青禾镇人民政府\n2025年1月20日\n"
        "（此件公开发布）\n抄送：县委办公室。\n青禾镇党政综合办公室　2025年1月21日印发"
    )
    assert {1, 2, 3} < {removed.line for removed in report.removed}
    assert report.text.endswith("2025年1月20日\n（此件公开发布）")


def test_an_annex_note_and_an_annex_keep_their_parts():
    report = report_of(
        f"{TITLE}\n{OPENING}\n{PARTS}\n附件：1.执法案件统计表\n青禾镇人民政府\n2025年1月20日\n附件1\n执法案件统计表\n案由\t数量\n违建\t3件"
    )
    assert report.lines("annex_note") == ("附件：1.执法案件统计表",)
    assert report.lines("annex")[0] == "附件1"


def test_an_image_in_a_sentence_stays_and_alone_goes():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、成效\n通过率达到100[image: a.png]。{RESULTS}\n[image: b.png]\n{RESULTS}"
    )
    assert "100[image: a.png]" in report.text
    assert [removed.text for removed in report.removed] == ["[image: b.png]"]


def test_visible_text_the_page_reader_dropped_is_removed_too():
    read = document(f"{TITLE}\n{OPENING}\n{PARTS}")
    report = recognise_report(Document(read.source, read.lines, (Removed(1, "首页"),)))
    assert report.removed == (Removed(1, "首页"),)


def test_a_removed_line_can_be_put_back():
    read = document(f"{TITLE}\n{OPENING}\n{PARTS}\n扫一扫在手机打开当前页")
    assert recognise_report(read).removed
    kept = recognise_report(read, keep=frozenset({len(read.lines)}))
    assert kept.removed == ()
    assert kept.text.endswith("扫一扫在手机打开当前页")


def test_half_width_punctuation_is_restored_with_one_note():
    folded = f"{TITLE}\n{OPENING}\n{PARTS}".translate(str.maketrans("，：；（）", ",:;()"))
    report = report_of(folded)
    assert OPENING in report.text
    assert len(report.notes) == 1
    assert report_of(f"{TITLE}\n{OPENING}\n{PARTS}").notes == ()


def test_a_combined_heading_has_two_kinds_and_only_its_plan_has_targets():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、成效\n{RESULTS}\n二、存在问题及下步打算\n仅有2个村配齐人员。{LACKS}\n下一步，{PLANS}"
    )
    assert report.headings[-1].kinds == ("shortcomings", "next_year_plan")
    roles = {figure.text: figure.role for figure in report.figures}
    assert roles["6次"] == "target"
    assert roles["2个"] != "target"


def test_paragraphs_tile_the_text_and_spans_index_it():
    report = report_of(f"{TITLE}\n{OPENING}\n{PARTS}\n青禾镇人民政府\n2025年1月20日")
    assert "\n".join(report.text[p.start : p.end] for p in report.paragraphs) == report.text
    assert all(report.text[h.start : h.end] == h.text for h in report.headings)
    assert all(report.text[f.start : f.end] == f.text for f in report.figures)


@pytest.mark.parametrize(
    "text",
    ["", "购物清单\n牛奶两盒，面包一个。", "关于召开春季运动会的通知\n各学校：定于4月5日召开运动会，请按时参加。",
     "青禾镇2024年旅游工作总结\n全年接待游客3万人次，新建民宿5家，举办节会活动4场，旅游收入增长一成，群众满意。"],
)  # fmt: skip
def test_other_text_is_no_report(text):
    with pytest.raises(NotAReportError, match="这不像一份法治政府建设报告"):
        report_of(text)


@pytest.mark.parametrize(
    "filler",
    ["\n1.落实制度。" + RESULTS, "一、好(二)", "1", "(", " ", "一", "青禾镇", "法治政府建设"],
)
def test_long_texts_are_answered_in_time(filler):
    text = f"{TITLE}\n{OPENING}\n一、主要成效\n{RESULTS}" + filler * (100_000 // len(filler))
    begun = time.perf_counter()
    report_of(text)
    assert time.perf_counter() - begun < 8


def test_a_text_far_too_long_is_refused_at_once():
    with pytest.raises(NotAReportError, match="太长"):
        report_of(f"{TITLE}\n{OPENING}\n" + RESULTS * 50_000)


def test_a_title_with_the_pages_data_on_its_line():
    report = report_of(f"首页 > 公开\n{TITLE}  来源：青禾镇 时间：2025-01-20\n{OPENING}\n{PARTS}")
    assert report.title == TITLE
    assert [removed.text for removed in report.removed] == [
        "首页 > 公开",
        "来源：青禾镇 时间：2025-01-20",
    ]


def test_a_rider_below_the_title_and_a_date_above_the_signature():
    report = report_of(
        f"青禾镇法治政府建设情况报告\n（2024年度）\n{OPENING}\n{PARTS}\n2025年1月20日\n青禾镇人民政府"
    )
    assert report.title == "青禾镇法治政府建设情况报告（2024年度）"
    assert (report.signature, str(report.date)) == ("青禾镇人民政府", "2025-01-20")


def test_a_plan_of_action_on_the_same_matters_is_no_report():
    with pytest.raises(NotAReportError):
        report_of(f"云岭县法治政府建设工作实施方案\n{OPENING}\n{PARTS}")
