from lawdraft.model.report import Span
from lawdraft.model.similarity import Match
from lawdraft.similarity import parted

ONE = "由退休教师和老支书轮流坐堂，把山林界址、彩礼返还、田坎水路三类纠纷逐户建档。"
TWO = "由村里的老石匠画出界址草图，双方按手印存底，谁也不再为一垄地红脸，年年如此。"


def match(draft, source, left=()):
    return Match("石桥镇", "copied", False, Span(*draft), Span(*source), 0.9, left)


def test_a_passage_over_two_paragraphs_is_two():
    text, source = f"{ONE}\n（二）议事\n{TWO}", f"开头。{ONE}\n{TWO.replace('草图', '图样')}"
    parts = list(parted(match((0, len(text)), (3, len(source)), ("石匠",)), text, source))

    assert [text[p.draft.start : p.draft.end] for p in parts] == [ONE, TWO]
    assert [source[p.source.start : p.source.end] for p in parts] == [
        ONE,
        TWO.replace("草图", "图样"),
    ]
    assert [p.leftovers for p in parts] == [(), ("石匠",)]


def test_what_is_not_shared_at_an_end_is_left_out():
    text, source = f"全镇持证执法人员达到十八人。{ONE}", ONE
    (part,) = parted(match((0, len(text)), (0, len(source))), text, source)

    assert text[part.draft.start : part.draft.end] == ONE
    assert part.score == 1.0


def test_an_unknown_source_leaves_the_passage_whole():
    whole = match((0, len(ONE)), (0, len(ONE)))
    assert list(parted(whole, ONE, "")) == [whole]


def test_two_texts_that_share_nothing_give_nothing():
    assert list(parted(match((0, len(ONE)), (0, 8)), ONE, "甲乙丙丁戊己庚辛")) == []
