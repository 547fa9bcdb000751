"""An annex with headings of its own does not swallow the signature above it."""

from lawdraft import flow

LONG = "坚持把法治建设摆在全镇工作的突出位置，与经济发展、乡村振兴一同谋划、一同部署、一同检查，压实责任。"
TEXT = f"""青禾镇2025年法治政府建设年度报告
云岭县人民政府：
2025年，青禾镇认真推进法治政府建设，{LONG}
一、主要做法。{LONG}
二、存在问题。{LONG}
附件：1.学习任务清单
2.执法案件统计表
青禾镇人民政府
2026年1月12日
（联系人：林××）
附件1
学习任务清单
一、党委中心组学习。{LONG}
附件2
执法案件统计表
一、案件情况。{LONG}"""


def test_annex_headings_are_not_the_reports():
    report = flow.recognise_text(TEXT, flow.Kit())
    assert report.signature == "青禾镇人民政府"
    assert str(report.date) == "2026-01-12"
    assert len(report.lines("annex")) == 6
    assert report.lines("note") == ("（联系人：林××）",)
