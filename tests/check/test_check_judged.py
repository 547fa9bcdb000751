"""One case won in one place and lost in another."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(one, other):
    found, _ = findings_of(Example(f"{one}\n{other}"))
    return [f.excerpt for f in found if "同一个案件" in f.message]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("我镇被诉的1起行政诉讼案件获得胜诉。", "1起行政诉讼案件因证据不足败诉。"),
        ("全年仅发生1起行政诉讼，法院驳回原告全部诉请。", "全年唯一的行政诉讼以败诉告终。"),
        ("行政复议案件1件，复议机关予以维持。", "1件行政复议案件被撤销处罚决定。"),
        ("法院驳回了原告王某的诉讼请求。", "王某诉我镇处罚案被法院判决撤销。"),
        (
            "红岩坡占用耕地案的当事人申请复议，县政府予以维持。",
            "对红岩坡占用耕地案的处罚在复议中被撤销。",
        ),
    ],
)
def test_won_and_lost(one, other):
    assert told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2起行政诉讼案件中，1起胜诉。", "1起行政诉讼案件因证据不足败诉。"),
        ("1起行政诉讼案件获得胜诉。", "未发生败诉案件，依法行政水平提高。"),
        ("1起行政诉讼案件获得胜诉。", "1件行政复议案件被撤销处罚决定。"),
        ("法院驳回了原告王某的诉讼请求。", "李某诉我镇处罚案被法院判决撤销。"),
        ("一审法院判决撤销处罚决定。", "行政诉讼案件1件，二审法院驳回原告的诉讼请求。"),
        ("去年1起行政诉讼案件败诉。", "1起行政诉讼案件获得胜诉。"),
        ("对红岩坡占用耕地案，复议机关予以维持。", "对石桥坡违建案的处罚在复议中被撤销。"),
    ],
)
def test_other_cases_are_left(one, other):
    assert told(one, other) == []
