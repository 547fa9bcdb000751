"""Which indicator a figure gives: the nearest of its words, where the unit fits."""

from dataclasses import dataclass

import pytest

from lawdraft.recognise.indicators import label
from lawdraft.text.figures import find_figures


@dataclass(frozen=True)
class Indicator:
    id: str
    name: str
    synonyms: tuple[str, ...]
    units: tuple[str, ...]


class Knowledge:
    indicators = (
        Indicator("villages", "行政村数", ("行政村",), ("个",)),
        Indicator("communities", "社区数", ("居委会", "社区"), ("个",)),
        Indicator("both", "村社区总数", ("个村(社区)",), ("个",)),
        Indicator("found", "排查", ("矛盾纠纷",), ("件",)),
        Indicator("solved", "化解", ("化解",), ("件",)),
        Indicator("visits", "来访", ("来访",), ("批", "人次")),
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("排查矛盾纠纷72件，成功化解67件。", ["found", "solved"]),
        ("全镇25个行政村和3个居委会", ["villages", "communities"]),
        ("全镇28个村（社区）配齐顾问", ["both"]),
        ("接待群众来访118批136人次", ["visits", "visits"]),
        ("悬挂横幅30条", [None]),
        ("矛盾纠纷由上年的146件下降到87件", [None, "found"]),
        ("矛盾纠纷72件，较去年同期的80件减少8件", ["found", None, None]),
    ],
)
def test_the_nearest_word_with_a_fitting_unit(text, ids):
    assert [figure.indicator for figure in label(find_figures(text), text, Knowledge())] == ids


def test_without_knowledge_figures_stay_as_they_are():
    figures = find_figures("排查矛盾纠纷72件")
    assert label(figures, "排查矛盾纠纷72件", None) == figures
