"""What checking marks for the public version, the public version leaves out."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example
from lawdraft.export.public import redact

_SET = {"privacy-name", "sensitive-public", "privacy-id", "privacy-phone"}


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("群众周大山（身份证号11010519491231002X）反映的宅基地纠纷得到化解。", "周大山"),
        ("非正常死亡3人，进京上访2批。", "进京上访"),
        ("办理来访36件，非正常死亡3人，进京上访2批，办结率100%。", "进京上访"),
        ("全年集体上访3批，均妥善处理。", "集体上访"),
    ],
)
def test_marked_and_left_out(sentence, gone):
    found, report = findings_of(Example(sentence, public=True))
    left, omissions = redact(report)
    assert any(gone in f.excerpt for f in found if f.rule in _SET)
    assert gone not in left.text
    assert any(gone in one.removed for one in omissions)
    assert "。。" not in left.text
    assert "，。" not in left.text


def test_ordinary_words_stay():
    sentence = "群众方便办事，学生安全教育、老人高龄津贴、妇女权益保障有序推进，群众满意率98%。"
    _, report = findings_of(Example(sentence, public=True))
    assert redact(report) == (report, ())


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("公开审理的黄某与林国兴相邻权纠纷案，使群众受到教育。", "林国兴"),
        ("公开审理的吴某诉唐宝山民间借贷案，旁听群众120人。", "唐宝山"),
        ("由业主张海涛牵头征集签名，完成电梯更换。", "张海涛"),
        ("及时救助落水少年田大壮。", "田大壮"),
        ("苏建平等6名农民工拿到拖欠工资8.4万元。", "苏建平"),
    ],
)
def test_name_beside_another_or_inside_a_sentence_is_marked(sentence, name):
    found, _ = findings_of(Example(sentence, public=True))
    assert any(f.rule == "privacy-name" and f.excerpt == name for f in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "上访人多次反映的道路问题得到解决。",
        "推行周一调解日、周三律师日、周五援助日，接待咨询870人次。",
        "关心外出务工人员和独居老人，提供上门服务。",
        "黄某与邻居因排水问题发生争执，黄某与某物业公司达成协议。",
        "按照物业主张权利的流程，引导业主依法维权。",
    ],
)
def test_words_that_look_like_names_are_left_alone(sentence):
    found, _ = findings_of(Example(sentence, public=True))
    assert not [f.excerpt for f in found if f.rule == "privacy-name" and f.level != "note"]
