"""One event with two dates, and dates of different events."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example
from lawdraft.check.whens import lengths, whens

TAIL = "各项工作有序推进。"
ONE_EVENT = (
    (
        "10月，区委依法治区办到街道督察，反馈问题6个。",
        "对照2025年8月区委依法治区办来街道督察反馈的6个问题开展“回头看”。",
    ),
    ("4月18日建成启用镇社会治安综合治理中心。", "镇综治中心6月18日正式启用。"),
    ("年度述法会议于12月5日召开。", "年度述法会议11月底才召开，质量不高。"),
    ("8月17日，镇人民调解委员会完成换届。", "镇调委会10月才完成换届。"),
    ("4月18日，云上法律超市开门迎客。", "云上法律超市5月18日开门迎客以来接待群众40人。"),
    (
        "石梁水库移民安置纠纷拖了11年，11月3日双方签字画押。",
        "领办的石梁水库移民安置纠纷8月底了结。",
    ),
    ("1月初，镇里印发《法治镇三年行动计划》。", "3月印发的《法治镇三年行动计划》逐项落实。"),
    ("柳林集贸市场改造听证会于4月召开。", "主持10月召开的柳林集贸市场改造听证会。"),
    ("8月9日，省司法厅调研组查看芦荡法治公园。", "以9月8日省司法厅调研组查看芦荡法治公园为契机。"),
    ("7月22日主持召开执法质量提升推进会。", "7月12日质量提升推进会部署的8个问题全部整改。"),
    ("民族团结长廊于8月竣工开放。", "带头筹资建设民族团结长廊，推动其5月竣工开放。"),
    ("7月16日，“萤火”少年普法营在渔湾开营。", "为7月26日开营的“萤火”少年普法营授旗。"),
    ("村组长轮训班历时3天。", "在为期5天的村组长轮训班上讲课。"),
    ("7月12日至13日，举办村组长轮训班。", "全年唯一一期村组长轮训班于8月上旬开班。"),
)
OTHER_EVENTS = (
    ("年度法治建设总结大会于11月18日召开。", "12月召开的年度平安建设总结大会。"),
    ("镇执法服务大厅2月28日搬入新址。", "镇便民服务大厅5月底才搬入新址。"),
    ("3月26日，镇社会治安综合治理中心揭牌。", "村级综治中心5月才揭牌。"),
    ("8月17日，镇人民调解委员会完成换届。", "石桥村调委会10月才完成换届。"),
    ("4月18日，云上法律超市开门迎客。", "云上法律超市4月中旬开门迎客以来接待群众40人。"),
    ("3月立项建设法治公园。", "法治公园9月竣工，10月对外开放。"),
    ("5月和10月各举办村组长轮训班1期。", "镇长为5月的村组长轮训班授课。"),
    ("6月18日，上河村说事厅揭牌。", "6月28日，下河村说事厅揭牌。"),
    ("3月12日召开领导小组会议。", "9月18日的领导小组会议听取汇报。"),
    ("综治中心7月试运行。", "综治中心9月1日正式运行。"),
    ("8月20日，市司法局调研组到镇调研公共服务。", "9月20日，县司法局调研组到镇调研公共服务。"),
    ("4月，与白马乡签订界河联防协议。", "6月，与红石乡签订界河联防协议。"),
    ("上半年执法队伍轮训2期。", "10月的执法队伍轮训请来法官授课。"),
    ("举办为期3天的村组长轮训班。", "举办为期5天的楼栋长集训班。"),
    ("3月举办为期3天的村组长轮训班。", "9月举办为期5天的村组长轮训班。"),
    ("4月20日，南片网格员培训班开班。", "4月27日，北片网格员培训班开班。"),
    ("5月12日对镇司法所规范化建设中期评估。", "11月20日的规范化建设终期评估得96分。"),
    ("5月印发《执法自查方案》。", "9月印发《执法自查通报》。"),
    ("3月的誓师会、9月的推进会都开到村里。", "9月的推进会上通报了短板。"),
    ("11月2日，巡回法庭在枫树坳审理赡养案。", "旁听11月20日巡回法庭在南塘审理继承案。"),
    ("7月8日，出庭应诉华泰砖厂诉行政处罚案。", "9月18日，法院判决华泰砖厂诉行政处罚案。"),
    ("5月底前完成权责清单修订。", "权责清单6月修订完成。"),
    ("去年10月，说事厅挂牌。", "说事厅3月挂牌。"),
    ("3月，村民王某与邻居通行纠纷化解。", "10月，村民赵某与邻居采光纠纷化解。"),
    ("3月在集镇开展反诈宣传。", "5月在集镇开展反诈宣传。"),
)


def told(one, other, level="warning"):
    """The messages on contradictions in two paragraphs."""
    found, _ = findings_of(Example(one + "\n" + other + TAIL, "achievements"))
    return [f.message for f in found if f.rule == "contradiction" and f.level == level]


@pytest.mark.parametrize(("one", "other"), ONE_EVENT)
def test_two_dates_of_one_event_are_found(one, other):
    assert told(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER_EVENTS)
def test_dates_of_different_events_are_left(one, other):
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7月22日召开执法质量提升推进会。", "7月12日推进会部署的问题全部整改。"),
        ("“桥畔法治驿站”4月启用。", "驿站自6月启用以来，接待群众。"),
    ],
)
def test_what_may_be_another_is_only_a_note(one, other):
    assert told(one, other) == []
    assert told(one, other, "note")


def test_another_year_is_only_a_note():
    one, other = "镇说事厅2021年挂牌，接待群众40人。", "镇说事厅自2023年挂牌以来运转良好。"
    assert told(one, other) == []
    assert told(one, other, "note")
    one, other = "2021年，松鹤村获评示范村。", "2023年，白鹤村获评示范村。"
    assert told(one, other, "note") == []


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("7月12日至13日", (712, 713)),
        ("四月底", (420, 431)),
        ("十二月中旬", (1210, 1220)),
        ("第三季度", (701, 931)),
        ("2026年6月18日到7月2日", (618, 702)),
    ],
)
def test_a_date_is_read(words, days):
    (when,) = whens(words)
    assert (when.first, when.last) == days


@pytest.mark.parametrize("words", ["6月底前", "截至12月底", "每季度", "3个月", "第5月度"])
def test_a_limit_or_a_frequency_is_no_date(words):
    assert list(whens(words)) == []


def test_loosely_told_dates_agree():
    day, end, other = whens("4月26日，4月底，5月20日")
    assert day.agrees(end)
    assert not end.agrees(other)


def test_lengths_agree_where_told_loosely():
    three, five, about = lengths("为期3天，历时5天，持续近4天")
    assert not three.agrees(five)
    assert about.agrees(three)
    assert about.agrees(five)


IN_A_PLAN = [
    ("4月12日，镇法治会客厅正式开放。", "推广9月开放的法治会客厅做法。"),
    ("结合丰收节，9月10日举办法治集市。", "把10月举办的丰收节法治集市固定下来。"),
    ("街道土地纠纷调解室于3月20日成立。", "发挥4月成立的土地纠纷调解室作用。"),
    ("3月15日，园区“法治驿站”启用。", "扩充5月才启用的“法治驿站”力量，3名律师轮流坐班。"),
]
TO_COME = [
    ("4月12日，镇法治会客厅正式开放。", "推广4月开放的法治会客厅做法。"),
    ("结合丰收节，9月10日举办法治集市。", "办好10月举办的丰收节法治集市。"),
    ("街道土地纠纷调解室于3月20日成立。", "发挥4月成立的工地纠纷调解室作用。"),
    ("3月15日，园区“法治驿站”启用。", "筹建5月启用的“法治驿站”二期。"),
]


def told_in_plan(one, other):
    """The contradictions between what was done and the plan."""
    both = f"一、主要成效\n{one}\n二、2026年工作安排\n{other}{TAIL}"
    return [f for f in findings_of(Example(both))[0] if f.rule == "contradiction"]


@pytest.mark.parametrize(("one", "other"), IN_A_PLAN)
def test_a_plan_that_dates_what_has_been_otherwise_is_found(one, other):
    assert told_in_plan(one, other)


@pytest.mark.parametrize(("one", "other"), TO_COME)
def test_a_plan_of_what_is_to_come_is_left(one, other):
    assert told_in_plan(one, other) == []


@pytest.mark.parametrize(
    "text",
    [
        "开展“百日攻坚”行动，8月2日至11月9日化解纠纷17件。\n9月中旬部署启动“百日攻坚”行动。",
        "“敲门入户”行动自3月1日至4月30日走访群众。\n4月上旬部署启动“敲门入户”行动。",
        "“守护蓝天”行动于4月1日至10月31日开展。\n7月上旬召开动员会，启动“守护蓝天”行动。",
        "1月至3月开展“暖冬”普法行动。\n2月下旬启动“暖冬”普法行动。",
    ],
)
def test_begun_when_long_going_on(text):
    assert told(*text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "开展“百日攻坚”行动，8月2日至11月9日化解纠纷17件。\n8月上旬部署启动“百日攻坚”行动。",
        "“敲门入户”行动自3月1日至4月30日走访群众。\n4月上旬调度“敲门入户”行动。",
        "3月至6月开展“护苗”行动。\n5月启动“清废”行动。",
        "9月26日举办“法润”民法典知识竞赛。\n11月28日带队参加全县民法典知识竞赛。",
    ],
)
def test_begun_in_time_or_another(text):
    assert not told(*text.split("\n"))
