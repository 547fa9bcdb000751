"""A bureau, its party group, or a township's own bureau reports itself."""

import pytest
from reading import PARTS, report_of

from lawdraft.recognise.organisation import organisation_of

GROUP = "中共云岭县水利局党组"


@pytest.mark.parametrize(
    ("title", "signature", "unit"),
    [
        ("青禾镇综合行政执法局2025年法治政府建设报告", None, ("青禾镇综合行政执法局", "局")),
        ("2025年法治政府建设报告", "云岭县司法局党组", ("云岭县司法局", "局")),
        ("关于法治建设的报告", "中共云岭县水利局党组 云岭县水利局", ("云岭县水利局", "局")),
        ("云岭县住房和城乡建设局2025年法治政府建设报告", None, ("云岭县住房和城乡建设局", "局")),
        (
            "云岭县公安局交通警察大队2025年度法治政府建设报告",
            None,
            ("云岭县公安局交通警察大队", None),
        ),
        ("青禾镇2025年法治政府建设报告", "青禾镇综合行政执法局", ("青禾镇", "镇")),
        ("云岭县青禾镇人民政府关于法治政府建设的报告", None, ("青禾镇人民政府", "镇")),
    ],
)
def test_the_unit_that_reports(title, signature, unit):
    assert organisation_of(title, signature, "") == unit


def test_a_party_group_issues_and_signs():
    report = report_of(
        f"{GROUP}\n关于2025年度推进法治政府建设情况的报告\n云水党组〔2026〕5号\n县委依法治县办：\n"
        f"现将我局2025年工作情况报告如下。\n{PARTS}\n{GROUP}\n二〇二六年一月九日"
    )
    assert report.title == f"{GROUP}关于2025年度推进法治政府建设情况的报告"
    assert (report.organisation, report.level) == ("云岭县水利局", "局")
    assert report.signature == GROUP
    assert [removed.text for removed in report.removed] == ["云水党组〔2026〕5号"]
