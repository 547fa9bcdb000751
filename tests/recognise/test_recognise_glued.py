"""Headings that run into their bodies without a sign, read by what ends the one and begins the other."""

import pytest
from reading import LACKS, OPENING, PLANS, RESULTS, TITLE, headings, report_of

from lawdraft.recognise.undelimited import SURE, best_cut, heading_words

PAIRS = [
    ("加强组织领导，压实法治建设责任", "成立以党委书记为组长的工作专班，定期研判。"),
    ("健全矛盾纠纷排查化解机制", "全年调处纠纷32件，做到小事不出村。"),
    ("推动普法进村入户", "利用圩日发放宣传单600份。"),
    ("基层执法力量较为薄弱", "持证人员只有3名，难以满足工作需要。"),
    ("优化法治化营商环境", "聘请律师为企业开展法治体检12次。"),
    ("抓住关键少数，提升法治素养", "每季度组织领导班子学法1次。"),
]


@pytest.mark.parametrize(("heading", "body"), PAIRS)
def test_the_place_where_a_body_begins(heading, body):
    assert best_cut(heading + body)[0] == len(heading)


@pytest.mark.parametrize(
    "words", ["规范村规民约", "健全工作机制，凝聚法治合力", "坚持领导示范带头，落实学法"]
)
def test_a_heading_alone_is_not_cut(words):
    assert best_cut(words)[1] < SURE


def test_the_units_own_name_begins_a_body():
    words = "持续优化政务环境古渡镇大力推行一窗受理"
    assert best_cut(words)[1] < SURE
    assert heading_words(words, torn=True, names=("古渡镇",)) == len("持续优化政务环境")


def test_siblings_without_a_sign_are_read_alike():
    topics = "\n".join(
        f"（{n}）{head}{body}" for n, (head, body) in zip("一二三四五六", PAIRS, strict=True)
    )
    report = report_of(f"{TITLE}\n{OPENING}\n一、主要成效\n{topics}\n二、存在问题\n{LACKS}")
    expected = [(2, f"（{n}）{head}") for n, (head, _) in zip("一二三四五六", PAIRS, strict=True)]
    assert [each for each in headings(report) if each[0] == 2] == expected


def test_numbered_sentences_stay_without_headings():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、主要成效\n{RESULTS}\n二、下一步打算\n"
        "（一）加大执法力度，对重点领域、重点时段开展不间断巡查，坚决防止问题反弹回潮，确保辖区秩序井然。\n"
        "（二）持续做好学法用法，把学习成果转化为解决难题的实际办法，努力让群众在每一件小事里感受到公平。"
    )
    assert [text for level, text in headings(report) if level == 2] == []


def test_bare_headings_on_one_line_and_a_heading_at_its_end():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、主要成效\n（一）提高站位。（二）严格执法，守牢底线。{RESULTS}二、存在问题\n"
        f"{LACKS}\n三、下一步打算\n{PLANS}"
    )
    layouts = {heading.text: heading.layout for heading in report.headings}
    assert layouts["（二）严格执法，守牢底线"] == "mid_line"
    assert layouts["二、存在问题"] == "mid_line"


def test_arabic_numbers_without_a_sign():
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、主要成效\n1 抓实学法\n{RESULTS}\n2 规范执法\n{RESULTS}\n二、存在问题\n{LACKS}"
    )
    assert headings(report)[1:3] == [(3, "1 抓实学法"), (3, "2 规范执法")]


def test_marks_used_the_other_way_round():
    report = report_of(
        f"{TITLE}\n{OPENING}\n1、普法工作\n{RESULTS}\n2、存在问题\n（一）力量薄弱。{LACKS}\n（二）宣传不深。{LACKS}\n3、下一步打算\n{PLANS}"
    )
    kinds = {heading.text: heading.kinds for heading in report.headings}
    assert kinds["2、存在问题"] == ("shortcomings",)
    assert kinds["3、下一步打算"] == ("next_year_plan",)
    assert {
        figure.role for figure in report.figures if figure.unit == "次" and figure.number == 6
    } == {"target"}


def test_firstly_and_lastly_are_points_where_the_first_stands():
    body = "首先，抓好学习。其次，规范执法。最后，化解纠纷。"
    report = report_of(f"{TITLE}\n{OPENING}\n一、主要成效\n{body}\n二、存在问题\n最后，{LACKS}")
    assert [point.marker for point in report.points] == ["首先", "其次", "最后"]


@pytest.mark.parametrize("words", ["问题整改“回头看”", "上年度问题整改情况"])
def test_last_years_problems_put_right(words):
    report = report_of(
        f"{TITLE}\n{OPENING}\n一、{words}\n已全部整改到位。\n二、主要成效\n{RESULTS}"
    )
    assert report.headings[0].kinds == ("rectification",)
