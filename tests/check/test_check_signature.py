"""Who signs: another office than the township's own is told, its own partners are not."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

_BODY = (
    "{title}\n2025年，柳林镇扎实推进依法行政，现将有关情况报告如下：\n一、主要举措和成效\n"
    "镇司法所全年化解矛盾纠纷86件。\n二、存在的不足和原因\n执法力量薄弱，原因是编制不足。\n"
    "三、2026年工作安排\n办好法律顾问驻村服务。\n{signed}\n2026年1月20日"
)


def _told(signed, organisation="", title="柳林镇2025年法治政府建设年度报告"):
    text = _BODY.format(title=title, signed=signed)
    found, _ = findings_of(Example(text, "whole", 2025, "2026-01-20", organisation))
    return [f for f in found if f.rule == "foreign-place" and "落款" in f.message]


@pytest.mark.parametrize("organisation", ["", "柳林镇人民政府"])
@pytest.mark.parametrize("signed", ["柳林县人民政府", "河阳县人民政府", "河阳县司法局"])
def test_another_office_signs(signed, organisation):
    assert _told(signed, organisation)


@pytest.mark.parametrize(
    "signed",
    [
        "柳林镇人民政府",
        "河阳县柳林镇人民政府",
        "中共柳林镇委员会\n柳林镇人民政府",
        "中共柳林镇委员会  柳林镇人民政府",
        "柳林县人民政府\n柳林镇人民政府",
        "柳林县柳林镇人民政府",
    ],
)
def test_own_signature_is_fine(signed):
    assert not _told(signed)


def test_county_signs_its_own_report():
    assert not _told("柳林县人民政府", "", "柳林县人民政府2025年法治政府建设年度报告")
