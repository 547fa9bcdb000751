"""Said never to have been, and told of once or more elsewhere."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "办理行政许可312件，零复议。\n今年收到行政复议案件2件，均已答复。",
        "辖区全年没有发生一起民转刑案件。\n受理的纠纷中，有1件民转刑案件在大湾村。",
        "镇政府全年未出台行政规范性文件。\n制定行政规范性文件2件，均按规定报备。",
        "社区矫正对象无一人重新犯罪。\n在矫对象中有1人重新犯罪被收监。",
        "连续五年实现赴省集体访零登记。\n全年发生赴省集体访1批7人。",
        "全年未收到依申请公开。\n受理政府信息依申请公开4件。",
        "没有一名执法人员因执法过错被追责。\n对2名执法人员因执法过错予以追责。",
        "全年无行政败诉案件。\n行政诉讼案件3件，其中败诉1件。",
    ],
)
def test_denied_and_told(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "办理行政处罚案件41件，无一引发行政诉讼。\n去年行政处罚案件被提起行政诉讼1件。",
        "全镇未发生行政复议案件。\n全县办理行政复议案件68件，其中涉及乡镇的12件。",
        "未制发行政规范性文件。\n清理历年行政规范性文件6件，废止2件。",
        "未发生较大以上安全生产事故。\n发生一般安全生产事故1起。",
        "全年未发生民转刑案件。\n排查民转刑风险隐患5处。",
        "未发生行政诉讼败诉案件。\n行政诉讼案件2件，均胜诉。",
        "作出的处罚决定无一被复议机关撤销。\n行政复议案件1件，复议机关维持。",
        "行政处罚案件无复议、无诉讼。\n代理群众行政复议申请3件。",
        "今年以来未发生越级上访。\n包案化解2021年的越级上访案件1件。",
        "国庆节前后未发生进京越级上访。\n全年发生进京越级上访1件。",
        "行政处罚案件无一被申请行政复议。\n政府信息公开被申请行政复议1件。",
    ],
)
def test_others_are_left(text):
    assert told(text) == []
