"""Years that count themselves: 开局之年, 第十个国家宪法日, 建党104周年."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example

A, P = "achievements", "plan"
WRONG_YEAR = (
    (2026, A, "2026年是“十四五”收官之年，法治建设任务繁重。"),
    (2023, A, "2023年是“十四五”规划的开局之年。"),
    (2025, A, "今年是“十五五”规划开局之年，全镇上下同心。"),
    (2025, P, "2026年是“十四五”规划收官之年，要再接再厉。"),
    (2025, A, "2025年是《法治政府建设实施纲要（2021—2025年）》实施的第四年。"),
    (2024, A, "2024年是全面贯彻党的二十大精神的开局之年。"),
    (2025, A, "在第十一个国家宪法日到来之际，组织宪法宣誓。"),
    (2025, A, "庆祝中国共产党成立103周年，组织法治文艺汇演。"),
    (2025, A, "立足“十五五”开局之年，推进法治建设。"),
    (2026, A, "值此“十四五”收官之际，全镇普法任务圆满完成。"),
)
RIGHT_YEAR = (
    (2025, A, "2025年是“十四五”规划收官之年，也是“八五”普法总结验收之年。"),
    (2025, A, "谋划“十五五”开局之年各项工作，为起好步奠定基础。"),
    (2025, P, "2026年是“十五五”规划开局之年，要启动“九五”普法。"),
    (2023, A, "2023年是“十四五”规划承上启下的关键之年。"),
    (2025, A, "在第十二个国家宪法日、第10个全民国家安全教育日、第五个民法典宣传月开展宣传。"),
    (2024, A, "自2021年“十四五”开局之年以来，累计调解纠纷600件。"),
    (2025, A, "学习习近平总书记在庆祝中国共产党成立100周年大会上的重要讲话。"),
    (2025, A, "第三个村级法治广场建成，在中国共产党成立104周年之际开展慰问。"),
)


def outdated(year, part, sentence):
    found, _ = findings_of(Example(sentence, part, year, f"{year + 1}-01-20"))
    return [f for f in found if f.rule == "outdated-phrase" and f.level != "note"]


@pytest.mark.parametrize(("year", "part", "sentence"), WRONG_YEAR)
def test_year_that_does_not_fit_is_told(year, part, sentence):
    assert outdated(year, part, sentence)


@pytest.mark.parametrize(("year", "part", "sentence"), RIGHT_YEAR)
def test_year_that_fits_is_left_alone(year, part, sentence):
    assert outdated(year, part, sentence) == []
