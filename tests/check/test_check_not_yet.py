"""One thing said to be done and said not to be."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "镇综治中心于5月建成并投入使用。\n镇综治中心尚未建成，群众仍要多头跑。",
        "“智慧普法”平台于8月上线运行。\n“智慧普法”平台尚未上线，线上手段不多。",
        "聘请2名律师担任镇政府法律顾问。\n镇政府尚未聘请法律顾问，合同靠干部自审。",
        "公共法律服务站已挂牌。\n公共法律服务站还未挂牌，场地未落实。",
    ],
)
def test_done_and_not_yet(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "镇综治中心于5月建成并投入使用。\n部分村综治中心尚未建成。",
        "“智慧普法”平台于8月上线运行。\n“智慧执法”平台尚未上线。",
        "聘请2名律师担任镇政府法律顾问。\n3个企业尚未聘请法律顾问。",
        "公共法律服务站已挂牌。\n年初公共法律服务站还未挂牌。",
        "加快建立调解员补贴制度。\n调解员补贴制度尚未建立。",
    ],
)
def test_other_things_and_times_are_left(text):
    assert told(text) == []
