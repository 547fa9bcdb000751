"""How many are still open, told twice; what they are may stand in the sentence or the heading."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "contradiction" and f.level != "note"]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        (
            "办理信访事项64件，办结61件，其余3件正在办理期限之内。\n信访总量中还有5件没有办结。",
            "5件",
        ),
        ("全年受理的来信来访还有2件没有办结。\n攻克信访积案。对4件未办结事项由领导包案。", "4件"),
        ("接到热线工单120件，还有2件未办结。\n未办结的3件热线工单涉及物业问题。", "3件"),
    ],
)
def test_left_over_told_apart(text, excerpt):
    assert told(text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "受理信访事项47件，办结44件，其余3件正在办理。\n热线工单尚有4件没有办结。",
        "排查纠纷88件，化解85件，剩余3件正在化解。\n对3件未化解的纠纷实行领导包案。",
        "上半年还有5件信访事项未办结。\n全年信访事项仅有1件没有办结。",
        "还有5件纠纷没有化解。\n对3件未化解的山林纠纷逐件包案。",
    ],
)
def test_others_left_are_fine(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "受理诉求3846件，办结3820件。\n还有44件诉求没有办结。",
        "排查安全隐患312处，完成整改305处。\n对未整改的12处安全隐患挂牌督办。",
        "办理政协提案15件，已办结13件。\n4件政协提案还没有办结。",
    ],
)
def test_more_left_open_than_found_and_settled_tell(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "受理诉求3846件，办结3820件。\n还有26件诉求没有办结。",
        "排查矛盾纠纷245件，化解238件。\n尚有3件山林纠纷没有化解。",
        "上半年排查纠纷86件，化解80件。\n目前还有9件纠纷未化解。",
        "办理政协提案15件，已办结13件。\n4件人大代表建议还没有办结。",
        "摸排欠薪线索36条，已处置33条。\n镇长包联尚未处置的2条重大欠薪线索。",
    ],
)
def test_as_many_left_open_as_the_sum_tells(text):
    assert not told(text)
