"""A person's number below the date is the paper's own; the telephone of a site is not."""

import pytest

from lawdraft import flow

LONG = "坚持把法治建设摆在全镇工作的突出位置，与经济发展、乡村振兴一同谋划、一同部署、一同检查，压实责任。"
TEXT = f"""青禾镇2025年法治政府建设年度报告
2025年，青禾镇认真推进法治政府建设，{LONG}
一、主要做法。{LONG}
二、存在问题。{LONG}
青禾镇人民政府
2026年1月12日
"""


@pytest.mark.parametrize(
    "line",
    ["联系方式：136 0000 1234", "联系人：林××，电话13600001234", "联系电话：136-0000-1234（林××）"],
)
def test_a_mobile_number_below_the_date_stays_in_the_text(line):
    assert flow.recognise_text(TEXT + line, flow.Kit()).lines("note") == (line,)


@pytest.mark.parametrize("line", ["联系电话：0700-5550123", "技术支持：青禾科技", "联系我们"])
def test_the_foot_of_a_page_is_set_aside(line):
    assert flow.recognise_text(TEXT + line, flow.Kit()).lines("note") == ()
