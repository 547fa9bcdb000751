"""One assessment with two ranks, one honour at two levels, one meeting at two rhythms."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("群众满意度测评排名全市第12位。\n群众满意度测评名列全市第11名。", "第11名"),
        ("在全区法治督察中获评优秀等次。\n全区法治督察评定我镇为良好等次。", "良好等次"),
        ("行政执法案卷评查得分96分，居全县首位。\n行政执法案卷评查名列全县第二。", "第二"),
        ("热线办理质效在全县21个乡镇中排第二。\n热线办理质效全县排名第4。", "第4"),
        ("“小桥调解室”入选全市金牌调解室。\n“小桥调解室”获评全省金牌调解室。", "全省金牌调解室"),
        (
            "红旗社区被命名为全国民主法治示范社区。\n做好红旗社区“省级民主法治示范社区”复核。",
            "省级民主法治示范社区",
        ),
        (
            "镇党委每月听取一次法治建设情况汇报。\n镇党委坚持每季度听取一次法治建设情况汇报。",
            "每季度听取一次法治建设情况汇报",
        ),
        ("领导小组每半年召开一次联席会议。\n领导小组联席会议每季度召开一次。", "每季度召开一次"),
    ],
)
def test_two_ranks_levels_rhythms(text, excerpt):
    assert told(text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "行政执法案卷评查居全县首位。\n行政执法案卷评查得分居全市第八位。",
        "热线办理质效3月份全县排名第4。\n热线办理质效全年全县排名第2。",
        "镇代表队获得全县辩论赛二等奖。\n干部王敏个人获得全县辩论赛一等奖。",
        "法治建设考核全县第三。\n力争法治建设考核进入全县前两名。",
        "法治建设考核全县第三名。\n2023年法治建设考核全县第六名。",
        "东风村2020年获评市级民主法治示范村。\n东风村升级为省级民主法治示范村。",
        "调解员石大林被评为全省模范人民调解员。\n学习全国模范人民调解员马善祥先进事迹。",
        "建立研判机制，村每周、镇每月召开研判例会。\n镇长每月主持研判例会。",
        "镇党委每月听取一次平安建设汇报。\n镇党委每季度听取一次法治建设情况汇报。",
    ],
)
def test_other_contests_levels_rhythms_are_left(text):
    assert told(text) == []
