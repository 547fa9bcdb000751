"""An indicator is given only where the figure's own words make it sure."""

from dataclasses import dataclass

import pytest

from lawdraft.recognise.indicators import label
from lawdraft.text.figures import find_figures


@dataclass(frozen=True)
class Indicator:
    id: str
    synonyms: tuple[str, ...]
    units: tuple[str, ...]
    name: str = ""


class Knowledge:
    indicators = (
        Indicator("law_study_sessions", ("学法",), ("次",)),
        Indicator("disputes_rate", ("化解率", "占比"), ("%",)),
        Indicator("petition_closed", ("办结", "办结率"), ("件", "%")),
        Indicator("exam_rate", ("合格率",), ("%",)),
        Indicator("hazards", ("隐患", "整改"), ("处", "个")),
        Indicator("households", ("户", "户籍人口"), ("户", "人")),
        Indicator("model_households", ("示范户",), ("户",)),
        Indicator("communities", ("社区",), ("个",)),
        Indicator("government_services", ("办件",), ("件",)),
        Indicator("leader_receptions", ("接待群众",), ("批次",)),
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("带头学法，听取汇报4次。", [None]),
        ("会前学法11次。", ["law_study_sessions"]),
        ("物业纠纷多发，全年占比达45%。", [None]),
        ("化解纠纷，化解率98%。", ["disputes_rate"]),
        ("行政许可按时办结率100%。", [None]),
        ("受理信访事项86件，办结86件，办结率100%。", [None, "petition_closed", "petition_closed"]),
        ("抽检农产品，合格率99%。", [None]),
        ("组织学法考试，合格率99%。", ["exam_rate"]),
        ("整改问题7个。", [None]),
        ("排查安全隐患30处，整改30处。", ["hazards", "hazards"]),
        ("培育示范户300户，增加21户。", ["model_households", None]),
        ("全镇辖9个社区，总户数5200户，户籍人口8000人。", ["communities", "households", None]),
        ("打造法治示范社区3个。", [None]),
        ("即办件1751件。", [None]),
        ("“一站式”中心接待群众18批次。", [None]),
        ("镇党委书记接待群众18批次。", ["leader_receptions"]),
    ],
)
def test_null_rather_than_wrong(text, ids):
    assert [figure.indicator for figure in label(find_figures(text), text, Knowledge())] == ids
