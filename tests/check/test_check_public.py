"""What checking marks for the public version, the public version leaves out."""

import pytest
from check_making import findings_of

from lawdraft.check.rule import Example
from lawdraft.export.public import redact

_SET = {"privacy-name", "sensitive-public", "privacy-id", "privacy-phone"}


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("群众周大山（身份证号11010519491231002X）反映的宅基地纠纷得到化解。", "周大山"),
        ("非正常死亡3人，进京上访2批。", "进京上访"),
        ("办理来访36件，非正常死亡3人，进京上访2批，办结率100%。", "进京上访"),
        ("全年集体上访3批，均妥善处理。", "集体上访"),
    ],
)
def test_marked_and_left_out(sentence, gone):
    found, report = findings_of(Example(sentence, public=True))
    left, omissions = redact(report)
    assert any(gone in f.excerpt for f in found if f.rule in _SET)
    assert gone not in left.text
    assert any(gone in one.removed for one in omissions)
    assert "。。" not in left.text
    assert "，。" not in left.text


def test_ordinary_words_stay():
    sentence = "群众方便办事，学生安全教育、老人高龄津贴、妇女权益保障有序推进，群众满意率98%。"
    _, report = findings_of(Example(sentence, public=True))
    assert redact(report) == (report, ())
