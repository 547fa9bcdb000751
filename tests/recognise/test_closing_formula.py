import pytest
from reading import report_of

TEXT = """青禾镇2024年法治政府建设工作总结
2024年，青禾镇扎实推进依法行政。现将有关情况报告如下：
一、主要工作及成效
全年排查矛盾纠纷72件，化解67件，组织普法宣传活动30余场次。
二、2025年工作计划
加强普法宣传，落实各项普法责任。
{}
青禾镇人民政府
2025年1月20日
"""


@pytest.mark.parametrize(
    "formula", ["特此报告。", "特此报告", "专此报告。", "以上报告，请审阅。", "妥否，请批示。"]
)
def test_closing_formula_stays(formula):
    report = report_of(TEXT.format(formula))

    assert formula in report.text
    assert formula not in [line.text for line in report.removed]
    assert report.signature == "青禾镇人民政府"
