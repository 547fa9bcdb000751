"""A rhythm and a number of the year, of one meeting or of two."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "组织公职人员旁听庭审2次。\n坚持每季度组织1次公职人员旁听庭审。",
        "举办“法治夜校”8期。\n推动“法治夜校”每月举办1期。",
        "3月、9月各举办1期执法人员培训班。\n全年举办执法人员培训班5期。",
        "法律顾问到村开展法律体检10轮次，每季度1次，提出建议26条。",
        "召开平安建设例会8次（每月1次），研判风险。",
        "执法队每周开展1次市容联合巡查。\n全年开展市容联合巡查24次。",
    ],
)
def test_rhythm_and_number_at_odds(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "组织公职人员旁听庭审4次。\n坚持每季度组织1次公职人员旁听庭审。",
        "每村每季度至少开展1次法治宣讲，全镇共开展法治宣讲68场次。",
        "每月至少召开1次纠纷研判会。\n全年召开纠纷研判会18次。",
        "执法队每周开展1次市容联合巡查。\n镇长带队开展市容联合巡查6次。",
        "7月起每月召开法治例会，全年召开法治例会6次。",
        "举办法律知识培训6期，每季度开展一次案卷评查。",
    ],
)
def test_rhythm_and_number_that_agree(text):
    assert not told(text)
