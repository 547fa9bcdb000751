"""Said of all, and denied of some in the same words."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "辖区12个社区全部建成公共法律服务工作室。\n还有2个社区没有建成公共法律服务工作室。",
        "辖区15个村均建立村规民约合法性审查机制。\n仍有4个村未建立村规民约合法性审查机制。",
        "全部执法人员做到持证上岗。\n队内另有2人尚未取得行政执法证，只能辅助。",
        "18名执法人员均持有行政执法证。\n18名执法人员中有法律背景的少，另有3人尚未取得行政执法证。",
        "23个村全部配齐法律顾问。\n还有3个村法律顾问尚未配齐。",
        "辖区学校法治副校长配备率达100%。\n仍有1所小学未配备法治副校长。",
        "村级法律顾问覆盖率达到100%。\n还有2个村没有聘请法律顾问。",
        "执法记录仪全员配备。\n执法人员中还有5人未配备执法记录仪。",
        "9名班子成员全部在年终会上述法。\n2名班子成员因出差未在年终会上述法。",
    ],
)
def test_all_and_not_some(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "18名执法人员均持有行政执法证。\n6名协管员未取得行政执法证，不参与执法。",
        "村级法律顾问覆盖率达到100%。\n年初还有2个村没有聘请法律顾问。",
        "36名执法人员全部通过执法资格考试。\n4名临聘人员未参加执法资格考试。",
        "食品安全隐患均已整改到位。\n还有6处消防隐患没有整改到位。",
        "各村均成立红白理事会。\n2个村未及时更新红白理事会章程。",
        "15家规上企业全部建立合规管理制度。\n6家小微企业未建立合规管理制度。",
        "9名班子成员全部述法。\n2名中层干部未述法。",
        "村规民约合法性审查实现全覆盖。\n有2个村的村规民约未及时修订。",
        "每个村都配备“法律明白人”。\n2个村的“法律明白人”未参加县级培训。",
        "执法人员全部参加考试。\n有3名执法人员未通过考试。",
    ],
)
def test_others_are_left(text):
    assert told(text) == []
