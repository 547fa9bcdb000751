"""All in one place and some in another; nought and one; a bracket behind a name; all certified."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

TAIL = "各项工作有序推进。"
APART = (
    ("全年森林火灾零发生。", "野外用火监管薄弱，年内发生森林火灾1起。"),
    ("年内道路交通亡人事故为零。", "全年发生道路交通亡人事故1起。"),
    ("民转刑案件保持零发生。", "发生民转刑案件1件。"),
    ("制定年度计划32项任务，均已按期完成。", "32项任务中还有3项未完成，进度偏慢。"),
    ("受理信访事项56件，办结率100%。", "56件信访事项中尚有4件未办结。"),
    ("发生行政诉讼3件，镇长均出庭应诉。", "行政机关负责人出庭应诉率为66.7%。"),
    ("行政机关负责人出庭应诉率100%。", "有1件行政诉讼案件负责人未出庭应诉。"),
    ("镇党委会议、镇长办公会分别听取法治建设汇报5次和3次。", "全年镇党委会议听取法治建设汇报4次。"),
    ("人大代表建议、政协提案分别办理12件和7件。", "全年办理政协提案9件。"),
    ("全年无森林火灾。", "辖区发生森林火灾2起。"),
    ("现有省级民主法治示范村（社区）18个。", "省级民主法治示范村16个。"),
)
TOGETHER = (
    ("镇党委会议、镇长办公会分别听取法治建设汇报5次和3次。", "镇长办公会听取法治建设汇报3次。"),
    ("城区、乡村分别开展普法活动12场和30场。", "开展普法活动42场。"),
    ("受理工单400件，全部办结。", "400件工单中有6件未按期办结。"),
    ("发现隐患64处，其中51处现场整改，其余全部整改到位。", "86处隐患中仍有5处未整改。"),
    ("全年森林火灾零发生。", "去年发生森林火灾1起。"),
    ("森林火灾零发生。", "组织森林火灾应急演练2次。"),
    ("发现隐患64处，限期整改13处，已全部整改。", "64项任务中尚有2项未完成。"),
    ("行政机关负责人出庭应诉率100%。", "行政机关负责人出庭应诉率比去年提高20%。"),
    ("较大以上安全事故零发生。", "发生一般安全事故1起。"),
    ("综合行政执法队在岗19人，均已取得行政执法证。", "选派4名执法人员参加培训。"),
)


def contradicts(one, other):
    """Whether two sentences in two paragraphs are said to contradict each other."""
    found, _ = findings_of(Example(one + "\n" + other + TAIL, "achievements"))
    return any(f.rule == "contradiction" and f.level != "note" for f in found)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_cannot_both_be_is_found(one, other):
    assert contradicts(one, other)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_what_can_both_be_is_left_alone(one, other):
    assert not contradicts(one, other)
