"""Neighbours without their 镇, and superiors of another kind, left in a report."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

COUNTY = "桐庐县分水镇人民政府"
DISTRICT = "黄岩区人民政府北城街道办事处"
CITY = "义乌市佛堂镇人民政府"
MUNICIPAL = "巴南区木洞镇人民政府"
REGION = "临桂区宛田瑶族乡人民政府"

LEFT_IN = (
    (COUNTY, "按照区委、区政府工作安排，扎实推进各项任务。", "区委"),
    (COUNTY, "组织村干部参加区法院旁听庭审3次。", "区法院"),
    (COUNTY, "贯彻落实和建德市委、市政府部署要求。", "建德市"),
    (COUNTY, "贯彻落实淳安县委、县政府关于法治建设的决策部署。", "淳安县"),
    (COUNTY, "奋力谱写平安瑶琳建设新篇章。", "瑶琳"),
    (COUNTY, "横村司法所全年调解纠纷36件。", "横村"),
    (COUNTY, "瑶琳始终坚持依法行政，干部学法12次。", "瑶琳"),
    (DISTRICT, "接受县司法局案卷评查2次，全县考核位列第二。", "县司法局"),
    (CITY, "在县委、县政府的坚强领导下，镇党委研究法治议题6次。", "县委"),
    (MUNICIPAL, "认真落实省委、省政府决策部署。", "省委"),
    (MUNICIPAL, "在全省考核中获得优秀等次。", "全省"),
    (REGION, "认真落实县委、县政府部署。", "县委"),
    (REGION, "奋力建设法治黄沙。", "黄沙"),
)
MEANT = (
    (COUNTY, "落实省、市、县（区）部署，接受县司法局、市司法局督导，向县委依法治县办报告。"),
    (COUNTY, "园区管委会、社区党委、小区物业共同参与，山区群众普遍受益。"),
    (COUNTY, "与富阳区司法局签订协作协议，邀请建德市政府法律顾问交流经验。"),
    (COUNTY, "建设平安分水、法治桐庐，打造平安校园、和谐家庭、法治广场、美丽乡村。"),
    (COUNTY, "与横村司法所联合调解边界纠纷2件，赴瑶琳综治中心学习考察。"),
    (DISTRICT, "落实市委、市政府和区委、区政府部署，区直部门联动，区域治理有序。"),
    (DISTRICT, "做实街道综治中心，建强街道法治队伍。"),
    (CITY, "在市委、市政府坚强领导下，市司法局到镇指导，县域经验得到推广。"),
    (MUNICIPAL, "落实市委、区委部署，跨省协作调解纠纷2件。"),
    (REGION, "落实自治区党委和区委、区政府部署，与黄沙瑶族乡建立联合巡护机制。"),
)


def foreign(organisation, sentence):
    found, _ = findings_of(Example(sentence, organisation=organisation))
    return [each for each in found if each.rule == "foreign-place"]


@pytest.mark.parametrize(("organisation", "sentence", "words"), LEFT_IN)
def test_name_left_in_is_found(organisation, sentence, words):
    assert any(words in each.excerpt for each in foreign(organisation, sentence))


@pytest.mark.parametrize(("organisation", "sentence"), MEANT)
def test_name_that_is_meant_is_left_alone(organisation, sentence):
    assert foreign(organisation, sentence) == []


def test_street_behind_the_government_of_its_district_knows_itself():
    assert foreign(DISTRICT, "北城街道党工委高度重视法治政府建设。") == []


def test_district_whose_name_begins_like_a_city():
    assert foreign("沙市区崇文街道办事处", "在区委、区政府坚强领导下，街道扎实推进依法行政。") == []
