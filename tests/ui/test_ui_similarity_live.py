"""Copied words are marked as they are typed: the edited paragraph at once, the draft behind it."""

from dataclasses import replace

from county_reports import report_text

from lawdraft import flow
from lawdraft.model import editing
from lawdraft.model.finding import Finding
from lawdraft.ui.anchors import moved
from lawdraft.ui.live import changed_card

COPIED = (
    "依托“石桥夜谈”议事点，由退休教师和老支书轮流坐堂，白天跑田埂、晚上拉家常，把山林界址、彩礼返还、田坎水路三类纠纷"
    "逐户建档，由村里的老石匠画出界址草图，双方按手印存底，谁也不再为一垄地红脸。"
)
NEIGHBOUR = report_text("石桥", 2025).replace("二、存在", f"（八）夜谈解纠纷。{COPIED}\n二、存在")


def until(qtbot, what, seconds=20):
    qtbot.waitUntil(what, timeout=seconds * 1000)


def with_library(drafted, qtbot, tmp_path):
    desk = drafted.desk
    (tmp_path / "石桥镇.txt").write_text(NEIGHBOUR, encoding="utf-8")
    library = tmp_path / "library"
    list(flow.add_to_library([tmp_path / "石桥镇.txt"], library, desk.kit))
    until(qtbot, lambda: not desk.tasks.busy)
    desk.live.library = library
    card = [card for card in desk.session.draft.cards if len(card.text) > 30][3]
    return desk, card


def put(desk, card_id, words):
    desk.session.edit(editing.set_card_text, card_id, words, what="改文字")


def test_the_typed_paragraph_is_compared_before_the_draft_is(drafted, qtbot, tmp_path):
    desk, card = with_library(drafted, qtbot, tmp_path)
    checked = []
    desk.session.findings_changed.connect(lambda: checked.append(1))
    with qtbot.waitSignal(desk.session.copied_changed, timeout=20000) as told:
        put(desk, card.id, COPIED)
        desk.live._pause.stop()  # nothing else goes on
        desk.live._latest.stop()

    (mark,) = desk.session.marks([card.id])[card.id]
    assert told.args == [card.id]
    assert mark[2].rule == "copied-other"
    assert "石桥镇" in mark[2].message
    assert not checked


def test_marks_of_the_whole_comparison_are_the_same(drafted, qtbot, tmp_path):
    desk, card = with_library(drafted, qtbot, tmp_path)
    put(desk, card.id, COPIED)
    until(qtbot, lambda: any(f.rule == "copied-other" for f in desk.session.findings))
    until(qtbot, lambda: not desk.session.copied_now)

    (mark,) = [m for m in desk.session.marks([card.id])[card.id] if m[2].rule == "copied-other"]
    assert mark[:2] == (0, len(COPIED))


def test_words_that_are_rewritten_lose_their_mark(drafted, qtbot, tmp_path):
    desk, card = with_library(drafted, qtbot, tmp_path)
    put(desk, card.id, COPIED)
    until(qtbot, lambda: any(f.rule == "copied-other" for f in desk.session.findings))
    with qtbot.waitSignal(desk.session.copied_changed, timeout=20000):
        put(desk, card.id, "村里的事村里议，议定的事当场记账，逐月公开。" * 2)
        desk.live._pause.stop()
        desk.live._latest.stop()

    assert desk.session.marks([card.id])[card.id] == []


def test_the_last_report_counts_as_own_without_a_library(drafted, qtbot):
    until(qtbot, lambda: drafted.desk.session.comparison is not None)
    comparison = drafted.desk.session.comparison
    assert comparison.substance > 0.3
    assert comparison.others == 0
    assert {match.report_id for match in comparison.matches if match.own} == {flow.LAST}


def test_marks_move_with_what_is_typed_before_them():
    one = Finding("typo", "warning", "布署像是部署的笔误。", "布署", 4, 6)
    assert moved([(4, 6, one)], "全面安排布署工作", "我镇全面安排布署工作") == [(6, 8, one)]
    assert moved([(4, 6, one)], "全面安排布署工作", "全面安排部署工作") == []


def test_only_one_changed_card_is_compared_alone(drafted):
    draft = drafted.desk.session.draft
    first, second, *_rest = draft.cards
    one = editing.set_card_text(draft, first.id, "新的话")
    assert changed_card(draft, one).id == first.id
    assert changed_card(draft, editing.set_card_text(one, second.id, "也新")) is None
    assert changed_card(draft, replace(draft, year=2020)) is None


def test_a_library_is_used_from_the_start(qapp, kit, tmp_path):
    """Not only once 核查 was opened."""
    from lawdraft.ui import app as ui_app
    from lawdraft.ui.live import library_folder

    folder = library_folder("", kit)
    flow.make_library(folder)
    window = ui_app.make_window(qapp, kit)
    assert window.desk.live.library == folder
    window.close()
