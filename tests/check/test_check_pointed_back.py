"""A count spoken of again by its name, the same words with digits changed about, time limits."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

TAIL = "各项工作有序推进。"
APART = (
    ("承接县级下放赋权事项68项。", "86项赋权事项中实际办案的不多，培训跟不上。"),
    ("受理纠纷97件，其中山林权属34件、邻里63件。", "全年受理的43件山林权属纠纷中，部分四至不清。"),
    ("走访企业128家，收集问题93条。", "书记推动法治体检，走访企业182家。"),
    ("宅基地审批时限由30个工作日压缩至18个工作日。", "宅基地审批办理时限压缩至15个工作日。"),
    ("工程项目审批时间缩短至20天。", "工程项目审批时间压减至12天。"),
    ("排查安全生产隐患96处。", "排查的69处安全生产隐患中，部分整改缓慢。"),
)
TOGETHER = (
    ("宅基地审批时限压缩至18个工作日。", "临时救助办理时限压缩至15个工作日。"),
    ("去年宅基地审批时限压缩至18个工作日。", "宅基地审批时限压缩至15个工作日。"),
    ("承接赋权事项74项。", "抽查的20项赋权事项中有3项未办。"),
    ("行政处罚案件57件。", "评查的20件行政处罚案件中有2件文书不规范。"),
    ("全年走访企业128家。", "全县走访企业182家。"),
    ("受理矛盾纠纷97件，化解95件。", "95件矛盾纠纷中邻里纠纷较多。"),
    ("承接市级赋权事项74项、县级赋权事项31项。", "31项县级赋权事项中办案不多。"),
    ("新增持证人员5名，全镇持证执法人员达21名。", "21名持证人员中年轻人多。"),
)


def contradicts(one, other):
    """Whether two sentences in two paragraphs are said to contradict each other."""
    found, _ = findings_of(Example(one + "\n" + other + TAIL, "achievements"))
    return any(f.rule == "contradiction" and f.level != "note" for f in found)


@pytest.mark.parametrize(("one", "other"), APART)
def test_a_count_told_otherwise_is_found(one, other):
    assert contradicts(one, other)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_another_count_is_left_alone(one, other):
    assert not contradicts(one, other)
