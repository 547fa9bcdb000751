"""The quick look for blanks finds what the whole pattern finds."""

import pytest

from lawdraft.check.rules import placeholder

TEXTS = [example.text for example in (*placeholder.FLAGGED, *placeholder.CLEAN)]
MORE = [
    "XX镇调解N件，见{单位}、⟦数⟧和<单位>，TODO，TBD，N/A，00件，20  年，2025年  日，&nbsp;#REF!，错误！未找到引用源。",
    "Lorem ipsum，【填】〖填〗[image: a]（待补），培训_场，?件，〇〇律师，共 件，…件，...件，△件，▲件，##件，~~件，---件。",
    "undefined null NaN nan NULL MERGEFORMAT HYPERLINK Error! 批注：此处填写，请填写，单击此处，数据待补充，内容待定，待填报。",
    "某某同志，某镇，县级某部门，联合某单位，数字待核实，＊＊，□□，○○，？？，×件，＿＿。",
]


@pytest.mark.parametrize("text", TEXTS + MORE)
def test_the_quick_look_finds_all(text):
    for start in range(len(text)):
        piece = text[start : start + 24]
        whole = [found.span() for found in placeholder._BLANK.finditer(piece)]
        assert [found.span() for found in placeholder._blanks(piece)] == whole
