"""The one district whose name ends in 县区, told whole and in short."""

from check_making import findings_of

from lawdraft.check.rule import Example

_REPORT = (
    "沙县区青禾镇人民政府2025年度法治政府建设情况报告\n沙县区人民政府：\n"
    "2025年，青禾镇扎实推进法治政府建设。现将有关情况报告如下。\n一、主要工作\n"
    "{}\n沙县区青禾镇人民政府\n2026年1月5日"
)


def foreign(text):
    found, _ = findings_of(
        Example(_REPORT.format(text), "whole", organisation="沙县区青禾镇人民政府")
    )
    return [f.excerpt for f in found if f.rule == "foreign-place"]


def test_its_offices_are_our_own():
    assert not foreign("区司法局评查案卷8卷，区法院法官到镇授课，落实区委部署。")


def test_another_countys_offices_are_not():
    assert foreign("县司法局评查案卷8卷，落实县委部署。")
