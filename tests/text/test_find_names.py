"""Names of private persons, told by what stands around them and by their characters."""

import pytest

from lawdraft.flow import Kit
from lawdraft.text.names import find_names

ORDINARY = Kit().knowledge.spelling.common


def private(text):
    return {one.name for one in find_names(text, ORDINARY) if one.private}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("经三次调解，曹玉珍同意撤诉。", {"曹玉珍"}),
        ("董小梅的抚养费已追回。", {"董小梅"}),
        ("村民上官云阻挠施工。", {"上官云"}),
        ("牧民扎西顿珠一家的草场纠纷得到化解。", {"扎西顿珠"}),
        ("居民买买提江·艾山咨询办证事宜。", {"买买提江·艾山"}),
        ("村民张建国合作社分红一事。", {"张建国"}),
        ("男子冉勇酒后滋事。", {"冉勇"}),
        ("当事人马秀英，联系电话另附。", {"马秀英"}),
    ],
)
def test_a_party_is_told(text, names):
    assert private(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "副镇长刘远航兼任司法所所长。",
        "全国模范人民调解员张桂芝应邀授课。",
        "弘扬焦裕禄、孔繁森精神。",
        "维护妇女儿童权益，群众查得到、看得懂。",
        "机关干部职工周例会学法。",
        "化解王某与李某的相邻纠纷。",
        "聘请云安律师事务所律师2名担任政府法律顾问。",
        "与金诚律师事务所、康达律师事务所签约。",
        "村民康达建材公司买卖合同纠纷。",
    ],
)
def test_nobody_private_is_imagined(text):
    assert private(text) == set()
