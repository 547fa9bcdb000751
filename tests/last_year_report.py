"""Last year's report of a made-up town, and the steps from it: for the tests of draft and compose."""

from pathlib import Path

import pytest

from lawdraft.knowledge import Knowledge
from lawdraft.model.document import Document, Line, Source
from lawdraft.model.outline import Outline
from lawdraft.recognise import recognise_report

ROOT = Path(__file__).parents[1]

LAST_YEAR = """
青禾镇2024年法治政府建设工作总结
云岭县人民政府：
2024年，青禾镇坚持以习近平法治思想为指导，深入学习贯彻党的二十大和二十届三中全会精神，扎实推进依法行政。现将有关情况报告如下：
一、2024年主要工作及成效
（一）加强组织领导
一是压实责任。全年召开党委会议专题研究法治工作6次，落实《青禾镇2024年法治建设工作要点》。二是带头学法。理论学习中心组学法8次，12个村书记参加培训。三是严格考核；自2019年以来连年考核，与2023年相比得分提高。
（二）化解矛盾纠纷
全镇12个村共排查矛盾纠纷72件，化解67件，化解率93.1%。发放资料2万余份。2024年5月12日开展集中宣传。2024年度我镇荣获云岭县普法先进单位。
二、存在的不足
一是执法力量不足；二是普法形式单一。
三、2025年工作计划
2025年，我镇将重点做好以下工作：
（一）加强普法宣传。落实“八五”普法规划，开展普法活动20场次。
（二）规范行政执法。10月底前组织执法人员培训4次。
青禾镇人民政府
2025年1月20日
"""


@pytest.fixture(scope="session")
def knowledge():
    return Knowledge.load(ROOT / "resources", ROOT / "nowhere")


@pytest.fixture(scope="session")
def templates():
    return ROOT / "templates"


@pytest.fixture(scope="session")
def usual():
    return Outline("", "2026-11-22", 0)


@pytest.fixture(scope="session")
def recognise(knowledge):
    def report(text):
        lines = tuple(Line(line) for line in text.strip().splitlines())
        return recognise_report(Document(Source("去年.txt", "txt", "text"), lines), knowledge)

    return report


@pytest.fixture(scope="session")
def roll(recognise, knowledge, templates, usual):
    from lawdraft.draft import roll_forward

    def rolled(text=LAST_YEAR, year=2025, organisation=None):
        return roll_forward(
            recognise(text) if text else None,
            year=year,
            organisation=organisation,
            outline=usual,
            knowledge=knowledge,
            templates=templates,
        )

    return rolled


@pytest.fixture(scope="session")
def compose(knowledge, templates):
    from lawdraft.compose import compose_report

    return lambda draft: compose_report(draft, templates, knowledge)


@pytest.fixture(scope="session")
def last_year():
    return LAST_YEAR
