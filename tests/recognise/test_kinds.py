"""Kinds told by a heading's own words."""

import pytest

from lawdraft.recognise.kinds import kinds_in

CASES = {
    (
        "achievements",
    ): "主要工作及成效 工作开展情况 推进法治政府建设的主要举措和成效 取得的成效 重点任务落实情况 年度工作回顾",
    ("highlights",): "工作亮点 特色亮点工作 创新做法 典型经验做法",
    ("shortcomings",): "存在的问题 存在的不足和原因 短板弱项 面临的困难",
    (
        "first_responsible_person",
    ): "党政主要负责人履行推进法治建设第一责任人职责情况 主要负责人履职情况",
    (
        "next_year_plan",
    ): "下一步工作打算 2025年工作安排 2025年主要工作 今后努力方向 改进措施 工作计划",
    ("rectification",): "上年度存在问题整改情况 2023年问题整改落实情况",
    ("other",): "其他需要报告的事项 意见建议",
    (
        "shortcomings",
        "next_year_plan",
    ): "存在问题及下步打算 存在的不足和改进措施 存在问题及整改措施",
    (): "强化组织领导，压实责任 坚持问题导向，推进依法决策 补齐执法短板，提升能力 强化困难群众法律援助 突出工作重点，强化依法行政 落实“八五”普法规划，营造氛围",
}


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [(heading, kinds) for kinds, many in CASES.items() for heading in many.split()],
)
def test_kinds_by_words(heading, kinds):
    assert set(kinds_in(heading, 2024)) == set(kinds)
