"""One person under two names, in two offices, of two firms, of two sexes."""

import pytest
from check_making import findings_of, knowledge

from lawdraft.check.persons import Post, mentions_of, one_apart
from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("镇长周文斌主持召开常务会议。\n镇长周文彬带队检查安全生产。", "周文彬"),
        ("综合行政执法队队长吴建国巡查。\n综合行政执法队副队长吴建国作了讲解。", "吴建国"),
        ("派出所所长丁伟参加联席会议。\n司法所所长丁伟包保化解积案。", "丁伟"),
        ("人大主席何长青组织代表视察。\n人大副主席何长青列席会议。", "何长青"),
        ("镇人大主席团主席尚云峰主持。\n镇人大主席尚云锋视察。", "尚云锋"),
        ("司法所长柳青被评为优秀。\n司法所副所长柳青负责调解。", "柳青"),
        ("县人民法院院长龙涛指导。\n县人民检察院检察长龙涛指导。", "龙涛"),
        ("县人民法院法官苏晴授课。\n邀请县人民检察院检察官苏晴作讲座。", "苏晴"),
        (
            "四川明川律师事务所的何敏律师坐班。\n律师何敏来自四川明州律师事务所。",
            "四川明州律师事务所",
        ),
        ("聘请男律师张鹏为法律顾问。\n张鹏律师坐诊时，群众都向她咨询。", "她"),
        ("镇党委书记陈立新讲法治课。\n由镇长陈立新牵头整改。", "陈立新"),
        ("街道党工委书记何志勇主持会议。\n办事处主任何志勇牵头整改。", "何志勇"),
        (
            "聘请江苏义行律师事务所律师3名。\n发挥江苏义信律师事务所作用。",
            "江苏义信律师事务所",
        ),
        ("镇综治中心主任谭建平介绍经验。\n镇综治中心主任刘芳接待群众。", "刘芳"),
    ],
)
def test_one_person_told_apart(text, excerpt):
    assert told(text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "党工委书记、办事处主任何志勇主持会议。\n办事处主任何志勇牵头整改。",
        "乡党委书记任双组长，办事处主任任双组长。\n书记任双组长。",
        "镇长周文斌主持召开常务会议。\n副镇长周文彬带队检查安全生产。",
        "镇党委副书记、镇长周文斌主持会议。\n镇长周文斌到村调研。",
        "龙泉派出所所长叶军出席。\n水口派出所所长叶钧出席。",
        "司法所所长李桂兰牵头调解。\n原司法所所长李桂芳退休后受聘为调解员。",
        "9月起，副所长李娜任司法所所长。\n司法所副所长李娜牵头普法。\n司法所所长李娜讲课。",
        "副镇长马骏分管法治工作。\n副镇长、综合行政执法队队长马骏带队巡查。",
        "镇党委书记韩志刚亲自部署。\n村党支部书记韩志强带头调解。",
        "聘请湖南天纪律师事务所律师郑凯。\n村里与湖南金州律师事务所签约，律师钱敏坐班。",
        "所长周海英包案，村民王某对他的父亲不再纠缠。\n周海英被评为先进，她表示将继续努力。",
        "调解员彭树林、彭树森兄弟义务调解。\n调解员彭树森获评先进个人。",
    ],
)
def test_people_alike_are_left(text):
    assert told(text) == []


def test_offices_of_a_mention():
    found = mentions_of("由镇党委副书记、镇长孙晓梅同志主持。", knowledge().spelling.common)
    assert [one.name for one in found] == ["孙晓梅"]
    assert set(found[0].posts) == {Post("", False, "镇长"), Post("镇党委", True, "书记")}


def test_one_apart():
    assert one_apart("陈志远", "陈致远")
    assert not one_apart("陈志远", "陈志远")
    assert not one_apart("陈志远", "陈志")
