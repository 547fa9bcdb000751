"""Words of one meaning, two negations or two bounds of which an edit left one; small words by sound."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example


def told(text):
    found, _ = findings_of(Example(text))
    return [f.excerpt for f in found if f.rule == "typo" and f.level != "note"]


@pytest.mark.parametrize(
    "text",
    """每年不少于不低于两批。|每季度至少不少于1次集中学习。|单次罚款不超过不高于200元。
全镇没有未发现种植罂粟的情况。|辖区全年没未发生刑事案件。|未没有收到群众投诉。|我镇尚未没有接到复议申请。
法治氛围日渐浓郁厚。|学法氛围浓厚郁。|群众满意度显著明提升。|干群联系更加密切紧。|隐患点梳理清晰楚。
村干部更替交快。|群众参与度交低。|培训时间交短。|将执法人员轮训一边。|对商铺逐户走访了一边。
及时排出了头顶上的隐患。|组织人员排出险情3处。|推行导师帮带制制。|避免经济损失失约130万元。
在县司法局有利指导下开展工作。""".replace("\n", "|").split("|"),
)
def test_what_an_edit_left_is_told(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    """每年不少于3次、不低于两批。|没有未成年人参与。|没有未发现的隐患。|没有未发生过纠纷的村，没有未办结的案件，没有未整改问题。
法治氛围日渐浓厚，郁郁葱葱。|效果显著，明显好于上年。|执法力量充足，分工明确。|联系密切，紧盯问题。
移交快、办理快，上交多的村予以表扬。|提交少，成交高。|材料看后放在一边，站在一边听。|一边排查一边化解。
排出隐患整改时间表。|排查出隐患12处，排出值班表。|处于有利地位，有利于推动工作。
在火塘边喝罐罐茶，把坛坛罐罐清走。|推行帮带制，制度健全。|并未没收财物。""".replace(
        "\n", "|"
    ).split("|"),
)
def test_what_only_looks_so_is_fine(text):
    assert not told(text)


def test_a_miswritten_word_is_no_left_over_of_an_edit():
    assert told("年初对普法工作作了全面安排布署。") == ["布署"]
